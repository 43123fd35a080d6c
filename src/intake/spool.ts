import {Buffer} from "node:buffer";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {finished} from "node:stream/promises";
import {cleanLine, leadingNuls, longestLine, tooLongMark} from "./clean-line.ts";
import type {ClientWords} from "./client-words.ts";
import {type Packing, type Span, unpackedSpan} from "./scan.ts";

const newline = 10;

/**
 * Copies a log's lines to a file that the engine can read, one clean line for one line.
 *
 * @param target Of a file that is there, and empty.
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
  const out = createWriteStream(target, {highWaterMark: 1 << 22});
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
    const text = isTooLong ? tooLongMark : cleanLine(Buffer.concat([...this.#pieces, bytes]));
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
