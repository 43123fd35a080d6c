import {Buffer, isUtf8} from "node:buffer";

/*
 * What is a clean line? The one definition: what makes lines clean, and what tells whether they are, stand here and nowhere else.
 *
 * A clean line is UTF-8 of at most a megabyte, without control characters but tabs (C0, DEL, C1) and without byte order marks. All that
 * reads lines after this, scanner, engine and TypeScript, is given clean lines and has to mean the same by them.
 */

/** A line longer than this, in bytes, as it stands or made clean, is no request. */
export const longestLine = 1 << 20;

/** What a line too long to be a request is replaced by; it stays one line. */
export const tooLongMark = "(a line of more than a megabyte)";

const [tab, newline, carriageReturn] = [9, 10, 13];

/** What a clean line may not hold, as text. */
const unclean = /[\0-\x08\x0a-\x1f\x7f-\x9f\ufeff]/g;

/**
 * A line's text made clean, which does nothing to a clean one.
 *
 * NUL bytes and byte order marks before the line are taken off, and carriage returns of line ends, however many copies have left. What else is unclean is
 * written as `\xNN`, byte by byte, as nginx writes it. Of a line of NUL bytes alone one is left, so that it is not taken for blank.
 *
 * @param line Without its newline.
 */
export function cleanLine(line: Buffer): string {
  const nuls = leadingNuls(line);
  if (line.length - Math.max(0, nuls - 1) > longestLine) return tooLongMark;
  let end = line.length;
  while (line[end - 1] === carriageReturn) end--;
  let start = Math.min(nuls, end);
  for (let length = 1; length > 0 && start < end; start += length) length = passedOver(line, start);
  if (start === end && line.includes(0)) return escapeByte(0);
  const body = line.subarray(start, end);
  const text = isUtf8(body) ? body.toString("utf8") : escapeOthers(body);
  const clean = escapeUnclean(text);
  // A letter is at most three bytes for each of its units.
  return clean.length * 3 > longestLine && Buffer.byteLength(clean) > longestLine ? tooLongMark : clean;
}

/** Text that stood in a line under an escape, as `\u001b` or `%1B`, made clean like the line itself. */
export function cleanText(text: string): string {
  return escapeUnclean(text.toWellFormed());
}

function escapeUnclean(text: string): string {
  return text.replace(unclean, (sign) => [...Buffer.from(sign)].map(escapeByte).join(""));
}

/** How many NUL bytes the bytes begin with. */
function leadingNuls(bytes: Uint8Array): number {
  let count = 0;
  while (count < bytes.length && bytes[count] === 0) count++;
  return count;
}

/** How many bytes here are passed over where they stand before a line? */
function passedOver(line: Buffer, at: number): number {
  if (line[at] === 0) return 1;
  return line[at] === 0xef && line[at + 1] === 0xbb && line[at + 2] === 0xbf ? 3 : 0;
}

/** Keeps the characters that are UTF-8 and writes the other bytes as `\xNN`. */
function escapeOthers(body: Buffer): string {
  let text = "";
  let from = 0;
  for (let at = 0; at < body.length; ) {
    const length = characterLength(body, at);
    if (length === 0) {
      if (from < at) text += body.toString("utf8", from, at);
      text += escapeByte(body[at]!);
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  return text + body.toString("utf8", from);
}

/** How many bytes has the character that begins here? 0 where none does. */
function characterLength(body: Buffer, at: number): number {
  const first = body[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return at + length <= body.length && isUtf8(body.subarray(at, at + length)) ? length : 0;
}

function escapeByte(byte: number): string {
  return `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** By byte: may it, alone or with those behind it, be what makes a line unclean? */
const isSuspect = Uint8Array.from({length: 256}, (_, byte) => {
  return Number((byte < 0x20 && byte !== tab) || byte === 0x7f || byte === 0xc2 || byte === 0xef);
});

/** Finds out, while a file's bytes go by, whether all of its lines are clean as they stand. */
export class CleanCheck {
  #isClean = true;
  /** The bytes of a character that goes on in the next piece. */
  #open: Buffer = Buffer.alloc(0);
  /** How long the last line is so far. */
  #length = 0;

  /** Are all lines so far clean? Asked after the last piece. */
  get isClean(): boolean {
    return this.#isClean && this.#open.length === 0;
  }

  /** Takes the next bytes. */
  see(piece: Buffer): void {
    if (!this.#isClean || piece.length === 0) return;
    const bytes = this.#open.length > 0 ? Buffer.concat([this.#open, piece]) : piece;
    const end = bytes.length - openLength(bytes);
    this.#open = Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    this.#isClean = isUtf8(whole) && this.#areClean(whole);
  }

  #areClean(bytes: Buffer): boolean {
    let from = -this.#length;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (isSuspect[byte] === 0) continue;
      if (byte === newline) {
        if (at - from > longestLine) return false;
        from = at + 1;
      } else if (byte === 0xc2) {
        if (bytes[at + 1]! < 0xa0) return false;
      } else if (byte !== 0xef || (bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf)) return false;
    }
    this.#length = bytes.length - from;
    return this.#length <= longestLine;
  }
}

/** How many bytes at the end are of a character that may go on? */
function openLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
