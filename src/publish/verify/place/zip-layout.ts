import type {UserError} from "../../../base/error.ts";
import {visible} from "../../../base/text.ts";
import {refusedPlace} from "./place.ts";

/** One thing of a zip, as every program that unpacks it has to see it. */
export interface ZipFileEntry {
  readonly name: string;
  /** Of the content: 0 as it is, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its content begins in the file. */
  readonly at: number;
}

/** Some bytes of the file; fewer where it ends before. */
export type ReadAt = (at: number, length: number) => Buffer;

/** What an entry has in both of its headers. */
interface Header {
  /** The version of the form that a program has to know. */
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly name: Buffer;
  readonly extra: Buffer;
}

interface DirectoryEntry extends Header {
  readonly attributes: number;
  readonly at: number;
}

const signature = {local: 0x04034b50, directory: 0x02014b50, zip64: 0x07064b50, sizes: 0x08074b50};
const [endLength, longestComment, localLength, directoryLength] = [22, 65_535, 30, 46];
const longestDirectory = 2 ** 25;

const flag = {encrypted: 1, sizesBehind: 8, utf8: 0x800};
/** Deflated files and folders need no later one. */
const latestVersion = 20;
/** How hard it was packed, that its sizes stand behind it, that its name is UTF-8. */
const knownFlags = 6 | flag.sizesBehind | flag.utf8;

/** Fields that only say when a file was changed and whose it is. Others give it another name, a link's end, other sizes. */
const harmlessFields: ReadonlySet<number> = new Set([0x000a, 0x5455, 0x5855, 0x7855, 0x7875]);

/**
 * What stands in a zip, where there is only one way to read it.
 *
 * A zip names each file twice, at its content and in the directory at the end, and programs differ in which of both they go by. So both have to
 * say the same, no field may say something else than they do, and contents, directory and end have to lie one behind the other with nothing
 * before, between or behind them.
 *
 * @throws {UserError} EDITION_REFUSED
 */
export function zipLayout(read: ReadAt, size: number, where: string): readonly ZipFileEntry[] {
  const {count, from, until} = endOf(read, size, where);
  const directory = directoryOf(read(from, until - from), count, where);
  let next = 0;
  const entries = directory
    .toSorted((one, other) => one.at - other.at)
    .map((entry) => {
      const name = nameOf(entry, where);
      const at = placeInZip(name, where);
      if (entry.at !== next) throw ambiguous("something stands in the zip that its directory does not name", at);
      refuseKind(entry, name, at);
      const content = entry.at + localLength + localOf(read, entry, at);
      next = content + entry.packedBytes + sizesBehind(read, entry, content, at);
      const {crc, packedBytes, bytes} = entry;
      return {name, method: entry.method as 0 | 8, crc, packedBytes, bytes, at: content};
    });
  if (next !== from) throw ambiguous("something stands in the zip that its directory does not name", where);
  return entries;
}

/** A file of a zip, for a message. */
export function placeInZip(name: string, zip: string): string {
  return `${zip}: ${visible(name.slice(0, 200))}`;
}

/** A zip that two programs may read differently. */
export function ambiguous(fault: string, where: string): UserError {
  return refusedPlace(fault, where, "unpack it, look at what is there, and name the folder, or pack that with zip -rX");
}

function endOf(read: ReadAt, size: number, where: string) {
  const length = Math.min(size, endLength + longestComment);
  const tail = read(size - length, length);
  const at = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at < 0 || at + endLength > tail.length) throw refusedPlace("the zip breaks off, or is none", where);
  const [counts, from] = [[tail.readUInt16LE(at + 8), tail.readUInt16LE(at + 10)] as const, tail.readUInt32LE(at + 16)];
  const [bytes, comment] = [tail.readUInt32LE(at + 12), tail.readUInt16LE(at + 20)];
  const until = size - length + at;
  const isZip64 = counts[1] === 0xffff || bytes === 0xffffffff || from === 0xffffffff;
  const isNamed = at >= 20 && tail.readUInt32LE(at - 20) === signature.zip64;
  if (isZip64 || isNamed) throw ambiguous("the zip is of the form for very large ones", where);
  const isOne = tail.readUInt32LE(at + 4) === 0 && counts[0] === counts[1];
  if (!isOne || from + bytes !== until || until + endLength + comment !== size) {
    throw ambiguous("something stands before the zip, behind it, or between its parts", where);
  }
  if (bytes > longestDirectory) throw refusedPlace("it holds more files than any archive", where);
  return {count: counts[1], from, until};
}

function directoryOf(bytes: Buffer, count: number, where: string): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (at + directoryLength <= bytes.length && bytes.readUInt32LE(at) === signature.directory) {
    const [name, extra] = [at + directoryLength, at + directoryLength + bytes.readUInt16LE(at + 28)];
    const comment = extra + bytes.readUInt16LE(at + 30);
    // A part of a zip in many files, of which this would be one.
    if (bytes.readUInt16LE(at + 34) !== 0) throw ambiguous("a file of the zip lies in another file", where);
    entries.push({
      ...headerOf(bytes, at + 6),
      ...{name: bytes.subarray(name, extra), extra: bytes.subarray(extra, comment)},
      ...{attributes: bytes.readUInt32LE(at + 38), at: bytes.readUInt32LE(at + 42)},
    });
    at = comment + bytes.readUInt16LE(at + 32);
  }
  if (at !== bytes.length || entries.length !== count) throw ambiguous("the zip's directory is damaged", where);
  return entries;
}

