import {cleanTitle} from "../text/clean.ts";

/** Scripts that are written without spaces: there words are found by what three signs in a row there are. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedRun = new RegExp(`${unspaced.source}[${unspaced.source.slice(1, -1)}\\p{M}ー々]*`, "gu");
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Are there words that spaces do not part? */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** What somebody looks for. */
export interface SearchQuery {
  /** In which way texts are looked through. */
  readonly by: "words" | "signs";
  /** In the language of FTS5, of quoted words alone. */
  readonly match: string;
  /** What is looked for, as it was typed: an extract begins near the first. */
  readonly sought: readonly string[];
}

const [longestQuery, mostParts] = [200, 10];

/**
 * Reads what somebody typed: all of it has to be found, what stands in quotation marks in a row.
 *
 * Whatever signs it holds, they are no commands: only letters, marks and digits come into the match.
 *
 * @param place The section in which alone is looked, as `sectionMark`; "" for all.
 * @param signsBeginning The runs of three signs that begin so: fewer than three are in no index.
 * @returns null where there is nothing to look for.
 */
export function readQuery(
  typed: string,
  place: string,
  signsBeginning: (signs: string) => readonly string[],
): SearchQuery | null {
  const text = cleanTitle([...typed.slice(0, 4 * longestQuery)].slice(0, longestQuery).join(""));
  const parts = [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([whole, quoted]) => quoted ?? whole).slice(0, mostParts);
  if (isUnspaced(text)) {
    const runs = parts.flatMap((part) => part.match(unspacedRun) ?? []).slice(0, mostParts);
    // A word beside them has three letters, too, or is not looked for.
    const words = parts
      .flatMap((part) => part.replace(unspacedRun, " ").match(word) ?? [])
      .filter(({length}) => length > 2);
    const sought = [...runs, ...words].slice(0, mostParts);
    return {by: "signs", match: sought.map((part) => signsOf(part, signsBeginning)).join(" AND "), sought};
  }
  const phrases = parts.map((part) => part.match(word)?.join(" ")).filter((part) => part !== undefined);
  if (phrases.length === 0) return null;
  const match = `text : (${phrases.map(quoted).join(" AND ")})`;
  return {by: "words", match: place === "" ? match : `(${match}) AND place : ${quoted(place)}`, sought: phrases};
}

function signsOf(part: string, signsBeginning: (signs: string) => readonly string[]): string {
  if ([...part].length > 2) return quoted(part);
  const terms = signsBeginning(part);
  return terms.length === 0 ? quoted(`${part}\uffff`) : `(${terms.map(quoted).join(" OR ")})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
