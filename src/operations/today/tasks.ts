import {addMonths, periodOf} from "../../base/period.ts";
import {runsOf} from "../../base/runs.ts";
import {hasForum} from "../../forum/forum.ts";
import {forumFolder} from "../../forum/store.ts";
import type {LedgerWarning} from "../../ledger/ledger-fault.ts";
import type {LogGap} from "../../measures/gaps.ts";
import type {Fault, OpenedPart} from "../check/check.ts";
import {tryOut} from "../check/found.ts";
import {readForum} from "../forum/read.ts";
import {asFarAsRead, type CalendarMonth, isWhole} from "../inputs/calendar.ts";
import {touches} from "../inputs/drop.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {foundIn, type Looked} from "./looked.ts";
import {lookAtToday, type MovedReport, type Today, type TodayRequest} from "./today.ts";

/** Something that needs a person, and where it is seen to. */
export type Task =
  /** Something keeps Broadsheet from looking. */
  | {readonly about: "fault"; readonly fault: Fault}
  /** Months of a year, one after the other, that are whole and undoubted, and not published. */
  | {readonly about: "ready"; readonly period: string; readonly months: readonly string[]}
  | ({readonly about: "moved"} & MovedReport)
  /** A month of which days or hours are missing. */
  | {
      readonly about: "gaps";
      readonly month: string;
      /** Days without a line, `YYYY-MM-DD`. */
      readonly missingDays: readonly string[];
      readonly gaps: readonly LogGap[];
    }
  /** Months between others that no line speaks of. */
  | {readonly about: "empty"; readonly period: string; readonly months: readonly string[]}
  | {readonly about: "refused"; readonly files: Today["refused"]}
  | {readonly about: "undecided"; readonly month: string; readonly clients: number}
  | {
      readonly about: "books";
      readonly faults: number;
      readonly warnings: number;
      readonly first: LedgerWarning;
    }
  /** Held posts, reports, appeals and who knocks; and where a moderator sees them, where the forum has a name of its own. */
  | {readonly about: "forum"; readonly waiting: number; readonly address: string | null};

/** What needs a person, and how a workspace stands. */
export interface NeedOfToday extends Omit<Today, "calendar" | "undecided" | "refused" | "books" | "moved"> {
  readonly tasks: readonly Task[];
  /** Is there something that nobody has looked at yet, as the workspace is now? Never where looking may take its time. */
  readonly isUnfinished: boolean;
}

/**
 * What needs a person?
 *
 * Months that are published are not told of for what they lack: somebody has accepted that.
 *
 * @throws {UserError} as opening a workspace, or ABORTED
 */
export async function whatNeedsAPerson(
  store: Store,
  request: TodayRequest = {},
  attendance: Attendance = {},
): Promise<NeedOfToday> {
  const today = await lookAtToday(store, request, attendance);
  const {day, readUntil, published, soFar, calendar, moved, undecided, books} = today;
  const looked: readonly Looked<unknown>[] = [
    ...[calendar, moved, books],
    ...(soFar === null ? [] : [soFar]),
    ...undecided.map(({clients}) => clients),
  ];
  return {
    ...{day, readUntil, published, soFar},
    tasks: tasksOf(today, looked, store),
    isUnfinished: looked.some(({is}) => is === "unknown"),
  };
}

function tasksOf(today: Today, looked: readonly Looked<unknown>[], store: Store): Task[] {
  const faults = looked.flatMap((one) => (one.is === "refused" ? [one.fault] : []));
  const told = new Map(faults.map((fault) => [`${fault.where} ${fault.what}`, fault]));
  const undecided = today.undecided.flatMap(({month, clients}) => {
    const count = foundIn(clients);
    return count === null || count === 0 ? [] : [{about: "undecided" as const, month, clients: count}];
  });
  const books = foundIn(today.books);
  const forum = waitingInForum(store);
  return [
    ...[...told.values(), ...(forum.fault === null ? [] : [forum.fault])].map((fault) => ({
      about: "fault" as const,
      fault,
    })),
    ...readyIn(today, store),
    ...(foundIn(today.moved) ?? []).map((moved) => ({about: "moved" as const, ...moved})),
    ...gapsIn(today),
    ...(today.refused.length === 0 ? [] : [{about: "refused" as const, files: today.refused}]),
    ...undecided,
    ...(books?.first ? [{about: "books" as const, ...books, first: books.first}] : []),
    ...(forum.value ?? []),
  ];
}

function waitingInForum({workspace: {folder, config}, now}: Store): OpenedPart<Task[]> {
  const own = forumFolder(folder);
  return tryOut(() => {
    if (!hasForum(own)) return [];
    const waiting = readForum(own, now, (forum) => forum.queueCount());
    const [origin] = config.forum.origins;
    return waiting === 0
      ? []
      : [{about: "forum", waiting, address: origin === undefined ? null : `${origin}/forum/queue`}];
  }, own);
}

function unpublished({calendar, published}: Today): CalendarMonth[] {
  return (foundIn(calendar) ?? []).filter(({month}) => !published.some((period) => touches(period, [month])));
}

function readyIn(today: Today, {workspace, now}: Store): Task[] {
  const {timeZone} = workspace.config;
  const doubtful = new Set(today.undecided.flatMap(({month, clients}) => (foundIn(clients) === 0 ? [] : [month])));
  const ready = unpublished(today).filter((one) => {
    return isWhole(one, timeZone, Math.floor(now() / 1000)) && !doubtful.has(one.month);
  });
  return runsOfYears(ready).map((months) => ({about: "ready", ...named(months)}));
}

function gapsIn(today: Today): Task[] {
  const months = unpublished(today).map((one) => {
    const {month, days, missingDays, gaps, cut} = asFarAsRead(one, today.day);
    return {month, days, missingDays, gaps: [...gaps, ...cut]};
  });
  const empty = runsOfMonths(months.filter(({missingDays, days}) => missingDays.length === days));
  return months.flatMap(({month, days, missingDays, gaps}): Task[] => {
    const run = empty.find(([first]) => first === month);
    if (run) return [{about: "empty", ...named(run)}];
    const isGap = missingDays.length < days && missingDays.length + gaps.length > 0;
    return isGap ? [{about: "gaps", month, missingDays, gaps}] : [];
  });
}

function runsOfMonths(months: readonly Pick<CalendarMonth, "month">[]): string[][] {
  const names = months.map(({month}) => month);
  return runsOf(names, (one, next) => next === addMonths(one, 1));
}

/** A report is rarely of more than a year. */
function runsOfYears(months: readonly Pick<CalendarMonth, "month">[]): string[][] {
  return runsOfMonths(months).flatMap((run) => runsOf(run, (one, next) => next.slice(0, 4) === one.slice(0, 4)));
}

function named(months: readonly string[]): {readonly period: string; readonly months: readonly string[]} {
  return {period: periodOf(months[0]!, months.at(-1)!).name, months};
}
