import {runsOf} from "../../base/runs.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Column} from "../../report/report.ts";
import {fullMonth} from "./months.ts";

/** Days, and how many of them the logs cover: of a month or of the whole period. */
export type CoveredDays = Pick<Column, "days" | "daysCovered">;

/** Do the logs hold a line for every day of the month? */
export function isCovered({days, daysCovered}: CoveredDays): boolean {
  return daysCovered >= days;
}

/** One sentence for each month that the logs cover in part: how many days, and which are missing. */
export function coverageSentences(columns: readonly Column[], words: Translator): string[] {
  return columns
    .filter((column) => !isCovered(column))
    .map(({period, days, daysCovered, missingDays}) => {
      const month = {days: String(days), month: fullMonth(period, words)};
      if (daysCovered === 0) return words.t("coverage-none", month);
      const missing =
        missingDays.length === 0 ? [] : [words.t("no-line-for-days", {days: dayRuns(missingDays, words)})];
      return words.sentences([words.t("coverage-part", {covered: String(daysCovered), ...month}), ...missing]);
    });
}

/** Days of one month as `1, 8–31`. */
function dayRuns(missingDays: readonly string[], words: Translator): string {
  const days = missingDays.map((date) => Number(date.slice(8)));
  const runs = runsOf(days, (before, day) => day === before + 1);
  return words.listed(runs.map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`)));
}

/** `31` for a month that the logs cover whole, `7/31` for one they cover in part. */
export function formatCoverage(column: CoveredDays): string {
  return isCovered(column) ? String(column.days) : `${column.daysCovered}/${column.days}`;
}

/** The days of the whole period, and how many of them the logs cover. */
export function totalCoverage(columns: readonly CoveredDays[]): CoveredDays {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  return {days: sum(columns.map(({days}) => days)), daysCovered: sum(columns.map(({daysCovered}) => daysCovered))};
}
