import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {monthsInWords} from "./months.ts";
import {wordsOf} from "./report-words.ts";
import {hasTotals, totalWords} from "./totals.ts";

/** A value that is missing: in which month, and why. */
export interface Gap {
  readonly period: string;
  readonly reason: string;
}

/** The values that a row lacks. */
export interface GapRow {
  readonly label: string;
  readonly gaps: readonly Gap[];
}

/**
 * Why do figures of the report have no value?
 *
 * @returns One sentence a reason: `Megabytes per day, August: not recorded: this format has no byte count`. Figures
 *   that lack the same months for the same reason share one. Untrusted text.
 */
export function gapSentences(report: Report): string[] {
  const all = report.columns.map(({period}) => period);
  const words = wordsOf(report);
  const rows = report.measures.map(({label, values, reasons}): GapRow => {
    // A month without logs has a note of its own.
    const gaps = report.columns.flatMap(({period, daysCovered}, i) =>
      (values[i] ?? null) !== null || daysCovered === 0
        ? []
        : [{period, reason: reasons[i] ?? words.t("not-recorded")}],
    );
    return {label, gaps};
  });
  return [...sayGaps(rows, (periods) => monthsInWords(periods, all, words), words), ...totalGapSentences(report, all)];
}

function totalGapSentences(report: Report, all: readonly string[]): string[] {
  if (!hasTotals(report)) return [];
  const words = wordsOf(report);
  const rows = report.measures.map(({label, total, totalReason}): GapRow => {
    return {label, gaps: total === null ? [{period: "", reason: totalReason ?? words.t("not-recorded")}] : []};
  });
  return sayGaps(rows, () => totalWords(all, words), words);
}

/** One sentence a reason. Rows that lack the same months for the same reason share one. */
export function sayGaps(
  rows: readonly GapRow[],
  when: (periods: readonly string[]) => string,
  words: Translator,
): string[] {
  const shared = new Map<string, {reason: string; periods: readonly string[]; labels: string[]}>();
  for (const {label, gaps} of rows) {
    for (const reason of new Set(gaps.map((gap) => gap.reason))) {
      const periods = gaps.filter((gap) => gap.reason === reason).map(({period}) => period);
      const key = JSON.stringify([reason, periods]);
      const one = shared.get(key) ?? {reason, periods, labels: []};
      one.labels.push(label);
      shared.set(key, one);
    }
  }
  return [...shared.values()].map(({labels, periods, reason}) => {
    const stop = /[.!?。؟]$/.test(reason) ? "" : words.t("full-stop");
    return words.t("gap", {figures: words.listed(labels), when: when(periods), reason: `${reason}${stop}`});
  });
}
