import {realpathSync} from "node:fs";
import {basename, dirname, resolve} from "node:path";
import {formatNumber} from "../../base/number.ts";
import {isPeriod} from "../../base/period.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {type ArchivedFolder, archivedFolders, isSealed, type Stray} from "./archived-folders.ts";
import {folderPlace, kindOfPlace} from "./place/folder.ts";
import {type FileTree, mostOf, partsByFolder, refusedPlace} from "./place/place.ts";
import {otherThanZip} from "./place/what-it-is.ts";
import {zipPlace} from "./place/zip.ts";

/** A folder of an archive that was sealed, or is called as if it were: an edition, or what was said of one. */
export interface SealedPlace extends ArchivedFolder {
  readonly place: FileTree;
}

/** Editions beside each other, and which of them were named. */
export interface Archive {
  readonly where: string;
  /** The folder or the zip that was looked at, where it really is on this machine. */
  readonly root: string;
  /** Was all of it named, and not one folder? */
  readonly isWhole: boolean;
  readonly sealed: readonly SealedPlace[];
  /** Editions that are to be verified; the others stand beside them. */
  readonly named: readonly SealedPlace[];
  /** What was said of editions that are not there, and is to be verified by itself. */
  readonly alone: readonly SealedPlace[];
  /** What is called as if it belonged to what is to be verified, and does not. */
  readonly strays: readonly Stray[];
  /** `keys.txt`; null where there is none. */
  readonly keys: (() => Buffer) | null;
}

/**
 * What is there of editions: one that is named, all of a folder or of a zip.
 *
 * Of an edition's own folder, the one that it lies in is looked at, too, and there only what is called like an edition.
 *
 * @param path As it was named, from `cwd`.
 * @throws {UserError} EDITION_REFUSED
 */
export function openArchive(path: string, cwd: string): Archive {
  const at = resolve(cwd, path);
  const kind = kindOfPlace(at);
  if (kind === null)
    throw refusedPlace(
      "there is no such folder or file",
      path,
      "name the folder of an edition, or a zip or PDF of one",
    );
  if (kind === "file") return {...archiveOf(zipAt(at, path), path), root: realpathSync(at)};
  const own = folderPlace(at);
  const name = basename(at);
  if (!isSealed(own) || !isPeriod(periodIn(name))) return {...archiveOf(own, path), root: realpathSync(at)};
  const beside = folderPlace(dirname(at), (other) => other === "keys.txt" || isPeriod(periodIn(other)));
  return {...archiveOf(beside, path, name), root: realpathSync(dirname(at))};
}

function periodIn(name: string): string {
  return name.replace(/\.(?:errata|announced)$/, "");
}

/** What is no zip is told by what it is. */
function zipAt(at: string, path: string): FileTree {
  try {
    return zipPlace(at);
  } catch (fault) {
    throw otherThanZip(at, path) ?? fault;
  }
}

/** @param only The one folder that was named; null where all are. */
function archiveOf(place: FileTree, where: string, only: string | null = null): Omit<Archive, "root"> {
  const {folders, strays} = archivedFolders(place);
  const parts = partsByFolder(place, new Set(folders.map(({name}) => name)));
  const sealed = folders.map((folder) => ({...folder, place: parts.get(folder.name)!}));
  const editions = new Set(sealed.flatMap(({kind, name}) => (kind === "edition" ? [name] : [])));
  const isAsked = ({name}: {readonly name: string}): boolean => only === null || name === only;
  const named = sealed.filter((one) => one.kind === "edition" && isAsked(one));
  const alone = sealed.filter((one) => {
    return one.kind !== "edition" && (only === null ? !editions.has(one.about) : one.name === only);
  });
  const [first] = [...named, ...alone];
  if (first === undefined) {
    const help = "name a folder with edition.json in it, the folder that such lie in, or a zip or PDF of one";
    if (!place.files.has(configName)) throw refusedPlace("there is no edition", where, help);
    const begin = "publish a report first; then name published, the folder that its editions lie in";
    throw refusedPlace("nothing was published in this workspace yet, so that there is no edition", where, begin);
  }
  if (named.length > mostOf.editions) {
    const fault = `there are more than ${formatNumber(mostOf.editions)} editions`;
    throw refusedPlace(fault, where, "name one of them, or fewer in a folder of their own");
  }
  // Of several lists, that beside the editions.
  const above = first.about.split("/").slice(0, -1).join("/");
  const keys = place.files.get(above === "" ? "keys.txt" : `${above}/keys.txt`);
  const own = strays.filter(({about}) => only === null || about === null || about === only);
  return {where, isWhole: only === null, sealed, named, alone, strays: own, keys: keys ? () => keys.read() : null};
}
