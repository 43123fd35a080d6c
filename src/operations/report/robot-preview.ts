import {basename} from "node:path";
import {type Period, periodTitle} from "../../base/period.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {loadSpans, spansOf} from "../../measures/spans.ts";
import {presets} from "../../methodology/presets.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {type RobotList, readRobotList} from "../../methodology/robots/match.ts";
import {readHoldings, type SiteDescription} from "../../methodology/site/site.ts";
import type {MovedAgents, Movement, RobotListEntry, RobotPreview} from "../../report/robot-preview.ts";
import type {Config} from "../../workspace/config/config.ts";
import {listWith} from "../../workspace/config/list.ts";
import {nameOfList, type RobotListSetting} from "../../workspace/config/robots.ts";
import type {Attendance} from "../listener.ts";
import {coveredPeriod, nothingRead} from "../store/covered.ts";
import {judgePeriods, type OpenStore} from "../store/judge.ts";
import type {Store} from "../store/store.ts";
import {whileReporting} from "./make-report.ts";

/** How many agents are shown by name. */
const mostAgents = 10;

/** The lists of robots that a workspace uses, as `broadsheet.yaml` names them. */
export function listsInUse({methodology}: Pick<Config, "methodology">): readonly RobotListSetting[] {
  return listWith(methodology.robots?.lists, presets[methodology.extends].robots.lists);
}

/** The list in use whose place a list would take: one of its name, or, where that was not given, of its file's. */
export function listReplaced(
  taken: RobotListSetting,
  inUse: readonly RobotListSetting[],
  {isNamed}: {readonly isNamed: boolean},
): RobotListSetting | null {
  const file = fileOf(taken);
  const ofFile = isNamed || file === null ? undefined : inUse.find((setting) => fileOf(setting) === file);
  return ofFile ?? inUse.find((setting) => nameOfList(setting) === nameOfList(taken)) ?? null;
}

/** A list as people are told of it. */
export function entryOf({name, version, sha256, form, entryCount}: RobotList): RobotListEntry {
  return {name, version, sha256, form, entries: entryCount};
}

/** Which list of robots is to be looked at, and by which requests. */
export interface RobotListRequest {
  /** Null for all months that have logs. */
  readonly period: Period | null;
  readonly taken: RobotListSetting;
  /** The list in use whose place it takes; null where it is added. */
  readonly replaced: RobotListSetting | null;
}

/**
 * What would change in a period's figures if a list of robots were taken? Judges twice; changes nothing.
 *
 * @throws {UserError} PERIOD_EMPTY, WORKSPACE_DAMAGED, that a file that a person keeps is refused, or ABORTED
 */
export function previewRobotList(
  store: Store,
  request: RobotListRequest,
  {signal}: Attendance = {},
): Promise<RobotPreview> {
  return whileReporting(store, signal, (open) => previewOpen(open, request));
}

/** The same of a workspace that is open. */
export async function previewOpen(
  open: OpenStore,
  {taken, replaced, ...asked}: RobotListRequest,
): Promise<RobotPreview> {
  const {workspace} = open;
  const period = asked.period ?? wholePeriod(open);
  const {config, folder} = workspace;
  const holdings = readHoldings(config, folder);
  const name = replaced && nameOfList(replaced);
  const take: TakeLists = (lists) => {
    return name === null ? [...lists, taken] : lists.map((one) => (nameOfList(one) === name ? taken : one));
  };
  const before = await judgeBy(open, period, holdings, (lists) => [...lists]);
  const after = await judgeBy(open, period, holdings, take);
  const movementsOf = (span: string) => ({
    readers: movementOf("readers", span, before, after),
    documents: movementOf("documents", span, before, after),
  });
  return {
    publication: config.publication,
    title: periodTitle(period),
    period: period.name,
    timeZone: config.timeZone,
    list: entryOf(readRobotList(taken, workspace)),
    replaces: replaced && entryOf(readRobotList(replaced, workspace)),
    newRobots: movedAgents(before.agents, after.agents),
    noLongerRobots: movedAgents(after.agents, before.agents),
    months: period.months.map((month) => ({period: month, ...movementsOf(month)})),
    total: movementsOf(period.name),
  };
}

