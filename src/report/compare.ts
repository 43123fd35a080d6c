import type {Period} from "../base/period.ts";
import type {Translator} from "../base/words/translator.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import type {Figure} from "../measures/measure-spans.ts";
import type {MonthCoverage} from "../measures/months.ts";
import type {ComparedFigures, Comparison, Figures, Index, IndexedFigures} from "./report.ts";
import {pairsOf, unlikeBase, unlikeMonths} from "./rule-changes.ts";

/** The months of a report beside those of another period. */
export function comparisonOf(
  found: PeriodFigures,
  rows: readonly Figures[],
  period: Period | null,
  words: Translator,
): Comparison | null {
  if (period === null) return null;
  const {figures, comparedCoverage} = found;
  const measures = figures.map(({measure, spans}, index): ComparedFigures => {
    const now = rows[index]!;
    const before = period.months.map((month) => spans.get(month)!);
    const total = period.months.length > 1 ? spans.get(period.name)! : before[0]!;
    return {
      id: measure.id,
      values: before.map(({value}) => value),
      reasons: before.map(({reason}) => reason && words.translate(reason)),
      reported: before.map(({isReported}) => isReported),
      changePercent: before.map(({value}, place) => changePercent(value, now.values[place] ?? null)),
      total: total.value,
      totalReason: total.reason && words.translate(total.reason),
      totalChangePercent: changePercent(total.value, now.total),
    };
  });
  const months = found.coverage.map(({month}) => month);
  // What an older report gave was counted by rules that nobody has told us.
  const measured = pairsOf(period.months, months).filter(
    (_, place) => comparedCoverage[place]!.missingDays.length < comparedCoverage[place]!.days,
  );
  const unlike = unlikeMonths(found, measured, words);
  return {
    period: period.name,
    title: words.period(period.name),
    columns: period.months,
    measures,
    notes: [...coverageNotes(comparedCoverage, words), ...(unlike === null ? [] : [unlike])],
  };
}

/** The months of a report as multiples of one month of the past. */
export function monthIndex(
  found: PeriodFigures,
  rows: readonly Figures[],
  base: {readonly month: string; readonly value: number} | null,
  words: Translator,
): Index | null {
  if (base === null) return null;
  const measures = found.figures.map(({measure, spans}, index): IndexedFigures => {
    const from = spans.get(base.month)!;
    const {values, reasons} = rows[index]!;
    const noBase = reasonAgainst(from, base.month, words);
    return {
      id: measure.id,
      values: values.map((value) => (value === null || noBase !== null ? null : (value / from.value!) * base.value)),
      reasons: values.map((value, place) => (value === null ? reasons[place]! : noBase)),
    };
  });
  const [ofBase] = found.coverageOf([base.month]);
  // What an older report gave was counted by rules that nobody has told us.
  const isMeasured = ofBase!.missingDays.length < ofBase!.days;
  const months = found.coverage.map(({month}) => month);
  const unlike = isMeasured ? unlikeBase(found, months, base.month, words) : null;
  return {base: base.month, value: base.value, measures, notes: unlike === null ? [] : [unlike]};
}

/** Why nothing can be a multiple of the base month; null where it can. */
function reasonAgainst({value, reason}: Figure, month: string, words: Translator): string | null {
  const base = words.month(month);
  if (value === null) return words.t("base-has-no-value", {base, reason: reason ?? ""});
  return value === 0 ? words.t("base-is-zero", {base}) : null;
}

/** Which months of those compared with do the logs cover in part? A change against them is no change of the whole. */
function coverageNotes(coverage: readonly MonthCoverage[], words: Translator): string[] {
  const partial = coverage.filter(({days, missingDays}) => missingDays.length > 0 && missingDays.length < days);
  return partial.map(({month, days, missingDays}) => {
    const covered = days - missingDays.length;
    return words.t("compared-month-in-part", {month: words.month(month), covered, days: String(days)});
  });
}

/** From the one to the other, in percent of the former; null where there is none of either. */
export function changePercent(before: number | null, now: number | null): number | null {
  // From nothing to something is no number of percent.
  return before === null || now === null || before === 0 ? null : (now / before - 1) * 100;
}
