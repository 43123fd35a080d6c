import {formatNumber} from "../base/number.ts";
import {monthTitle} from "../base/period.ts";
import {plural} from "../base/text.ts";
import type {Exclusion} from "../measures/exclusions.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import type {Column, Note} from "./report.ts";

type Unnumbered = Omit<Note, "mark">;

/** The notes of the main table, numbered in the order in which they are first pointed at. */
export function makeNotes(measured: PeriodFigures, columns: readonly Column[]): Note[] {
  const [plain, special] = [true, false].map((wanted) =>
    measured.exclusions
      .filter((exclusion) => isPlain(exclusion) === wanted)
      .map((exclusion) => noteOf(exclusion, columns)),
  );
  const first = plain!.length > 0 ? 2 : 1;
  return [
    // Rules that leave out the same things in every month share one number; the others stand by themselves.
    ...plain!.map((note) => ({...note, mark: 1})),
    ...[...special!, ...gapNotes(measured, columns)].map((note, index) => ({...note, mark: first + index})),
  ];
}

function isPlain({id, limit}: Exclusion): boolean {
  return limit === null && id !== "blacklisted";
}

function noteOf(exclusion: Exclusion, columns: readonly Column[]): Unnumbered {
  return {id: exclusion.id, text: textOf(exclusion, columns), columns: exclusion.months};
}

function textOf(exclusion: Exclusion, columns: readonly Column[]): string {
  const {label, explanation, months, limit} = exclusion;
  const took = plural(exclusion.requests, "request", "requests");
  if (isPlain(exclusion)) return `${label}: ${took} left out${explanation ? ` (${explanation})` : ""}.`;
  const clients = plural(exclusion.clients ?? 0, "client", "clients");
  const when = whenOf(months, columns);
  if (limit === null) return `Left out ${when}: ${clients} on the blacklist (${took}).`;
  return `Left out ${when}: ${clients} that took more than ${plural(limit, "document", "documents")} in the month (${took}). This may wrongly leave out devoted readers and shared connections.`;
}

function gapNotes({unnamedAgents, figures}: PeriodFigures, columns: readonly Column[]): Unnumbered[] {
  const partial = columns.filter(({days, daysCovered}) => daysCovered < days);
  const bytes = figures.find(({measure}) => measure.id === "megabytes-per-day")?.months.unrecorded ?? [];
  return [
    {id: "days-covered", columns: partial.map(({period}) => period), text: partial.map(coverageText).join(" ")},
    gapNote("agents-not-recorded", columns, unnamedAgents, (count) => {
      return `${count} came in logs that do not record agents: robots among them are known only where they asked for /robots.txt.`;
    }),
    gapNote("bytes-not-recorded", columns, bytes, (count) => {
      return `${count} came in logs that do not record a size; megabytes are those of the others.`;
    }),
  ].filter((note) => note.columns.length > 0);
}

function gapNote(
  id: string,
  columns: readonly Column[],
  counts: readonly number[],
  say: (count: string) => string,
): Unnumbered {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const touched = columns.filter((_, index) => (counts[index] ?? 0) > 0);
  return {
    id,
    columns: touched.map(({period}) => period),
    text: say(plural(total, "counted request", "counted requests")),
  };
}

function coverageText({period, days, daysCovered, missingDays}: Column): string {
  const month = monthTitle(period);
  if (daysCovered === 0) return `There are no logs for ${month}.`;
  const runs = runsOf(missingDays).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return `${month}: the logs cover ${formatNumber(daysCovered)} of ${days} days; missing ${runs.join(", ")} ${month.split(" ")[0]}. Figures per day are divided by the days covered.`;
}

/** Days of one month that follow each other, as their first and last number. */
function runsOf(days: readonly string[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const number = Number(day.slice(8));
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** "in every month", "from September 2005 on", "in July and August 2005". */
function whenOf(months: readonly string[], columns: readonly Column[]): string {
  const all = columns.map(({period}) => period);
  if (months.length === all.length) return all.length === 1 ? `in ${monthTitle(all[0]!)}` : "in every month";
  const isRun = all.indexOf(months.at(-1)!) - all.indexOf(months[0]!) === months.length - 1;
  if (isRun && months.at(-1) === all.at(-1) && months.length > 1) return `from ${monthTitle(months[0]!)} on`;
  const names = months.map(monthTitle);
  if (isRun && months.length > 2) return `from ${names[0]} to ${names.at(-1)}`;
  return `in ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`}`;
}
