import {existsSync} from "node:fs";
import {parsePeriod, periodOf} from "../../base/period.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {dayAt} from "../../base/zone.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import type {LedgerWarning} from "../../ledger/ledger-fault.ts";
import type {UnreadFile} from "../../workspace/catalogue/rows.ts";
import {type CalendarMonth, drawCalendar} from "../inputs/calendar.ts";
import {publishedPeriods} from "../inputs/drop.ts";
import type {Attendance} from "../listener.ts";
import {restatePeriods} from "../publish/restate.ts";
import {examineBooks} from "../report/examine-books.ts";
import {countDecidable} from "../review/undecided.ts";
import {withCatalogue, withStore} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {type Looked, lookAt} from "./looked.ts";
import {RememberedAnswers} from "./remembered.ts";
import {type CatalogueNow, inputsBeside, inputsNear, publishedNow, readCatalogue, rulesFor} from "./rests-on.ts";
import {figureMonth, type MonthSoFar} from "./so-far.ts";

/** Of a published report: how many figures are not what readers have seen. */
export interface MovedReport {
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly figures: number;
}

/** What is wrong or doubtful in the books. */
export interface BookDoubts {
  readonly faults: number;
  readonly warnings: number;
  /** The first fault, or else the first warning; null where there is neither. */
  readonly first: LedgerWarning | null;
}

/** How a workspace stands. */
export interface Today {
  /** `YYYY-MM-DD` in the publication's time zone. */
  readonly day: string;
  /** The day of the last request that was read; null where none was. */
  readonly readUntil: string | null;
  readonly calendar: Looked<readonly CalendarMonth[]>;
  /** Clients that could still be decided about by their address, of every month that has addresses and is not closed. */
  readonly undecided: readonly {readonly month: string; readonly clients: Looked<number>}[];
  /** Files of which nothing could be read. */
  readonly refused: readonly UnreadFile[];
  readonly books: Looked<BookDoubts>;
  /** Periods of published reports, as they are named. */
  readonly published: readonly string[];
  readonly moved: Looked<readonly MovedReport[]>;
  /** Null where nothing of this month was read. */
  readonly soFar: Looked<MonthSoFar> | null;
}

/** How far is looked. */
export interface TodayRequest {
  /** Is only to be told what is known, or found out in a moment? What takes longer is unknown then. */
  readonly isQuick?: boolean;
  /** What figures are called in; the report's language where nothing is said. */
  readonly language?: LanguageId | undefined;
}

/**
 * How does a workspace stand: which months are whole, what was refused, who is undecided, what moved, and this month so far?
 *
 * What takes long is kept by what it rests on, and found out again only when that is another. A fault of one thing does not hide
 * the others.
 *
 * @throws {UserError} as opening a workspace, or ABORTED
 */
export async function lookAtToday(
  store: Store,
  {isQuick = false, language}: TodayRequest = {},
  {signal}: Attendance = {},
): Promise<Today> {
  const {workspace} = store;
  const {timeZone} = workspace.config;
  const day = dayAt(store.now(), timeZone);
  const [now, refused] = await withCatalogue(store, (catalogue) => {
    return [readCatalogue(catalogue), catalogue.leftOut.unread()] as const;
  });
  const kept = new RememberedAnswers(workspace);
  const look: Look = {
    ...{store, now, day, signal, language},
    find: (name, from, act) => kept.look(name, from, isQuick ? null : act),
    ruled: rulesOnce(store, [...openMonths(now), day.slice(0, 7)].sort()),
  };
  const {folder} = workspace;
  const calendar = await findCalendar(look);
  const undecided: Today["undecided"][number][] = [];
  // One after the other: each takes the memory that the engine has.
  for (const month of openMonths(now)) {
    undecided.push({month, clients: await lookAt(folder, () => countUndecidedIn(month, look))});
  }
  const published = publishedPeriods(folder);
  const moved = await lookAt(folder, () => findMoved(published, look));
  const isBegun = inputsNear(now, day.slice(0, 7), timeZone).length > 0;
  const soFar = isBegun ? await lookAt(folder, () => findSoFar(look)) : null;
  if (!isQuick) kept.thinOut();
  const books = await lookAt(folder, async () => ({is: "found", value: findBookDoubts(store)}) as const);
  return {...{day, calendar, undecided, refused, books, published, moved, soFar}, readUntil: lastDay(now, timeZone)};
}

