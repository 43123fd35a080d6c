import {type Zippable, zipSync} from "fflate";

/**
 * Files as a ZIP that is the same whenever and wherever it is made.
 *
 * @param files By their names, in the order in which they shall stand; those whose names are in `stored` are not compressed.
 */
export function packed(files: ReadonlyMap<string, string | Uint8Array>, stored: readonly string[] = []): Uint8Array {
  // The packer writes times as the machine's clock shows them.
  const mtime = new Date(1980, 0, 1);
  const zippable: Zippable = {};
  for (const [name, content] of files) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    zippable[name] = [bytes, {level: stored.includes(name) ? 0 : 6, mtime, os: 0}];
  }
  return zipSync(zippable);
}
