import {join} from "node:path";
import {makeFolder} from "../base/make-folder.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {type AccountsFile, openAccountsFile} from "./database.ts";
import {type Hashing, openHashing} from "./factors/hashing.ts";
import type {AccountsKind} from "./kind.ts";
import {type AttemptLimits, openLimits, openRates, type Rate, type signInRates} from "./limits.ts";
import {type ChainedLog, type LogForm, openLog} from "./log.ts";
import {deskKind, type Role} from "./rights.ts";
import {openSealing, type Sealing} from "./secrets.ts";

/** What every act on accounts works with. */
export interface AccountsStore<R extends string = string, File extends AccountsFile = AccountsFile> {
  readonly file: File;
  readonly kind: AccountsKind<R>;
  readonly sealing: Sealing;
  readonly hashing: Hashing;
  readonly limits: AttemptLimits;
  readonly log: ChainedLog;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Changes something and writes it into the log, whole or not at all. */
  act<T>(act: () => T): T;
}

/** The names in the folder of the desk; in another one, those beside its file. */
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

/** Where accounts lie, and what they are there. */
export interface AccountsPlace<R extends string, File extends AccountsFile> {
  readonly kind: AccountsKind<R>;
  /** As a fault tells whose key it is: "desk". */
  readonly place: string;
  /** The name of the file in the folder. */
  readonly fileName: string;
  readonly log: LogForm;
  /** How often it may be tried to sign in, where it is otherwise than usual. */
  readonly rates?: Readonly<Record<keyof typeof signInRates, Rate>>;
  open(path: string): File;
  /** Is nothing sealed yet, so that there need be no key? */
  isNew(file: File): boolean;
}

/** @throws {UserError} As `openAccounts`. */
export function openAccountsStore(folder: string, options: AccountsOptions): AccountsStore<Role> {
  return openAccountsIn(folder, options, {
    kind: deskKind,
    place: "desk",
    fileName: deskFiles.accounts,
    log: {time: "second", longestAbout: 300},
    open: (path) => openAccountsFile(path),
    isNew: (file) => file.one("lastLogRow") === undefined,
  });
}

/** Opens accounts, with their key and the head of their log beside the file. @throws {UserError} As `openAccounts`. */
export function openAccountsIn<R extends string, File extends AccountsFile>(
  folder: string,
  {now, hashing = openHashing()}: AccountsOptions,
  {kind, place, fileName, log: form, rates, open, isNew}: AccountsPlace<R, File>,
): AccountsStore<R, File> {
  try {
    refuseLinks([folder]);
    makeFolder(folder, 0o700);
    const file = open(join(folder, fileName));
    try {
      // One at a time makes the key.
      const sealing = file.whole(() => openSealing(join(folder, deskFiles.key), {isNew: isNew(file), place}));
      const log = openLog(file, join(folder, deskFiles.head), now, form);
      let depth = 0;
      const act = <T>(work: () => T): T => {
        depth++;
        let done: T;
        try {
          done = file.whole(work);
        } finally {
          depth--;
        }
        // Of an act within another nothing is sure before that is done.
        if (depth === 0) log.keepHead();
        return done;
      };
      return {
        file,
        kind,
        sealing,
        hashing,
        limits: rates === undefined ? openLimits(now) : openRates(now, rates),
        log,
        now,
        act,
      };
    } catch (fault) {
      file.close();
      throw fault;
    }
  } catch (cause) {
    throw asWriteFault(cause, folder) ?? cause;
  }
}
