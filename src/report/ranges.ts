import type {Translator} from "../base/words/translator.ts";
import type {AlternativeFigures, PeriodFigures} from "../measures/measure-period.ts";
import {type Bounded, outwards} from "./outwards.ts";
import type {Figures, RangedFigures, Ranges} from "./report.ts";

/** A figure that would be half as much again, or more, is told as a multiple. */
const multipleFrom = 1.5;

/** A bound, and whether it is farther out than the figure would be. */
interface Bound {
  readonly value: number;
  readonly isOutwards: boolean;
}

/** A figure under an alternative: its bound, and itself, if it may be told. */
interface Moved {
  readonly bound: Bound | null;
  readonly value: number | null;
}

/** How far would each figure move, if one rule were done otherwise? Null where it was not asked. */
export function rangesOf(
  {alternatives: all, figures, smallest}: Pick<PeriodFigures, "alternatives" | "figures" | "smallest">,
  rows: readonly Figures[],
  period: {readonly name: string; readonly months: readonly string[]},
  words: Translator,
): Ranges | null {
  if (all.length === 0) return null;
  const alternatives = all.filter(({beside}) => beside !== "not-known");
  const spans = [...period.months, period.name];
  const ofReaders = figures.findIndex(({measure}) => measure.id === "readers");
  const isFew = (own: number | null, value: number | null): boolean =>
    smallest > 1 && own !== null && value !== null && own !== value && Math.abs(value - own) < smallest;
  /** Files per user would tell the users. */
  const isFewIn = (one: AlternativeFigures, span: string): boolean => {
    const own = figures[ofReaders]?.spans.get(span)?.value ?? null;
    return one.few.has(span) || isFew(own, one.figures[ofReaders]?.get(span)?.value ?? null);
  };
  const ranged = rows.map((row, index) => {
    const {measure} = figures[index]!;
    const isReaders = measure.id === "readers" || measure.area !== undefined;
    const moved = alternatives.map((one) =>
      spans.map((span, place) => {
        const own = [...row.values, row.total][place] ?? null;
        const value = one.figures[index]!.get(span)?.value ?? null;
        const isHidden = isFewIn(one, span) || (isReaders && isFew(own, value));
        return movedTo(own, value, isHidden ? {isReaders, smallest} : null);
      }),
    );
    return {row, moved};
  });
  const named = alternatives.map(({id, label}) => ({id, label: words.translate(label)}));
  const isBeside = alternatives.map(({beside}) => beside !== undefined);
  const measures = ranged.map(({row, moved}): RangedFigures => {
    const bounds = spans.map((_, place) => {
      const own = [...row.values, row.total][place] ?? null;
      const known = moved.flatMap((one, which) => (isBeside[which] ? [] : (one[place]!.bound ?? [])));
      return own === null ? null : boundsOf([{value: own, isOutwards: false}, ...known]);
    });
    const [total, months] = [bounds.at(-1) ?? null, bounds.slice(0, -1)];
    const told = {
      id: row.id,
      low: months.map((one) => one?.low.value ?? null),
      high: months.map((one) => one?.high.value ?? null),
      totalLow: total?.low.value ?? null,
      totalHigh: total?.high.value ?? null,
      isTotalAtLeast: total?.low.isOutwards ?? false,
      isTotalAtMost: total?.high.isOutwards ?? false,
      alternatives: moved.map((one, place) => {
        const values = one.map(({value}) => value);
        return {id: alternatives[place]!.id, values: values.slice(0, -1), total: values.at(-1) ?? null};
      }),
    };
    const reached = moved.map((one, which) => (isBeside[which] ? null : (one.at(-1)!.bound?.value ?? null)));
    return {...told, sentence: sentenceOf(told, row, {named, reached}, words)};
  });
  const isRounded = ranged.some(({moved}) => {
    return moved.some((one, which) => !isBeside[which] && one.some(({bound}) => bound?.isOutwards));
  });
  const reason = isRounded ? words.t("ranges-rounded-outwards", {smallest}) : null;
  return {
    alternatives: named,
    measures,
    reason,
    sentences: [
      ...measures.flatMap(({sentence}) => sentence ?? []),
      ...besideSentences(measures[ofReaders], all, words),
      ...(reason === null ? [] : [reason]),
    ],
  };
}

/** How many readers surely are people's browsers, or why that is not told. @param readers Their figures; undefined where they are not told. */
function besideSentences(
  readers: RangedFigures | undefined,
  alternatives: readonly AlternativeFigures[],
  words: Translator,
): string[] {
  return alternatives.flatMap(({id, beside}): string[] => {
    if (beside === undefined || readers === undefined) return [];
    if (beside === "not-known") return [words.t("range-furnished-not-known")];
    const total = readers.alternatives.find((one) => one.id === id)?.total ?? null;
    return total === null ? [] : [words.t("range-furnished", {value: words.number(total, 0)})];
  });
}

/** @param few Of what the figure is, where a few readers would move it; null where it may be told. */
function movedTo(own: number | null, value: number | null, few: Bounded | null): Moved {
  if (own === null || value === null) return {bound: null, value: null};
  if (few === null || value === own) return {bound: {value, isOutwards: false}, value};
  return {bound: {value: outwards(own, value, few), isOutwards: true}, value: null};
}

function boundsOf(known: readonly Bound[]): {readonly low: Bound; readonly high: Bound} {
  const sorted = known.toSorted((a, b) => a.value - b.value || Number(a.isOutwards) - Number(b.isOutwards));
  const most = sorted.at(-1)!.value;
  return {low: sorted[0]!, high: sorted.find(({value}) => value === most)!};
}

/** The narrowest sentence that is true of the whole period: between what, and which rules would move it there. */
function sentenceOf(
  {totalLow, totalHigh, isTotalAtLeast, isTotalAtMost}: Omit<RangedFigures, "sentence">,
  {label, decimals, total}: Figures,
  {named, reached}: {readonly named: Ranges["alternatives"]; readonly reached: readonly (number | null)[]},
  words: Translator,
): string | null {
  if (total === null || totalLow === null || totalHigh === null) return null;
  if (totalLow === totalHigh) return words.t("range-none", {label, value: words.number(total, decimals)});
  const told = (bound: number) => {
    const why = named[reached.indexOf(bound)]?.label ?? "";
    return {value: words.number(bound, decimals), why: bound === total ? words.t("as-reported") : why};
  };
  const boundTold = (bound: number): string => {
    if (total <= 0 || bound / total < multipleFrom) return words.t("range-bound", told(bound));
    return words.t("range-bound-times", {...told(bound), times: words.number(bound / total, 1)});
  };
  const low = isTotalAtLeast ? words.t("range-at-least", told(totalLow)) : boundTold(totalLow);
  const high = isTotalAtMost ? words.t("range-at-most", told(totalHigh)) : boundTold(totalHigh);
  return words.t("range-of", {label, low, high});
}
