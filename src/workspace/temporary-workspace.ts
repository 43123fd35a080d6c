import {randomUUID} from "node:crypto";
import {existsSync, lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, type Stats} from "node:fs";
import {dirname, join} from "node:path";
import {deleteOwn, ownForms, ownNames} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {parseConfig} from "./config/config.ts";
import {newKey} from "./make-workspace.ts";
import {holdIfFree, holdLock, type ProcessLock} from "./process-lock.ts";
import type {Workspace} from "./workspace.ts";
import {type StorePaths, storePaths} from "./workspace-files.ts";

/** A workspace that is gone with its process. */
export interface TemporaryWorkspace {
  readonly workspace: Workspace;
  /** Takes it away, while threads may still be at work in it. */
  remove(): void;
}

/** Whatever has no lock to tell by is left alone for so long: it may be at work, of an older Broadsheet. */
const dayMs = 86_400_000;

/**
 * Makes a workspace for one report, and takes those away whose process is gone.
 *
 * It has no `broadsheet.yaml` and no file with its key, which is in memory alone: what is left of it after the process was killed is
 * numbers of readers that lead to nobody.
 *
 * @param top The folder for temporary files.
 * @param text What its `broadsheet.yaml` would say.
 * @throws {UserError} DISK_FULL
 */
export function makeTemporaryWorkspace(top: string, text: string): TemporaryWorkspace {
  for (;;) {
    const folder = mkdtempSync(join(top, "broadsheet-"));
    const store = storePaths(folder);
    const lock = lockNew(folder, store);
    // Another process may have taken it for abandoned before it was held.
    if (lock === null || !existsSync(folder)) continue;
    clearAbandoned(top, lstatSync(folder).uid);
    return {
      workspace: {folder, config: parseConfig(text), key: newKey(), store},
      remove() {
        if (lock.isOpen) lock.close();
        rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 10});
      },
    };
  }
}

/** Makes the folders of a store and takes its lock; null where another has it. */
function lockNew(folder: string, store: StorePaths): ProcessLock | null {
  try {
    for (const path of [store.facts, store.addresses, store.work]) mkdirSync(path, {recursive: true, mode: 0o700});
    return holdLock(store.lock);
  } catch (fault) {
    // It is gone because another took it, or nothing can be written here, today or ever: trying again would fill the disk with folders.
    if (!existsSync(folder)) return null;
    rmSync(folder, {recursive: true, force: true});
    throw asWriteFault(fault, dirname(folder)) ?? fault;
  }
}

/**
 * Takes away the temporary workspaces of a user whose processes are gone, however those ended.
 *
 * The lock in each is the operating system's and ends with its process. Whoever takes it gives the folder another name before
 * anything is deleted, so that of two who look at once one has it.
 */
export function clearAbandoned(top: string, uid: number): void {
  const isOwn = (stat: Stats | undefined): stat is Stats =>
    stat?.isDirectory() === true && stat.uid === uid && (stat.mode & 0o077) === 0;
  try {
    for (const name of ownNames(top, ownForms.temporary)) {
      const folder = join(top, name);
      const stat = lstatSync(folder, {throwIfNoEntry: false});
      if (isOwn(stat)) claim(folder, stat);
    }
    deleteOwn(top, ownForms.claimed, (_, stat) => isOwn(stat));
  } catch {
    // What cannot be taken away now is no reason not to make the report.
  }
}

function claim(folder: string, {mtimeMs}: Stats): void {
  const store = storePaths(folder);
  const lock = lstatSync(store.lock, {throwIfNoEntry: false});
  if (lock === undefined) {
    // A folder of another program may have such a name, too.
    const isOurs = lstatSync(store.facts, {throwIfNoEntry: false})?.isDirectory() === true;
    if (isOurs && Date.now() - mtimeMs > dayMs) renameSync(folder, `${folder}.${randomUUID()}`);
    return;
  }
  const held = holdIfFree(store.lock);
  if (held === null) return;
  try {
    renameSync(folder, `${folder}.${randomUUID()}`);
  } finally {
    held.close();
  }
}
