import {Buffer} from "node:buffer";
import {createHash} from "node:crypto";
import {closeSync, createReadStream, openSync, readSync, statSync} from "node:fs";
import {open} from "node:fs/promises";
import {createGunzip, createZstdDecompress} from "node:zlib";
import {UserError} from "../../base/error.ts";
import {formatSize} from "../../base/size.ts";
import {visible} from "../../base/text.ts";
import type {UnpackingLimits} from "../../workspace/config/limits.ts";

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
  /** SHA-256 of the first bytes, for each length asked for that the file has, and for none. */
  readonly prefixes: ReadonlyMap<number, string>;
}

const newline = 10;
const pieceLength = 1 << 20;
const roomy = {chunkSize: pieceLength};

/** How is the file packed? */
export function packingOf(head: Buffer): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.length < 4) return "none";
  const magic = head.readUInt32LE(0);
  // pzstd begins with a frame to be skipped.
  return magic === 0xfd2fb528 || magic >>> 4 === 0x184d2a5 ? "zstd" : "none";
}

/**
 * The first bytes of a file as they stand on the disk.
 *
 * @throws {UserError} INPUT_UNREADABLE or INPUT_MISSING
 */
export function readStart(path: string, length: number): Buffer {
  return readSpan(path, 0, length);
}

/** The bytes of a file from a place on, as they stand on the disk; see {@link readStart}. */
export function readSpan(path: string, from: number, length: number): Buffer {
  try {
    const file = openSync(path, "r");
    try {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, from));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(path, "none", cause as NodeJS.ErrnoException);
  }
}

/**
 * The bytes of a file, unpacked, in large pieces. A piece is good until the next but one is asked for.
 *
 * @param limits What a packed file may hold; null where that is known.
 * @throws {UserError} INPUT_UNREADABLE where a packed file breaks off or is damaged; INPUT_TOO_LARGE.
 */
export async function* unpacked(
  path: string,
  packing: Packing,
  limits: UnpackingLimits | null = null,
): AsyncGenerator<Buffer> {
  try {
    if (packing === "none") yield* piecesOf(path);
    else yield* members(path, packing, limits);
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(path, packing, cause as NodeJS.ErrnoException);
  }
}

/** From which byte up to, but not including, which. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The bytes of a file from one to another, unpacked; see {@link unpacked}. A piece may be empty. */
export async function* unpackedSpan(path: string, packing: Packing, {from, until}: Span): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of unpacked(path, packing)) {
    yield piece.subarray(Math.max(0, from - at), Math.max(0, until - at));
    at += piece.length;
    if (at >= until) break;
  }
}

/** Reads a piece ahead, and always into the same memory: new memory for each piece would keep the collector busy. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    let [piece, other] = [Buffer.allocUnsafeSlow(pieceLength), Buffer.allocUnsafeSlow(pieceLength)];
    let reading = file.read(piece);
    for (;;) {
      const {bytesRead} = await reading;
      if (bytesRead === 0) break;
      reading = file.read(other);
      // Whoever stops reading does not wait for this one.
      reading.catch(() => {});
      yield piece.subarray(0, bytesRead);
      [piece, other] = [other, piece];
    }
  } finally {
    await file.close();
  }
}

/** Node goes on to the next member of a gzip file by itself, but takes a zstd file to end with its first frame. */
async function* members(
  path: string,
  packing: Exclude<Packing, "none">,
  limits: UnpackingLimits | null,
): AsyncGenerator<Buffer> {
  const size = statSync(path).size;
  let bytes = 0;
  for (let start = 0, used = 1; used > 0 && start < size; start += used) {
    const file = createReadStream(path, {highWaterMark: 1 << 16, start});
    const unpacker = packing === "gzip" ? createGunzip(roomy) : createZstdDecompress(roomy);
    file.on("error", (fault) => unpacker.destroy(fault));
    try {
      for await (const piece of file.pipe(unpacker) as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (limits) checkUnpacked({bytes, packed: start + unpacker.bytesWritten}, limits, path);
        yield piece;
      }
    } finally {
      file.destroy();
    }
    used = packing === "gzip" ? size : unpacker.bytesWritten;
  }
}

/** So much is unpacked of any file: it fills nothing. */
const freeBytes = 32e6;

/** @throws {UserError} INPUT_TOO_LARGE */
function checkUnpacked({bytes, packed}: {bytes: number; packed: number}, limits: UnpackingLimits, path: string): void {
  const isTooDense = bytes > freeBytes && bytes > limits.ratio * packed;
  if (!isTooDense && bytes <= limits.size) return;
  const ratio = Math.round(bytes / Math.max(1, packed));
  throw new UserError(
    "INPUT_TOO_LARGE",
    isTooDense
      ? `${formatSize(packed)} of it hold ${formatSize(bytes)}, ${ratio} times as much; no log is packed like that`
      : `it holds more than ${formatSize(limits.size)}, unpacked; nothing of it was counted`,
    `look what is in it; if it is a log, unpack it first, or set unpacking.${isTooDense ? "ratio" : "size"} in broadsheet.yaml`,
    visible(path),
  );
}

/** Who is given the bytes of a file on the way, and how many it may have. */
export interface Watchers {
  /** Is given each piece, and waited for. */
  readonly see: ((piece: Buffer) => Promise<void>) | null;
  /** What a packed file may hold; null where that is known. */
  readonly limits: UnpackingLimits | null;
}

/**
 * Reads a file once: what is it, and how many lines?
 *
 * @param lengths Of earlier states that the file may be a continuation of, in bytes.
 */
export async function scanFile(
  path: string,
  packing: Packing,
  lengths: readonly number[] = [],
  {see = null, limits = null}: Partial<Watchers> = {},
): Promise<Scan> {
  const hash = createHash("sha256");
  const prefixes = new Map([[0, hash.copy().digest("hex")]]);
  const wanted = [...new Set(lengths)].filter((length) => length > 0).sort((a, b) => a - b);
  const state = {bytes: 0, lines: 0, isOpen: false};
  for await (const piece of unpacked(path, packing, limits)) {
    let from = 0;
    while (wanted[0] !== undefined && wanted[0] <= state.bytes + piece.length) {
      const length = wanted.shift()!;
      hash.update(piece.subarray(from, length - state.bytes));
      from = length - state.bytes;
      prefixes.set(length, hash.copy().digest("hex"));
    }
    hash.update(piece.subarray(from));
    state.lines += countNewlines(piece);
    if (piece.length > 0) state.isOpen = piece.at(-1) !== newline;
    state.bytes += piece.length;
    await see?.(piece);
  }
  return {
    sha256: hash.digest("hex"),
    bytes: state.bytes,
    lines: state.lines + (state.isOpen ? 1 : 0),
    isWhole: !state.isOpen,
    prefixes,
  };
}

function countNewlines(piece: Buffer): number {
  let count = 0;
  for (let end = nextNewline(piece, 0); end !== -1; end = nextNewline(piece, end + 1)) count++;
  return count;
}

/** Where is the next one? Where lines are very short, asking for each takes longer than looking. */
function nextNewline(piece: Buffer, from: number): number {
  if (piece[from] === newline) return from;
  if (piece[from + 1] === newline) return from + 1;
  return piece.indexOf(newline, from);
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