/** What both headers have in the same order, from the version on. */
function headerOf(bytes: Buffer, at: number): Omit<Header, "name" | "extra"> {
  const [needed, flags, method] = [0, 2, 4].map((from) => bytes.readUInt16LE(at + from)) as [number, number, number];
  const [crc, packedBytes, whole] = [10, 14, 18].map((from) => bytes.readUInt32LE(at + from)) as [
    number,
    number,
    number,
  ];
  return {needed, flags, method, crc, packedBytes, bytes: whole};
}

function nameOf({name, flags}: Header, where: string): string {
  const text = name.toString("latin1");
  if (!/[^ -~]/.test(text)) return text;
  const utf8 = name.toString();
  const isUtf8 = (flags & flag.utf8) !== 0 && Buffer.from(utf8).equals(name);
  if (!isUtf8)
    throw ambiguous("a name has letters that not every program reads the same", `${where}: ${visible(utf8)}`);
  return utf8;
}

/** What the high half of the attributes says of the kind, where it was written on Unix; the low half of a folder. */
const kinds = {mask: 0o170000, file: 0o100000, folder: 0o040000, folderOfDos: 0x10};

function refuseKind(
  {attributes, needed, flags, method, packedBytes, bytes, extra}: DirectoryEntry,
  name: string,
  at: string,
) {
  const kind = (attributes >>> 16) & kinds.mask;
  const isFolder = name.endsWith("/");
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder) throw refusedPlace("the zip holds a link", at);
  const isCalledOtherwise = isFolder ? kind === kinds.file || bytes > 0 : kind === kinds.folder;
  if (isCalledOtherwise || (!isFolder && (attributes & kinds.folderOfDos) !== 0)) {
    throw ambiguous("the zip says that it is a file and that it is a folder", at);
  }
  if ((flags & flag.encrypted) !== 0) throw refusedPlace("a file is encrypted", at);
  if ((flags & ~knownFlags) !== 0 || needed > latestVersion || (method !== 0 && method !== 8)) {
    throw refusedPlace(`a file is packed in a way that is not read (method ${method})`, at);
  }
  if (method === 0 && packedBytes !== bytes) throw ambiguous("a file has two lengths", at);
  // Who reads the zip from its beginning could not tell where such a file ends.
  if (method === 0 && (flags & flag.sizesBehind) !== 0 && bytes > 0) {
    throw ambiguous("where a file ends is said behind it alone", at);
  }
  refuseFields(extra, at);
}

function refuseFields(extra: Buffer, where: string): void {
  let at = 0;
  while (at + 4 <= extra.length) {
    const field = extra.readUInt16LE(at);
    if (!harmlessFields.has(field)) {
      const name = `0x${field.toString(16).padStart(4, "0")}`;
      throw ambiguous(`the zip has a field (${name}) that can give a file another name or content`, where);
    }
    at += 4 + extra.readUInt16LE(at + 2);
  }
  if (at !== extra.length) throw ambiguous("the zip's fields are damaged", where);
}

/** Refuses the header at the content where it is not the one in the directory; how long are its name and fields? */
function localOf(read: ReadAt, entry: DirectoryEntry, where: string): number {
  const head = read(entry.at, localLength);
  if (head.length < localLength || head.readUInt32LE(0) !== signature.local) {
    throw ambiguous("the zip's directory names what is not there", where);
  }
  const own = headerOf(head, 4);
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  const rest = read(entry.at + localLength, nameLength + extraLength);
  if (!rest.subarray(0, nameLength).equals(entry.name)) {
    const name = visible(rest.subarray(0, Math.min(nameLength, 200)).toString());
    throw ambiguous(`the file has another name in the zip's directory than where it stands: ${name}`, where);
  }
  const isBehind = (entry.flags & flag.sizesBehind) !== 0;
  const isSame = (["crc", "packedBytes", "bytes"] as const).every((field) => {
    return own[field] === entry[field] || (isBehind && own[field] === 0);
  });
  if (!isSame || own.needed !== entry.needed || own.flags !== entry.flags || own.method !== entry.method) {
    throw ambiguous("the zip's directory says something else of the file than what stands before it", where);
  }
  refuseFields(rest.subarray(nameLength), where);
  return nameLength + extraLength;
}

/** How much stands behind a content that was written before its length was known? */
function sizesBehind(read: ReadAt, entry: DirectoryEntry, content: number, where: string): number {
  if ((entry.flags & flag.sizesBehind) === 0) return 0;
  const behind = read(content + entry.packedBytes, 16);
  const isMarked = behind.length === 16 && behind.readUInt32LE(0) === signature.sizes;
  for (const from of isMarked ? [4, 0] : [0]) {
    if (behind.length < from + 12) continue;
    const [crc, packedBytes, bytes] = [0, 4, 8].map((at) => behind.readUInt32LE(from + at));
    if (crc === entry.crc && packedBytes === entry.packedBytes && bytes === entry.bytes) return from + 12;
  }
  throw ambiguous("the zip's directory says something else of the file than what stands behind it", where);
}
