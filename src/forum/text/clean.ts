import {escapeUnseen} from "../../base/unseen.ts";

/** How many marks one letter may carry one over the other: more than any language writes, too few to run over the lines above. */
const mostMarks = 5;
const pile = new RegExp(`([\\p{Mn}\\p{Me}]{${mostMarks}})[\\p{Mn}\\p{Me}]+`, "gu");

/**
 * What somebody wrote, without what is not seen: lines end alike, letters are in one form (NFC), and there is nothing that turns the direction
 * of writing, takes no room, or piles marks over a letter.
 *
 * The signs without width that a language needs stay, see `escapeUnseen`.
 */
export function cleanSource(written: string): string {
  const lines = written
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    // Of these two no XML may hold one: a feed with such a post would be read by nobody.
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .normalize("NFC");
  return escapeUnseen(lines, stand).replace(pile, "$1");
}

/** Text of one line, such as a title: clean, and with single spaces. */
export function cleanTitle(written: string): string {
  return cleanSource(written).replace(/\s+/g, " ").trim();
}

function stand(character: string): string {
  if (character === "\n" || character === "\t") return character;
  return /\p{Surrogate}/u.test(character) ? "\ufffd" : "";
}

/** How long a text is, as a person counts: in characters of Unicode. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
