import {escapeUnseen} from "./unseen.ts";

/**
 * JSON as a person reads it: indented by two, a line break at the end.
 *
 * Characters that a terminal would obey, that turn the direction of writing or that are not seen are escaped: the value stays the same.
 */
export function printJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map((line) => escapeUnseen(line, asJson)).join("\n")}\n`;
}

/** Half by half, as JSON writes a character beyond the first 65,536. */
function asJson(character: string): string {
  return Array.from({length: character.length}, (_, place) => {
    return `\\u${character.charCodeAt(place).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** Deeper than anything that Broadsheet writes or reads; what walks through values may call itself so often. */
const deepest = 100;

/** What a text says as JSON; undefined where it is none, or has more than a hundred brackets in brackets. */
export function parsedJson(text: string): unknown {
  try {
    if (nestsDeeper(text, deepest)) return undefined;
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Has a text of JSON more brackets in brackets than so many? Looks at each sign once. */
function nestsDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = endOfText(text, at);
    else if (sign === opening || sign === openingList) {
      if (++depth > most) return true;
    } else if (sign === closing || sign === closingList) depth--;
  }
  return false;
}

const [quote, backslash, opening, closing, openingList, closingList] = [...'"\\{}[]'].map((sign) => sign.charCodeAt(0));

/** Where does the text end that begins there? */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at;
    if (sign === backslash) at++;
  }
  return text.length;
}
