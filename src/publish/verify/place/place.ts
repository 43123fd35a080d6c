import {UserError} from "../../../base/error.ts";
import {visible} from "../../../base/text.ts";

/** A file of a place, which is read when it is asked for. */
export interface PlacedFile {
  /**
   * Its bytes, all at once.
   *
   * @throws {UserError} EDITION_REFUSED where it is larger than {@link mostOf} says, or cannot be read.
   */
  read(): Buffer;
  /**
   * Its SHA-256 in 64 hexadecimal digits, of a file of any size that may be hashed: piece by piece, and once however often it is asked for.
   *
   * @throws {UserError} EDITION_REFUSED
   */
  sha256(): string;
}

/** A file of a place, by how its bytes and its hash are found. */
export function placedFile(found: {read(): Buffer; hash(): string}): PlacedFile {
  let known: string | null = null;
  return {
    read: () => found.read(),
    sha256() {
      known ??= found.hash();
      return known;
    },
  };
}

/** Something that stands in a place and may not be read: a link, a name that leads elsewhere. */
export interface RefusedEntry {
  readonly name: string;
  /** Behind the name: "is a link". */
  readonly what: string;
}

/** Where editions lie: a folder, or a zip of one. */
export interface FileTree {
  /** By the name from the place's root, with `/` between its parts. */
  readonly files: ReadonlyMap<string, PlacedFile>;
  /** Names of folders, empty ones too. */
  readonly folders: readonly string[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * No more of a place is read: an archive has thousands of files, and none of them is larger than a report.
 *
 * What is larger than `fileBytes` is hashed all the same, up to `hashedBytes`: that it is what was signed can be said of any file.
 */
export const mostOf = {
  ...{files: 500_000, depth: 6, editions: 5_000},
  ...{fileBytes: 64e6, hashedBytes: 16e9, allBytes: 512e6},
} as const;

/** The fault of a place that cannot be looked at. */
export function refusedPlace(fault: string, where: string, help = "get it again from its publisher"): UserError {
  return new UserError("EDITION_REFUSED", fault, help, where);
}

/**
 * The parts of a place that lie in folders of it; names are then from there. Looks at each name once, however many folders there are.
 */
export function partsByFolder(place: FileTree, folders: ReadonlySet<string>): ReadonlyMap<string, FileTree> {
  const empty = () => ({files: new Map<string, PlacedFile>(), folders: [] as string[], refused: [] as RefusedEntry[]});
  const parts = new Map([...folders].map((folder) => [folder, empty()]));
  for (const [name, file] of place.files) {
    for (const [folder, own] of foldersOf(name, folders)) parts.get(folder)!.files.set(own, file);
  }
  for (const {name, what} of place.refused) {
    for (const [folder, own] of foldersOf(name, folders)) parts.get(folder)!.refused.push({name: own, what});
  }
  for (const name of place.folders) {
    for (const [folder, own] of foldersOf(name, folders)) parts.get(folder)!.folders.push(own);
  }
  return parts;
}

/** In which of some folders a name lies, and what it is called from there. */
function foldersOf(name: string, folders: ReadonlySet<string>): [folder: string, own: string][] {
  const found: [string, string][] = folders.has("") ? [["", name]] : [];
  for (let cut = name.indexOf("/"); cut >= 0; cut = name.indexOf("/", cut + 1)) {
    const folder = name.slice(0, cut);
    if (folders.has(folder)) found.push([folder, name.slice(cut + 1)]);
  }
  return found;
}

/**
 * The text of a file that an edition has to have.
 *
 * @param where The place, for the message.
 * @throws {UserError} EDITION_REFUSED where it is not there, is not UTF-8, or may not be read.
 */
export function textOf(place: FileTree, name: string, where: string): string {
  const file = place.files.get(name);
  const at = `${where}/${visible(name)}`;
  if (file === undefined) throw refusedPlace("there is no such file", at);
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(file.read());
  } catch (fault) {
    if (fault instanceof UserError) throw fault;
    throw refusedPlace("the file is not UTF-8", at);
  }
}
