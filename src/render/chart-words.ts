import type {Column, Figures} from "../report/report.ts";
import {formatValue} from "./figures.ts";
import {fullMonth, monthsInWords, spanOf} from "./months.ts";
import {isReported} from "./reported.ts";

/**
 * What does the chart of a measure show? For a reader who cannot see it.
 *
 * Span, lowest, highest and last figure, the months without one and those not measured: `Distinct readers, July to December 2005: lowest
 * 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.` Untrusted text.
 */
export function describeChart(figures: Figures, columns: readonly Column[]): string {
  const periods = columns.map(({period}) => period);
  const present = periods.flatMap((period, i) => {
    const value = figures.values[i] ?? null;
    return value === null ? [] : [{period, value}];
  });
  const absent = periods.filter((_, i) => (figures.values[i] ?? null) === null);
  const heading = `${figures.label}, ${spanOf(periods)}`;
  if (present.length === 0) return `${heading}: no figures.`;
  const say = ({period, value}: {period: string; value: number}) =>
    `${formatValue(value, figures)} in ${fullMonth(period)}`;
  // Sorting is stable: of equal figures the earlier month is named, both ways.
  const lowest = present.toSorted((a, b) => a.value - b.value)[0]!;
  const highest = present.toSorted((a, b) => b.value - a.value)[0]!;
  const shape = `lowest ${say(lowest)}, highest ${say(highest)}, last ${say(present.at(-1)!)}`;
  const gap = absent.length === 0 ? "" : ` No figure for ${monthsInWords(absent, periods)}.`;
  const told = periods.filter((_, i) => isReported(figures, i));
  const source = told.length === 0 ? "" : ` Reported, not measured: ${monthsInWords(told, periods)}.`;
  return `${heading}: ${shape}.${gap}${source}`;
}
