import {createHash} from "node:crypto";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {LogFormat} from "./format.ts";
import {detectFormat, formats} from "./formats.ts";
import {isIgnored} from "./quarantine.ts";
import {type Packing, packingOf, readStart, unpacked} from "./scan.ts";
import {cleanText} from "./spool.ts";

/** How an input begins. */
export interface Head {
  readonly packing: Packing;
  /**
   * Tells which inputs may be the same file earlier: a hash of the first line, which stays what it is however the file
   * grows. Empty while the first line has no end.
   */
  readonly mark: string;
  /** The first lines, unpacked and made harmless. */
  readonly lines: readonly string[];
}

const headLength = 1 << 16;

/**
 * How does the file begin?
 *
 * @throws {UserError} INPUT_UNREADABLE
 */
export async function readHead(path: string): Promise<Head> {
  const packing = packingOf(readStart(path, 4));
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of unpacked(path, packing)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headLength) break;
  }
  const start = Buffer.concat(pieces).subarray(0, headLength);
  return {packing, mark: markOf(start), lines: linesIn(start).map(cleanText)};
}

/**
 * Which format is the input written in? One without a line that tells is taken for what most servers write.
 *
 * @throws {UserError} INPUT_NOT_A_LOG
 */
export function formatOf(path: string, {lines}: Head): LogFormat {
  const format = detectFormat(lines);
  if (format) return format;
  if (lines.every(isIgnored)) return formats.find(({name}) => name === "combined")!;
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

function markOf(start: Buffer): string {
  const end = start.indexOf(10);
  if (end === -1 && start.length < headLength) return "";
  return createHash("sha256")
    .update(start.subarray(0, end === -1 ? headLength : end))
    .digest("hex");
}

function linesIn(start: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = start.indexOf(10); end !== -1; end = start.indexOf(10, from)) {
    lines.push(start.subarray(from, end));
    from = end + 1;
  }
  if (start.length < headLength && from < start.length) lines.push(start.subarray(from));
  return lines;
}
