import {visible} from "../../../base/text.ts";
import {ArchiveFault} from "../../../intake/archives/member.ts";
import {zipEntries} from "../../../intake/archives/zip.ts";
import {nameFaults} from "../../signatures/file-names.ts";
import {type FileTree, mostOf, type PlacedFile, refusedPlace} from "./place.ts";

/** Text packs to a twentieth; what grows more was made to fill memory. */
const mostGrowth = 200;
const smallBytes = 2 ** 20;

/**
 * A zip as a place; nothing is written to the disk.
 *
 * @throws {UserError} EDITION_REFUSED for one that is damaged or encrypted, holds links or names that lead out of it or clash, or grows
 *   beyond all measure.
 */
export async function zipPlace(path: string): Promise<FileTree> {
  const files = new Map<string, PlacedFile>();
  const names: string[] = [];
  let all = 0;
  try {
    for await (const entry of zipEntries(path)) {
      const at = `${path}: ${visible(entry.name.slice(0, 200))}`;
      if (entry.name.endsWith("/")) continue;
      if (entry.isLink) throw refusedPlace("the zip holds a link", at);
      names.push(entry.name);
      if (names.length > mostOf.files) throw refusedPlace("it holds more files than any archive", path);
      if (entry.refused !== null) throw refusedPlace(`a file ${entry.refused}`, at);
      const bytes = await contentOf(entry.bytes(), Math.min(mostOf.fileBytes, mostOf.allBytes - all));
      if (bytes === null) throw refusedPlace("the zip holds more than any archive", at);
      if (bytes.length > smallBytes && bytes.length > entry.packedBytes * mostGrowth) {
        throw refusedPlace(`a file grows to more than ${mostGrowth} times what it is packed`, at);
      }
      all += bytes.length;
      files.set(entry.name, {bytes: bytes.length, read: () => bytes});
    }
  } catch (fault) {
    if (fault instanceof ArchiveFault) throw refusedPlace(`the zip ${fault.message}`, path);
    throw fault;
  }
  const [clash] = nameFaults(names);
  if (clash) throw refusedPlace(`the name ${clash.what}`, `${path}: ${visible(clash.name.slice(0, 200))}`);
  return {files, refused: []};
}

async function contentOf(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return null;
    kept.push(piece);
  }
  return Buffer.concat(kept, length);
}
