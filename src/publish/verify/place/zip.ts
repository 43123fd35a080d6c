import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {crc32, inflateRawSync} from "node:zlib";
import {sha256} from "../../../base/sha256.ts";
import {nameFaults} from "../../signatures/file-names.ts";
import {type FileTree, mostOf, type PlacedFile, placedFile, refusedPlace} from "./place.ts";
import {unportable} from "./portable-name.ts";
import {ambiguous, placeInZip, type ReadAt, type ZipFileEntry, zipLayout} from "./zip-layout.ts";

/** Text packs to a twentieth; what grows more was made to fill memory. */
const mostGrowth = 200;
const smallBytes = 2 ** 20;

/**
 * A zip as a place; nothing is written to the disk.
 *
 * What is looked at here is what every program unpacks from it, or it is refused.
 *
 * @throws {UserError} EDITION_REFUSED for one that is damaged, encrypted, or can be read in two ways, holds links or names that lead out of it, clash
 *   or are others on another machine, or grows beyond all measure.
 */
export function zipPlace(path: string): FileTree {
  const file = openSync(path, "r");
  try {
    const read: ReadAt = (at, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, at));
    };
    const entries = zipLayout(read, fstatSync(file).size, path);
    refuseNames(entries, path);
    refuseSizes(entries, path);
    const files = new Map<string, PlacedFile>();
    for (const entry of entries) {
      const bytes = contentOf(entry, read, placeInZip(entry.name, path));
      if (!entry.name.endsWith("/")) files.set(entry.name, placedFile({read: () => bytes, hash: () => sha256(bytes)}));
    }
    const folders = entries.flatMap(({name}) => (name.endsWith("/") ? [name.slice(0, -1)] : []));
    return {files, folders, refused: []};
  } finally {
    closeSync(file);
  }
}

/** No name has it: what stands for a folder among the names of files. */
const inFolder = "\x01";

function refuseNames(entries: readonly ZipFileEntry[], path: string): void {
  const [clash] = nameFaults(entries.map(({name}) => (name.endsWith("/") ? name + inFolder : name)));
  if (clash) throw ambiguous(`the name ${clash.what}`, placeInZip(clash.name.replace(inFolder, ""), path));
  for (const {name} of entries) {
    const what = unportable(name);
    if (what !== null) throw ambiguous(`the name ${what}`, placeInZip(name, path));
  }
}

/** Before anything is unpacked: that what is said of the sizes is true is looked at with the content. */
function refuseSizes(entries: readonly ZipFileEntry[], path: string): void {
  let all = 0;
  for (const {name, bytes, packedBytes} of entries) {
    all += bytes;
    if (bytes > mostOf.fileBytes || all > mostOf.allBytes) {
      throw refusedPlace("the zip holds more than any archive", placeInZip(name, path));
    }
    if (bytes > smallBytes && bytes > packedBytes * mostGrowth) {
      throw refusedPlace(`a file grows to more than ${mostGrowth} times what it is packed`, placeInZip(name, path));
    }
    if (packedBytes > bytes + smallBytes)
      throw ambiguous("a file is packed to more than it is", placeInZip(name, path));
  }
}

function contentOf({method, at, packedBytes, bytes, crc}: ZipFileEntry, read: ReadAt, where: string): Buffer {
  const packed = read(at, packedBytes);
  const content = method === 0 ? packed : inflated(packed, bytes, where);
  if (content.length !== bytes || crc32(content) !== crc) throw refusedPlace("the zip is damaged", where);
  return content;
}

function inflated(packed: Buffer, bytes: number, where: string): Buffer {
  let unpacked: {readonly buffer: Buffer; readonly engine: {readonly bytesWritten: number}};
  try {
    unpacked = inflateRawSync(packed, {maxOutputLength: Math.max(1, bytes), info: true}) as unknown as typeof unpacked;
  } catch {
    throw refusedPlace("the zip is damaged", where);
  }
  // What stands behind the end of a content can be a file for a program that reads on.
  if (unpacked.engine.bytesWritten !== packed.length)
    throw ambiguous("something stands behind a file's content", where);
  return unpacked.buffer;
}
