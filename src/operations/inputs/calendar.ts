import {dayAt, daysOf, quarterSeconds} from "../../base/zone.ts";
import {findGaps, type LogGap} from "../../measures/gaps.ts";
import {countByQuarter} from "../report/log-hours.ts";
import {coveredPeriod} from "../store/covered.ts";
import {type OpenStore, secondsOf} from "../store/judge.ts";

/** A day of the publication, and what was read of it. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Whatever became of them. */
  readonly requests: number;
}

/** A month that logs were read of, or that lies between such months. */
export interface CalendarMonth {
  readonly month: string;
  readonly days: number;
  readonly requests: number;
  readonly byDay: readonly CalendarDay[];
  /** Days without a line, `YYYY-MM-DD`, in order. */
  readonly missingDays: readonly string[];
  readonly gaps: readonly LogGap[];
  /** Hours of its first day before the first line of all, or of its last day after the last, that usually have many: the logs begin or end within the month. */
  readonly cut: readonly LogGap[];
}

/** Which months, days and hours do the logs cover that were read? */
export async function drawCalendar(store: OpenStore): Promise<CalendarMonth[]> {
  const {timeZone} = store.workspace.config;
  const covered = coveredPeriod(store.catalogue, timeZone);
  if (covered === null) return [];
  const quarters = await countByQuarter(store, covered);
  const gaps = findGaps(quarters);
  const known = [...quarters];
  const ends: readonly (string | undefined)[] = [covered.months[0], covered.months.at(-1)];
  let place = 0;
  return covered.months.map((month) => {
    const days = daysOf([month], timeZone);
    const byDay = days.map(({day, untilSecond}): CalendarDay => {
      let requests = 0;
      for (; place < known.length && known[place]![0] * quarterSeconds < untilSecond; place++)
        requests += known[place]![1];
      return {day, requests};
    });
    const missingDays = byDay.filter(({requests}) => requests === 0).map(({day}) => day);
    const [from, until] = [days[0]!.fromSecond, days.at(-1)!.untilSecond];
    const own = gaps.filter((gap) => gap.from >= from && gap.from < until);
    const isEnd = missingDays.length === 0 && ends.includes(month);
    const cut = isEnd ? findGaps(quarters, {from, until}).filter((gap) => isBeyond(gap, quarters)) : [];
    const requests = byDay.reduce((sum, one) => sum + one.requests, 0);
    return {month, days: days.length, requests, byDay, missingDays, gaps: own, cut};
  });
}

/** Does it lie before the first line of all, or after the last? */
function isBeyond({from, until}: LogGap, quarters: ReadonlyMap<number, number>): boolean {
  const known = [...quarters.keys()];
  return until <= (known[0]! + 1) * quarterSeconds || from >= known.at(-1)! * quarterSeconds;
}

/** The month without days that are to come or whose logs are yet to be read, where it is the one of today: nothing of those is missing. */
export function asFarAsRead(month: CalendarMonth, today: string): CalendarMonth {
  if (month.month !== today.slice(0, 7)) return month;
  const last = month.byDay.findLast(({requests}) => requests > 0)?.day ?? "";
  return {...month, missingDays: month.missingDays.filter((day) => day < last), cut: []};
}

/** Is there a line of every day and usual hour of a month that is over? @param nowSecond Since 1970 UTC. */
export function isWhole({month, missingDays, gaps, cut}: CalendarMonth, timeZone: string, nowSecond: number): boolean {
  const [, until] = secondsOf([month], timeZone);
  return until <= nowSecond && missingDays.length + gaps.length + cut.length === 0;
}

/** The days that a gap touches, `YYYY-MM-DD`, in order: one, where it does not go on beyond midnight. */
export function daysTouched({from, until}: LogGap, timeZone: string): string[] {
  const days: string[] = [];
  for (let second = from; second < until; second += quarterSeconds) {
    const day = dayAt(second * 1000, timeZone);
    if (days.at(-1) !== day) days.push(day);
  }
  return days;
}
