import {addMonths} from "../../base/period.ts";
import {clockRuns, type Day, daysOf, quarterSeconds} from "../../base/zone.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {mostClickSeconds} from "./double-clicks.ts";

/** The time after each run of months in which the second of two clicks may fall; it belongs to no month that is asked for. */
export function afterwards(months: readonly string[], timeZone: string): Day[] {
  const next = months.map((month) => addMonths(month, 1)).filter((month) => !months.includes(month));
  return next.map((month) => {
    const [first] = daysOf([month], timeZone);
    return {...first!, untilSecond: first!.fromSecond + mostClickSeconds};
  });
}

/** Lets questions join with `calendar`: which day, hour and rule period each quarter of an hour is in. */
export async function loadCalendar(
  engine: QueryEngine,
  days: readonly Day[],
  timeZone: string,
  rulePeriods: readonly RulePeriod[],
): Promise<void> {
  const [runs, numbers] = await Promise.all([engine.table("clock_run"), engine.table("quarter_number")]);
  let most = 0;
  // A quarter of an hour belongs to one day, wherever the clock is changed.
  for (const one of days) {
    // What comes right after the last month is judged as that month.
    const rulePeriod = Math.max(
      0,
      rulePeriods.findLastIndex(({months}) => months[0]! <= one.month),
    );
    for (const {fromSecond, untilSecond, clockSecond} of clockRuns(one, timeZone)) {
      const quarters = Math.ceil((untilSecond - fromSecond) / quarterSeconds);
      most = Math.max(most, quarters);
      const [first, clock] = [fromSecond, clockSecond].map((second) => Math.floor(second / quarterSeconds));
      runs.add([[first!, quarters, clock!, one.day, `${one.month}-01`, rulePeriod]]);
    }
  }
  numbers.add(Array.from({length: most}, (_, number) => [number]));
  runs.close();
  numbers.close();
  await engine.keep("calendar", "calendar");
}
