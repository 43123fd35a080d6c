import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statfsSync,
  statSync,
  writeSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {isStopped, stopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {makeFolder} from "../../base/make-folder.ts";
import {syncFolder} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {openDraft} from "../../workspace/folder-draft.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Attendance} from "../listener.ts";
import {type BackedUpFile, type BackupManifest, workspacePrefix} from "./manifest.ts";
import {type BackupTaker, readBackup} from "./read.ts";

/** A backup, and where its workspace is to be. */
export interface RestoreRequest {
  readonly path: string;
  /** Whole path of a folder that is new or empty. */
  readonly folder: string;
}

/**
 * Reads all of a backup, and restores nothing.
 *
 * @throws {UserError} BACKUP_REFUSED, WORKSPACE_NEWER; ABORTED
 */
export async function checkBackup(path: string, attendance: Attendance = {}): Promise<BackupManifest> {
  const taker: BackupTaker = {
    begin: () => {},
    take: async (_, bytes) => {
      for await (const _piece of bytes);
    },
  };
  return readBackup(path, taker, attendance);
}

/**
 * Restores a workspace from its backup, into a folder that is new or empty: whole or not at all.
 *
 * Every file is compared with the backup's list, and on the disk, before the folder has its name.
 *
 * @throws {UserError} BACKUP_REFUSED, WORKSPACE_NEWER, OUTPUT_REFUSED, DISK_FULL, WORKSPACE_DENIED; ABORTED
 */
export async function restoreWorkspace(request: RestoreRequest, attendance: Attendance = {}): Promise<BackupManifest> {
  const folder = targetOf(request.folder);
  const above = dirname(folder);
  try {
    makeFolder(above);
    const draft = openDraft(above, "restored", 0o700);
    try {
      const manifest = await readBackup(request.path, takerInto(draft.files, above), attendance);
      for (const inside of foldersIn(draft.files)) syncFolder(inside);
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(draft.files, folder);
      syncFolder(above);
      sealFolders(folder, manifest);
      return manifest;
    } finally {
      draft.remove();
    }
  } catch (fault) {
    throw isStopped(fault) ? stopped("nothing was restored") : asPlaceFault(fault, folder);
  }
}

/** Where a folder is that is new or empty, without links. */
function targetOf(folder: string): string {
  const stat = statSync(folder, {throwIfNoEntry: false});
  if (stat === undefined) return folder;
  const real = realpathSync(folder);
  if (!stat.isDirectory()) throw notEmpty("a file stands in the place of the folder", folder);
  if (readdirSync(real).length > 0)
    throw notEmpty("the folder is not empty, and nothing is restored over anything", folder);
  if (stat.dev === statSync(dirname(real)).dev) return real;
  throw notEmpty("another disk begins in that folder, and a workspace gets its place as a whole", folder);
}

function notEmpty(what: string, folder: string): UserError {
  return new UserError("OUTPUT_REFUSED", what, "name a folder that is not there, or one in it", folder);
}

function takerInto(files: string, disk: string): BackupTaker {
  return {
    begin(manifest) {
      const {bavail, bsize} = statfsSync(disk);
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      if (bytes > bavail * bsize) throw noRoom(disk);
    },
    async take(file, bytes) {
      if (!file.path.startsWith(workspacePrefix)) {
        for await (const _ of bytes);
        return;
      }
      const path = join(files, file.path.slice(workspacePrefix.length));
      makeFolders(files, dirname(file.path.slice(workspacePrefix.length)));
      await writeFile(path, modeOf(file), bytes);
    },
  };
}

/** Store, desk and forum are for their owner alone. */
function makeFolders(files: string, folder: string): void {
  if (folder === ".") return;
  const isPrivate = ["store", "desk", "forum"].includes(folder.split("/")[0]!);
  mkdirSync(join(files, folder), {recursive: true, mode: isPrivate ? 0o700 : 0o777});
}

function modeOf({access}: BackedUpFile): number {
  return access === "usual" ? 0o666 : access === "sealed" ? 0o444 : 0o600;
}

async function writeFile(path: string, mode: number, bytes: AsyncIterable<Buffer>): Promise<void> {
  const file = openSync(path, "wx", mode);
  try {
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory());
  return [...inside.flatMap(({name}) => foldersIn(join(folder, name))), folder];
}

/** What is published is sealed: folders of files that may only be read take no other. */
function sealFolders(folder: string, {files}: BackupManifest): void {
  const published = files.filter(({path}) => path.startsWith(`${workspacePrefix}${publishedFolder}/`));
  const open = new Set(published.filter(({access}) => access !== "sealed").map(({path}) => dirname(path)));
  for (const path of new Set(published.map(({path: file}) => dirname(file)))) {
    if (!open.has(path)) chmodSync(join(folder, path.slice(workspacePrefix.length)), 0o555);
  }
}

function noRoom(where: string): UserError {
  return new UserError(
    "DISK_FULL",
    "there is no room left on the disk",
    "make room and run the same command again, or name a folder on another disk",
    where,
  );
}

function asPlaceFault(fault: unknown, folder: string): unknown {
  const written = asWriteFault(fault, folder);
  if (written === null || fault instanceof UserError) return written ?? fault;
  if (written.code === "DISK_FULL") return noRoom(folder);
  const what = "nothing may be written beside the folder, where a workspace is written before it gets its place";
  return new UserError("OUTPUT_REFUSED", what, "name a folder in one that you may write in", folder);
}
