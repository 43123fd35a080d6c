import {addMonths, type Period} from "../../base/period.ts";
import {quarterSeconds} from "../../base/zone.ts";
import {type OpenStore, secondsOf} from "../store/judge.ts";
import {countByQuarter} from "./log-hours.ts";

/** How many requests were read of each month of the period that has any, in order. */
export async function countByMonth(store: OpenStore, period: Period): Promise<ReadonlyMap<string, number>> {
  const {timeZone} = store.workspace.config;
  const byMonth = new Map<string, number>();
  const begins = period.months.map((month) => secondsOf([month], timeZone)[0]);
  let place = 0;
  // Quarters come in order.
  for (const [quarter, requests] of await countByQuarter(store, period)) {
    while (place + 1 < begins.length && begins[place + 1]! <= quarter * quarterSeconds) place++;
    const month = period.months[place]!;
    byMonth.set(month, (byMonth.get(month) ?? 0) + requests);
  }
  return byMonth;
}

/** A run of months that has less than this of all requests is what a clock that was wrong left. */
const strayShare = 0.01;

/** How many months without a line tell two runs of months apart. */
const monthsApart = 3;

/**
 * The months from the first to the last that are no stray ones, with those between them.
 *
 * Stray is a run of months that hardly has any requests, and that some months without a line lie between it and the others.
 */
export function mainMonths(byMonth: ReadonlyMap<string, number>): string[] {
  const runs: {months: string[]; requests: number}[] = [];
  for (const [month, requests] of byMonth) {
    const run = runs.at(-1);
    if (run && month <= addMonths(run.months.at(-1)!, monthsApart)) {
      run.months.push(month);
      run.requests += requests;
    } else runs.push({months: [month], requests});
  }
  const all = runs.reduce((sum, {requests}) => sum + requests, 0);
  const most = Math.max(...runs.map(({requests}) => requests));
  // Of a handful of requests one is more than a hundredth, and stray all the same.
  const isHandful = (requests: number): boolean => requests === 1 || (requests <= 3 && requests * 10 <= most);
  const isStray = (requests: number): boolean =>
    requests < most && (requests < strayShare * all || isHandful(requests));
  const kept = runs.filter(({requests}) => !isStray(requests)).flatMap(({months}) => months);
  const months: string[] = [];
  for (let month = kept[0]!; month <= kept.at(-1)!; month = addMonths(month, 1)) months.push(month);
  return months;
}
