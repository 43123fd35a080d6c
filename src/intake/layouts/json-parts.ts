/** A value in a line of JSON that is a text or a number, and the text of the line before it. */
export interface JsonPart {
  readonly before: string;
  readonly isNumber: boolean;
}

/** A line of JSON with a mark in place of each text and number. */
export interface JsonParts {
  readonly parts: readonly JsonPart[];
  readonly after: string;
  /** The line with {@link markOf} in place of each. */
  readonly marked: string;
}

/** Stands in no clean line. */
const sign = "\u0001";

/** What stands in place of the value of this number. */
export function markOf(place: number): string {
  return `${sign}${place}`;
}

/** The number of the value that the text stands in place of; null where it stands for none. */
export function placeOf(mark: string | null): number | null {
  return mark?.startsWith(sign) ? Number(mark.slice(1)) : null;
}

/** A text without escapes, with the colon behind it where it is a name; or a number. No part can begin within another. */
const value = /"([^"\\]*)"([ \t]*:)?|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** Values beyond these are not told apart. */
const mostParts = 200;

/** Takes apart a line that is an object of JSON; null where it holds escapes, or too much. */
export function jsonParts(line: string): JsonParts | null {
  if (line.includes("\\") || line.includes(sign) || !line.startsWith("{") || !line.endsWith("}")) return null;
  const parts: JsonPart[] = [];
  let marked = "";
  let before = "";
  let until = 0;
  for (const found of line.matchAll(value)) {
    const between = line.slice(until, found.index);
    until = found.index + found[0].length;
    const isName = found[2] !== undefined;
    const isNumber = found[1] === undefined;
    marked += between + (isName ? found[0] : `"${escaped(parts.length)}"`);
    if (isName) {
      before += between + found[0];
      continue;
    }
    if (parts.length === mostParts) return null;
    parts.push({before: `${before}${between}${isNumber ? "" : '"'}`, isNumber});
    before = isNumber ? "" : '"';
  }
  const after = line.slice(until);
  return {parts, after: before + after, marked: marked + after};
}

/** As JSON writes a mark. */
function escaped(place: number): string {
  return JSON.stringify(markOf(place)).slice(1, -1);
}
