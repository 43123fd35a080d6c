import {formatNumber} from "./number.ts";
import {escapeUnseen} from "./unseen.ts";

/**
 * What does the text hold, with every character written out that is not seen or changes how others are read?
 *
 * For text that strangers wrote (paths, agents, names of files): what comes back does nothing in a terminal, reads in one direction,
 * and looks like no other text. It does not escape for HTML, CSV or Markdown.
 *
 * @returns The text with `\x1b` or `\u{202e}` in place of each such character, a line break included; see {@link escapeUnseen}.
 */
export function visible(text: string): string {
  return escapeUnseen(text, (character) => {
    const hex = character.codePointAt(0)!.toString(16);
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
export function joinAnd(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A whole number, 0 or more, in raised digits: `¹²`. For the marks of notes where there is no markup. */
export function superscript(mark: number): string {
  return String(mark).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}

/** The minute in UTC of an instant in milliseconds since 1970: `2005-07-01 00:00`. */
export function utcMinute(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 16).replace("T", " ");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML, between tags or in a quoted attribute: every character as it is but the five that have a meaning there. */
export function withEntities(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
