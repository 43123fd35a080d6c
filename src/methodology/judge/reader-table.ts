import type {QueryEngine} from "../../engine/query-engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";
import {countedRank} from "../rules/rank.ts";

/** The rank of the verdict that robots get. */
export const robotRank = rules.findIndex(({id}) => id === "robots");

/** The rank of the verdict that polls of feeds get. */
export const feedRank = rules.findIndex(({id}) => id === "feed-polls");

/**
 * Lets questions join with `reader_rule`, one row a rule period: what makes a reader, whether asking for /robots.txt makes a robot, and the
 * rank of paths that would count, where the methodology lets in what another left out for its path.
 */
export async function loadReaderRule(engine: QueryEngine, rulePeriods: readonly RulePeriod[]): Promise<void> {
  const table = await engine.table("reader_rule");
  table.add(
    rulePeriods.map(({methodology: {reader, robots, rules: running}}, rulePeriod) => {
      const lifted = running.has("feed-polls") ? countedRank : feedRank;
      const {ipv6, byAgent} = reader;
      return [rulePeriod, ipv6, Number(byAgent), Number(robots.askedForRobotsTxt), robotRank, lifted, countedRank];
    }),
  );
  table.close();
}
