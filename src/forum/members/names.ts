import {nameKey} from "../../accounts/people.ts";
import type {ForumStore} from "../store.ts";
import {lookOf} from "./confusables.ts";
import {isLikeStaff} from "./staff-names.ts";

/** Why a name is not taken. */
export type MemberNameFault = "empty" | "too-long" | "signs" | "like-another" | "like-staff";

/** A name as it is kept. */
export interface TakenName {
  readonly name: string;
  readonly key: string;
  readonly look: string;
}

/** In characters as people count them. */
const longestMemberName = 40;

/** Of each script alone, or of those that are written together. */
const scripts = {
  latin: /^\p{Script=Latin}$/u,
  greek: /^\p{Script=Greek}$/u,
  cyrillic: /^\p{Script=Cyrillic}$/u,
  armenian: /^\p{Script=Armenian}$/u,
  georgian: /^\p{Script=Georgian}$/u,
  hebrew: /^\p{Script=Hebrew}$/u,
  arabic: /^\p{Script=Arabic}$/u,
  devanagari: /^\p{Script=Devanagari}$/u,
  bengali: /^\p{Script=Bengali}$/u,
  tamil: /^\p{Script=Tamil}$/u,
  thai: /^\p{Script=Thai}$/u,
  ethiopic: /^\p{Script=Ethiopic}$/u,
  han: /^[\p{Script=Han}\p{Script=Bopomofo}]$/u,
  kana: /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u,
  hangul: /^\p{Script=Hangul}$/u,
} as const;
type Script = keyof typeof scripts;
/** Chinese, Japanese and Korean names stand beside Latin ones, as their readers write them. */
const together: readonly (readonly Script[])[] = [
  ["latin", "han", "kana"],
  ["latin", "han", "hangul"],
];

/** Letters, digits and what parts them; it begins and ends with a letter, a digit or a mark of the last letter. */
const form = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:[ .'’_-]{1,2}[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*\.?$/u;
/** Signs without width, strokes through letters, and marks piled over one: two are as many as one needs once letters and accents are put together. */
const unfit = /\p{Default_Ignorable_Code_Point}|\p{Me}|[\u0334-\u0338\u20d0-\u20ff]|\p{M}{3}|[A-Za-z]\p{M}{2}/u;
/** The letters of phonetic writing look like others and are of no name. */
const phonetic = /[\u0250-\u02ff\u1d00-\u1dff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;

/**
 * Is it a name that somebody can have here: readable, of one script, and like nobody else's?
 *
 * @param isStaff May it be called by what only staff are?
 */
export function checkMemberName(
  store: ForumStore,
  typed: string,
  {isStaff}: {readonly isStaff: boolean},
): TakenName | MemberNameFault {
  const name = typed.slice(0, 1000).normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (name === "") return "empty";
  if ([...name].length > longestMemberName || typed.length > 1000) return "too-long";
  if (!form.test(name) || unfit.test(name) || phonetic.test(name) || !isOfOneScript(name)) return "signs";
  const look = lookOf(name);
  if (look === "") return "signs";
  if (!isStaff && isLikeStaff(name, store.settings.reserved)) return "like-staff";
  return isTaken(store, look) ? "like-another" : {name, key: nameKey(name), look};
}

/** Has somebody, or somebody who knocks, a name that looks so? */
export function isTaken({file}: ForumStore, look: string): boolean {
  return file.one("isLikeAnother", {look}) !== undefined;
}

function isOfOneScript(name: string): boolean {
  const letters = [...name].filter((letter) => /[\p{L}]/u.test(letter));
  const found = new Set(letters.map(scriptOf));
  if (found.has(null)) return false;
  // Digits of other scripts look like letters of ours.
  const isPlain =
    !/\p{Nd}/u.test(name.replace(/[0-9]/g, "")) || found.isDisjointFrom(new Set(["latin", "greek", "cyrillic"]));
  return isPlain && (found.size < 2 || together.some((set) => found.isSubsetOf(new Set(set))));
}

function scriptOf(letter: string): Script | null {
  return (Object.keys(scripts) as Script[]).find((script) => scripts[script].test(letter)) ?? null;
}
