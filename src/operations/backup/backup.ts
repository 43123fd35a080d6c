import {randomUUID} from "node:crypto";
import {existsSync, linkSync, lstatSync, realpathSync, renameSync, rmSync, statSync} from "node:fs";
import {basename, dirname, join, relative, sep} from "node:path";
import {isStopped, stopped} from "../../base/ending/stopping.ts";
import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {UserError} from "../../base/error.ts";
import {clearDrafts, syncFolder} from "../../base/whole-file.ts";
import {asFullDisk} from "../../base/write-fault.ts";
import {mayWrite} from "../../workspace/may-write.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Attendance} from "../listener.ts";
import {whileHeld} from "../store/hold.ts";
import type {Store} from "../store/store.ts";
import type {BackupManifest} from "./manifest.ts";
import {planBackup} from "./plan.ts";
import {type BackupPacking, writeBackup} from "./write.ts";

/** What is to be backed up, and where to. */
export interface BackupRequest {
  /** Whole path of a file that is not there: `….tar`, `….tar.gz`, `….tgz`, `….tar.zst` or `….tzst`. */
  readonly path: string;
  /** With the keys, the books of addresses, and files of passwords. */
  readonly withKey: boolean;
  /** How long another is waited for. */
  readonly waitSeconds?: number | undefined;
}

/** What was written. */
export interface BackupSummary {
  readonly manifest: BackupManifest;
  /** Of the file. */
  readonly bytes: number;
}

const endings: readonly (readonly [RegExp, BackupPacking])[] = [
  [/\.tar$/i, "none"],
  [/\.(?:tar\.gz|tgz)$/i, "gzip"],
  [/\.(?:tar\.zst|tzst)$/i, "zstd"],
];

/**
 * Backs a workspace up into one file: whole or not at all, and never over another.
 *
 * The workspace is held meanwhile, so that nothing is read into it, decided or closed; one that may only be read needs no lock. What keeps
 * requests on servers is backed up without them.
 *
 * @throws {UserError} OUTPUT_REFUSED, WORKSPACE_BUSY, WORKSPACE_DAMAGED, DISK_FULL; ABORTED
 */
export async function backupWorkspace(
  store: Store,
  {path, withKey, waitSeconds}: BackupRequest,
  attendance: Attendance = {},
): Promise<BackupSummary> {
  const packing = packingFor(path);
  checkPlace(path, store.workspace.folder);
  const act = (): Promise<BackupSummary> => write(store, {path, withKey, packing}, attendance);
  const {folder, lock} = store.workspace.store;
  if (!mayWrite(folder) || (existsSync(lock) && !mayWrite(lock))) return act();
  return whileHeld(store, "backup", {waitSeconds, ...attendance}, act);
}

/** Whoever is killed leaves drafts, which the next backup of that name takes away an hour later. */
async function write(
  store: Store,
  {path, withKey, packing}: {readonly path: string; readonly withKey: boolean; readonly packing: BackupPacking},
  attendance: Attendance,
): Promise<BackupSummary> {
  const above = dirname(path);
  const beginning = `.${basename(path).slice(0, 40)}.`;
  const drafts: string[] = [];
  const draft = (): string => {
    drafts.push(join(above, `${beginning}${randomUUID()}`));
    return drafts.at(-1)!;
  };
  const remove = (): void => drafts.forEach((one) => void rmSync(one, {force: true}));
  const done = removeAtEnd(remove);
  try {
    clearDrafts(above, beginning);
    const plan = await planBackup(store, {withKey, draft});
    const archive = draft();
    await writeBackup(archive, plan, packing, attendance);
    putInPlace(archive, path);
    return {manifest: plan.manifest, bytes: statSync(path).size};
  } catch (fault) {
    throw isStopped(fault) ? stopped("nothing was backed up") : (asPlaceFault(fault, path, drafts) ?? fault);
  } finally {
    remove();
    done();
  }
}

function packingFor(path: string): BackupPacking {
  const found = endings.find(([ending]) => ending.test(path));
  if (found !== undefined) return found[1];
  const what = "the name of a backup tells how it is packed, and this one does not";
  throw new UserError("OUTPUT_REFUSED", what, "end it in .tar, .tar.gz or .tar.zst", path);
}

function checkPlace(path: string, folder: string): void {
  if (lstatSync(path, {throwIfNoEntry: false})) throw isThere(path);
  const above = statSync(dirname(path), {throwIfNoEntry: false});
  if (!above?.isDirectory()) throw cannotWrite("its folder does not exist", path);
  const within = relative(realpathSync(folder), realpathSync(dirname(path))).split(sep)[0]!;
  if (!["store", publishedFolder, "ledger", "commentary"].includes(within)) return;
  const help = "name a file elsewhere, at best on another disk";
  throw new UserError("OUTPUT_REFUSED", "a backup cannot lie within what it is of", help, path);
}

/** A link is made only where nothing is, at whatever moment; a disk without links is asked beforehand. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (fault) {
    const {code = ""} = fault as NodeJS.ErrnoException;
    if (code === "EEXIST" || lstatSync(path, {throwIfNoEntry: false})) throw isThere(path);
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"].includes(code)) throw fault;
    renameSync(draft, path);
  }
  syncFolder(dirname(path));
}

function isThere(path: string): UserError {
  const what = "something of that name is there already, and no backup is written over another";
  return new UserError("OUTPUT_REFUSED", what, "name a file that is not there, at best with the day in its name", path);
}

/** What could not be written beside the backup, and not in the workspace. */
function asPlaceFault(fault: unknown, path: string, drafts: readonly string[]): UserError | null {
  if (fault instanceof UserError) return fault;
  const full = asFullDisk(fault);
  if (full !== null)
    return new UserError(
      "DISK_FULL",
      full.found,
      "make room and run the same command again, or name another disk",
      path,
    );
  const {code = "", path: where} = fault as NodeJS.ErrnoException;
  const isOwn = where !== undefined && (drafts.includes(where) || where === dirname(path) || where === path);
  const isSqlite = code === "ERR_SQLITE_ERROR" && /unable to open|readonly/i.test((fault as Error).message);
  if (!isSqlite && !(isOwn && ["EACCES", "EPERM", "EROFS"].includes(code))) return null;
  return cannotWrite("it may not be written there", path);
}

function cannotWrite(why: string, path: string): UserError {
  const help = "name a file in a folder that you may write in";
  return new UserError("OUTPUT_REFUSED", `the backup cannot be written: ${why}`, help, path);
}
