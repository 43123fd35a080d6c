/** The longest name of a file that disks take, in bytes. */
const longestName = 255;
/** Folders that are deeper are nobody's. */
const mostParts = 32;

/**
 * What keeps a path in an archive from being that of a file in the folder that it is unpacked into; null where nothing does.
 *
 * @returns Behind the path: "leads out of the folder".
 */
export function nameFault(path: string): string | null {
  if (path === "" || path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is no path in a folder";
  if (path.includes("\\")) return "has a \\ in it, which parts names on Windows alone";
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(path)) return "has signs that are not seen";
  const parts = path.split("/");
  if (parts.includes("..")) return "leads out of the folder";
  if (parts.some((part) => part === "" || part.startsWith("."))) return "has a part that no backup has";
  if (parts.length > mostParts || parts.some((part) => Buffer.byteLength(part) > longestName)) return "is too long";
  return null;
}

/** Two paths that are one on disks that know no capitals, or of which one is a folder of the other; null where all are told apart. */
export function sameNames(paths: readonly string[]): readonly [string, string] | null {
  const known = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const path of paths) {
    const name = folded(path);
    const other = known.get(name) ?? folders.get(name);
    if (other !== undefined) return [other, path];
    known.set(name, path);
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      const twin = folders.get(folded(folder));
      // The same folder in another spelling would be one folder there, and two here.
      if (twin !== undefined && !twin.startsWith(`${folder}/`)) return [twin, path];
      if (known.has(folded(folder))) return [known.get(folded(folder))!, path];
      if (twin === undefined) folders.set(folded(folder), path);
    }
  }
  return null;
}

function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
