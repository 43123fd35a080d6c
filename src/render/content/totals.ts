import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {crossYears, printedSpan, shortMonth, yearOf} from "./months.ts";

/** Has the main table a column for the whole period? One month is its own period, and a column of dashes says nothing. */
export function hasTotals({columns, measures}: Pick<Report, "columns" | "measures">): boolean {
  return columns.length > 1 && measures.some(({total}) => total !== null);
}

/** What heads the column of the whole period? `Jul–Dec`, the year itself for all of its months, else `Period`. */
export function totalName(periods: readonly string[], words: Translator): string {
  const [first, last] = [periods[0] ?? "", periods.at(-1) ?? ""];
  if (crossYears(periods)) return words.t("whole-period");
  return periods.length === 12 ? yearOf(first) : `${shortMonth(first, words)}–${shortMonth(last, words)}`;
}

/** What the column of the whole period is, said in full: `July to December 2005 as a whole`. */
export function totalWords(periods: readonly string[], words: Translator): string {
  return words.t("as-a-whole", {period: printedSpan(periods, words)});
}
