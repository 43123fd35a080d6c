import {isPeriod} from "../../base/period.ts";
import type {FileTree} from "./place/place.ts";

/** A folder of an archive that is sealed, or that is called as if it were. */
export interface ArchivedFolder {
  readonly kind: "edition" | "erratum" | "announcement";
  /** From the archive's root: `2005-H2`, `2005-H2.errata/1`. */
  readonly name: string;
  /** The name of the edition that it is of, or that it is. */
  readonly about: string;
}

/** Something that is called as if it belonged to an edition, and is nothing that anybody can have sealed. */
export interface Stray {
  readonly name: string;
  /** The name of the edition to which it would belong; null where it would be the archive's. */
  readonly about: string | null;
  /** Behind the name: "is a link". */
  readonly what: string;
}

/** What an archive has of editions. */
export interface ArchivedFolders {
  readonly folders: readonly ArchivedFolder[];
  readonly strays: readonly Stray[];
}

/** What tells a sealed folder, even where one of them was taken away. */
const marks: ReadonlySet<string> = new Set(["SHA256SUMS", "SHA256SUMS.minisig", "edition.json"]);

/** Is it a sealed folder itself, or was it one? */
export function isSealed({files}: FileTree): boolean {
  return [...marks].some((name) => files.has(name));
}

/**
 * Which folders are sealed, and which beside them are called like those? A folder that has lost its seal is still one that somebody takes for an
 * edition.
 */
export function archivedFolders(place: FileTree): ArchivedFolders {
  const sealed = sealedNames(place);
  if (sealed.has("")) return {folders: [{kind: kindOf(place, ""), name: "", about: ""}], strays: []};
  const homes = new Set([...sealed].map(homeOf));
  const children = childrenIn(place, (folder) => homes.has(folder) || homes.has(homeOf(`${folder}/1`)));
  const found: ArchivedFolders[] = [...homes].flatMap((home) => {
    const own = [...(children.get(home) ?? [])];
    return own.map(([child, kind]) => childOf(inside(home, child), kind, {place, sealed, children}));
  });
  const byName = (one: {readonly name: string}, other: {readonly name: string}): number =>
    one.name < other.name ? -1 : Number(one.name > other.name);
  return {
    folders: found.flatMap(({folders}) => folders).sort(byName),
    strays: found.flatMap(({strays}) => strays).sort(byName),
  };
}

/** Folders with a mark in them; what lies in one belongs to it, whatever it is. */
function sealedNames({files}: FileTree): ReadonlySet<string> {
  const marked = new Set([...files.keys()].flatMap((name) => (marks.has(lastPart(name)) ? [parentOf(name)] : [])));
  return new Set([...marked].filter((name) => !foldersAbove(name).some((above) => marked.has(above))));
}

/** The folders that a name lies in, from the root, `""`, on. */
export function foldersAbove(name: string): string[] {
  if (name === "") return [];
  const parts = name.split("/");
  return parts.map((_, depth) => parts.slice(0, depth).join("/"));
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The folder in which editions lie, of the name of one of them or of an erratum. */
function homeOf(name: string): string {
  const parent = parentOf(name);
  return calledAs(lastPart(parent))?.kind === "erratum" ? parentOf(parent) : parent;
}

/** What a name beside editions stands for; null where it is called otherwise. */
function calledAs(name: string): {readonly kind: ArchivedFolder["kind"]; readonly period: string} | null {
  const [, period = "", ending] = /^(\d{4}.*?)(\.errata|\.announced)?$/s.exec(name) ?? [];
  if (!isPeriod(period)) return null;
  return {kind: ending === ".errata" ? "erratum" : ending === undefined ? "edition" : "announcement", period};
}

/** Of which period would a person think that a name is that no edition has: in small letters, with a blank, with another dash? Null where of none. */
function almostCalled(name: string): string | null {
  const plain = name
    .normalize("NFKC")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/\.+$/, "")
    .toUpperCase();
  return calledAs(plain.replace(/\.[A-Z]+$/, (ending) => ending.toLowerCase()))?.period ?? null;
}

/** What lies in some folders: of each name "folder", "file", or what is wrong with it. */
type Children = ReadonlyMap<string, ReadonlyMap<string, string>>;

function childrenIn(place: FileTree, isWanted: (folder: string) => boolean): Children {
  const children = new Map<string, Map<string, string>>();
  const note = (name: string, kind: string): void => {
    for (const above of foldersAbove(name)) {
      if (!isWanted(above)) continue;
      const own = children.get(above) ?? new Map<string, string>();
      children.set(above, own);
      const below = name.slice(above === "" ? 0 : above.length + 1).split("/");
      if (below.length > 1) own.set(below[0]!, "folder");
      else if (!own.has(below[0]!)) own.set(below[0]!, kind);
    }
  };
  for (const name of place.files.keys()) note(name, "file");
  for (const name of place.folders) note(name, "folder");
  for (const {name, what} of place.refused) note(name, what);
  return children;
}

function childOf(
  name: string,
  kind: string,
  {
    place,
    sealed,
    children,
  }: {readonly place: FileTree; readonly sealed: ReadonlySet<string>; readonly children: Children},
): ArchivedFolders {
  const called = calledAs(lastPart(name));
  if (lastPart(name) === "keys.txt" && kind !== "file") {
    return {folders: [], strays: [{name, about: null, what: kind === "folder" ? "is a folder" : kind}]};
  }
  if (called === null) {
    // A folder that is called otherwise is one that a person has unpacked.
    if (sealed.has(name)) return {folders: [{kind: kindOf(place, name), name, about: name}], strays: []};
    const period = almostCalled(lastPart(name));
    const strays =
      period === null ? [] : [{name, about: inside(parentOf(name), period), what: "is almost called like an edition"}];
    return {folders: [], strays};
  }
  const about = inside(parentOf(name), called.period);
  if (kind !== "folder") {
    return {folders: [], strays: [{name, about, what: kind === "file" ? "is no folder" : kind}]};
  }
  if (called.kind !== "erratum") return {folders: [{kind: called.kind, name, about}], strays: []};
  const own = [...(children.get(name) ?? [])].map(([child, what]) => ({name: `${name}/${child}`, child, what}));
  const [errata, others] = [own.filter(isErratum), own.filter((one) => !isErratum(one))];
  return {
    folders: errata.map((one) => ({kind: "erratum", name: one.name, about})),
    strays: [
      ...others.map((one) => {
        const what =
          one.what === "file" || one.what === "folder" ? "is no erratum, and nobody has signed it" : one.what;
        return {name: one.name, about, what};
      }),
      ...(own.length === 0 ? [{name, about, what: "is empty: its errata were taken away"}] : []),
    ],
  };
}

function isErratum({child, what}: {readonly child: string; readonly what: string}): boolean {
  return what === "folder" && /^[1-9]\d{0,5}$/.test(child);
}

/** Of a folder whose name does not say it. */
function kindOf({files}: FileTree, folder: string): ArchivedFolder["kind"] {
  const has = (name: string): boolean => files.has(inside(folder, name));
  if (has("edition.json")) return "edition";
  return has("erratum.json") ? "erratum" : has("announcement.json") ? "announcement" : "edition";
}
