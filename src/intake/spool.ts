import {Buffer, isUtf8} from "node:buffer";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {finished} from "node:stream/promises";
import {longestLine, type Packing, unpacked} from "./scan.ts";

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
 * @param from Bytes of the unpacked input to pass over.
 */
export async function spool(path: string, packing: Packing, target: string, from = 0): Promise<void> {
  const out = createWriteStream(target, {mode: 0o600, highWaterMark: 1 << 22});
  const write = async (line: Buffer): Promise<void> => {
    if (!out.write(line)) await once(out, "drain");
  };
  let skip = from;
  let open: Buffer[] = [];
  let openLength = 0;
  for await (const whole of unpacked(path, packing)) {
    const piece = whole.subarray(Math.min(skip, whole.length));
    skip -= whole.length - piece.length;
    let start = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
      open.push(piece.subarray(start, end));
      await write(cleanLine(open, openLength + end - start, true));
      [open, openLength, start] = [[], 0, end + 1];
    }
    // Of a line already too long nothing more has to be kept.
    if (openLength <= longestLine) open.push(Buffer.from(piece.subarray(start)));
    openLength += piece.length - start;
  }
  if (openLength > 0) await write(cleanLine(open, openLength, false));
  out.end();
  await finished(out);
}

function cleanLine(pieces: readonly Buffer[], length: number, isEnded: boolean): Buffer {
  const end = isEnded ? "\n" : "";
  if (length > longestLine) return Buffer.from(`${tooLongMark}${end}`);
  const raw = Buffer.concat(pieces);
  return Buffer.from(`${cleanText(raw)}${end}`);
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
