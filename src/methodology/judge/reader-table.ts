import type {Engine} from "../../engine/engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";

/** The rank of the verdict that robots get. */
export const robotRank = rules.findIndex(({id}) => id === "robots");

/** Lets questions join with `reader_rule`, one row a rule period: what makes a reader, and whether asking for /robots.txt makes a robot. */
export async function loadReaderRule(engine: Engine, rulePeriods: readonly RulePeriod[]): Promise<void> {
  const table = await engine.table("reader_rule", {
    rule_period: "tiny",
    ipv6: "integer",
    agents: "integer",
    by_robots_txt: "integer",
    robots: "integer",
  });
  table.add(
    rulePeriods.map(({methodology: {reader, robots}}, rulePeriod) => {
      return [rulePeriod, reader.ipv6, Number(reader.byAgent), Number(robots.askedForRobotsTxt), robotRank];
    }),
  );
  table.close();
}
