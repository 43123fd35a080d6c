import type {Report} from "../../report/report.ts";
import {wordsOf} from "./report-words.ts";
import {formatValue} from "./values.ts";

/** A measure's range, ready to be printed. */
export interface RangeRow {
  readonly label: string;
  readonly low: string;
  readonly value: string;
  readonly high: string;
  /** The same as numbers, to be drawn; null where the period has no figure. */
  readonly drawn: {readonly low: number; readonly value: number; readonly high: number} | null;
  /** What the figure would be under each alternative, in the order of the ranges' alternatives. */
  readonly alternatives: readonly string[];
}

/** The ranges of the whole period, a row a measure that has a figure; none where they were not asked for. */
export function rangeRows(report: Report): RangeRow[] {
  const {measures, ranges} = report;
  const words = wordsOf(report);
  return (ranges?.measures ?? []).flatMap((ranged): RangeRow[] => {
    const figures = measures.find(({id}) => id === ranged.id);
    if (!figures || figures.total === null || ranged.totalLow === null || ranged.totalHigh === null) return [];
    return [
      {
        label: figures.label,
        low: formatValue(ranged.totalLow, figures, words),
        value: formatValue(figures.total, figures, words),
        high: formatValue(ranged.totalHigh, figures, words),
        drawn: {low: ranged.totalLow, value: figures.total, high: ranged.totalHigh},
        alternatives: ranged.alternatives.map(({total}) => formatValue(total, figures, words)),
      },
    ];
  });
}
