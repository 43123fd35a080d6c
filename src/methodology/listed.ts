import type {Day} from "../base/zone.ts";
import type {Engine, Value} from "../engine/contract.ts";
import type {Era} from "./eras.ts";
import {type Listing, listedIds} from "./listing.ts";
import {rules} from "./rules.ts";

/** An entry of a list, the verdict's rank, and the days on which it holds: both `YYYY-MM-DD`, inclusive. */
interface Validity {
  readonly rank: number;
  readonly who: Listing["who"];
  readonly from: string;
  readonly until: string;
}

/**
 * Finds who is on a list, on which days: lets questions join with `listed_reader_day` and `listed_agent_day`.
 *
 * @param eras In their order; what an era's rules list holds on its days alone.
 * @param given.agents Names of all agents.
 */
export async function findListed(
  engine: Engine,
  eras: readonly Era[],
  {agents, days, key}: {readonly agents: readonly string[]; readonly days: readonly Day[]; readonly key: string},
): Promise<void> {
  const listed = eras.flatMap((era) => validitiesIn(era, days));
  if (listed.length === 0) {
    // Nobody is listed, as in most workspaces: no need to look through the facts to find nobody.
    (await engine.table("listed_reader_day", {reader: "ubigint", day: "date", listed_reader_rank: "integer"})).close();
    (await engine.table("listed_agent_day", {agent_text: "text", day: "date", listed_agent_rank: "integer"})).close();
    return;
  }
  const validity = {from_day: "date", until_day: "date", verdict_rank: "integer"} as const;
  const ids = await engine.table("listed_id", {kind: "text", id: "ubigint", ...validity});
  const texts = await engine.table("listed_agent", {agent_text: "text", ...validity});
  const blocks: Readonly<Record<string, Value>>[] = [];
  for (const {rank, who, from, until} of listed) {
    const valid = [from, until, rank] as const;
    if ("agentText" in who) {
      const text = who.agentText.toLowerCase();
      texts.add(agents.filter((agent) => agent.toLowerCase().includes(text)).map((agent) => [agent, ...valid]));
      continue;
    }
    const client = listedIds(who.client, key);
    if (client.kind === "block") blocks.push({...client.block, key, from, until, rank});
    else ids.add(client.ids.map((id) => [client.kind, id, ...valid]));
  }
  ids.close();
  texts.close();
  for (const block of blocks) await engine.extend("listed_id", "ipv4-block", block);
  await engine.keep("listed_reader_day", "listed-readers");
  await engine.keep("listed_agent_day", "listed-agents");
}

/** Every entry that holds on some day of the era. */
function validitiesIn({methodology, months}: Era, days: readonly Day[]): Validity[] {
  const own = days.filter(({month}) => months.includes(month));
  const [first, last] = [own[0]!.day, own.at(-1)!.day];
  return rules.flatMap((rule, rank) =>
    (rule.listings?.(methodology) ?? []).flatMap(({who, from, until}): Validity[] => {
      const valid = {
        from: from !== null && from > first ? from : first,
        until: until !== null && until < last ? until : last,
      };
      return valid.from > last || valid.until < first ? [] : [{rank, who, ...valid}];
    }),
  );
}