/**
 * The days of each month as they were counted last, while the logs are the same.
 *
 * @throws {UserError} as opening a workspace, or ABORTED
 */
export async function lookAtCalendar(
  store: Store,
  {isQuick = false}: TodayRequest = {},
  {signal}: Attendance = {},
): Promise<Looked<readonly CalendarMonth[]>> {
  const now = await withCatalogue(store, readCatalogue);
  const kept = new RememberedAnswers(store.workspace);
  return findCalendar({store, now, signal, find: (name, from, act) => kept.look(name, from, isQuick ? null : act)});
}

interface Look {
  readonly store: Store;
  readonly now: CatalogueNow;
  readonly day: string;
  readonly language: LanguageId | undefined;
  readonly signal: AbortSignal | undefined;
  /** What is kept by what it rests on, or else is found out where that may take long. */
  readonly find: <T>(name: string, from: unknown, act: () => Promise<T>) => Promise<Looked<T>>;
  readonly ruled: (month: string) => unknown;
}

/** Months whose clients can still be decided about, in order. */
function openMonths({addressed, closed}: CatalogueNow): string[] {
  return [...addressed].filter((month) => !closed.has(month)).sort();
}

/** By which rules each of the months is judged; read when it is first asked. */
function rulesOnce({workspace}: Store, months: readonly string[]): (month: string) => unknown {
  let rules: ((month: string) => unknown) | null = null;
  return (month) => {
    rules ??= rulesFor(months, workspace);
    return rules(month);
  };
}

function lastDay({inputs}: CatalogueNow, timeZone: string): string | null {
  const seconds = inputs.flatMap(({lastSecond}) => lastSecond ?? []);
  return seconds.length === 0 ? null : dayAt(Math.max(...seconds) * 1000, timeZone);
}

function findCalendar({
  store,
  now,
  signal,
  find,
}: Pick<Look, "store" | "now" | "signal" | "find">): Promise<Looked<readonly CalendarMonth[]>> {
  const {timeZone} = store.workspace.config;
  return find("calendar", [timeZone, now.inputs], () => withStore(store, drawCalendar, signal));
}

async function countUndecidedIn(month: string, {store, now, signal, find, ruled}: Look): Promise<Looked<number>> {
  const from = [ruled(month), inputsBeside(now, month, store.workspace)];
  return find(`undecided ${month}`, from, () => {
    return withStore(store, (open) => countDecidable(open, periodOf(month, month)), signal);
  });
}

async function findMoved(
  published: readonly string[],
  {store, now, day, signal, find}: Look,
): Promise<Looked<readonly MovedReport[]>> {
  if (published.length === 0) return {is: "found", value: []};
  const {workspace} = store;
  const months = [...new Set(published.flatMap((name) => parsePeriod(name, day).months))].sort();
  const from = [publishedNow(workspace), months.map(rulesFor(months, workspace)), now.inputs];
  return find("moved", from, async () => {
    const found = await restatePeriods(store, [], {signal});
    return found.flatMap(({published: {period, on}, moved}): MovedReport[] => {
      return moved.length === 0 ? [] : [{period, publishedOn: on, figures: moved.length}];
    });
  });
}

async function findSoFar({store, now, day, language, signal, find, ruled}: Look): Promise<Looked<MonthSoFar>> {
  const month = day.slice(0, 7);
  const from = [ruled(month), inputsBeside(now, month, store.workspace), language];
  return find("so far", from, () => figureMonth(store, periodOf(month, month), {language, signal}));
}

function findBookDoubts({workspace}: Store): BookDoubts {
  if (!existsSync(ledgerFolder(workspace.folder))) return {faults: 0, warnings: 0, first: null};
  const {faults, faultCount, warnings, warningCount} = examineBooks(workspace);
  return {faults: faultCount, warnings: warningCount, first: faults[0] ?? warnings[0] ?? null};
}
