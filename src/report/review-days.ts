import {addMonths, daysOfMonth} from "../base/period.ts";

/** Days, `YYYY-MM-DD`, both inclusive; null is open. */
export interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * For which days does a decision hold that somebody makes about a period?
 *
 * From its beginning on, without an end; of closed months nothing is decided, so that it begins after those of the period
 * and ends before the next.
 *
 * @returns null where every month of the period is closed.
 */
export function decidedDays(months: readonly string[], closed: readonly string[]): Days | null {
  const open = months.findLastIndex((month) => closed.includes(month)) + 1;
  const first = months[open];
  if (first === undefined) return null;
  const next = closed.filter((month) => month > first).sort()[0];
  return {from: `${first}-01`, until: next === undefined ? null : daysOfMonth(addMonths(next, -1)).at(-1)!};
}

/** The first closed month that the days touch; null for none. */
export function closedWithin({from, until}: Days, closed: readonly string[]): string | null {
  const [first, last] = [(from ?? "").slice(0, 7), (until ?? "~").slice(0, 7)];
  return closed.toSorted().find((month) => first <= month && month <= last) ?? null;
}

/** The days that lie in no closed month, in runs, in order. */
export function openDays({from, until}: Days, closed: readonly string[]): Days[] {
  const runs: Days[] = [];
  let start = from;
  for (const month of closed.toSorted()) {
    const first = `${month}-01`;
    if (until !== null && until < first) break;
    if (start !== null && start > daysOfMonth(month).at(-1)!) continue;
    if (start === null || start < first) runs.push({from: start, until: daysOfMonth(addMonths(month, -1)).at(-1)!});
    start = `${addMonths(month, 1)}-01`;
  }
  return until !== null && start !== null && until < start ? runs : [...runs, {from: start, until}];
}
