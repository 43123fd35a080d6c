import {Buffer, isUtf8} from "node:buffer";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {finished} from "node:stream/promises";
import type {ClientWords} from "./client-words.ts";
import {longestLine, type Packing, type Span, unpackedSpan} from "./scan.ts";

const newline = 10;
const tab = 9;

/** What a line too long to be a request is replaced by; it stays one line. */
export const tooLongMark = "(a line of more than a megabyte)";

/**
 * Copies a log's lines to a file that the engine can read, one line for one line.
 *
 * A byte that is not UTF-8 and every control character becomes `\xNN`, as nginx writes them; carriage returns before a
 * newline, a byte order mark and the NUL bytes a crash leaves before a line are taken off.
 *
 * @param span The bytes of the unpacked input that are wanted; `until` before its end where it grows while it is read.
 * @param words Is shown the lines as they are written.
 */
export async function spool(
  path: string,
  packing: Packing,
  target: string,
  span: Partial<Span> = {},
  words: ClientWords | null = null,
): Promise<void> {
  const {from = 0, until = Number.POSITIVE_INFINITY} = span;
  const out = createWriteStream(target, {mode: 0o600, highWaterMark: 1 << 22});
  const written = finished(out);
  written.catch(() => {});
  const write = async (line: Buffer): Promise<void> => {
    words?.begin(line, 0);
    // A disk that is full never drains: then it is over.
    if (!out.write(line)) await Promise.race([once(out, "drain"), written]);
  };
  const line = new OpenLine();
  for await (const piece of unpackedSpan(path, packing, {from, until})) {
    let start = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
      await write(line.endWith(piece.subarray(start, end)));
      start = end + 1;
    }
    line.add(piece.subarray(start));
  }
  if (!line.isEmpty) await write(line.cut());
  out.end();
  await written;
}

/** A line that may be spread over several pieces of a file. */
class OpenLine {
  #pieces: Buffer[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Keeps a part of the line beyond the piece it stands in. */
  add(piece: Buffer): void {
    const bytes = this.#withoutNuls(piece);
    // Of a line already too long nothing more has to be kept.
    if (this.#length <= longestLine && bytes.length > 0) this.#pieces.push(Buffer.from(bytes));
    this.#length += bytes.length;
  }

  /** The whole line with its last part, made clean; the next one begins. */
  endWith(piece: Buffer): Buffer {
    const bytes = this.#withoutNuls(piece);
    const isTooLong = this.#length + bytes.length > longestLine;
    const text = isTooLong ? tooLongMark : cleanText(Buffer.concat([...this.#pieces, bytes]));
    this.#pieces = [];
    this.#length = 0;
    return Buffer.from(`${text}\n`);
  }

  /** What there is of a line without an end. */
  cut(): Buffer {
    return this.endWith(Buffer.alloc(0)).subarray(0, -1);
  }

  /** A crash may leave megabytes of NUL before a line: one stands for them all, and the line does not get too long. */
  #withoutNuls(piece: Buffer): Buffer {
    if (piece[0] !== 0) return piece;
    if (this.#length === 0) return piece.subarray(leadingNuls(piece) - 1);
    return this.#length === 1 && this.#pieces[0]![0] === 0 ? piece.subarray(leadingNuls(piece)) : piece;
  }
}

/** How many NUL bytes the piece begins with. */
function leadingNuls(piece: Buffer): number {
  let count = 0;
  while (count < piece.length && piece[count] === 0) count++;
  return count;
}

/** The line as text that holds no control character but tabs. */
export function cleanText(line: Buffer): string {
  let start = 0;
  if (line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf) start = 3;
  while (line[start] === 0 && line.length > start + 1) start++;
  const end = line.at(-1) === 13 ? line.length - 1 : line.length;
  const body = line.subarray(start, Math.max(start, end));
  const text = isUtf8(body) ? body.toString("utf8") : escapeBytes(body);
  return text.replace(/[\0-\x08\x0a-\x1f\x7f]/g, (byte) => escapeByte(byte.charCodeAt(0)));
}

/** Keeps the characters that are UTF-8 and writes the other bytes as `\xNN`. */
function escapeBytes(body: Buffer): string {
  let text = "";
  for (let at = 0; at < body.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= body.length && isUtf8(body.subarray(at, at + size)));
    text += length === undefined ? escapeByte(body[at]!) : body.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return text;
}

function escapeByte(byte: number): string {
  return byte === tab ? "\t" : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** A line's text as {@link spool} would write it. @param line Without its newline. */
export function lineText(line: Buffer): string {
  const bytes = line[0] === 0 ? line.subarray(leadingNuls(line) - 1) : line;
  return bytes.length > longestLine ? tooLongMark : cleanText(bytes);
}
