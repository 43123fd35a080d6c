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

/** What a text says as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
