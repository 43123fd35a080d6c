import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {setImmediate as others} from "node:timers/promises";
import {checkRunning} from "../../../base/ending/stopping.ts";
import {UserError} from "../../../base/error.ts";
import {makeFolder} from "../../../base/make-folder.ts";
import {refuseLinks} from "../../../base/own-files.ts";
import {sha256} from "../../../base/sha256.ts";
import {syncFile, syncFolder} from "../../../base/whole-file.ts";
import {asWriteFault} from "../../../base/write-fault.ts";
import {damaged} from "../../../report/restate/published.ts";
import {clearDraftFolders, type FolderDraft, openDraft} from "../../../workspace/folder-draft.ts";
import {type Entries, type Manifest, manifestName, printManifest} from "./manifest.ts";

/** A file that is copied. */
export interface CopiedFile {
  readonly copyOf: string;
  /** Of the copy. */
  readonly bytes: number;
  /** What becomes of it in the archive; left out where it is copied as it is. */
  readonly as?: (bytes: Buffer) => Buffer;
}

/** Something that has its place in the archive. */
export interface OutputFile {
  readonly path: string;
  /** The same for as long as the content is the same; null where that is told by the content alone. Of a copy, its SHA-256. */
  readonly stamp: string | null;
  /** What it holds: text that is made, or the file that it is a copy of; the stamp of that is the SHA-256 of the copy. */
  readonly content: {readonly make: () => string} | CopiedFile;
}

/** What became of the folder. */
export interface Written {
  readonly files: number;
  /** Made anew or for the first time. */
  readonly written: number;
  readonly removed: number;
}

/** Where an archive is put, and what lies there. */
export interface SitePlace {
  readonly output: string;
  /** Null where it is new, or empty. */
  readonly before: Manifest | null;
  readonly generator: string;
}

/** So many files are written before others have their turn: whoever stops it is heard then. */
const betweenPauses = 50;

/**
 * Brings the folder of an archive to what it is to be: only what changed is written.
 *
 * All of it is written beside the archive first. A new archive is then put into its place at once; in one that is there, what is new
 * comes first, then file after file takes the place of the old, in the order given, and what is no longer part of it goes last. So each file is whole at
 * every moment, links lead somewhere, and a full disk changes nothing. Whoever is killed meanwhile leaves an archive that the next
 * build completes. What others have put into the folder stays. The disk is not waited for: what a power cut takes is missed by its
 * size, and made again.
 *
 * @throws {UserError} OUTPUT_REFUSED, PUBLISHED_DAMAGED, DISK_FULL, WORKSPACE_DENIED; ABORTED
 */
export async function writeSite(
  files: readonly OutputFile[],
  place: SitePlace,
  signal?: AbortSignal,
): Promise<Written> {
  const {output, before, generator} = place;
  const isWhole = isReplaceable(output);
  const above = isWhole ? dirname(output) : output;
  let opened: FolderDraft | null = null;
  try {
    makeFolder(above);
    // A first build that was killed when its archive had just got its place has left the rest of its draft beside it.
    if (!isWhole) clearDraftFolders(dirname(output));
    opened = openDraft(above);
    const draft = opened.files;
    const {entries, made} = await writeDrafts(draft, files, place, signal);
    const list = printManifest(entries, generator);
    const removed = Object.keys(before?.files ?? {}).filter((path) => !entries.has(path));
    if (isWhole) {
      writeFileSync(join(draft, manifestName), list);
      placeWhole(draft, output);
      syncFolder(above);
    } else if (made.length > 0 || removed.length > 0) {
      update(draft, {made, removed, list, unsure: printManifest(unsureOf(before, made), generator)}, output);
    }
    return {files: entries.size, written: made.length, removed: removed.length};
  } catch (cause) {
    throw asWriteFault(cause, output) ?? cause;
  } finally {
    opened?.remove();
  }
}

/** Can the folder be put into its place as a whole? Where nothing lies there yet, and it is not where another disk begins. */
function isReplaceable(output: string): boolean {
  if (!existsSync(output)) return true;
  return readdirSync(output).length === 0 && statSync(output).dev === statSync(dirname(output)).dev;
}

