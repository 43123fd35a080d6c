import type {QueryEngine} from "../../engine/query-engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";

/** The rank of the verdict that robots get. */
export const robotRank = rules.findIndex(({id}) => id === "robots");

/** Lets questions join with `reader_rule`, one row a rule period: what makes a reader, and whether asking for /robots.txt makes a robot. */
export async function loadReaderRule(engine: QueryEngine, rulePeriods: readonly RulePeriod[]): Promise<void> {
  const table = await engine.table("reader_rule");
  table.add(
    rulePeriods.map(({methodology: {reader, robots}}, rulePeriod) => {
      return [rulePeriod, reader.ipv6, Number(reader.byAgent), Number(robots.askedForRobotsTxt), robotRank];
    }),
  );
  table.close();
}
