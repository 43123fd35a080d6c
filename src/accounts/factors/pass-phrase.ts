import {randomInt} from "node:crypto";
import {isCommonPhrase} from "./common-phrases.ts";
import {phraseWords} from "./words.ts";

/** Six words of 11 bits each: 66 bits. */
const offeredWords = 6;
/** In characters as people count them. Longer ones are refused, never cut. */
export const [shortestPhrase, longestPhrase] = [15, 200] as const;

/** Why a pass phrase is not taken. */
export type PhraseFault = "too-short" | "too-long" | "common" | "plain" | "about-you";

/** A pass phrase that nobody could guess, to be written down: six words by chance. */
export function offerPhrase(): string {
  return Array.from({length: offeredWords}, () => phraseWords[randomInt(phraseWords.length)]).join(" ");
}

/** Is it a phrase of the form that is offered? What a form brings back is shown again where it is. */
export function isOffered(phrase: string): boolean {
  const words = phrase.split(" ");
  return words.length === offeredWords && words.every((word) => phraseWords.includes(word));
}

/** What everybody here would try first. */
const ownWords = ["broadsheet", "password", "passphrase", "passwort", "kennwort", "contraseña", "motdepasse", "desk"];
/** So much has to be left of it without those, and so many different signs. */
const [fewestOwn, fewestSigns] = [8, 6];

/**
 * Why is a pass phrase not to be taken? No rule says which signs stand in it: length, and that it is nobody's first guess.
 *
 * @param about Names of the person and the publication.
 * @returns null where it is taken.
 */
export function findPhraseFault(phrase: string, about: readonly string[]): PhraseFault | null {
  const letters = [...phrase];
  if (letters.length < shortestPhrase) return "too-short";
  if (letters.length > longestPhrase) return "too-long";
  if (isCommonPhrase(phrase.trim())) return "common";
  const plain = phrase.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (new Set(plain).size < fewestSigns || isRepeated(plain) || isRun(plain)) return "plain";
  const words = [...ownWords, ...about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))];
  const known = words.filter((word) => word.length > 2).sort((one, other) => other.length - one.length);
  const rest = known.reduce((text, word) => text.replaceAll(word, ""), plain).replace(/\p{N}/gu, "");
  const isAbout = known.some((word) => plain.includes(word));
  return isAbout && [...rest].length < fewestOwn ? "about-you" : null;
}

/** The same piece again and again: `abcabcabcabcabc`. */
function isRepeated(text: string): boolean {
  const at = `${text}${text}`.indexOf(text, 1);
  return at > 0 && at < text.length;
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const shortestRun = 4;

/** Is nearly all of it read off a keyboard, the alphabet or a count, forwards or backwards? */
function isRun(text: string): boolean {
  const all = [...rows, ...rows.map((row) => [...row].reverse().join(""))];
  let [at, own] = [0, 0];
  while (at < text.length) {
    const length = Math.max(...all.map((row) => runAt(text, at, row)));
    if (length < shortestRun) own++;
    at += length < shortestRun ? 1 : length;
  }
  return own < 5;
}

function runAt(text: string, at: number, row: string): number {
  const start = row.indexOf(text.charAt(at));
  if (start < 0) return 0;
  let length = 0;
  while (at + length < text.length && text.charAt(at + length) === row.charAt(start + length)) length++;
  return length;
}
