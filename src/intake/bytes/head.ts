import {createHash} from "node:crypto";
import {statSync} from "node:fs";
import {cleanLine} from "../line/clean.ts";
import {isIgnored} from "../line/ignored.ts";
import {type PackedFile, packingLength, packingOf} from "../packings/packing.ts";
import {encodingOf} from "../packings/plain-text.ts";
import {readSpan, readStart, unpacked} from "./read.ts";

/** How an input begins. */
export interface Head {
  readonly file: PackedFile;
  /**
   * Tells which inputs may be the same file earlier or later: a keyed hash of the first line that is neither blank nor a
   * comment, which stays what it is however the file grows. Empty where there is none.
   */
  readonly mark: string;
  /** Is that line the last one and without an end, so that it may say something else when the file has grown? */
  readonly isOpen: boolean;
  /** Is there any line that is neither blank nor a comment? */
  readonly hasLines: boolean;
  /** Lines of the beginning, and where they can be come at, of the middle and the end; unpacked and clean, with comments. */
  readonly sample: readonly string[];
  /** Are lines of the middle and the end among them, where there are any? */
  readonly isSampledThrough: boolean;
}

const newline = 10;

/** How much is looked at: enough lines to tell a format by. A longer line tells nothing. */
const headLength = 1 << 16;

/** So many of its first bytes tell how a file is packed and written. */
const startLength = 512;

/** Where so much holds no line that tells anything (a crash's NUL bytes, an endless line), this much is looked at. */
const longestHead = 1 << 24;

/**
 * How does the file begin?
 *
 * @param key The workspace's: without it the first line's hash would let its address be found by trying.
 * @throws {UserError} INPUT_UNREADABLE
 */
export async function readHead(source: Pick<PackedFile, "path" | "where">, key: string): Promise<Head> {
  const start = readStart(source, startLength);
  const {path, where} = source;
  const file = {path, where, packing: packingOf(start.subarray(0, packingLength))};
  const telling = new TellingLines();
  const {lines} = telling;
  let rest: Buffer = Buffer.alloc(0);
  let length = 0;
  let isAll = true;
  for await (const piece of unpacked(file)) {
    // A piece is good until the next but one.
    rest = Buffer.from(telling.addAll(Buffer.concat([rest, piece])));
    length += piece.length;
    isAll = length < headLength || (length < longestHead && lines.length === 0);
    if (!isAll) break;
  }
  if (isAll && rest.length > 0) telling.add(rest, false);
  const [first] = lines;
  const isSampledThrough = file.packing === "none" && encodingOf(start) === "utf-8";
  return {
    file,
    mark: first ? markOf(first.line, key) : "",
    isOpen: first?.isEnded !== true,
    hasLines: first !== undefined,
    sample: [...telling.sample, ...(isSampledThrough ? linesBehind(file, telling.sampledBytes) : [])].map(cleanLine),
    isSampledThrough,
  };
}

/** Lines that are looked at to tell a format, at each of three places. */
const linesSampled = 200;

/** So much is read in the middle of a file, and at its end. */
const behindLength = 1 << 15;

/** Of a small file this many lines of its middle and its end are enough. */
const [smallFile, fewSampled] = [4 * headLength, 40];

/** Lines of the middle and of the end of a file that is not packed. */
function linesBehind(file: PackedFile, known: number): readonly Buffer[] {
  const {size} = statSync(file.path);
  const middle = Math.max(known, Math.floor(size / 2));
  const last = Math.max(middle + behindLength, size - behindLength);
  const froms = [middle, last].filter((from) => from < size);
  return froms.flatMap((from) => {
    const lines = linesWithin(readSpan(file, from, Math.min(behindLength, size - from)));
    return size < smallFile ? lines.slice(-fewSampled) : lines;
  });
}

/**
 * Lines of a text that can be read but once, from its beginning to its end: some of each place that lies twice as far on as the one before,
 * and of the end.
 */
export class PassingLines {
  readonly #found: Buffer[] = [];
  #length = 0;
  #next = behindLength;
  #end = Buffer.alloc(0);

  /** Takes a piece of the text. */
  see(piece: Buffer): void {
    this.#length += piece.length;
    if (piece.length === 0) return;
    const isSmall = piece.length < behindLength;
    this.#end = Buffer.concat([isSmall ? this.#end : emptyText, piece.subarray(-behindLength)]).subarray(-behindLength);
    if (this.#length < this.#next) return;
    this.#next = 2 * this.#length;
    this.#found.push(...linesWithin(piece.subarray(0, behindLength)).slice(0, fewSampled));
  }

  /** All that were kept, clean. */
  lines(): string[] {
    return [...this.#found, ...linesWithin(this.#end).slice(-linesSampled)].map(cleanLine);
  }
}

const emptyText: Buffer = Buffer.alloc(0);

/** The whole lines of a part of a text: what stands before the first newline is a part of a line. */
function linesWithin(text: Buffer): readonly Buffer[] {
  const telling = new TellingLines();
  telling.addAll(text.subarray(text.indexOf(newline) + 1));
  return telling.sample.map((line) => Buffer.from(line));
}

function markOf(line: Buffer, key: string): string {
  return createHash("sha256").update(key).update(line).digest("hex");
}

/** A line that is neither blank nor a comment, nor too long, and whether it has an end. */
interface TellingLine {
  readonly line: Buffer;
  readonly isEnded: boolean;
}

/** The first lines of an input that tell anything, up to some length of them all. */
class TellingLines {
  readonly lines: TellingLine[] = [];
  /** The first of all, with comments: some of those name columns. */
  readonly sample: Buffer[] = [];
  #length = 0;

  /** How much of the text the sample is, about. */
  get sampledBytes(): number {
    return this.sample.reduce((sum, line) => sum + line.length + 1, 0);
  }

  /** Takes the lines of a text. @returns What is left of it behind its last newline. */
  addAll(text: Buffer): Buffer {
    let from = 0;
    for (let end = text.indexOf(newline); end !== -1 && this.#length < headLength; end = text.indexOf(newline, from)) {
      this.add(text.subarray(from, end), true);
      from = end + 1;
      while (text[from] === newline) from++;
    }
    return text.subarray(from);
  }

  add(line: Buffer, isEnded: boolean): void {
    if (this.#length >= headLength || line.length > headLength) return;
    if (this.sample.length < linesSampled) this.sample.push(line);
    if (isIgnored(line.toString("latin1", 0, 256))) return;
    this.lines.push({line, isEnded});
    this.#length += line.length;
  }
}
