import type {Period} from "../../base/period.ts";
import {dayAt, daysOf} from "../../base/zone.ts";
import type {QueryEngine, TimeRange} from "../../engine/query-engine.ts";
import {lookAround} from "../../methodology/judge/calendar.ts";
import type {JudgeInput} from "../../methodology/judge/input.ts";
import {judge} from "../../methodology/judge/judge.ts";
import type {Judgement} from "../../methodology/judge/judgement.ts";
import {namesGroups} from "../../methodology/judge/listed-groups.ts";
import {rulePeriodsOf} from "../../methodology/rule-periods.ts";
import {findSites} from "../../methodology/site/find-sites.ts";
import type {Catalogue, PartRow, SealedNamesRow} from "../../workspace/catalogue/catalogue.ts";
import {namedIn} from "../../workspace/config/sites.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {nothingFor} from "./covered.ts";
import {areHostsTold} from "./hosts-told.ts";

/** A workspace that answers questions. */
export interface OpenStore {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: QueryEngine;
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

/** What came of judging: `months` are those of the periods that the logs may hold requests of. */
export interface JudgedMonths extends Judgement {
  readonly parts: readonly PartRow[];
}

/**
 * Judges every month that the report speaks of and the store has facts for, all at once, in a session of the
 * engine's for this alone: others may judge at the same time.
 *
 * @param period What the report is about.
 * @param periods That period, and those it looks back at.
 * @throws {UserError} PERIOD_EMPTY where there are no logs of the period and it must have some, or WORKSPACE_DAMAGED; COMMAND_UNKNOWN
 *   where there is no such site
 */
export async function judgePeriods(
  {workspace, catalogue, engine, locate}: OpenStore,
  period: Period,
  periods: readonly Period[],
  given: Pick<JudgeInput, "holdings" | "methodology" | "withDetails" | "withRetrievals" | "onEngineBusy"> & {
    /** The one site that is asked about; undefined for that of the settings, or all. */
    readonly site?: string | undefined;
    /** May the period be one of which no logs were read? Then nothing is judged of it. */
    readonly mayLackLogs?: boolean;
  },
): Promise<JudgedMonths> {
  const {key, config} = workspace;
  const {timeZone} = config;
  const months = [...new Set(periods.flatMap((one) => one.months))].sort();
  const found = months.map((month) => ({month, parts: partsOf(catalogue, [month], timeZone)}));
  const hasLogs = partsOf(catalogue, period.months, timeZone).length > 0;
  const held = found.filter(({parts}) => parts.length > 0);
  // Which site is meant is told by logs alone.
  const isMissing = !hasLogs && (!given.mayLackLogs || (held.length === 0 && given.site !== undefined));
  if (isMissing) throw nothingFor(period, catalogue.inputs(), timeZone);
  const around = lookAround(given);
  const near = held.flatMap(({month}) => partsAround(catalogue, month, {timeZone, ...around}));
  const parts = [...new Map([...held.flatMap((one) => one.parts), ...near].map((part) => [part.file, part])).values()];
  const located = await locate(parts);
  const session = await engine.session();
  try {
    const judgedMonths = held.length === 0 ? period.months : held.map(({month}) => month);
    const input = {...given, months: judgedMonths, timeZone, key};
    await openParts(session, located, input, near.length > 0 ? around : nothingAround);
    const [from, until] = secondsOf(hasLogs ? period.months : judgedMonths, timeZone);
    const logs = logsOf(parts, catalogue, config);
    const request = {setting: config.sites, logs, from, until, wanted: given.site ?? config.site};
    const sites =
      held.length === 0
        ? null
        : await findSites(session, {
            ...request,
            isSetting: given.site === undefined,
            isHostTold: () => areHostsTold(catalogue, from, until),
          });
    const judged = await judge(session, {...input, sites, factsFingerprint: located.factsFingerprint});
    return {...judged, parts};
  } catch (fault) {
    await session.close();
    throw fault;
  }
}

/** The names of the logs that files of facts are of, where the settings name sites by them. */
function logsOf(parts: readonly PartRow[], catalogue: Catalogue, {sites}: Workspace["config"]): string[] {
  if (namedIn(sites).every(([, {files}]) => files.length === 0)) return parts.map(() => "");
  const names = new Map(
    catalogue.partsBetween(0, Number.MAX_SAFE_INTEGER).map(({file, name}) => [file, name] as const),
  );
  return parts.map(({file}) => names.get(file) ?? "");
}

/** How long before months and after them requests are looked at, too. */
type Around = ReturnType<typeof lookAround>;

const nothingAround: Around = {beforeSeconds: 0, afterSeconds: 0};

/** Opens what is to be judged. */
async function openParts(
  session: QueryEngine,
  {facts, places}: LocatedParts,
  {methodology, months, timeZone, withDetails}: Pick<JudgeInput, "methodology" | "months" | "timeZone" | "withDetails">,
  around: Around,
): Promise<void> {
  const periods = rulePeriodsOf(methodology, months);
  const rulePeriods = periods.slice(1).map((period) => secondsOf(period.months, timeZone)[0]);
  await session.openFacts(facts, {...dayRangeOf(months, timeZone, around), rulePeriods});
  if (withDetails || namesGroups(periods)) await session.openPlaces(places);
}

function partsOf(catalogue: Catalogue, months: readonly string[], timeZone: string): PartRow[] {
  const [from, until] = secondsOf(months, timeZone);
  return catalogue.parts(from, until);
}

/** Which days in UTC do the months touch, and what is looked at around them? */
export function dayRangeOf(
  months: readonly string[],
  timeZone: string,
  {beforeSeconds, afterSeconds} = nothingAround,
): Pick<TimeRange, "firstDay" | "lastDay"> {
  const [from, until] = secondsOf(months, timeZone);
  const [firstDay, lastDay] = [from - beforeSeconds, until + afterSeconds - 1].map((second) =>
    dayAt(second * 1000, "UTC"),
  );
  return {firstDay: firstDay!, lastDay: lastDay!};
}

/** Files with requests right before and after the month: the second of two clicks may be in them, or the rest of a file. */
function partsAround(
  catalogue: Catalogue,
  month: string,
  {timeZone, beforeSeconds, afterSeconds}: Around & {readonly timeZone: string},
): PartRow[] {
  const [from, until] = secondsOf([month], timeZone);
  return [
    ...(beforeSeconds > 0 ? catalogue.parts(from - beforeSeconds, from) : []),
    ...(afterSeconds > 0 ? catalogue.parts(until, until + afterSeconds) : []),
  ];
}

/** When do the months begin and end? In seconds, half open. */
export function secondsOf(months: readonly string[], timeZone: string): [number, number] {
  const days = daysOf([months[0]!, months.at(-1)!], timeZone);
  return [days[0]!.fromSecond, days.at(-1)!.untilSecond];
}
