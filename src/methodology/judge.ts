import {addMonths} from "../base/period.ts";
import {type Day, daysOf, hourAt} from "../base/zone.ts";
import type {Engine, Value} from "../engine/contract.ts";
import {answerKind} from "./answer-kind.ts";
import type {Case} from "./case.ts";
import {findDoubleClicks, isByPath, mostClickSeconds} from "./clicks.ts";
import {judgePaths, type ShelfNames} from "./judge-paths.ts";
import {type Listing, listedIds} from "./listing.ts";
import {readerParams, robotRank} from "./load-reader-rule.ts";
import type {Methodology} from "./methodology.ts";
import {rankOf} from "./rank.ts";
import type {Answer} from "./rule.ts";
import {rules, verdicts} from "./rules.ts";

/** Names that the engine knows by number: the number is the name's place. */
export interface Names extends ShelfNames {
  readonly agents: readonly string[];
  /** Sites that referrers named; empty unless the whole was asked for. */
  readonly sites: readonly string[];
  /** What servers answered. */
  readonly answers: readonly Answer[];
  /** Were paths told apart, and not documents alone? */
  readonly isByPath: boolean;
}

const plainQuestions = {counted: "counted", request: "request"} as const;

/** The files in `sql/` that say what of the counted requests is kept, and what all are together, for tables too. */
export const wholeQuestions = {counted: "counted-whole", request: "request-whole"} as const;

/** The same where paths are told apart. */
export const clickQuestions = {counted: "counted-clicks", request: "request-clicks"} as const;

const quarterSeconds = 900;

/**
 * Gives each request of the months its verdict: afterwards the engine answers questions about `request`.
 *
 * Facts have to be open. What comes out depends on the facts and the methodology alone, so that a changed rule judges
 * years again without a log being read again.
 */
export async function judge(engine: Engine, given: Case): Promise<Names> {
  const {methodology, months, timeZone} = given;
  const days = daysOf(months, timeZone);
  const hasPaths = isByPath(methodology);
  const isWhole = given.isWhole || hasPaths || methodology.measures.includes("static-hits");
  await loadCalendar(engine, hasPaths ? [...days, ...afterwards(months, timeZone)] : days, timeZone);
  await loadVerdicts(engine);
  const [answers, shelves, agents, sites] = await Promise.all([
    judgeAnswers(engine, methodology),
    judgePaths(engine, {...given, isWhole}),
    judgeListed(engine, given, days),
    isWhole ? numberSites(engine) : [],
    findTellers(engine, methodology),
  ]);
  await engine.view("judged", "judged");
  const params = readerParams(methodology);
  const whole = {...params, robots: robotRank};
  if (hasPaths) await engine.keepNumbered("screened", "screened-whole", whole);
  else if (isWhole) await engine.keep("screened", "screened-whole", whole);
  else await engine.keep("screened", "screened", params);
  await giveVerdicts(engine, methodology, months, {
    verdicts: hasPaths ? "given-verdict-clicks" : isWhole ? "given-verdict-whole" : "given-verdict",
    ...(hasPaths ? clickQuestions : isWhole ? wholeQuestions : plainQuestions),
  });
  return {...shelves, agents, sites, answers, isByPath: hasPaths};
}

/**
 * Gives what was screened its verdicts: afterwards the engine answers questions about `request`.
 *
 * @param questions The files in `sql/` that say what is known of each request, what of the counted ones is kept, and what both are
 *   together.
 */
export async function giveVerdicts(
  engine: Engine,
  methodology: Methodology,
  months: readonly string[],
  questions: {readonly verdicts: string; readonly counted: string; readonly request: string},
): Promise<void> {
  await findHeavy(engine, methodology, months);
  if (questions.verdicts === "given-verdict-clicks") await findDoubleClicks(engine, methodology, months);
  await engine.view("given_verdict", questions.verdicts);
  // Most questions are about what counts: it is kept by itself, so that they need not look at the rest.
  await engine.keep("counted", questions.counted);
  await engine.view("request", questions.request);
}

/** The time after each run of months in which the second of two clicks may fall; it belongs to no month that is asked for. */
function afterwards(months: readonly string[], timeZone: string): Day[] {
  const next = months.map((month) => addMonths(month, 1)).filter((month) => !months.includes(month));
  return next.map((month) => {
    const [first] = daysOf([month], timeZone);
    return {...first!, untilSecond: first!.fromSecond + mostClickSeconds};
  });
}

async function loadCalendar(engine: Engine, days: readonly Day[], timeZone: string): Promise<void> {
  const table = await engine.table("calendar", {quarter: "integer", hour: "integer", day: "date", month: "date"});
  for (const {day, month, fromSecond, untilSecond} of days) {
    const rows: [number, number, string, string][] = [];
    const hours = hourAt(fromSecond, untilSecond, timeZone);
    // Every zone's clock differs from UTC by whole quarters of an hour, so that a quarter belongs to one day.
    for (let second = fromSecond; second < untilSecond; second += quarterSeconds) {
      rows.push([Math.floor(second / quarterSeconds), hours(second), day, `${month}-01`]);
    }
    table.add(rows);
  }
  table.close();
}

