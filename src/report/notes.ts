import {formatNumber} from "../base/number.ts";
import {addMonths, monthTitle} from "../base/period.ts";
import {runsOf} from "../base/runs.ts";
import {listed, plural} from "../base/text.ts";
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
    ...[...special!, ...setNotes(columns), ...gapNotes(measured, columns)].map((note, index) => ({
      ...note,
      mark: first + index,
    })),
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
  const when = whenOf(months, columns);
  const count = exclusion.clients ?? 0;
  const clients = count === 0 ? "clients" : plural(count, "client", "clients");
  const which =
    limit === null
      ? `${clients} on the blacklist`
      : `${clients} that took more than ${plural(limit, "document", "documents")} in the month`;
  if (count === 0) return `Left out ${when}: ${which}; there were none.`;
  const doubt = limit === null ? "" : " This may wrongly leave out devoted readers and shared connections.";
  return `Left out ${when}: ${which} (${took}).${doubt}`;
}

function setNotes(columns: readonly Column[]): Unnumbered[] {
  if (columns.length < 2) return [];
  const text =
    "The figure of the whole period is a set, not a sum: who came in several months is one, and the months do not add up to it.";
  return [{id: "period-is-a-set", text, columns: columns.map(({period}) => period)}];
}

function gapNotes({unnamedAgents, figures}: PeriodFigures, columns: readonly Column[]): Unnumbered[] {
  const partial = columns.filter(({days, daysCovered}) => daysCovered < days);
  const none = partial.filter(({daysCovered}) => daysCovered === 0);
  const megabytes = figures.find(({measure}) => measure.id === "megabytes-per-day")?.spans;
  const bytes = columns.map(({period}) => megabytes?.get(period)?.unrecorded ?? 0);
  return [
    {
      id: "days-covered",
      columns: partial.map(({period}) => period),
      text: [...noLogsText(none), ...partial.filter((one) => !none.includes(one)).map(coverageText)].join(" "),
    },
    gapNote("agents-not-recorded", columns, unnamedAgents, (count) => {
      return `${count} came in logs that do not record agents: robots among them are known only where they asked for /robots.txt.`;
    }),
    reportedNote(figures, columns),
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

function reportedNote(figures: PeriodFigures["figures"], columns: readonly Column[]): Unnumbered {
  const months = columns.map(({period}) => period);
  const reported = figures.flatMap(({measure, spans}) => {
    const own = months.filter((month) => spans.get(month)?.isReported);
    return own.length === 0 ? [] : [{label: measure.label, own}];
  });
  const named = reported.map(({label, own}) => `${label} (${listed(own.map(monthTitle))})`);
  return {
    id: "reported",
    columns: months.filter((month) => reported.some(({own}) => own.includes(month))),
    text: `Given by older reports, not measured here: ${listed(named)}.`,
  };
}

function noLogsText(columns: readonly Column[]): string[] {
  const months = columns.map(({period}) => period);
  const runs = runsOf(months, (before, month) => addMonths(before, 1) === month);
  const named = runs.map((run) =>
    run.length < 3 ? listed(run.map(monthTitle)) : `${monthTitle(run[0]!)} to ${monthTitle(run.at(-1)!)}`,
  );
  return named.length === 0 ? [] : [`There are no logs for ${listed(named)}.`];
}

function coverageText({period, days: daysInAll, daysCovered, missingDays}: Column): string {
  const month = monthTitle(period);
  const days = missingDays.map((day) => Number(day.slice(8)));
  const runs = runsOf(days, (before, day) => day === before + 1).map((run) =>
    run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`,
  );
  return `${month}: the logs cover ${formatNumber(daysCovered)} of ${daysInAll} days; missing ${runs.join(", ")} ${month.split(" ")[0]}. Figures per day are divided by the days covered.`;
}

/** "in every month", "from September on", "in July and August"; with the year where the columns are of several. */
function whenOf(months: readonly string[], columns: readonly Column[]): string {
  const all = columns.map(({period}) => period);
  if (months.length === all.length) return all.length === 1 ? `in ${monthTitle(all[0]!)}` : "in every month";
  const isOneYear = new Set(all.map((month) => month.slice(0, 4))).size === 1;
  const names = months.map((month) => (isOneYear ? monthTitle(month).split(" ")[0]! : monthTitle(month)));
  const isRun = all.indexOf(months.at(-1)!) - all.indexOf(months[0]!) === months.length - 1;
  if (isRun && months.at(-1) === all.at(-1) && months.length > 1) return `from ${names[0]} on`;
  if (isRun && months.length > 2) return `from ${names[0]} to ${names.at(-1)}`;
  return `in ${listed(names)}`;
}
