import fastStringWidth from "fast-string-width";

/** Marks of direction and the like, which nothing is printed for; but the joiner that makes one emoji of several. */
const unprinted = /(?!\u200d)\p{Cf}/gu;

/**
 * How many columns of a terminal does the text take?
 *
 * Chinese, Japanese and Korean characters and emoji take two, combining marks none. The text holds no control characters.
 */
export function widthOf(text: string): number {
  return fastStringWidth(text.replace(unprinted, ""));
}

/** What is read as one character: a letter with its accents, a family of emoji. */
function lettersOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({segment}) => segment);
}

const segmenter = new Intl.Segmenter("en", {granularity: "grapheme"});

/** The text with spaces after it, up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text with spaces before it, up to `width` columns: how numbers align. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A word that fits no line, cut into pieces that do; other words whole. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const cut = [""];
  for (const character of lettersOf(word)) {
    const last = cut.at(-1)!;
    if (widthOf(last + character) > width && last !== "") cut.push(character);
    else cut[cut.length - 1] = last + character;
  }
  return cut;
}

const closing = /^[、。，；：！？）」』】》％]$/u;
const opening = /^[（「『【《]$/u;

/** A Chinese, Japanese or Korean character, or an emoji. */
function isWideLetter(letter: string): boolean {
  return widthOf(letter) === 2;
}

/** The places where a line may be broken without a space: between Chinese characters, but for brackets and stops. */
function unspaced(word: string): string[] {
  const parts: string[] = [];
  let before = "";
  for (const character of lettersOf(word)) {
    const isWide = isWideLetter(before) || isWideLetter(character);
    const isHeld = closing.test(character) || opening.test(before);
    if (parts.length > 0 && (!isWide || isHeld)) parts[parts.length - 1] += character;
    else parts.push(character);
    before = character;
  }
  return parts.length === 0 ? [word] : parts;
}

/** What goes before the first line of a paragraph and before the others: a hanging indent. */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

/**
 * The text as lines of at most `width` columns, the indent included.
 *
 * Breaks at spaces, and between Chinese characters; a word longer than a line is cut, so that no line is ever wider.
 */
export function wrap(text: string, width: number, indent: Indent = {first: "", rest: ""}): string[] {
  const room = Math.max(2, width - Math.max(widthOf(indent.first), widthOf(indent.rest)));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    for (const [place, part] of unspaced(word)
      .flatMap((part) => pieces(part, room))
      .entries()) {
      const longer = line === "" ? part : `${line}${place === 0 ? " " : ""}${part}`;
      if (widthOf(longer) <= room) {
        line = longer;
        continue;
      }
      lines.push(line);
      line = part;
    }
  }
  lines.push(line);
  return lines.map((content, i) => (i === 0 ? indent.first : indent.rest) + content);
}

/**
 * The text in at most `width` columns, its middle left out where it is longer: `/zhongwen/…/index.html`.
 *
 * Both ends stay, since paths differ at the end and sites at the start. An accent stays with its letter.
 *
 * @param width At least 1.
 */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const letters = lettersOf(text);
  const end = takeLetters(letters.toReversed(), Math.floor((width - 1) / 2)).reverse();
  const start = takeLetters(letters, width - 1 - widthOf(end.join("")));
  return `${start.join("")}…${end.join("")}`;
}

function takeLetters(letters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let room = width;
  for (const letter of letters) {
    room -= widthOf(letter);
    if (room < 0) break;
    taken.push(letter);
  }
  return taken;
}

/** In how many columns do the words stand on two lines at most? */
export function halfWidth(text: string): number {
  const words = text.split(" ");
  const splits = words.map((_, i) => [words.slice(0, i), words.slice(i)].map((line) => widthOf(line.join(" "))));
  return Math.min(...splits.map((lines) => Math.max(...lines)));
}
