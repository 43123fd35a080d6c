import {Buffer} from "node:buffer";
import {createHash} from "node:crypto";
import {closeSync, openSync, readSync} from "node:fs";
import {open} from "node:fs/promises";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {UnpackingMeter} from "../packings/limit.ts";
import {BreaksOff, Damaged, type PackedFile, type Packing} from "../packings/packing.ts";
import {asPlainText} from "../packings/plain-text.ts";
import {unpack} from "../packings/unpack.ts";

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
const [pieceLength, smallPieceLength] = [1 << 20, 1 << 16];

/**
 * The first bytes of a file as they stand on the disk.
 *
 * @throws {UserError} INPUT_UNREADABLE or INPUT_MISSING
 */
export function readStart(source: Pick<PackedFile, "path" | "where">, length: number): Buffer {
  return readSpan(source, 0, length);
}

/** The bytes of a file from a place on, as they stand on the disk; see {@link readStart}. */
export function readSpan({path, where}: Pick<PackedFile, "path" | "where">, from: number, length: number): Buffer {
  try {
    const file = openSync(path, "r");
    try {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, from));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(where, "none", cause as NodeJS.ErrnoException);
  }
}

/**
 * The text of a file in large pieces: unpacked, in UTF-8, its lines ended by a newline alone. A piece is good until the next but one is
 * asked for.
 *
 * @param meter Is told what was unpacked; null where it is known that it is not too much.
 * @throws {UserError} INPUT_UNREADABLE where a packed file breaks off or is damaged; INPUT_TOO_LARGE.
 */
export async function* unpacked(file: PackedFile, meter: UnpackingMeter | null = null): AsyncGenerator<Buffer> {
  yield* asPlainText(unpackedBytes(file, meter));
}

/** The bytes of a file, unpacked and otherwise as they are; see {@link unpacked}. */
export async function* unpackedBytes(
  {path, packing, where}: PackedFile,
  meter: UnpackingMeter | null = null,
): AsyncGenerator<Buffer> {
  try {
    if (packing === "none") yield* piecesOf(path);
    else yield* unpack(path, packing, meter);
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(where, packing, cause as NodeJS.ErrnoException);
  }
}

/** From which byte up to, but not including, which. */
export interface ByteSpan {
  readonly from: number;
  readonly until: number;
}

/** The bytes of a file from one to another, unpacked; see {@link unpacked}. A piece may be empty. */
export async function* unpackedSpan(file: PackedFile, {from, until}: ByteSpan): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of unpacked(file)) {
    yield piece.subarray(Math.max(0, from - at), Math.max(0, until - at));
    at += piece.length;
    if (at >= until) break;
  }
}

/** Reads a piece ahead, and always into the same memory: new memory for each piece would keep the collector busy. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    // What grows, or has no size, such as a pipe, is read in small pieces.
    const length = Math.min(pieceLength, Math.max(smallPieceLength, size));
    let [piece, other] = [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)];
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

/** Who is given the bytes of a file on the way, and how many it may have. */
export interface Watchers {
  /** Is given each piece, and waited for. */
  readonly see: ((piece: Buffer) => Promise<void>) | null;
  /** Is told what was unpacked; null where it is known that it is not too much. */
  readonly meter: UnpackingMeter | null;
}

/**
 * Reads a file once: what is it, and how many lines?
 *
 * @param lengths Of earlier states that the file may be a continuation of, in bytes.
 */
export async function scanFile(
  file: PackedFile,
  lengths: readonly number[] = [],
  {see = null, meter = null}: Partial<Watchers> = {},
): Promise<Scan> {
  const hash = createHash("sha256");
  const prefixes = new Map([[0, hash.copy().digest("hex")]]);
  const wanted = [...new Set(lengths)].filter((length) => length > 0).sort((a, b) => a - b);
  const state = {bytes: 0, lines: 0, isOpen: false};
  for await (const piece of unpacked(file, meter)) {
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

function unreadable(file: string, packing: Packing, fault: NodeJS.ErrnoException): UserError {
  const where = visible(file);
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
  if (fault instanceof Damaged && /options|memory/.test(fault.message))
    return unsupported(packing, fault.message, where);
  const isCut = fault instanceof BreaksOff || fault.code === "Z_BUF_ERROR" || /unexpected end/i.test(fault.message);
  const what = isCut ? "breaks off" : "is damaged";
  return new UserError(
    "INPUT_UNREADABLE",
    packing === "none"
      ? `the file cannot be read (${fault.message})`
      : `the ${packing} file ${what}; nothing of it was counted`,
    "fetch the file again and run the same command",
    where,
  );
}

/** The fault of a file that is in order, but packed in a way that is not read. */
function unsupported(packing: Packing, what: string, where: string): UserError {
  return new UserError(
    "INPUT_UNREADABLE",
    `the ${packing} file ${what}; nothing of it was counted`,
    advise("unpack-first", {command: `${packing} -dc FILE`}),
    where,
  );
}
