import type {QueryEngine} from "../engine/query-engine.ts";
import {monthOf} from "./months.ts";

/** How many requests of a month got each verdict; a verdict that took none is not in the map. */
export interface MonthVerdicts {
  readonly month: string;
  readonly requests: ReadonlyMap<string, number>;
}

/** Where did every request of each month go? In step with the months. */
export async function takeAccount(engine: QueryEngine, months: readonly string[]): Promise<MonthVerdicts[]> {
  const rows = await engine.ask("account");
  return months.map((month) => {
    const own = rows.filter((row) => monthOf(row) === month);
    return {month, requests: new Map(own.map((row) => [String(row["verdict"]), Number(row["requests"])]))};
  });
}
