import {crc32, inflateRawSync} from "node:zlib";

/** One file within a ZIP. */
export interface ZipEntry {
  readonly name: string;
  /** Its bytes, unpacked and checked. */
  read(): Buffer;
}

/** Why a ZIP cannot be taken apart: what was found, and one thing to try. */
export class ZipRefused extends Error {
  /** One thing to try, in the imperative. */
  readonly help: string;

  constructor(what: string, help: string) {
    super(what);
    this.help = help;
  }
}

/** 128 megabytes unpacked, and as many files as no spreadsheet has: more is made to fill a memory. */
const mostBytes = 2 ** 27;
const mostEntries = 2_000;
/** Sheets shrink to a tenth or a thirtieth; a large file that shrinks more holds one thing over and over. */
const mostRatio = 200;
const smallBytes = 2 ** 24;

const signatures = {end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50};

/**
 * The files within a ZIP, none of which unpacks to more than the ZIP says it does.
 *
 * @throws {ZipRefused} where it is damaged, has a password, or would unpack to more than can be held.
 */
export function entriesOf(zip: Buffer): ZipEntry[] {
  try {
    return headersOf(zip).map((header) => ({name: header.name, read: () => unpack(zip, header)}));
  } catch (fault) {
    if (fault instanceof RangeError) throw damaged();
    throw fault;
  }
}

interface Header {
  readonly name: string;
  readonly isPacked: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own header begins. */
  readonly offset: number;
}

function headersOf(zip: Buffer): Header[] {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1) throw damaged();
  const count = zip.readUInt16LE(end + 8);
  let at = zip.readUInt32LE(end + 16);
  if (count > mostEntries) throw tooMuch();
  const headers = Array.from({length: count}, () => {
    if (zip.readUInt32LE(at) !== signatures.entry) throw damaged();
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as number[];
    const nameAt = at + 46;
    const extra = zip.subarray(nameAt + nameBytes!, nameAt + nameBytes! + extraBytes!);
    const header = {
      name: zip.toString("utf8", nameAt, nameAt + nameBytes!),
      isPacked: isPacked(zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)),
      crc: zip.readUInt32LE(at + 16),
      ...sizesOf(zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), extra),
      offset: zip.readUInt32LE(at + 42),
    };
    at = nameAt + nameBytes! + extraBytes! + noteBytes!;
    return header;
  });
  const isBlownUp = headers.some(({bytes, packedBytes}) => bytes > smallBytes && bytes > packedBytes * mostRatio);
  if (isBlownUp || headers.reduce((sum, {bytes}) => sum + bytes, 0) > mostBytes) throw tooMuch();
  return headers;
}

function isPacked(flags: number, method: number): boolean {
  if ((flags & 1) !== 0) throw new ZipRefused("the file has a password", "save it without one");
  if (method !== 0 && method !== 8) throw damaged();
  return method === 8;
}

/** The sizes; those of more than 32 bits stand in an extra field. */
function sizesOf(packed: number, unpacked: number, extra: Buffer): Pick<Header, "packedBytes" | "bytes"> {
  const large: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    for (let part = at + 4; part + 8 <= at + 4 + extra.readUInt16LE(at + 2); part += 8) {
      large.push(Number(extra.readBigUInt64LE(part)));
    }
  }
  const bytes = unpacked === 0xffffffff ? (large.shift() ?? unpacked) : unpacked;
  return {bytes, packedBytes: packed === 0xffffffff ? (large.shift() ?? packed) : packed};
}

function unpack(zip: Buffer, {offset, isPacked, packedBytes, bytes, crc}: Header): Buffer {
  try {
    const begin = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    // Other readers go by this header, so that it has to say the same.
    const own = zip.readUInt32LE(offset + 22);
    const isSame = own === 0 || own === 0xffffffff || own === bytes;
    if (
      zip.readUInt32LE(offset) !== signatures.file ||
      !isSame ||
      zip.readUInt16LE(offset + 8) !== (isPacked ? 8 : 0)
    ) {
      throw damaged();
    }
    const packed = zip.subarray(begin, begin + packedBytes);
    const content = isPacked ? inflateRawSync(packed, {maxOutputLength: Math.max(1, bytes)}) : packed;
    if (content.length !== bytes || crc32(content) !== crc) throw damaged();
    return content;
  } catch (fault) {
    if (fault instanceof ZipRefused) throw fault;
    if (fault instanceof Error && "code" in fault) throw damaged();
    throw fault;
  }
}

function damaged(): ZipRefused {
  return new ZipRefused("the file is damaged, or cut off", "fetch it again, or save it again");
}

function tooMuch(): ZipRefused {
  return new ZipRefused(
    "the file would unpack to more than a spreadsheet holds",
    "save the sheet alone, as CSV in UTF-8",
  );
}

/** The fault of a workbook that holds more cells than a book has. */
export function tooLarge(): ZipRefused {
  return new ZipRefused("the workbook is too large to be read", "save the sheet alone, as CSV in UTF-8");
}
