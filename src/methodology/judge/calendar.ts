import {addMonths} from "../../base/period.ts";
import {clockRuns, type Day, daysOf, quarterSeconds} from "../../base/zone.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {isByPath, mostClickSeconds} from "./double-clicks.ts";
import type {JudgeInput} from "./input.ts";
import {asksRetrievals, windowSeconds} from "./retrieval-window.ts";

/** How long before the first and after the last of its months the methodology looks at requests, too. */
export function lookAround(given: Pick<JudgeInput, "methodology" | "withRetrievals">): {
  readonly beforeSeconds: number;
  readonly afterSeconds: number;
} {
  const {methodology} = given;
  if (asksRetrievals(given)) return {beforeSeconds: windowSeconds, afterSeconds: windowSeconds};
  return {beforeSeconds: 0, afterSeconds: isByPath(methodology) ? mostClickSeconds : 0};
}

/**
 * The time around each run of months in which the second of two clicks may fall, or parts of a file that was begun in them or is gone on
 * with; it belongs to no month that is asked for.
 */
export function daysAround(given: Pick<JudgeInput, "methodology" | "withRetrievals" | "months" | "timeZone">): Day[] {
  const {months, timeZone} = given;
  const {beforeSeconds, afterSeconds} = lookAround(given);
  const beside = (by: number): string[] =>
    months.map((month) => addMonths(month, by)).filter((month) => !months.includes(month));
  const earlier = beside(-1).flatMap((month) => {
    const days = daysOf([month], timeZone);
    return clipped(days, days.at(-1)!.untilSecond - beforeSeconds, days.at(-1)!.untilSecond);
  });
  const later = beside(1).flatMap((month) => {
    const days = daysOf([month], timeZone);
    return clipped(days, days[0]!.fromSecond, days[0]!.fromSecond + afterSeconds);
  });
  return [...earlier, ...later];
}

/** What of the days lies between two seconds. */
function clipped(days: readonly Day[], from: number, until: number): Day[] {
  return days
    .map((day) => ({
      ...day,
      fromSecond: Math.max(day.fromSecond, from),
      untilSecond: Math.min(day.untilSecond, until),
    }))
    .filter(({fromSecond, untilSecond}) => fromSecond < untilSecond);
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
