import {daysOf, quarterSeconds} from "../../base/zone.ts";
import {findGaps, type LogGap} from "../../measures/gaps.ts";
import {countByQuarter} from "../report/log-hours.ts";
import {coveredPeriod} from "../store/covered.ts";
import type {OpenStore} from "../store/judge.ts";

/** A month that logs were read of, or that lies between such months. */
export interface CalendarMonth {
  readonly month: string;
  readonly days: number;
  readonly requests: number;
  /** Days without a line, `YYYY-MM-DD`, in order. */
  readonly missingDays: readonly string[];
  readonly gaps: readonly LogGap[];
}

/** Which months, days and hours do the logs cover that were read? */
export async function drawCalendar(store: OpenStore): Promise<CalendarMonth[]> {
  const {timeZone} = store.workspace.config;
  const covered = coveredPeriod(store.catalogue, timeZone);
  if (covered === null) return [];
  const quarters = await countByQuarter(store, covered);
  const gaps = findGaps(quarters);
  const known = [...quarters];
  let place = 0;
  return covered.months.map((month) => {
    const missingDays: string[] = [];
    let requests = 0;
    const days = daysOf([month], timeZone);
    for (const {day, untilSecond} of days) {
      let ofDay = 0;
      for (; place < known.length && known[place]![0] * quarterSeconds < untilSecond; place++)
        ofDay += known[place]![1];
      requests += ofDay;
      if (ofDay === 0) missingDays.push(day);
    }
    const [from, until] = [days[0]!.fromSecond, days.at(-1)!.untilSecond];
    const own = gaps.filter((gap) => gap.from >= from && gap.from < until);
    return {month, days: days.length, requests, missingDays, gaps: own};
  });
}
