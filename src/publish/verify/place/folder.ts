import {createHash} from "node:crypto";
import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import {join, resolve} from "node:path";
import {formatSize} from "../../../base/size.ts";
import {visible} from "../../../base/text.ts";
import {readKeptFile} from "../../../workspace/kept-file.ts";
import {type FileTree, mostOf, type PlacedFile, placedFile, type RefusedEntry, refusedPlace} from "./place.ts";

/**
 * A folder as a place. No link is followed, not even one that leads to a file beside it.
 *
 * @param isWanted Which names at the folder's top are looked at.
 * @throws {UserError} EDITION_REFUSED where there is more than any archive has.
 */
export function folderPlace(root: string, isWanted: (name: string) => boolean = () => true): FileTree {
  const files = new Map<string, PlacedFile>();
  const folders: string[] = [];
  const refused: RefusedEntry[] = [];
  const walk = (folder: string, depth: number): void => {
    for (const entry of entriesOf(join(root, folder))) {
      if (folder === "" && !isWanted(entry.name)) continue;
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      // What is no UTF-8 comes with a sign in its place, and is not found by that.
      if (entry.name.includes("\ufffd")) refused.push({name, what: "has a name that is no UTF-8"});
      else if (entry.isDirectory()) {
        folders.push(name);
        if (depth >= mostOf.depth) refused.push({name, what: "lies deeper than anything of an archive"});
        else walk(name, depth + 1);
      } else if (entry.isFile()) files.set(name, fileAt(join(root, name)));
      else refused.push({name, what: entry.isSymbolicLink() ? "is a link" : "is no file"});
      if (files.size + folders.length + refused.length > mostOf.files)
        throw refusedPlace("it holds more files than any archive", root);
    }
  };
  walk("", 0);
  return {files, folders, refused};
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    throw refusedPlace(`a folder cannot be read (${code})`, visible(folder), "see who may read it");
  }
}

/** Is it a folder, a file, or not there? A place that a person names may be a link. */
export function kindOfPlace(path: string): "folder" | "file" | null {
  const stat = statSync(path, {throwIfNoEntry: false});
  return stat?.isDirectory() ? "folder" : stat?.isFile() ? "file" : null;
}

/**
 * A PDF that a person names; null where it is none.
 *
 * @throws {UserError} EDITION_REFUSED where it cannot be read.
 */
export function pdfAt(path: string, cwd: string): Buffer | null {
  const at = resolve(cwd, path);
  if (kindOfPlace(at) !== "file") return null;
  const head = Buffer.alloc(5);
  const file = openSync(at, "r");
  try {
    readSync(file, head, 0, 5, 0);
  } finally {
    closeSync(file);
  }
  const limits = {code: "EDITION_REFUSED", name: "PDF", help: "name a PDF of an edition", where: path} as const;
  return head.toString("latin1") === "%PDF-" ? readKeptFile(at, limits) : null;
}

function fileAt(path: string): PlacedFile {
  return placedFile({
    read: () => fromOpen(path, mostOf.fileBytes, (file) => readFileSync(file)),
    hash: () => fromOpen(path, mostOf.hashedBytes, hashOf),
  });
}

const pieceBytes = 2 ** 20;

function hashOf(file: number): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (let left = mostOf.hashedBytes; left > 0; ) {
    const count = readSync(file, piece, 0, pieceBytes, null);
    if (count === 0) break;
    hash.update(piece.subarray(0, count));
    left -= count;
  }
  return hash.digest("hex");
}

/** What is read of a file that is as large as it may be. */
function fromOpen<T>(path: string, most: number, use: (file: number) => T): T {
  try {
    if (lstatSync(path).size > most) throw refusedPlace(`the file is larger than ${formatSize(most)}`, path);
    // What was a file when the folder was looked at may be a link by now.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      return use(file);
    } finally {
      closeSync(file);
    }
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code === undefined || code === "EDITION_REFUSED") throw fault;
    throw refusedPlace(`the file cannot be read (${code})`, path, "see who may read it");
  }
}
