import type {Translator} from "../../base/words/translator.ts";
import type {Column, Figures} from "../../report/report.ts";
import {isReported} from "../content/marks.ts";
import {fullMonth, monthsInWords, printedSpan} from "../content/months.ts";
import {formatValue} from "../content/values.ts";

/**
 * What does the chart of a measure show? For a reader who cannot see it.
 *
 * Span, lowest, highest and last figure, the months without one and those not measured: `Distinct readers, July to December 2005: lowest
 * 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.` Untrusted text.
 */
export function describeChart(figures: Figures, columns: readonly Column[], words: Translator): string {
  const periods = columns.map(({period}) => period);
  const present = periods.flatMap((period, i) => {
    const value = figures.values[i] ?? null;
    return value === null ? [] : [{period, value}];
  });
  const absent = periods.filter((_, i) => (figures.values[i] ?? null) === null);
  const heading = words.t("chart-heading", {label: figures.label, span: printedSpan(periods, words)});
  if (present.length === 0) return words.t("chart-without-figures", {heading});
  const say = ({period, value}: {period: string; value: number}) =>
    words.t("value-in-month", {value: formatValue(value, figures, words), month: fullMonth(period, words)});
  // Sorting is stable: of equal figures the earlier month is named, both ways.
  const lowest = present.toSorted((a, b) => a.value - b.value)[0]!;
  const highest = present.toSorted((a, b) => b.value - a.value)[0]!;
  const ends = {lowest: say(lowest), highest: say(highest), last: say(present.at(-1)!)};
  const gap = absent.length === 0 ? [] : [words.t("chart-gap", {months: monthsInWords(absent, periods, words)})];
  const told = periods.filter((_, i) => isReported(figures, i));
  const source = told.length === 0 ? [] : [words.t("chart-reported", {months: monthsInWords(told, periods, words)})];
  return words.sentences([words.t("chart-course", {heading, ...ends}), ...gap, ...source]);
}
