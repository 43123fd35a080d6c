import {runsOf} from "../base/runs.ts";
import {listed} from "../base/text.ts";
import type {Column, Report} from "../report/report.ts";
import {fullMonth, monthsInWords} from "./months.ts";

/** Figures that are missing for one reason in the same months. */
interface Gap {
  readonly reason: string;
  readonly periods: readonly string[];
  readonly labels: string[];
}

/**
 * Why do figures of the report have no value?
 *
 * @returns One sentence a reason: `Megabytes per day, August: not recorded: this format has no byte count`. Figures
 *   that lack the same months for the same reason share one. Untrusted text.
 */
export function gapSentences(report: Report): string[] {
  const all = report.columns.map(({period}) => period);
  return gapsOf(report).map(({labels, periods, reason}) => {
    const stop = /[.!?]$/.test(reason) ? "" : ".";
    return `${listed(labels)}, ${monthsInWords(periods, all)}: ${reason}${stop}`;
  });
}

function gapsOf(report: Report): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const {label, values, reasons} of report.measures) {
    for (const [reason, periods] of periodsByReason(report.columns, values, reasons)) {
      const key = JSON.stringify([reason, periods]);
      const gap = gaps.get(key) ?? {reason, periods, labels: []};
      gap.labels.push(label);
      gaps.set(key, gap);
    }
  }
  return [...gaps.values()];
}

function periodsByReason(
  columns: readonly Column[],
  values: readonly (number | null)[],
  reasons: readonly (string | null)[],
): Map<string, string[]> {
  const periods = new Map<string, string[]>();
  columns.forEach(({period, daysCovered}, i) => {
    // A month without logs has a note of its own.
    if ((values[i] ?? null) !== null || daysCovered === 0) return;
    const reason = reasons[i] ?? "not recorded";
    periods.set(reason, [...(periods.get(reason) ?? []), period]);
  });
  return periods;
}

/** Do the logs hold a line for every day of the month? */
export function isCovered({days, daysCovered}: Column): boolean {
  return daysCovered >= days;
}

/** One sentence for each month that the logs cover in part: how many days, and which are missing. */
export function coverageSentences(columns: readonly Column[]): string[] {
  return columns
    .filter((column) => !isCovered(column))
    .map(({period, days, daysCovered, missingDays}) => {
      if (daysCovered === 0) return `The logs cover none of the ${days} days of ${fullMonth(period)}.`;
      const missing = missingDays.length === 0 ? "" : ` No line for day ${dayRuns(missingDays)}.`;
      return `The logs cover ${daysCovered} of the ${days} days of ${fullMonth(period)}.${missing}`;
    });
}

/** Days of one month as `1, 8–31`. */
function dayRuns(missingDays: readonly string[]): string {
  const days = missingDays.map((date) => Number(date.slice(8)));
  const runs = runsOf(days, (before, day) => day === before + 1);
  return listed(runs.map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`)));
}
