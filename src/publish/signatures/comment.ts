import {escapeUnseen} from "../../base/unseen.ts";

/**
 * A text as minisign takes it for a comment: one line without control characters, in well-formed UTF-8, cut where it is too long.
 *
 * Tabs stay in: they part what a trusted comment says.
 *
 * @param bytes At most so many, cut between two characters.
 */
export function commentLine(text: string, bytes: number): string {
  const parts = text.split("\t").map((part) => {
    return escapeUnseen(part, () => " ")
      .replace(/ {2,}/g, " ")
      .trim();
  });
  const line = parts.join("\t");
  if (Buffer.byteLength(line) <= bytes) return line;
  let length = 0;
  const kept: string[] = [];
  for (const character of line) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    kept.push(character);
  }
  return kept.join("");
}

/**
 * What a signature of an edition says of itself, so that it cannot be taken for that of another.
 *
 * @param what `edition 2005-H2, The Example Press`: parts of strangers are made harmless.
 * @param date `YYYY-MM-DD` of the report; the clock is not asked, so that the same edition has the same bytes.
 * @param file That is signed.
 */
export function trustedComment(what: string, date: string, file: string): string {
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1000;
  return [`broadsheet ${what.replaceAll("\t", " ")}`, `timestamp:${seconds}`, `file:${file}`].join("\t");
}
