import {join} from "node:path";
import {makeFolder} from "../base/make-folder.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {type AccountsFile, openAccountsFile} from "./database.ts";
import {type Hashing, openHashing} from "./factors/hashing.ts";
import {type AttemptLimits, openLimits} from "./limits.ts";
import {type DeskLog, openLog} from "./log.ts";
import {openSealing, type Sealing} from "./secrets.ts";

/** What every act on accounts works with. */
export interface AccountsStore {
  readonly file: AccountsFile;
  readonly sealing: Sealing;
  readonly hashing: Hashing;
  readonly limits: AttemptLimits;
  readonly log: DeskLog;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Changes something and writes it into the log, whole or not at all. */
  act<T>(act: () => T): T;
}

/** The names in the folder of the desk. */
export const deskFiles = {accounts: "accounts.sqlite", key: "key", head: "log-head"} as const;

/** Where a workspace has its desk: beside its store, which holds nothing of who signs in. */
export function deskFolder(workspaceFolder: string): string {
  return join(workspaceFolder, "desk");
}

/** How accounts are opened. */
export interface AccountsOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Tests take a cheaper one. */
  readonly hashing?: Hashing;
}

/** @throws {UserError} As `openAccounts`. */
export function openAccountsStore(folder: string, {now, hashing = openHashing()}: AccountsOptions): AccountsStore {
  const path = (name: keyof typeof deskFiles): string => join(folder, deskFiles[name]);
  try {
    refuseLinks([folder]);
    makeFolder(folder, 0o700);
    const file = openAccountsFile(path("accounts"));
    try {
      // One at a time makes the key.
      const sealing = file.whole(() => {
        const isNew = file.one("lastLogRow") === undefined;
        return openSealing(path("key"), {isNew});
      });
      const log = openLog(file, path("head"), now);
      const act = <T>(work: () => T): T => {
        const done = file.whole(work);
        log.keepHead();
        return done;
      };
      return {file, sealing, hashing, limits: openLimits(now), log, now, act};
    } catch (fault) {
      file.close();
      throw fault;
    }
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  }
}

/** The day in UTC, YYYY-MM-DD. */
export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}
