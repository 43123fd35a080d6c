import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {monthTitle, parsePeriod, periodTitle} from "../../base/period.ts";
import {joinAnd, plural, visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import {instantText} from "../../base/zone.ts";
import {formatValue, type Print} from "../content/values.ts";
import type {Paint} from "../text/paint.ts";
import {gapLines} from "./calendar.ts";
import {renderUnread} from "./inputs.ts";

interface ShownRemark {
  readonly what: string;
  readonly where: string;
  readonly help: string;
}

interface ShownGap {
  readonly from: number;
  readonly until: number;
}

/** Something that needs a person, as it is shown. */
export type ShownTask =
  | {readonly about: "fault"; readonly fault: ShownRemark}
  | {readonly about: "ready" | "empty"; readonly period: string; readonly months: readonly string[]}
  | {readonly about: "moved"; readonly period: string; readonly publishedOn: string; readonly figures: number}
  | {
      readonly about: "gaps";
      readonly month: string;
      readonly missingDays: readonly string[];
      readonly gaps: readonly ShownGap[];
    }
  | {readonly about: "refused"; readonly files: readonly {readonly name: string; readonly reason: string}[]}
  | {readonly about: "undecided"; readonly month: string; readonly clients: number}
  | {readonly about: "books"; readonly faults: number; readonly warnings: number; readonly first: ShownRemark}
  | {readonly about: "forum"; readonly waiting: number; readonly address: string | null};

interface ShownFigure extends Print {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly reason: string | null;
}

/** How a workspace stands, as it is shown. */
export interface ShownToday {
  readonly day: string;
  readonly readUntil: string | null;
  readonly tasks: readonly ShownTask[];
  readonly soFar:
    | {readonly is: "unknown" | "refused"}
    | {
        readonly is: "found";
        readonly value: {
          readonly month: string;
          readonly days: number;
          readonly daysCovered: number;
          readonly summary: readonly string[];
          readonly figures: readonly ShownFigure[];
        };
      }
    | null;
}

/** What needs a person, each with the command that sees to it, and this month so far, for a terminal. */
export function renderToday(
  {day, readUntil, tasks, soFar}: ShownToday,
  {timeZone, words, paint}: {readonly timeZone: string; readonly words: Translator; readonly paint: Paint},
): string {
  const read = readUntil === null ? "Nothing was read yet." : `Logs are read until ${readUntil}.`;
  const told = tasks.flatMap((task) => {
    const [first, ...more] = linesOf(task, timeZone);
    return [paint.strong(first!), ...more.map((line) => `  ${line}`), `  ${paint.faint(commandFor(task))}`, ""];
  });
  const needs =
    tasks.length > 0
      ? told
      : [readUntil === null ? "Read logs with broadsheet ingest FILE…" : "Nothing needs a person.", ""];
  return `${[`${day}. ${read}`, "", ...needs, ...soFarLines(soFar, {readUntil, day}, words)].join("\n").trimEnd()}\n`;
}

function linesOf(task: ShownTask, timeZone: string): string[] {
  switch (task.about) {
    case "fault":
      return [visible(task.fault.what), ...placed(task.fault)];
    case "ready":
      return [`${titleOf(task.period)} can be published: no day is missing, and nobody is undecided`];
    case "empty":
      return [`There is no line of ${titleOf(task.period)}`];
    case "moved":
      return [
        `${plural(task.figures, "figure", "figures")} of ${titleOf(task.period)} ${task.figures === 1 ? "is" : "are"} not what was published on ${task.publishedOn}`,
      ];
    case "gaps":
      return [`Logs of ${monthTitle(task.month)} are missing`, ...gapLines(task, timeZone)];
    case "refused":
      return [
        `Of ${plural(task.files.length, "file", "files")} nothing could be read`,
        ...renderUnread(task.files).trim().split("\n"),
      ];
    case "undecided":
      return [
        `${plural(task.clients, "client", "clients")} of ${monthTitle(task.month)} ${task.clients === 1 ? "is" : "are"} undecided`,
      ];
    case "books":
      return [
        `The books have ${joinAnd([
          ...(task.faults > 0 ? [plural(task.faults, "fault", "faults")] : []),
          ...(task.warnings > 0 ? [plural(task.warnings, "warning", "warnings")] : []),
        ])}`,
        visible(task.first.what),
        ...placed(task.first),
      ];
    case "forum":
      return [`${plural(task.waiting, "thing waits", "things wait")} for a moderator of the forum`];
  }
}

function placed({where, help}: ShownRemark): string[] {
  return [`at    ${visible(where)}`, `help  ${visible(help)}`];
}

function titleOf(period: string): string {
  const title = periodTitle(parsePeriod(period, "1970-01-01"));
  return /^[a-z]/.test(title) ? `The ${title}` : title;
}

/** What is typed to see to it. */
function commandFor(task: ShownTask): string {
  switch (task.about) {
    case "fault":
      return "broadsheet check";
    case "ready":
      return `broadsheet publish ${task.period}`;
    case "moved":
      return `broadsheet restate ${task.period}`;
    case "gaps":
    case "empty":
    case "refused":
      return "broadsheet ingest FILE…";
    case "undecided":
      return `broadsheet review ${task.month}`;
    case "books":
      return "broadsheet ledger check";
    case "forum":
      return "broadsheet forum moderate";
  }
}

function soFarLines(
  soFar: ShownToday["soFar"],
  {readUntil, day}: Pick<ShownToday, "readUntil" | "day">,
  words: Translator,
): string[] {
  if (soFar === null && readUntil !== null) return [`Nothing was read of ${monthTitle(day.slice(0, 7))} yet.`];
  if (soFar?.is !== "found") return [];
  const {month, days, daysCovered, summary, figures} = soFar.value;
  const rows = figures.map(({label, value, decimals, unit = null, reason}) => {
    return [visible(label), value === null ? (reason ?? "–") : formatValue(value, {decimals, unit}, words)] as const;
  });
  const widest = Math.max(...rows.map(([label]) => label.length));
  return [
    `${monthTitle(month)} so far, unfinished: ${formatNumber(daysCovered)} of ${formatNumber(days)} days`,
    ...summary.map((sentence) => `  ${visible(sentence)}`),
    ...rows.map(([label, value]) => `  ${label.padEnd(widest)}  ${value}`),
  ];
}

/** The same for programs, with instants in UTC. */
export function todayJson({day, readUntil, tasks, soFar}: ShownToday): string {
  const month = soFar?.is === "found" ? soFar.value : null;
  return printJson({
    day,
    readUntil,
    tasks: tasks.map((task) => ({...dataOf(task), run: commandFor(task)})),
    soFar: month && {
      ...{month: month.month, isFinished: false, days: month.days, daysCovered: month.daysCovered},
      summary: month.summary,
      figures: month.figures.map(({id, label, value, reason}) => ({id, label, value, reason})),
    },
  });
}

function dataOf(task: ShownTask): object {
  if (task.about !== "gaps") return task;
  const gaps = task.gaps.map(({from, until}) => ({from: instantText(from), until: instantText(until)}));
  return {...task, gaps};
}
