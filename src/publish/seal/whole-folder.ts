import {randomUUID} from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {deleteOwn, uuid} from "../../base/own-files.ts";
import {syncFolder} from "../../base/whole-file.ts";

/**
 * Writes a folder of files so that at every moment, and after any crash, it is there with all of them or not at all.
 *
 * Files and folders are on the disk before it has its name, and may only be read afterwards. Nothing is followed or written over: where something
 * of its name is there, it fails with EEXIST. Whoever calls it sees to it that nobody else writes in the folder above.
 *
 * @param files Their content by their path in the folder, with `/`.
 * @throws What the file system says; nothing is changed then.
 */
export function writeWholeFolder(above: string, name: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  const path = join(above, name);
  if (lstatSync(path, {throwIfNoEntry: false})) {
    throw Object.assign(new Error(`EEXIST: ${path} is there already`), {code: "EEXIST", path});
  }
  clearFolderDrafts(above, name);
  const draft = join(above, `.${name}.${randomUUID()}`);
  try {
    mkdirSync(draft, {mode: 0o755});
    const folders = new Set([draft]);
    for (const [file, content] of files) {
      const folder = dirname(join(draft, file));
      mkdirSync(folder, {recursive: true, mode: 0o755});
      folders.add(folder);
      writeSynced(join(draft, file), content);
    }
    for (const folder of folders) syncFolder(folder);
    renameSync(draft, path);
  } catch (fault) {
    removeFolder(draft);
    throw fault;
  }
  syncFolder(above);
  sealFolder(path);
}

/** Takes away what killed writers of the folder have left. */
export function clearFolderDrafts(above: string, name: string): void {
  const escaped = name.replace(/[^\w-]/g, "\\$&");
  deleteOwn(above, new RegExp(`^\\.${escaped}\\.${uuid}$`));
}

/** Lets nobody write in a folder any more, nor in what is in it; links are left as they are. */
export function sealFolder(path: string): void {
  for (const entry of readdirSync(path, {withFileTypes: true})) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) sealFolder(inside);
    else if (entry.isFile()) chmodSync(inside, 0o444);
  }
  chmodSync(path, 0o555);
}

function writeSynced(path: string, content: Uint8Array | string): void {
  const file = openSync(path, "wx", 0o644);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeFolder(path: string): void {
  rmSync(path, {recursive: true, force: true});
}
