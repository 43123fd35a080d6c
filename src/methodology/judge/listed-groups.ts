import type {QueryEngine} from "../../engine/query-engine.ts";
import type {AgentText, GroupSelector} from "../decisions/group.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {type ListedEntry, listedEntries} from "./listed-entries.ts";

/** A group that a list names, its place among all, and the days on which it holds: both `YYYY-MM-DD`, inclusive. */
export interface ListedGroup extends Pick<ListedEntry, "rank" | "width"> {
  readonly entry: number;
  readonly group: GroupSelector;
  readonly from: string;
  readonly until: string;
}

/** Does a list name a group? Then where readers are has to be known. */
export function namesGroups(rulePeriods: readonly RulePeriod[]): boolean {
  return listedEntries(rulePeriods).some(({listing: {who}}) => "group" in who);
}

/** Does the agent have the text? */
export function fitsAgentText({text, isWhole}: AgentText, agent: string): boolean {
  return isWhole ? agent === text : agent.toLowerCase().includes(text.toLowerCase());
}

/**
 * Finds who is in the places that lists name: lets questions join with `listed_group_day`, and adds those to `listed_id` who are meant
 * whatever their agent.
 *
 * @param agents Names of all agents, by their numbers.
 */
export async function findListedGroups(
  engine: QueryEngine,
  groups: readonly ListedGroup[],
  agents: readonly string[],
): Promise<void> {
  if (groups.length === 0) {
    (await engine.table("listed_group_day")).close();
    return;
  }
  const networks = (await engine.ask("networks")).map((row) => String(row["network_name"]));
  const places = await engine.table("place_entry");
  const named = await engine.table("place_agent");
  for (const {rank, width, entry, group, from, until} of groups) {
    const {agent, country, network} = group;
    const texts = network === null ? [""] : networks.filter((one) => one.split(" ")[0] === network);
    const valid = [from, until, rank, width, Number(agent !== null)] as const;
    places.add(texts.map((text) => [entry, country ?? "", text, ...valid]));
    if (agent === null) continue;
    for (const [number, one] of agents.entries()) if (fitsAgentText(agent, one)) named.add([[entry, number]]);
  }
  places.close();
  named.close();
  await engine.keep("placed_reader", "placed-readers");
  await engine.extend("listed_id", "placed-ids");
  await engine.keep("listed_group_day", "listed-groups");
}
