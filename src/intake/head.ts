import {createHash} from "node:crypto";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import {cleanLine} from "./clean-line.ts";
import {detectFormat, type Fitter} from "./detect.ts";
import type {LogFormat} from "./format.ts";
import {formats} from "./formats.ts";
import {isIgnored} from "./quarantine.ts";
import {type Packing, packingOf, readStart, unpacked} from "./scan.ts";

/** How an input begins. */
export interface Head {
  readonly packing: Packing;
  /**
   * Tells which inputs may be the same file earlier or later: a keyed hash of the first line that is neither blank nor a
   * comment, which stays what it is however the file grows. Empty where there is none.
   */
  readonly mark: string;
  /** Is that line the last one and without an end, so that it may say something else when the file has grown? */
  readonly isOpen: boolean;
  /** The first lines but for blank ones and comments, unpacked and made harmless. */
  readonly lines: readonly string[];
}

const newline = 10;

/** How much is looked at: enough lines to tell a format by. A longer line tells nothing. */
const headLength = 1 << 16;

/** Where so much holds no line that tells anything (a crash's NUL bytes, an endless line), this much is looked at. */
const longestHead = 1 << 24;

/**
 * How does the file begin?
 *
 * @param key The workspace's: without it the first line's hash would let its address be found by trying.
 * @throws {UserError} INPUT_UNREADABLE
 */
export async function readHead(path: string, key: string): Promise<Head> {
  const packing = packingOf(readStart(path, 4));
  const telling = new TellingLines();
  const {lines} = telling;
  let rest: Buffer = Buffer.alloc(0);
  let length = 0;
  let isAll = true;
  for await (const piece of unpacked(path, packing)) {
    // A piece is good until the next but one.
    rest = Buffer.from(telling.addAll(Buffer.concat([rest, piece])));
    length += piece.length;
    isAll = length < headLength || (length < longestHead && lines.length === 0);
    if (!isAll) break;
  }
  if (isAll && rest.length > 0) telling.add(rest, false);
  const [first] = lines;
  return {
    packing,
    mark: first ? markOf(first.line, key) : "",
    isOpen: first?.isEnded !== true,
    lines: lines.map(({line}) => cleanLine(line)),
  };
}

/**
 * Which format is the input written in? One without a line that tells is taken for what most servers write.
 *
 * @throws {UserError} INPUT_NOT_A_LOG
 */
export async function formatOf(path: string, {lines}: Head, engine: Fitter): Promise<LogFormat> {
  const format = await detectFormat(lines, engine);
  if (format) return format;
  if (lines.length === 0) return formats.find(({name}) => name === "combined")!;
  throw noLog(path);
}

/** The fault of an input without a request in it. */
export function noLog(path: string): UserError {
  return new UserError(
    "INPUT_NOT_A_LOG",
    "no line of it fits a log format",
    "name an access log, or give its format with --log-format (broadsheet formats lists them)",
    visible(path),
  );
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
  #length = 0;

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
    if (isIgnored(line.toString("latin1", 0, 256))) return;
    this.lines.push({line, isEnded});
    this.#length += line.length;
  }
}
