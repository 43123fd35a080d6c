import type {Period} from "../../base/period.ts";
import {dayAt, daysOf} from "../../base/zone.ts";
import type {Engine, TimeRange} from "../../engine/engine.ts";
import {isByPath, mostClickSeconds} from "../../methodology/judge/double-clicks.ts";
import type {JudgeInput} from "../../methodology/judge/input.ts";
import {judge, type Names} from "../../methodology/judge/judge.ts";
import {rulePeriodsOf} from "../../methodology/rule-periods.ts";
import type {Catalogue, PartRow, SealedNamesRow} from "../../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {nothingFor} from "./covered.ts";

/** A workspace that answers questions. */
export interface OpenStore {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: Engine;
  /**
   * Where the engine finds these parts.
   *
   * @throws {UserError} WORKSPACE_DAMAGED where one of them is not what it was.
   */
  readonly locate: (parts: readonly PartRow[]) => Promise<LocatedParts>;
  readonly addresses: Addresses;
}

/** Who the readers are, month by month, until it is closed. */
export interface Addresses {
  /**
   * The names in a book; null where it is gone.
   *
   * @throws {UserError} WORKSPACE_DAMAGED where it is not what was sealed.
   */
  namesIn(book: SealedNamesRow): Promise<readonly string[] | null>;
  /** Drops the addresses of months for good; those that were closed before stay as they are. */
  close(months: readonly string[], closedOn: string): Promise<void>;
}

/** Names by which an engine knows facts, and where their readers are. */
export interface LocatedParts {
  readonly facts: readonly string[];
  readonly places: readonly string[];
  /** Gives another text wherever the facts or the program are others; null where nothing is retained between reports. */
  readonly factsFingerprint: (() => string) | null;
}

/** What came of judging. */
export interface JudgedMonths {
  /** Those of the periods that the logs may hold requests of. */
  readonly months: readonly string[];
  readonly parts: readonly PartRow[];
  readonly names: Names;
}

/**
 * Judges every month that the report speaks of and the store has facts for, all at once.
 *
 * @param period What the report is about.
 * @param periods That period, and those it looks back at.
 * @throws {UserError} PERIOD_EMPTY or WORKSPACE_DAMAGED
 */
export async function judgePeriods(
  {workspace, catalogue, engine, locate}: OpenStore,
  period: Period,
  periods: readonly Period[],
  given: Pick<JudgeInput, "holdings" | "methodology" | "withDetails" | "onEngineBusy">,
): Promise<JudgedMonths> {
  const {key, config} = workspace;
  const {timeZone} = config;
  const months = [...new Set(periods.flatMap((one) => one.months))].sort();
  const found = months.map((month) => ({month, parts: partsOf(catalogue, [month], timeZone)}));
  if (partsOf(catalogue, period.months, timeZone).length === 0) throw nothingFor(period, catalogue.inputs(), timeZone);
  const held = found.filter(({parts}) => parts.length > 0);
  const near = isByPath(given.methodology) ? held.flatMap(({month}) => partsAfter(catalogue, month, timeZone)) : [];
  const parts = [...new Map([...held.flatMap((one) => one.parts), ...near].map((part) => [part.file, part])).values()];
  const {facts, places, factsFingerprint} = await locate(parts);
  const judgedMonths = held.map(({month}) => month);
  const eras = rulePeriodsOf(given.methodology, judgedMonths).slice(1);
  const stretch = dayRangeOf(judgedMonths, timeZone, near.length > 0 ? mostClickSeconds : 0);
  await engine.openFacts(facts, {...stretch, eras: eras.map((era) => secondsOf(era.months, timeZone)[0])});
  if (given.withDetails) await engine.openPlaces(places);
  const names = await judge(engine, {...given, months: judgedMonths, timeZone, key, factsFingerprint});
  return {months: judgedMonths, parts, names};
}

function partsOf(catalogue: Catalogue, months: readonly string[], timeZone: string): PartRow[] {
  const [from, until] = secondsOf(months, timeZone);
  return catalogue.parts(from, until);
}

/**
 * Which days in UTC do the months touch?
 *
 * @param moreSeconds How long afterwards requests are looked at, too.
 */
export function dayRangeOf(
  months: readonly string[],
  timeZone: string,
  moreSeconds = 0,
): Pick<TimeRange, "firstDay" | "lastDay"> {
  const [from, until] = secondsOf(months, timeZone);
  const [firstDay, lastDay] = [from, until + moreSeconds - 1].map((second) => dayAt(second * 1000, "UTC"));
  return {firstDay: firstDay!, lastDay: lastDay!};
}

/** Files with requests right after the month: the second of two clicks may be in them. */
function partsAfter(catalogue: Catalogue, month: string, timeZone: string): PartRow[] {
  const [, until] = secondsOf([month], timeZone);
  return catalogue.parts(until, until + mostClickSeconds);
}

/** When do the months begin and end? In seconds, half open. */
export function secondsOf(months: readonly string[], timeZone: string): [number, number] {
  const days = daysOf([months[0]!, months.at(-1)!], timeZone);
  return [days[0]!.fromSecond, days.at(-1)!.untilSecond];
}
