import {UserError} from "../../../base/error.ts";
import {visible} from "../../../base/text.ts";

/** A file of a place, which is read when it is asked for. */
export interface PlacedFile {
  readonly bytes: number;
  /** @throws {UserError} EDITION_REFUSED */
  read(): Buffer;
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

/** No more of a place is read: an archive has thousands of files, and none of them is larger than a report. */
export const mostOf = {files: 500_000, fileBytes: 64 * 2 ** 20, allBytes: 2 ** 29, depth: 6} as const;

/** The fault of a place that cannot be looked at. */
export function refusedPlace(fault: string, where: string, help = "get it again from its publisher"): UserError {
  return new UserError("EDITION_REFUSED", fault, help, where);
}

/** The part of a place that lies in a folder of it; names are then from there. */
export function within(place: FileTree, folder: string): FileTree {
  const beginning = folder === "" ? "" : `${folder}/`;
  const files = [...place.files].flatMap(([name, file]) => {
    return name.startsWith(beginning) ? [[name.slice(beginning.length), file] as const] : [];
  });
  const refused = place.refused.flatMap(({name, what}) => {
    return name.startsWith(beginning) ? [{name: name.slice(beginning.length), what}] : [];
  });
  // Whose folders were looked at for is known by then.
  return {files: new Map(files), folders: [], refused};
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
