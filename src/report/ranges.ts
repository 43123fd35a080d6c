import type {Words} from "../base/words/words.ts";
import type {AlternativeFigures} from "../measures/ranges.ts";
import type {Figures, RangedFigures, Ranges} from "./report.ts";

/** A figure that would be half as much again, or more, is told as a multiple. */
const multipleFrom = 1.5;

/** How far would each figure move, if one rule were done otherwise? Null where it was not asked. */
export function rangesOf(
  alternatives: readonly AlternativeFigures[],
  rows: readonly Figures[],
  period: {readonly name: string; readonly months: readonly string[]},
  words: Words,
): Ranges | null {
  if (alternatives.length === 0) return null;
  const measures = rows.map((row, index): RangedFigures => {
    const moved = alternatives.map(({id, figures}) => {
      const spans = figures[index]!;
      return {
        id,
        values: period.months.map((month) => spans.get(month)?.value ?? null),
        total: spans.get(period.name)?.value ?? null,
      };
    });
    const boundsAt = (
      own: number | null,
      others: readonly (number | null)[],
    ): readonly [number | null, number | null] => {
      if (own === null) return [null, null];
      const known = [own, ...others.filter((value) => value !== null)];
      return [Math.min(...known), Math.max(...known)];
    };
    const bounds = row.values.map((own, month) =>
      boundsAt(
        own,
        moved.map(({values}) => values[month]!),
      ),
    );
    const [totalLow, totalHigh] = boundsAt(
      row.total,
      moved.map(({total}) => total),
    );
    return {
      id: row.id,
      low: bounds.map(([low]) => low),
      high: bounds.map(([, high]) => high),
      totalLow,
      totalHigh,
      alternatives: moved,
    };
  });
  const named = alternatives.map(({id, label}) => ({id, label: words.tell(label)}));
  return {
    alternatives: named,
    measures,
    sentences: measures.flatMap((ranged, index) => sentenceOf(ranged, rows[index]!, named, words) ?? []),
  };
}

/** The narrowest sentence that is true of the whole period: between what, and which rules would move it there. */
function sentenceOf(
  {totalLow, totalHigh, alternatives}: RangedFigures,
  {label, decimals, total}: Figures,
  named: Ranges["alternatives"],
  words: Words,
): string | null {
  if (total === null || totalLow === null || totalHigh === null) return null;
  if (totalLow === totalHigh) return words.say("range-none", {label, value: words.number(total, decimals)});
  const boundTold = (bound: number): string => {
    const why = named.find(({id}) => id === alternatives.find((one) => one.total === bound)?.id)?.label;
    const told = {value: words.number(bound, decimals), why: bound === total ? words.say("as-reported") : (why ?? "")};
    if (total <= 0 || bound / total < multipleFrom) return words.say("range-bound", told);
    return words.say("range-bound-times", {...told, times: words.number(bound / total, 1)});
  };
  return words.say("range-of", {label, low: boundTold(totalLow), high: boundTold(totalHigh)});
}