/** @throws {UserError} OUTPUT_REFUSED where something was put there since it was looked at. */
function placeWhole(draft: string, output: string): void {
  try {
    if (existsSync(output)) rmdirSync(output);
    renameSync(draft, output);
  } catch (fault) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes((fault as NodeJS.ErrnoException).code ?? ""))
      throw fault;
    const what = "another has put something there while the archive was built; that stays as it is";
    throw new UserError("OUTPUT_REFUSED", what, "let nobody else build into the same folder, and build again", output);
  }
}

interface Drafts {
  /** Every file that belongs to the archive. */
  readonly entries: Entries;
  /** Those that lie in the draft. */
  readonly made: readonly string[];
}

async function writeDrafts(
  draft: string,
  files: readonly OutputFile[],
  {output, before}: SitePlace,
  signal: AbortSignal | undefined,
): Promise<Drafts> {
  const entries: Entries = new Map();
  const made: string[] = [];
  const folders = new Set([draft]);
  for (const [place, {path, stamp, content}] of files.entries()) {
    if (place % betweenPauses === 0) await others();
    checkRunning(signal);
    const known = before?.files[path];
    const isThere = known !== undefined && lstatSync(join(output, path), {throwIfNoEntry: false})?.size === known[0];
    if (isThere && stamp !== null && known[1] === stamp) {
      entries.set(path, known);
      continue;
    }
    const held = "make" in content ? Buffer.from(content.make()) : readCopied(content, stamp!);
    const own = stamp ?? sha256(held);
    entries.set(path, [held.length, own]);
    if (isThere && known[1] === own) continue;
    const target = join(draft, path);
    makeFolderOnce(dirname(target), folders);
    writeFileSync(target, held);
    made.push(path);
  }
  return {entries, made};
}

/** What is copied is what was sealed, whatever happened since it was looked at. */
function readCopied({copyOf: path, as}: CopiedFile, hash: string): Buffer {
  const read = readFileSync(path);
  const bytes = as === undefined ? read : as(read);
  if (sha256(bytes) !== hash) throw damaged("it was changed", path);
  return bytes;
}

function makeFolderOnce(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  makeFolderOnce(dirname(folder), known);
  refuseLinks([folder]);
  mkdirSync(folder, {recursive: true});
  known.add(folder);
}

/** What is known of the files while they take their places: of those that do, nothing. */
function unsureOf(before: Manifest | null, made: readonly string[]): Entries {
  const entries: Entries = new Map(Object.entries(before?.files ?? {}));
  for (const path of made) entries.set(path, [0, ""]);
  return entries;
}

interface Update {
  readonly made: readonly string[];
  readonly removed: readonly string[];
  /** The list of files as it is to be, and as it is meanwhile. */
  readonly list: string;
  readonly unsure: string;
}

function update(draft: string, {made, removed, list, unsure}: Update, output: string): void {
  replaceManifest(draft, unsure, output);
  const folders = new Set([output]);
  // What is new first: nothing leads there yet, and what takes the place of old pages may lead to it.
  const isThere = (path: string): boolean => existsSync(join(output, path));
  for (const path of [...made.filter((one) => !isThere(one)), ...made.filter(isThere)]) {
    const target = join(output, path);
    makeFolderOnce(dirname(target), folders);
    if (lstatSync(target, {throwIfNoEntry: false})?.isDirectory()) rmSync(target, {recursive: true});
    renameSync(join(draft, path), target);
  }
  for (const path of removed) removeFile(output, path);
  replaceManifest(draft, list, output);
  syncFolder(output);
}

function replaceManifest(draft: string, text: string, output: string): void {
  writeFileSync(join(draft, manifestName), text);
  syncFile(join(draft, manifestName));
  renameSync(join(draft, manifestName), join(output, manifestName));
}

/** Takes a file of the archive away, and the folders that are empty then. */
function removeFile(output: string, path: string): void {
  rmSync(join(output, path), {force: true});
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const own = join(output, folder);
    if (!existsSync(own) || readdirSync(own).length > 0) return;
    rmdirSync(own);
  }
}
