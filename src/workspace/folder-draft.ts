import {randomUUID} from "node:crypto";
import {existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {ownForms, ownNames} from "../base/own-files.ts";
import {holdIfFree, holdLock, type ProcessLock} from "./process-lock.ts";

/** Where a folder of many files is written before it takes its place. */
export interface FolderDraft {
  /** The folder of its files. */
  readonly files: string;
  /** Takes away what is left of it. */
  remove(): void;
}

/** What is written beside its place: the public archive, or a workspace from its backup. */
export type DraftedFolder = "site" | "restored";

const [lockName, filesName] = ["lock", "files"];
/** What has no lock to tell by is left alone for so long: it may be at work, where the disk knows no locks. */
const abandonedMs = 3_600_000;

/**
 * Makes a draft in a folder, and takes away those there whose process is gone, however it ended.
 *
 * @param of What the folder will be.
 * @param mode Of what lies around the files until they have their place, before the person's mask.
 * @throws What the file system says.
 */
export function openDraft(above: string, of: DraftedFolder = "site", mode = 0o777): FolderDraft {
  clearDraftFolders(above);
  for (;;) {
    const folder = draftIn(above, of);
    mkdirSync(folder, {mode});
    const lock = lockOf(folder);
    // Another process may have taken it for abandoned before it was held.
    if (lock === "taken") continue;
    const files = join(folder, filesName);
    mkdirSync(files);
    return {
      files,
      remove() {
        removeFiles(folder);
        lock?.close();
        rmSync(folder, {recursive: true, force: true});
      },
    };
  }
}

function draftIn(above: string, of: DraftedFolder): string {
  return join(above, `.broadsheet-${of}.${randomUUID()}`);
}

/** Holds a new draft; null on a disk that knows no locks, as that of a stick or of another machine may be. */
function lockOf(folder: string): ProcessLock | "taken" | null {
  const path = join(folder, lockName);
  try {
    const lock = holdLock(path);
    if (lock !== null && existsSync(path)) return lock;
    lock?.close();
    return "taken";
  } catch {
    if (!existsSync(folder)) return "taken";
    rmSync(path, {force: true});
    return null;
  }
}

/** Takes away what those whose process is gone have left in a folder; one that cannot be looked into is passed over. */
export function clearDraftFolders(above: string): void {
  for (const name of namesIn(above)) {
    try {
      clearDraft(join(above, name), above);
    } catch {
      // What cannot be taken away now is no reason to write nothing.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return ownNames(folder, ownForms.draft);
  } catch {
    return [];
  }
}

function clearDraft(folder: string, above: string): void {
  const stat = lstatSync(folder);
  const inside = stat.isDirectory() ? readdirSync(folder) : null;
  if (inside === null) {
    rmSync(folder);
  } else if (inside.length === 0) {
    // Its process was killed before it took the lock, or is about to, and then makes another.
    rmdirSync(folder);
  } else if (!inside.includes(filesName) && !inside.includes(lockName)) {
    // Who took it away was killed at it.
    rmSync(folder, {recursive: true, force: true});
  } else if (inside.includes(lockName)) {
    clearIfFree(folder, above);
  } else if (Date.now() - stat.mtimeMs > abandonedMs) {
    rmSync(folder, {recursive: true, force: true});
  }
}

function clearIfFree(folder: string, above: string): void {
  const held = holdIfFree(join(folder, lockName));
  if (held === null) return;
  // Under another name nobody takes it up any more, whatever happens before it is gone.
  const claimed = draftIn(above, "site");
  try {
    renameSync(folder, claimed);
  } finally {
    held.close();
  }
  removeFiles(claimed);
  rmSync(claimed, {recursive: true, force: true});
}

/** The files go first and the lock last: what is left of a draft whose removal was cut off can always be told from one at work. */
function removeFiles(folder: string): void {
  rmSync(join(folder, filesName), {recursive: true, force: true});
}
