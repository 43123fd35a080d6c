/** What is wrong with one of several names. */
export interface NameFault {
  readonly name: string;
  /** Which of the names, from 0. */
  readonly place: number;
  /** Behind the name: "leads out of the folder". */
  readonly what: string;
}

const longest = 240;

/**
 * Which names of files in a folder mean something else than a file of their own in that folder, here or on another machine?
 *
 * Absolute ones, those that go upwards, drives, a name twice, two that differ in case or in how their letters are put together, and
 * one that is a folder and a file.
 */
export function nameFaults(names: readonly string[]): NameFault[] {
  const taken = new Map<string, string>();
  const folders = new Map<string, string>();
  return names.flatMap((name, place) => {
    const what = faultOf(name) ?? clashOf(name, taken, folders);
    return what === null ? [] : [{name, place, what}];
  });
}

function faultOf(name: string): string | null {
  if (Buffer.byteLength(name) > longest) return "is longer than any name in an edition";
  if (name.includes("\0")) return "holds a zero";
  // On Windows the other slash parts names, too.
  const parts = name.split(/[/\\]/);
  if (parts.includes("..")) return "leads out of the folder";
  if (parts[0] === "" || /^[A-Za-z]:/.test(name)) return "is absolute";
  if (parts.some((part) => part === "" || part === ".")) return "has a part without a name";
  return null;
}

function clashOf(name: string, taken: Map<string, string>, folders: Map<string, string>): string | null {
  const folded = foldName(name);
  const other = taken.get(folded);
  if (other !== undefined)
    return other === name ? "stands there twice" : "is the name of another file in other letters";
  taken.set(folded, name);
  const parts = name.split("/");
  const above = parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join("/"));
  if (folders.has(folded) || above.some((folder) => taken.has(foldName(folder)))) return "is a file and a folder";
  for (const folder of above) {
    const written = folders.get(foldName(folder)) ?? folder;
    if (written !== folder) return "is in a folder that another name writes in other letters";
    folders.set(foldName(folder), folder);
  }
  return null;
}

/** A name as a machine takes it that does not tell capitals from small letters, nor two ways of writing an accent. */
export function foldName(name: string): string {
  return name.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}