async function loadVerdicts(engine: Engine): Promise<void> {
  const table = await engine.table("verdict", {rank: "integer", verdict: "text", is_limit: "integer"});
  table.add(verdicts.map(({id}, rank) => [rank, id, Number(rules[rank]?.limit !== undefined)]));
  table.close();
}

async function judgeAnswers(engine: Engine, methodology: Methodology): Promise<Answer[]> {
  const table = await engine.table("judged_answer", {
    method: "text",
    status: "integer",
    answer_number: "integer",
    answer_kind: "integer",
    answer_rank: "integer",
  });
  const answers = (await engine.ask("answers")).map((row): Answer => {
    return {method: String(row["method"]), status: Number(row["status"])};
  });
  table.add(
    answers.map((answer, number) => {
      const rank = rankOf(methodology, (rule) => rule.fitsAnswer?.(answer, methodology));
      return [answer.method, answer.status, number, answerKind(answer, methodology), rank];
    }),
  );
  table.close();
  return answers;
}

async function judgeListed(engine: Engine, {methodology, key}: Case, days: readonly Day[]): Promise<string[]> {
  const agents = await judgeAgents(engine, methodology);
  await findListed(engine, methodology, agents, days, key);
  return agents;
}

async function judgeAgents(engine: Engine, methodology: Methodology): Promise<string[]> {
  const agents = (await engine.ask("agents")).map((row) => String(row["agent"]));
  const table = await engine.table("judged_agent", {
    agent_text: "text",
    agent_number: "integer",
    characters: "integer",
    agent_rank: "integer",
  });
  table.add(
    agents.map((agent, number) => [
      agent,
      number,
      agent.length,
      rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology)),
    ]),
  );
  table.close();
  return agents;
}

async function numberSites(engine: Engine): Promise<string[]> {
  const sites = (await engine.ask("sites")).map((row) => String(row["site"]));
  const table = await engine.table("judged_site", {site_text: "text", site_number: "integer"});
  table.add(sites.map((site, number) => [site, number]));
  table.close();
  return sites;
}

async function findListed(
  engine: Engine,
  methodology: Methodology,
  agents: readonly string[],
  days: readonly Day[],
  key: string,
): Promise<void> {
  if (listings(methodology).length === 0) {
    // Nobody is listed, as in most workspaces: no need to look through the facts to find nobody.
    (await engine.table("listed_reader_day", {reader: "ubigint", day: "date", listed_reader_rank: "integer"})).close();
    (await engine.table("listed_agent_day", {agent_text: "text", day: "date", listed_agent_rank: "integer"})).close();
    return;
  }
  const validity = {from_day: "date", until_day: "date", verdict_rank: "integer"} as const;
  const ids = await engine.table("listed_id", {kind: "text", id: "ubigint", ...validity});
  const texts = await engine.table("listed_agent", {agent_text: "text", ...validity});
  const blocks: Readonly<Record<string, Value>>[] = [];
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  for (const [rank, {who, from, until}] of listings(methodology)) {
    const valid = [from ?? first, until ?? last, rank] as const;
    if (valid[0] > last || valid[1] < first) continue;
    if ("agentText" in who) {
      const text = who.agentText.toLowerCase();
      texts.add(agents.filter((agent) => agent.toLowerCase().includes(text)).map((agent) => [agent, ...valid]));
      continue;
    }
    const listed = listedIds(who.client, key);
    if (listed.kind === "block") blocks.push({...listed.block, key, from: valid[0], until: valid[1], rank});
    else ids.add(listed.ids.map((id) => [listed.kind, id, ...valid]));
  }
  ids.close();
  texts.close();
  for (const block of blocks) await engine.extend("listed_id", "ipv4-block", block);
  await engine.keep("listed_reader_day", "listed-readers");
  await engine.keep("listed_agent_day", "listed-agents");
}

function listings(methodology: Methodology): [number, Listing][] {
  return rules.flatMap((rule, rank) =>
    (rule.listings?.(methodology) ?? []).map((one): [number, Listing] => [rank, one]),
  );
}

async function findTellers(engine: Engine, methodology: Methodology): Promise<void> {
  const table = await engine.table("telling_path", {path: "text", verdict_rank: "integer"});
  for (const [rank, rule] of rules.entries()) {
    const path = rule.tellingPath?.(methodology);
    if (path) table.add([[path, rank]]);
  }
  table.close();
  await engine.keep("teller", "tellers");
}

async function findHeavy(engine: Engine, methodology: Methodology, months: readonly string[]): Promise<void> {
  const rank = rules.findIndex((rule) => rule.limit);
  const limit = rules[rank]?.limit?.(methodology);
  const from = limit?.months?.[0] ?? months[0]!;
  const until = limit?.months?.at(-1) ?? months.at(-1)!;
  await engine.keep("heavy", "heavy", {
    heavy: rank,
    documents: limit?.documents ?? Number.MAX_SAFE_INTEGER,
    from: `${from}-01`,
    until: `${until}-01`,
  });
}
