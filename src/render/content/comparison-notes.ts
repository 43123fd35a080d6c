import type {Report} from "../../report/report.ts";
import {changeReason} from "./comparison.ts";
import {type GapRow, sayGaps} from "./gaps.ts";
import {monthsInWords} from "./months.ts";
import {wordsOf} from "./report-words.ts";
import {hasTotals} from "./totals.ts";

/**
 * What has to be known of the comparison, and why does it lack values that the main table has?
 *
 * The comparison's own notes, then one sentence a reason: of the months compared with, of changes between two known
 * values, of the index. What is missing in the report's own months is said below the main table. Untrusted text.
 */
export function comparisonSentences(report: Report): string[] {
  const notes = report.comparison?.notes ?? [];
  return [
    ...notes,
    ...(report.index?.notes ?? []),
    ...thenSentences(report),
    ...changeSentences(report),
    ...indexSentences(report),
  ];
}

function thenSentences(report: Report): string[] {
  const {columns, comparison} = report;
  if (!comparison) return [];
  const words = wordsOf(report);
  // The months of both periods, so that the year is said where the month's name alone would not do.
  const all = [...comparison.columns, ...columns.map(({period}) => period)];
  const rows = comparison.measures.map(({id, values, reasons}): GapRow => {
    const gaps = comparison.columns.map((period, i) => ({period, reason: reasons[i] ?? words.t("not-recorded"), i}));
    return {label: labelOf(report, id), gaps: gaps.filter(({i}) => (values[i] ?? null) === null)};
  });
  const totals = comparison.measures.map(({id, total, totalReason}): GapRow => {
    const isMissing = hasTotals(report) && total === null;
    return {
      label: labelOf(report, id),
      gaps: isMissing ? [{period: "", reason: totalReason ?? words.t("not-recorded")}] : [],
    };
  });
  return [
    ...sayGaps(rows, (periods) => monthsInWords(periods, all, words), words),
    ...sayGaps(totals, () => words.t("as-a-whole", {period: comparison.title}), words),
  ];
}

function changeSentences(report: Report): string[] {
  const {columns, measures, comparison} = report;
  const words = wordsOf(report);
  const all = columns.map(({period}) => period);
  const rows = measures.flatMap((figures): GapRow[] => {
    const then = comparison?.measures.find(({id}) => id === figures.id);
    if (!then) return [];
    const gaps = all.flatMap((period, i) => {
      const isKnown = (figures.values[i] ?? null) !== null && (then.values[i] ?? null) !== null;
      const isGap = isKnown && (then.changePercent[i] ?? null) === null;
      return isGap ? [{period, reason: changeReason(figures, then, i, words)}] : [];
    });
    return [{label: words.t("change-of", {label: figures.label}), gaps}];
  });
  return sayGaps(rows, (periods) => monthsInWords(periods, all, words), words);
}

function indexSentences(report: Report): string[] {
  const {columns, measures, index} = report;
  const words = wordsOf(report);
  const all = columns.map(({period}) => period);
  const rows = measures.flatMap(({id, label, values}): GapRow[] => {
    const indexed = index?.measures.find((one) => one.id === id);
    if (!indexed) return [];
    const gaps = all.flatMap((period, i) => {
      const isGap = (values[i] ?? null) !== null && (indexed.values[i] ?? null) === null;
      return isGap ? [{period, reason: indexed.reasons[i] ?? words.t("not-recorded")}] : [];
    });
    return [{label: words.t("index-of", {label}), gaps}];
  });
  return sayGaps(rows, (periods) => monthsInWords(periods, all, words), words);
}

function labelOf({measures}: Report, id: string): string {
  return measures.find((figures) => figures.id === id)?.label ?? id;
}
