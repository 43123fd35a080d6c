import {closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync} from "node:fs";
import type {Help} from "../base/advice.ts";
import {type ErrorCode, UserError} from "../base/error.ts";
import {formatNumber} from "../base/number.ts";

/** How a file that a person keeps or names is called in a fault, and how much of it is read. */
export interface KeptFile {
  /** The code of its faults. */
  readonly code: ErrorCode;
  /** As a fault calls it: `blacklist`. */
  readonly name: string;
  /** What to try where it cannot be read. */
  readonly help: Help;
  /** What is larger is refused; {@link usualMegabytes} where it is left out. */
  readonly mostMegabytes?: number;
  /** What the file is called in the fault; its path where it is left out. */
  readonly where?: string;
}

/** No table that a person keeps is as long: a million rows have some 50. */
export const usualMegabytes = 64;

/**
 * Reads a file that a person keeps or names, of any kind.
 *
 * Only a regular file is read, and no more of it than is allowed: a device gives bytes without end, a pipe waits for ever, and a
 * file named by mistake may be larger than memory.
 *
 * @throws {UserError} with the code given.
 */
export function readKeptFile(path: string, file: KeptFile): Buffer {
  const bytes = readKeptFileIfAny(path, file);
  if (bytes === null) throw new UserError(file.code, `there is no such ${file.name}`, file.help, file.where ?? path);
  return bytes;
}

/** Reads a file that may be missing: null then; see {@link readKeptFile}. */
export function readKeptFileIfAny(path: string, file: KeptFile): Buffer | null {
  const {code, name, help, mostMegabytes = usualMegabytes, where = path} = file;
  const mostBytes = mostMegabytes * 2 ** 20;
  try {
    // Before it is opened, too: to open a device may do something.
    const kind = fileKind(statSync(path));
    if (kind !== null) throw new UserError(code, `the ${name} is ${kind}, and no file`, help, where);
    const open = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(open);
      const bytes = fileKind(stats) === null ? readUpTo(open, stats.size, mostBytes) : null;
      if (bytes !== null) return bytes;
    } finally {
      closeSync(open);
    }
  } catch (fault) {
    if (fault instanceof UserError) throw fault;
    const {code: why} = fault as NodeJS.ErrnoException;
    if (why === undefined) throw fault;
    if (why === "ENOENT") return null;
    throw new UserError(code, `the ${name} cannot be read (${why})`, help, where);
  }
  const most = formatNumber(mostMegabytes);
  throw new UserError(code, `the ${name} has more than ${most} megabytes`, "check that it is the right file", where);
}

/** What something is that is no regular file, `a folder`; null for one that is. */
export function fileKind(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return "a folder";
  return stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
}

/** The bytes of an open file; null where there are more than allowed, whatever its size is said to be. */
function readUpTo(open: number, size: number, mostBytes: number): Buffer | null {
  if (size > mostBytes) return null;
  // One more than it is said to have, so that the end of most files is found without another piece.
  let bytes = Buffer.allocUnsafe(size === 0 ? 1 << 16 : size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
    const count = readSync(open, bytes, length, bytes.length - length, null);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length > mostBytes) return null;
  }
}
