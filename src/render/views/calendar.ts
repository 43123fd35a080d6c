import {printJson} from "../../base/json.ts";
import {monthTitle} from "../../base/period.ts";
import {runsOf} from "../../base/runs.ts";
import {plural} from "../../base/text.ts";
import {clockText, dayAt, instantText} from "../../base/zone.ts";

/** A month, and what of it no line speaks of. */
interface ShownMonth {
  readonly month: string;
  readonly days: number;
  readonly requests: number;
  readonly missingDays: readonly string[];
  readonly gaps: readonly {readonly from: number; readonly until: number}[];
}

/** Months one after the other for a terminal: how many days logs cover, on which days there is no line, and in which hours. */
export function renderCalendar(months: readonly ShownMonth[], timeZone: string): string {
  if (months.length === 0) return "Nothing was read yet.\n";
  const widest = Math.max(...months.map(({month}) => monthTitle(month).length));
  return months
    .flatMap(({month, days, requests, missingDays, gaps}) => [
      `${monthTitle(month).padEnd(widest)}  ${days - missingDays.length} of ${days} days, ${plural(requests, "request", "requests")}`,
      ...gapLines({missingDays: missingDays.length === days ? [] : missingDays, gaps}, timeZone).map(
        (line) => `  ${line}`,
      ),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** Of which days and hours of a month there is no line, a few words a line. */
export function gapLines({missingDays, gaps}: Pick<ShownMonth, "missingDays" | "gaps">, timeZone: string): string[] {
  return [
    ...(missingDays.length === 0 ? [] : [`no line on day ${runsText(missingDays)}`]),
    ...gaps.map(({from, until}) => {
      return `no line on ${dayAt(from * 1000, timeZone)} from ${clockText(from, timeZone)} to ${clockText(until, timeZone)}, where the days around have many`;
    }),
  ];
}

function runsText(missingDays: readonly string[]): string {
  const days = missingDays.map((day) => Number(day.slice(8)));
  return runsOf(days, (before, day) => day === before + 1)
    .map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`))
    .join(", ");
}

/** The same for programs, with instants in UTC. */
export function calendarJson(months: readonly ShownMonth[]): string {
  return printJson(
    months.map(({month, days, requests, missingDays, gaps}) => {
      const times = gaps.map(({from, until}) => ({from: instantText(from), until: instantText(until)}));
      return {month, days, requests, missingDays, gaps: times};
    }),
  );
}
