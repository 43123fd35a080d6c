/**
 * JSON as a person reads it: indented by two, a line break at the end.
 *
 * Characters that a terminal would obey or that turn the direction of writing are escaped: the value stays the same.
 */
export function printJson(value: unknown): string {
  const escaped = JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}
