import {daysOfMonth} from "../base/period.ts";
import type {QueryEngine} from "../engine/query-engine.ts";
import type {Row} from "../engine/values.ts";

/** How much of a month the logs cover. */
export interface MonthCoverage {
  readonly month: string;
  readonly days: number;
  /** Days without a request in the logs, `YYYY-MM-DD`, in order. */
  readonly missingDays: readonly string[];
}

/** Which month does a row speak of, `YYYY-MM`? */
export function monthOf(row: Row): string {
  return String(row["month"]).slice(0, 7);
}

/** How much of which months the logs cover. */
export interface Coverage {
  of(months: readonly string[]): MonthCoverage[];
  /** How many days of the month `YYYY-MM`. */
  daysCovered(month: string): number;
}

/** On which days did the servers write anything? */
export async function findCoverage(engine: QueryEngine): Promise<Coverage> {
  const covered = new Set((await engine.ask("coverage")).map((row) => String(row["day"])));
  const coverageOf = (month: string): MonthCoverage => {
    const days = daysOfMonth(month);
    return {month, days: days.length, missingDays: days.filter((day) => !covered.has(day))};
  };
  return {
    of: (months) => months.map(coverageOf),
    daysCovered: (month) => daysOfMonth(month).filter((day) => covered.has(day)).length,
  };
}
