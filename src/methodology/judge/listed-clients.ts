import type {Day} from "../../base/zone.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Value} from "../../engine/values.ts";
import {listedIds} from "../decisions/entry.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {type ListedEntry, listedEntries} from "./listed-entries.ts";
import {findListedGroups, fitsAgentText, type ListedGroup} from "./listed-groups.ts";

/** An entry of a list, its place among all, and the days on which it holds: both `YYYY-MM-DD`, inclusive. */
interface Validity extends Omit<ListedEntry, "listing" | "rulePeriod"> {
  readonly entry: number;
  readonly who: ListedEntry["listing"]["who"];
  readonly from: string;
  readonly until: string;
}

/**
 * Finds who is on a list, on which days: lets questions join with `listed_reader_day`, `listed_agent_day` and `listed_group_day`.
 *
 * @param rulePeriods In their order; what a rule period's rules list holds on its days alone.
 * @param given.agents Names of all agents, by their numbers.
 */
export async function findListed(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  {agents, days, key}: {readonly agents: readonly string[]; readonly days: readonly Day[]; readonly key: string},
): Promise<void> {
  const listed = listedEntries(rulePeriods).flatMap((entry, place) => validityOf(entry, place, days));
  const ids = await engine.table("listed_id");
  if (listed.length === 0) {
    // Nobody is listed, as in most workspaces: no need to look through the facts to find nobody.
    ids.close();
    (await engine.table("listed_reader_day")).close();
    (await engine.table("listed_agent_day")).close();
    (await engine.table("listed_group_day")).close();
    return;
  }
  const named = await engine.table("listed_agent");
  const blocks: Readonly<Record<string, Value>>[] = [];
  const groups: ListedGroup[] = [];
  for (const {rank, width, entry, who, from, until} of listed) {
    const valid = [from, until, rank] as const;
    if ("group" in who) {
      groups.push({rank, width, entry, group: who.group, from, until});
      continue;
    }
    if ("agentText" in who) {
      const text = {text: who.agentText, isWhole: false};
      for (const [number, agent] of agents.entries()) if (fitsAgentText(text, agent)) named.add([[number, ...valid]]);
      continue;
    }
    if ("number" in who) {
      ids.add([["reader", BigInt(`0x${who.number}`), ...valid, width, entry]]);
      continue;
    }
    const client = listedIds(who.client, key);
    if (client.kind === "block") blocks.push({...client.block, key, from, until, rank, width, entry});
    else ids.add(client.ids.map((id) => [client.kind, id, ...valid, width, entry]));
  }
  ids.close();
  named.close();
  for (const block of blocks) await engine.extend("listed_id", "ipv4-block", block);
  await findListedGroups(engine, groups, agents);
  await engine.keep("listed_reader_day", "listed-readers");
  await engine.keep("listed_agent_day", "listed-agents");
}

/** The days of its rule period on which an entry holds; none where it holds on none. */
function validityOf({rank, width, listing, rulePeriod}: ListedEntry, entry: number, days: readonly Day[]): Validity[] {
  const own = days.filter(({month}) => rulePeriod.months.includes(month));
  const [first, last] = [own[0]!.day, own.at(-1)!.day];
  const {who, from: given, until: end} = listing;
  const from = given !== null && given > first ? given : first;
  const until = end !== null && end < last ? end : last;
  return from > last || until < first ? [] : [{rank, width, entry, who, from, until}];
}