/** All months that have logs. */
function wholePeriod({workspace, catalogue}: OpenStore): Period {
  const covered = coveredPeriod(catalogue, workspace.config.timeZone);
  if (covered) return covered;
  throw nothingRead();
}

/** How many requests of an agent are a robot's, and how many are counted. */
interface AgentVerdicts {
  readonly robots: number;
  readonly counted: number;
}

interface Outcome {
  readonly agents: ReadonlyMap<string | null, AgentVerdicts>;
  /** By span: months, and the period. */
  readonly readers: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
}

/** What becomes of lists in use, those of every month alike. */
type TakeLists = (lists: readonly RobotListSetting[]) => RobotListSetting[];

async function judgeBy(open: OpenStore, period: Period, holdings: SiteDescription, take: TakeLists): Promise<Outcome> {
  const {config, folder, key} = open.workspace;
  const {changes = [], ...base} = config.methodology;
  const changed = changes.map((change) => {
    const lists = change.robots?.lists;
    // What is added, is added to what was there, where the list is taken.
    return lists === undefined || "add" in lists ? change : {...change, robots: {...change.robots, lists: take(lists)}};
  });
  const robots = {...base.robots, lists: take(listsInUse(config))};
  const methodology = resolveMethodology({
    config: {...config, methodology: {...base, robots, changes: changed}},
    folder,
    key,
  });
  // Whole: only then are agents known of requests that are judged.
  using judged = await judgePeriods(open, period, [period], {
    holdings,
    methodology,
    withDetails: true,
    withRetrievals: false,
  });
  const {engine, names} = judged;
  await loadSpans(engine, spansOf([period]));
  const agents = new Map<string | null, AgentVerdicts>();
  await engine.askInBatches("agent-verdicts", (rows) => {
    for (const {agent, robots, counted} of rows) {
      agents.set(names.agents[Number(agent)] ?? null, {robots: Number(robots), counted: Number(counted)});
    }
  });
  return {agents, readers: await countBySpan(engine, "readers"), documents: await countBySpan(engine, "documents")};
}

async function countBySpan(engine: QueryEngine, question: "readers" | "documents"): Promise<Map<string, number>> {
  const rows = await engine.ask(question);
  return new Map(rows.map(({span, value}) => [String(span), Number(value)]));
}

function movementOf(measure: "readers" | "documents", span: string, before: Outcome, after: Outcome): Movement {
  return {before: before[measure].get(span) ?? null, after: after[measure].get(span) ?? null};
}

/** The agents that have more requests of robots in one judgement than in the other. */
function movedAgents(fewer: Outcome["agents"], more: Outcome["agents"]): MovedAgents {
  const none = {robots: 0, counted: 0};
  const moved = [...more]
    .map(([agent, now]) => ({agent, now, before: fewer.get(agent) ?? none}))
    .filter(({now, before}) => now.robots > before.robots)
    .map(({agent, now, before}) => ({
      agent,
      requests: now.robots - before.robots,
      countedRequests: Math.max(0, before.counted - now.counted),
    }))
    .toSorted(
      (one, other) =>
        other.countedRequests - one.countedRequests ||
        other.requests - one.requests ||
        ((one.agent ?? "") < (other.agent ?? "") ? -1 : 1),
    );
  return {
    agents: moved.length,
    requests: moved.reduce((sum, {requests}) => sum + requests, 0),
    countedRequests: moved.reduce((sum, {countedRequests}) => sum + countedRequests, 0),
    most: moved.slice(0, mostAgents),
  };
}

/** The name of the file that a list is read from; of two, that of the robots. */
function fileOf(setting: RobotListSetting): string | null {
  if (typeof setting === "string") return null;
  const path = setting.file ?? setting.networks ?? setting.robots;
  return path === undefined ? null : basename(path);
}
