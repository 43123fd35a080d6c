import type {AskedPath} from "../../base/paths/asked-path.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {isFeed} from "../feeds/match.ts";
import {readFeedWord} from "../feeds/said.ts";
import {identifyRobot} from "../robots/identify.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rankOf} from "../rules/rank.ts";
import {robotRank} from "./reader-table.ts";

/** What is known of who subscribes to feeds; the engine knows the names by their place here. */
export interface FeedNames {
  /** Paths of feeds. */
  readonly feeds: readonly string[];
  /** Programs that say for how many they ask; several may be of one name, of a feed each. */
  readonly services: readonly string[];
}

/** Which of the agents are not on anybody's behalf: the robots that are no feed readers. */
const nobody = -2;

/** Stands for a program that says nothing of how many it speaks for: it speaks for one. */
const oneClient = -1;

/** A month in which half of the polls have no agent tells nothing of what services say. */
const fewestPollsWithAgent = 0.5;

/** Where paths of feeds go, for `feed-polls` to ask about. */
export interface FeedTable {
  /** Looks whether the path is one of a feed. @param text As facts have it. */
  see(text: string, asked: AskedPath & {readonly site: number}): void;
  close(): readonly string[];
}

/** Begins `feed_path`. @param wanted The one site that is asked about; null for all. */
export async function openFeeds(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  wanted: number | null,
): Promise<FeedTable> {
  const table = await engine.table("feed_path");
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    see(text, asked) {
      if (wanted !== null && asked.site !== wanted) return;
      for (const [rulePeriod, {methodology}] of rulePeriods.entries()) {
        if (!isFeed(asked, methodology.feeds)) continue;
        const name = nameOf(asked);
        const key = `${asked.site} ${name}`;
        const known = numbers.get(key);
        const number = known ?? names.push(name) - 1;
        if (known === undefined) numbers.set(key, number);
        table.add([[rulePeriod, text, number]]);
      }
    },
    close() {
      table.close();
      return names;
    },
  };
}

/** The feed as it is asked for: of its query what a setting names, whether it tells documents apart or not. */
function nameOf({path, query, conditions}: AskedPath): string {
  const items = [...query, ...conditions];
  return items.length === 0 ? path : `${path}?${items.join("&")}`;
}

/**
 * Who subscribes to the feeds: what services say of how many they speak for, and clients that ask by themselves. Makes `feed_month`,
 * and `feed_part` of what tables show.
 *
 * @param agents In step with their numbers; `agent_verdict`, `listed_reader_day`, `calendar` and `feed_path` have to be there.
 * @source docs/measures.md#feed-subscribers
 */
export async function findSubscribers(
  engine: QueryEngine,
  {
    agents,
    feeds,
    rulePeriods,
  }: {
    readonly agents: readonly string[];
    readonly feeds: readonly string[];
    readonly rulePeriods: readonly RulePeriod[];
  },
): Promise<FeedNames> {
  const months = await engine.table("feed_month");
  const parts = await engine.table("feed_part");
  const services = feeds.length === 0 ? [] : await loadSources(engine, agents, rulePeriods);
  if (feeds.length > 0) {
    await engine.keep("feed_poll", "feed-polls");
    const said = await engine.ask("feed-said");
    const alone = await engine.ask("feed-clients");
    const clients = await engine.ask("feed-readers");
    for (const row of await engine.ask("feed-months")) {
      const month = String(row["month"]).slice(0, 10);
      const isOf = (one: {readonly [name: string]: unknown}): boolean => String(one["month"]).slice(0, 10) === month;
      const own = said.filter(isOf);
      const ownClients = Number(clients.find(isOf)?.["clients"] ?? 0);
      const believed = own.filter((one) => Number(one["subscribers"]) >= 0);
      const refused = own.length - believed.length;
      const subscribers = believed.reduce((sum, one) => sum + Number(one["subscribers"]), ownClients);
      const isKnown = Number(row["all_named"]) > Number(row["all_polls"]) * fewestPollsWithAgent;
      months.add([[month, isKnown ? subscribers : null, refused]]);
      if (!isKnown) continue;
      parts.add([
        ...believed.map((one) => [month, Number(one["source"]), Number(one["subscribers"])] as const),
        ...believed.map((one) => [month, services.length + Number(one["feed"]), Number(one["subscribers"])] as const),
        ...alone
          .filter(isOf)
          .map((one) => [month, services.length + Number(one["feed"]), Number(one["clients"])] as const),
        ...(ownClients > 0 ? [[month, oneClient, ownClients] as const] : []),
      ]);
    }
  }
  months.close();
  parts.close();
  return {feeds, services};
}

/** Loads what each agent says, and gives the names of those that speak for several. */
async function loadSources(
  engine: QueryEngine,
  agents: readonly string[],
  rulePeriods: readonly RulePeriod[],
): Promise<string[]> {
  const table = await engine.table("feed_agent");
  const numbers = new Map<string, number>();
  const names: string[] = [];
  for (const [number, agent] of agents.entries()) {
    const word = readFeedWord(agent);
    if (word !== null) {
      const key = `${word.service}\n${word.feedId}`;
      const known = numbers.get(key);
      const source = known ?? names.push(word.service) - 1;
      if (known === undefined) numbers.set(key, source);
      table.add(rulePeriods.map((_, place) => [place, number, source, word.subscribers ?? -1]));
      continue;
    }
    for (const [place, {methodology}] of rulePeriods.entries()) {
      const isRobot = rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology)) === robotRank;
      if (isRobot && identifyRobot(agent).kind !== "feed-reader") table.add([[place, number, nobody, -1]]);
    }
  }
  table.close();
  return names;
}
