import type {RowText} from "./book.ts";

/**
 * The text of a row's cells as it is meant to be read.
 *
 * Letters and their marks are put together as one, whatever the machine they were typed on; spaces that may not break
 * are spaces; what has no width is left out. Two spellings that look alike are then one.
 */
export function tidyRow(cells: RowText): RowText {
  // Nearly all rows are plain, and there may be a million of them.
  if (!Object.values(cells).some((text) => text !== undefined && !isPlain(text))) return cells;
  return Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text && tidyText(text)]));
}

/** A single text, as {@link tidyRow} makes it. */
export function tidyText(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize("NFC")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
    .trim();
}

function isPlain(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Is the text a formula of a spreadsheet, which no figure can be taken from? */
export function isFormula(text: string): boolean {
  return /^=\S/.test(text);
}

/** A letter that begins a character of several bytes in UTF-8, and one that goes on with it, as Windows-1252 has them. */
const twoBytes = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

const bytes = Array.from({length: 256}, (_, byte) => byte);
const byteOf = new Map([
  // Latin 1 has controls where Windows-1252 has letters.
  ...bytes.map((byte) => [String.fromCharCode(byte), byte] as const),
  ...bytes.map((byte) => [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte] as const),
]);

/**
 * What was written before its UTF-8 was taken for Windows-1252, once or twice: `München` for `MÃ¼nchen`?
 *
 * @returns null where the text is as good as it is.
 */
export function mangledFrom(text: string): string | null {
  if (!twoBytes.test(text)) return null;
  const written = Array.from(text, (letter) => byteOf.get(letter));
  if (written.some((byte) => byte === undefined)) return null;
  try {
    const meant = new TextDecoder("utf-8", {fatal: true}).decode(Uint8Array.from(written as number[]));
    return mangledFrom(meant) ?? meant;
  } catch {
    return null;
  }
}

/** Might something be wrong with the text? Quick, and true more often than it has to be. */
export function mayBeOdd(text: string): boolean {
  return text.startsWith("=") || twoBytes.test(text) || hasLostLetter(text);
}

/** Does the text hold the sign that stands for a letter which was lost? */
export function hasLostLetter(text: string): boolean {
  return text.includes("\ufffd");
}
