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
/** As far is looked for where two texts go on alike: so many lines of the one and of the other, few and alike many first. */
const farthest = 60;
const splits = Array.from({length: farthest}, (_, place) => {
  const sum = place + 1;
  const all = Array.from({length: sum + 1}, (_two, own) => [own, sum - own] as const);
  // As many on both sides first: a line that was changed is likelier than one that came.
  return all.sort(([a], [b]) => Math.abs(a - sum / 2) - Math.abs(b - sum / 2));
});
const longestShown = 60;
/** More of what stands around a figure tells no better which it is. */
const longestContext = 4_000;
const number = /\p{Nd}+(?:[.,\u00a0\u202f’'٫٬]\p{Nd}+)*/gu;

/** Lines that stand in each other's place: of one side there may be none. */
interface LinePair {
  /** From 1, in the published file. */
  readonly line: number;
  /** From 0, in what is made now. */
  readonly place: number;
  readonly published: string | null;
  readonly made: string | null;
}

/**
 * The figures that stand in what is made now.
 *
 * Another version has other words and another order: of what it made, only a figure that stands nowhere now was changed for sure.
 */
export function figuresWithin(made: string): ReadonlySet<string> {
  return new Set(made.match(number));
}

/**
 * Where does a file of lines say something else than would be made now?
 *
 * A figure that was changed by hand is named; where the file may differ for another reason, one that nothing of what is made now says.
 */
export function compareLines({file, published, made, excuse}: ComparedFile, find: FigureFinder): Finding[] {
  if (published === made) return [];
  const lines = made.split("\n");
  const known = excuse === null ? null : figuresWithin(made);
  const isStyled = styleOf(file, published);
  const others: Finding[] = [];
  let [count, open] = [0, 0];
  for (const pair of pairLines(published.split("\n"), lines)) {
    const moved = isStyled(pair.line) && known !== null ? null : figuresMoved(pair);
    if (known !== null && (moved === null || moved.every(({own}) => known.has(own)))) {
      open += 1;
      continue;
    }
    if (others.length < mostNamed) {
      const own = moved === null ? [otherLine(pair, file)] : movedFigures(pair, moved, {file, lines}, find);
      others.push(...own.slice(0, mostNamed - others.length));
    }
    count += 1;
  }
  const more = count > mostNamed ? [differs(file, `and ${count - mostNamed} more lines differ`)] : [];
  return [
    ...others,
    ...more,
    ...(open === 0
      ? []
      : [
          unchecked(
            file,
            `${open} ${open === 1 ? "line differs" : "lines differ"} in words, or in where figures stand: ${excuse}`,
          ),
        ]),
  ];
}

/** Which lines, from 1, of a published page are its style? Its numbers are no figures of the report, and each version has others. */
function styleOf(file: string, published: string): (line: number) => boolean {
  const [from, until] = file.endsWith(".html")
    ? [published.indexOf("<style>"), published.indexOf("</style>")]
    : [-1, -1];
  if (from < 0 || until < from) return () => false;
  const [first, last] = [from, until].map((place) => published.slice(0, place).split("\n").length);
  return (line) => line > first! && line < last!;
}

interface MovedFigure {
  /** In the published file. */
  readonly own: string;
  readonly now: string;
}

/** Which figures of a line are others? Null where more differs than figures. */
function figuresMoved({published, made}: LinePair): MovedFigure[] | null {
  if (published === null || made === null || withoutFigures(published) !== withoutFigures(made)) return null;
  const [theirs, ours] = [published.match(number) ?? [], made.match(number) ?? []];
  return ours.flatMap((now, index) => (theirs[index] === now ? [] : [{now, own: theirs[index]!}]));
}

function movedFigures(
  {line, place}: LinePair,
  moved: readonly MovedFigure[],
  {file, lines}: {readonly file: string; readonly lines: readonly string[]},
  find: FigureFinder,
): Finding[] {
  const context = lines
    .slice(Math.max(0, place - 8), place + 1)
    .join("\n")
    .slice(-longestContext);
  return moved.slice(0, mostNamed).map(({now, own}) => {
    const cell = find(now, context);
    return differs(`${file}:${line}`, "the file does not say what report.json says", {cell, published: own, now});
  });
}

function otherLine({line, published, made}: LinePair, file: string): Finding {
  const [own, now] = apart(published ?? "", made ?? "");
  const cause =
    published === null
      ? "a line was taken away"
      : made === null
        ? "a line was added"
        : "the file does not say what report.json says";
  return differs(`${file}:${line}`, cause, {
    published: published === null ? null : own,
    now: made === null ? null : now,
  });
}

/** A line with the same sign in the place of each figure. */
export function withoutFigures(line: string): string {
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
      return own === now ? [] : [{line: place + 1, place, published: own, made: now}];
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
      const line = i + 1 + Math.min(k, Math.max(both, added - 1));
      pairs.push({line, place: j + Math.min(k, missing), published: own, made: now});
    }
    i += added;
    j += missing;
  }
  return pairs;
}

/** How many lines of each side stand before the two go on alike? */
function resume(published: readonly string[], i: number, made: readonly string[], j: number): [number, number] {
  const [left, right] = [published.length - i, made.length - j];
  for (const ways of splits) {
    for (const [added, missing] of ways) {
      const [own, now] = [published[i + added], made[j + missing]];
      if (own !== undefined && own === now) return [added, missing];
    }
  }
  return [left, right];
}
