import {basename, dirname, resolve} from "node:path";
import {isPeriod} from "../../base/period.ts";
import {folderPlace, kindOfPlace} from "./place/folder.ts";
import {type FileTree, refusedPlace, within} from "./place/place.ts";
import {zipPlace} from "./place/zip.ts";

/** A folder of an archive that was sealed: an edition, or what was said of one. */
export interface SealedPlace {
  readonly kind: "edition" | "erratum" | "announcement";
  /** As its folder is called: `2005-H2`, `2005-H2.errata/1`; "" where the edition alone was named. */
  readonly name: string;
  readonly place: FileTree;
}

/** Editions beside each other, and which of them were named. */
export interface Archive {
  readonly where: string;
  readonly sealed: readonly SealedPlace[];
  /** Those that are to be verified; the others stand beside them. */
  readonly named: readonly SealedPlace[];
  /** `keys.txt`; null where there is none. */
  readonly keys: (() => Buffer) | null;
}

const erratumName = /^(?:.*\/)?([^/]+)\.errata\/\d{1,6}$/;
const announcementName = /^(?:.*\/)?([^/]+)\.announced$/;

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
  if (kind === "file") return archiveOf(zipPlace(at), path);
  const own = folderPlace(at);
  if (!isSealed(own)) return archiveOf(own, path);
  const period = basename(at);
  if (!isPeriod(period)) return archiveOf(own, path);
  const beside = folderPlace(
    dirname(at),
    (name) => name === "keys.txt" || isPeriod(name.replace(/\.(?:errata|announced)$/, "")),
  );
  return archiveOf(beside, path, period);
}

function archiveOf(place: FileTree, where: string, period: string | null = null): Archive {
  const sealed = sealedIn(place);
  const editions = sealed.filter((one) => one.kind === "edition");
  const named = period === null ? editions : editions.filter(({name}) => name.split("/").at(-1) === period);
  if (named.length === 0) {
    const help = "name a folder with edition.json in it, the folder that such lie in, or a zip or PDF of one";
    throw refusedPlace("there is no edition", where, help);
  }
  // Of several lists, that beside the editions.
  const above = named[0]!.name.split("/").slice(0, -1).join("/");
  const keys = place.files.get(above === "" ? "keys.txt" : `${above}/keys.txt`);
  return {where, sealed, named, keys: keys ? () => keys.read() : null};
}

/** What tells a sealed folder, even where one of them was taken away. */
const marks = ["SHA256SUMS", "SHA256SUMS.minisig", "edition.json"];

function isSealed(place: FileTree): boolean {
  return marks.some((name) => place.files.has(name));
}

function sealedIn(place: FileTree): SealedPlace[] {
  const folders = [...place.files.keys()].flatMap((name) => {
    const cut = name.lastIndexOf("/");
    return marks.includes(name.slice(cut + 1)) ? [cut < 0 ? "" : name.slice(0, cut)] : [];
  });
  return [...new Set(folders)].sort().flatMap((name): SealedPlace[] => {
    const [erratum, announcement] = [erratumName.exec(name), announcementName.exec(name)];
    const kind = erratum ? "erratum" : announcement ? "announcement" : "edition";
    const own = (erratum ?? announcement)?.[1] ?? "";
    // A folder that is called otherwise is one that a person has unpacked; what is in an edition is the edition's.
    const isInside = folders.some((other) => other !== name && name.startsWith(other === "" ? "" : `${other}/`));
    return isInside || (kind !== "edition" && !isPeriod(own)) ? [] : [{kind, name, place: within(place, name)}];
  });
}
