import {randomUUID} from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";

const ending = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Nobody takes an hour to write one. */
const abandonedMs = 3_600_000;

/**
 * Writes a file so that at every moment, and after any crash, it is there as it was or as it is to be.
 *
 * It is on the disk when this returns, and keeps its mode and, as far as who writes may give files away, its owner. A link of its name is replaced, not followed. What a killed writer of the same
 * file has left beside it is taken away an hour later.
 *
 * @param mode Of a file that is new, as far as the person's mask lets it.
 * @throws What the file system says; nothing is changed then.
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): void {
  const there = lstatSync(path, {throwIfNoEntry: false});
  const folder = dirname(path);
  // A draft is not seen among what a person keeps there, and its name fits where that of the file does.
  const beginning = `.${basename(path).slice(0, 40)}.`;
  clearDrafts(folder, beginning);
  const draft = join(folder, `${beginning}${randomUUID()}`);
  try {
    // "wx": what somebody else has put there is not followed, and not written to.
    const file = openSync(draft, "wx", there?.isFile() ? 0o600 : mode);
    try {
      writeFileSync(file, content);
      if (there?.isFile()) keepOwner(file, there);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (fault) {
    rmSync(draft, {force: true});
    throw fault;
  }
  syncFolder(folder);
}

/**
 * Takes away what killed writers have left in a folder an hour ago.
 *
 * @param beginning Of the names: `.` for all, `.NAME.` for those of one file.
 */
export function clearDrafts(folder: string, beginning: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(beginning) || !ending.test(name.slice(beginning.length - 1))) continue;
    const path = join(folder, name);
    const stat = lstatSync(path, {throwIfNoEntry: false});
    if (stat?.isFile() && Date.now() - stat.mtimeMs > abandonedMs) rmSync(path, {force: true});
  }
}

function keepOwner(file: number, {uid, gid, mode}: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only root gives files away.
  }
  fchmodSync(file, mode & 0o7777);
}

/** Waits until what a file holds is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Sees to it that the names in a folder are on the disk, where the system does that by itself or has to be told. */
export function syncFolder(folder: string): void {
  let file: number;
  try {
    file = openSync(folder, "r");
  } catch {
    // Windows opens no folder; elsewhere a folder may be for writing only.
    return;
  }
  try {
    fsyncSync(file);
  } catch (fault) {
    // Not every file system knows what that means for a folder.
    if (!["EINVAL", "ENOTSUP"].includes((fault as NodeJS.ErrnoException).code ?? "")) throw fault;
  } finally {
    closeSync(file);
  }
}
