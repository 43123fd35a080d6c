import {Buffer, isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {closeSync, createReadStream, openSync, readSync} from "node:fs";
import type {Readable, Transform} from "node:stream";
import {createGunzip, createZstdDecompress} from "node:zlib";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";

/** How a file is packed, told by its first bytes, never by its name. */
export type Packing = "none" | "gzip" | "zstd";

/** What one pass over a file's bytes tells, unpacked. */
export interface Scan {
  readonly sha256: string;
  readonly bytes: number;
  /** Lines, the last one too where no newline ends it. */
  readonly lines: number;
  /** Does a newline end the last line? An empty file has no line that could be cut. */
  readonly isWhole: boolean;
  /** Can the engine read the lines as they are? */
  readonly isClean: boolean;
  /** SHA-256 of the first bytes, for each length asked for that the file has. */
  readonly prefixes: ReadonlyMap<number, string>;
}

/** A line longer than this is no request; the engine is not made to hold it. */
export const longestLine = 1 << 20;

const newline = 10;

/** How is the file packed? */
export function packingOf(head: Buffer): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return "zstd";
  return "none";
}

/** The first bytes of a file as they stand on the disk. */
export function readStart(path: string, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of a file, unpacked, in large pieces.
 *
 * @throws {UserError} INPUT_UNREADABLE where a packed file breaks off or is damaged.
 */
export async function* unpacked(path: string, packing: Packing): AsyncGenerator<Buffer> {
  const file = createReadStream(path, {highWaterMark: 1 << 20});
  try {
    yield* (packing === "none" ? file : through(file, packing)) as Readable;
  } catch (cause) {
    throw unreadable(path, packing, cause as NodeJS.ErrnoException);
  } finally {
    file.destroy();
  }
}

/**
 * Reads a file once: what is it, how many lines, and can the engine take it as it is?
 *
 * @param lengths Of earlier states that the file may be a continuation of, in bytes.
 */
export async function scanFile(path: string, packing: Packing, lengths: readonly number[] = []): Promise<Scan> {
  const hash = createHash("sha256");
  const prefixes = new Map<number, string>();
  const wanted = [...new Set(lengths)].sort((a, b) => a - b);
  const state = {bytes: 0, lines: 0, open: 0, isClean: true, tail: Buffer.alloc(0)};
  for await (const piece of unpacked(path, packing)) {
    let from = 0;
    while (wanted[0] !== undefined && wanted[0] <= state.bytes + piece.length) {
      const length = wanted.shift()!;
      hash.update(piece.subarray(from, length - state.bytes));
      from = length - state.bytes;
      prefixes.set(length, hash.copy().digest("hex"));
    }
    hash.update(piece.subarray(from));
    state.isClean &&= isCleanPiece(piece, state);
    countLines(piece, state);
    state.bytes += piece.length;
  }
  const isWhole = state.open === 0;
  return {
    sha256: hash.digest("hex"),
    bytes: state.bytes,
    lines: state.lines + (isWhole ? 0 : 1),
    isWhole,
    isClean: state.isClean && state.tail.length === 0,
    prefixes,
  };
}

function isCleanPiece(piece: Buffer, state: {open: number; tail: Buffer}): boolean {
  // NUL and carriage return are lines' ends or nothing to some readers, and 0x01 is what we tell the engine to split at.
  if (piece.includes(0) || piece.includes(1) || piece.includes(13)) return false;
  if (state.open > longestLine) return false;
  const whole = state.tail.length > 0 ? Buffer.concat([state.tail, piece]) : piece;
  const end = wholeCharacters(whole);
  state.tail = Buffer.from(whole.subarray(end));
  return isUtf8(whole.subarray(0, end)) && !startsWithMark(whole, state);
}

// A byte order mark would be taken for a part of the first client's name, or swallowed.
function startsWithMark(piece: Buffer, {open}: {open: number}): boolean {
  return open === 0 && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
}

/** Where the last whole UTF-8 character of a piece ends. */
function wholeCharacters(piece: Buffer): number {
  const last = piece.length - 1;
  for (let back = 0; back < 4 && last - back >= 0; back++) {
    const byte = piece[last - back]!;
    if (byte < 0x80) return piece.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back + 1 ? last - back : piece.length;
  }
  return piece.length;
}

function countLines(piece: Buffer, state: {lines: number; open: number; isClean: boolean}): void {
  let start = 0;
  for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
    if (state.open + end - start > longestLine) state.isClean = false;
    state.open = 0;
    state.lines++;
    start = end + 1;
  }
  state.open += piece.length - start;
}

function through(file: Readable, packing: Exclude<Packing, "none">): Transform {
  const options = {chunkSize: 1 << 20};
  const unpacker = packing === "gzip" ? createGunzip(options) : createZstdDecompress(options);
  file.on("error", (fault) => unpacker.destroy(fault));
  return file.pipe(unpacker);
}

function unreadable(path: string, packing: Packing, fault: NodeJS.ErrnoException): UserError {
  const where = visible(path);
  if (fault.code === "EACCES" || fault.code === "EPERM") {
    return new UserError(
      "INPUT_UNREADABLE",
      "the file may not be read",
      "run as a user who may read it, or copy it",
      where,
    );
  }
  if (fault.code === "EISDIR" || fault.code === "ENOENT") {
    return new UserError("INPUT_MISSING", "the file is gone", "check the path", where);
  }
  const what = fault.code === "Z_BUF_ERROR" || /unexpected end/i.test(fault.message) ? "breaks off" : "is damaged";
  return new UserError(
    "INPUT_UNREADABLE",
    packing === "none"
      ? `the file cannot be read (${fault.message})`
      : `the ${packing} file ${what}; nothing of it was counted`,
    "fetch the file again and run the same command",
    where,
  );
}
