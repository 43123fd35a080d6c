import {differs, type Finding, unchecked} from "../answer.ts";
import type {FigureFinder} from "./figure-names.ts";

/** What is said of a file that is not what would be made now. */
export interface ComparedFile {
  readonly file: string;
  readonly published: string;
  readonly made: string;
  /** Why it may differ without anybody having changed it: another version; null where there is no such reason. */
  readonly excuse: string | null;
}

/** So many places of a file are named. */
const mostNamed = 20;
/** As far is looked for where two texts go on alike. */
const farthest = 60;
const longestShown = 60;
const number = /\p{Nd}+(?:[.,\u00a0\u202f’'٫٬]\p{Nd}+)*/gu;

/** Lines that stand in each other's place: of one side there may be none. */
interface LinePair {
  /** From 1, in the published file. */
  readonly line: number;
  readonly published: string | null;
  readonly made: string | null;
}

/**
 * Where does a file of lines say something else than would be made now?
 *
 * A figure that was changed by hand is named; a place where only figures differ is one whatever else may have changed.
 */
export function compareLines({file, published, made, excuse}: ComparedFile, find: FigureFinder): Finding[] {
  if (published === made) return [];
  const lines = made.split("\n");
  const pairs = pairLines(published.split("\n"), lines);
  const findings = pairs.flatMap((pair) => findingsOf(pair, {file, lines, excuse}, find));
  const others = findings.filter(({answer}) => answer === "differs");
  const open = findings.length - others.length;
  const more = others.length > mostNamed ? [differs(file, `and ${others.length - mostNamed} more places differ`)] : [];
  return [
    ...others.slice(0, mostNamed),
    ...more,
    ...(open === 0
      ? []
      : [unchecked(file, `${open} ${open === 1 ? "line differs" : "lines differ"} in more than figures: ${excuse}`)]),
  ];
}

function findingsOf(
  {line, published, made}: LinePair,
  {file, lines, excuse}: {readonly file: string; readonly lines: readonly string[]; readonly excuse: string | null},
  find: FigureFinder,
): Finding[] {
  const at = `${file}:${line}`;
  if (published !== null && made !== null && skeletonOf(published) === skeletonOf(made)) {
    const [theirs, ours] = [published.match(number) ?? [], made.match(number) ?? []];
    const place = lines.indexOf(made);
    const context = lines.slice(Math.max(0, place - 8), place + 1).join("\n");
    return ours.flatMap((now, index) => {
      const own = theirs[index]!;
      if (own === now) return [];
      return [
        differs(at, "the file does not say what report.json says", {cell: find(now, context), published: own, now}),
      ];
    });
  }
  if (excuse !== null) return [unchecked(at, excuse)];
  const [own, now] = apart(published ?? "", made ?? "");
  const cause =
    published === null
      ? "a line was taken away"
      : made === null
        ? "a line was added"
        : "the file does not say what report.json says";
  return [differs(at, cause, {published: published === null ? null : own, now: made === null ? null : now})];
}

function skeletonOf(line: string): string {
  return line.replace(number, "0");
}

/** The part in which two lines differ, cut where it is long. */
function apart(one: string, other: string): [string, string] {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const from = Math.max(0, start - 10);
  const shown = (text: string): string => {
    const part = text.slice(from, text.length - Math.max(0, end - 10));
    return part.length > longestShown ? `${part.slice(0, longestShown)}…` : part;
  };
  return [shown(one), shown(other)];
}

function pairLines(published: readonly string[], made: readonly string[]): LinePair[] {
  if (published.length === made.length) {
    const beside = made.flatMap((now, place): LinePair[] => {
      const own = published[place]!;
      return own === now ? [] : [{line: place + 1, published: own, made: now}];
    });
    // Where no line came or went, each stands where it stood.
    if (beside.length <= mostNamed) return beside;
  }
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  while (i < published.length || j < made.length) {
    if (i < published.length && j < made.length && published[i] === made[j]) {
      i++;
      j++;
      continue;
    }
    const [added, missing] = resume(published, i, made, j);
    const both = Math.min(added, missing);
    for (let k = 0; k < Math.max(added, missing); k++) {
      const own = k < added ? published[i + k]! : null;
      const now = k < missing ? made[j + k]! : null;
      pairs.push({line: i + 1 + Math.min(k, Math.max(both, added - 1)), published: own, made: now});
    }
    i += added;
    j += missing;
  }
  return pairs;
}

/** How many lines of each side stand before the two go on alike? */
function resume(published: readonly string[], i: number, made: readonly string[], j: number): [number, number] {
  const [left, right] = [published.length - i, made.length - j];
  for (let sum = 1; sum <= farthest && sum <= left + right; sum++) {
    // As many on both sides first: a line that was changed is likelier than one that came.
    const splits = Array.from({length: sum + 1}, (_, k) => k).sort(
      (a, b) => Math.abs(a - sum / 2) - Math.abs(b - sum / 2),
    );
    for (const k of splits) {
      const [own, now] = [published[i + k], made[j + sum - k]];
      if (own !== undefined && own === now) return [k, sum - k];
    }
  }
  return [left, right];
}
