import {type Day, daysOf} from "../base/zone.ts";
import type {Engine, Value} from "../engine/contract.ts";
import {documentOf} from "./extension.ts";
import {type Listing, listedIds} from "./listing.ts";
import type {Methodology} from "./methodology.ts";
import type {Rule} from "./rule.ts";
import {rules, verdicts} from "./rules.ts";

/** What is to be judged, and by what. */
export interface Case {
  readonly methodology: Methodology;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly timeZone: string;
  /** The workspace's. */
  readonly key: string;
}

const countedRank = rules.length;
const quarterSeconds = 900;

/**
 * Gives each request of the months its verdict: afterwards the engine answers questions about `request`.
 *
 * Facts have to be open. What comes out depends on the facts and the methodology alone, so that a changed rule judges
 * years again without a log being read again.
 */
export async function judge(engine: Engine, {methodology, months, timeZone, key}: Case): Promise<void> {
  const days = daysOf(months, timeZone);
  await loadCalendar(engine, days);
  await loadVerdicts(engine);
  await Promise.all([
    judgeAnswers(engine, methodology),
    judgePaths(engine, methodology),
    judgeAgents(engine, methodology).then((agents) => findListed(engine, methodology, agents, days, key)),
    findTellers(engine, methodology),
  ]);
  await engine.keep("screened", "screened", {counted: countedRank});
  await findHeavy(engine, methodology, months);
  await engine.view("request", "request");
}

async function loadCalendar(engine: Engine, days: readonly Day[]): Promise<void> {
  const table = await engine.table("calendar", {quarter: "integer", day: "date", month: "date"});
  for (const {day, month, fromSecond, untilSecond} of days) {
    const rows: [number, string, string][] = [];
    // Every zone's clock differs from UTC by whole quarters of an hour, so that a quarter belongs to one day.
    for (let second = fromSecond; second < untilSecond; second += quarterSeconds) {
      rows.push([Math.floor(second / quarterSeconds), day, `${month}-01`]);
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

async function judgeAnswers(engine: Engine, methodology: Methodology): Promise<void> {
  const table = await engine.table("judged_answer", {method: "text", status: "integer", answer_rank: "integer"});
  for (const row of await engine.ask("answers")) {
    const answer = {method: String(row["method"]), status: Number(row["status"])};
    table.add([[answer.method, answer.status, rankOf((rule) => rule.fitsAnswer?.(answer, methodology))]]);
  }
  table.close();
}

async function judgePaths(engine: Engine, methodology: Methodology): Promise<void> {
  const table = await engine.table("judged_path", {path: "text", path_rank: "integer", document: "integer"});
  const documents = new Map<string, number>();
  await engine.askInBatches("paths", (rows) => {
    table.add(
      rows.map((row) => {
        const path = String(row["path"]);
        const rank = rankOf((rule) => rule.fitsPath?.(path, methodology));
        return [path, rank, rank < countedRank ? null : numberOf(documentOf(path), documents)];
      }),
    );
  });
  table.close();
}

function numberOf(document: string, documents: Map<string, number>): number {
  const known = documents.get(document);
  if (known !== undefined) return known;
  documents.set(document, documents.size);
  return documents.size - 1;
}

async function judgeAgents(engine: Engine, methodology: Methodology): Promise<string[]> {
  const agents = (await engine.ask("agents")).map((row) => String(row["agent"]));
  const table = await engine.table("judged_agent", {agent: "text", agent_rank: "integer"});
  table.add(agents.map((agent) => [agent, rankOf((rule) => rule.fitsAgent?.(agent, methodology))]));
  table.close();
  return agents;
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
    (await engine.table("listed_reader_day", {reader: "ubigint", day: "date", verdict_rank: "integer"})).close();
    (await engine.table("listed_agent_day", {agent: "text", day: "date", verdict_rank: "integer"})).close();
    return;
  }
  const validity = {from_day: "date", until_day: "date", verdict_rank: "integer"} as const;
  const ids = await engine.table("listed_id", {kind: "text", id: "ubigint", ...validity});
  const texts = await engine.table("listed_agent", {agent: "text", ...validity});
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

/** The first rule that fits, as its place in the table; what counts comes after all of them. */
function rankOf(fits: (rule: Rule) => boolean | undefined): number {
  const rank = rules.findIndex((rule) => fits(rule));
  return rank === -1 ? countedRank : rank;
}
