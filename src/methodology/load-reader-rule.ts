import type {Engine} from "../engine/contract.ts";
import type {Methodology} from "./methodology.ts";
import {rules} from "./rules.ts";

/** The rank of the verdict that robots get. */
export const robotRank = rules.findIndex(({id}) => id === "robots");

/** The rule, as questions take it. */
export function readerParams({reader}: Methodology): {bits: number; agents: number} {
  return {bits: reader.ipv6, agents: Number(reader.byAgent)};
}

/** Lets questions join with `reader_rule`, one row: what makes a reader, and whether asking for /robots.txt makes a robot. */
export async function loadReaderRule(engine: Engine, methodology: Methodology): Promise<void> {
  const {bits, agents} = readerParams(methodology);
  const tellers = Number(methodology.robots.askedForRobotsTxt);
  const table = await engine.table("reader_rule", {
    ipv6: "integer",
    agents: "integer",
    tellers: "integer",
    robots: "integer",
  });
  table.add([[bits, agents, tellers, robotRank]]);
  table.close();
}
