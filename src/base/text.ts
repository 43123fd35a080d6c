import {formatNumber} from "./number.ts";

// C0, DEL and C1; marks, embeddings, overrides and isolates that turn the direction of writing; the two separators
// that end a line; the byte order mark; halves of surrogate pairs.
const unseen = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * What does the text hold, with every control character written out?
 *
 * For text that strangers wrote (paths, agents, names of files): what comes back does nothing in a terminal and reads
 * in one direction. It does not escape for HTML, CSV or Markdown.
 *
 * @returns The text with `\x1b` or `\u{202e}` in place of each control character, a line break included.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length > 2 ? `\\u{${hex}}` : `\\x${hex.padStart(2, "0")}`;
  });
}

/**
 * What does the text hold, so that a spreadsheet shows it and does nothing else?
 *
 * What it would run as a formula has an apostrophe before it; control characters are written out as {@link visible} does.
 */
export function asCellText(text: string): string {
  return visible(isFormula(text) ? `'${text}` : text);
}

/** Would a spreadsheet run the text? The wide forms of the signs count: some spreadsheets fold them. */
function isFormula(text: string): boolean {
  return /^[\t\r]|^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text);
}

/** How many, in figures and words: `1 line`, `3,761,882 lines`. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** The parts as one phrase: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A whole number, 0 or more, in raised digits: `¹²`. For the marks of notes where there is no markup. */
export function superscript(mark: number): string {
  return String(mark).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}
