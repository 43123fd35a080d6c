import {type FoundText, indexTexts, type Wanted} from "../text-index.ts";

/** Shorter texts cannot be looked up by their beginning. */
const leastIndexed = 3;

/**
 * Which of many texts, of any length, does a text hold? See {@link indexTexts}.
 *
 * @param wanted Texts of at least one character.
 * @returns Finds the rows whose text occurs; short ones last, and once each.
 */
export function findTexts<Row extends Wanted>(wanted: readonly Row[]): (text: string) => FoundText<Row>[] {
  const find = indexTexts(wanted.filter(({text}) => text.length >= leastIndexed));
  const short = wanted.filter(({text}) => text.length < leastIndexed);
  return (text) => {
    const found = short.map((row) => ({row, place: text.indexOf(row.text)})).filter(({place}) => place >= 0);
    return [...find(text), ...found];
  };
}

/** The text so that upper and lower case make no difference, in ASCII exactly as to the engine of expressions. */
export function foldCase(text: string): string {
  return text.replaceAll("İ", "ı").toLowerCase().replaceAll("ſ", "s");
}
