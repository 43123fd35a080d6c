import {Temporal} from "temporal-polyfill";

/** One day of a publication: instants in seconds since 1970 UTC, half open. */
export interface Day {
  /** `YYYY-MM-DD` in the publication's time zone. */
  readonly day: string;
  /** `YYYY-MM` in the same zone. */
  readonly month: string;
  readonly fromSecond: number;
  readonly untilSecond: number;
}

/**
 * Is this a time zone that days can be cut in (`UTC`, `Europe/Paris`, `-04:00`)?
 *
 * An offset has to be one of whole quarters of an hour, as every clock in use is; days are put together from quarters.
 */
export function isTimeZone(zone: string): boolean {
  if (!/^([a-z][\w/+-]*|[+-]\d\d:(00|15|30|45))$/i.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * When do the days of these months begin and end?
 *
 * A day has 23 or 25 hours where the clock changes; where midnight itself is skipped it begins at the first instant it has.
 *
 * @param months `YYYY-MM`, in any order.
 */
export function daysOf(months: readonly string[], zone: string): Day[] {
  return months.flatMap((month) => {
    const first = Temporal.PlainYearMonth.from(month).toPlainDate({day: 1});
    return Array.from({length: first.daysInMonth}, (_, index) => {
      const date = first.add({days: index});
      return {
        day: date.toString(),
        month,
        fromSecond: startSecond(date, zone),
        untilSecond: startSecond(date.add({days: 1}), zone),
      };
    });
  });
}

/** Which day, `YYYY-MM-DD`, is it in the zone at this instant? */
export function dayAt(epochMs: number, zone: string): string {
  return zonedAt(epochMs / 1000, zone)
    .toPlainDate()
    .toString();
}

/** What the zone's clock shows at an instant in seconds: `03:00`. */
export function clockText(second: number, zone: string): string {
  return zonedAt(second, zone).toPlainTime().toString().slice(0, 5);
}

/** An instant in seconds since 1970, as programs read it: `2005-07-01T00:00:00Z`. */
export function instantText(second: number): string {
  return new Date(second * 1000).toISOString().replace(".000Z", "Z");
}

/** A stretch of a day in which the zone's clock is not changed: instants in seconds since 1970 UTC, half open. */
export interface ClockRun {
  readonly fromSecond: number;
  readonly untilSecond: number;
  /** What the clock shows at the beginning, in seconds since 0:00. */
  readonly clockSecond: number;
}

/**
 * What does the zone's clock show during this day?
 *
 * @returns One run; two where the clock is changed that day, none where the zone left the day out.
 */
export function clockRuns({fromSecond, untilSecond}: Day, zone: string): ClockRun[] {
  const [first, last] = [fromSecond, untilSecond - 1].map((second) => clockAt(second, zone));
  if (last! - first! === untilSecond - 1 - fromSecond) return [{fromSecond, untilSecond, clockSecond: first!}];
  const runs: ClockRun[] = [];
  for (let second = fromSecond; second < untilSecond; second += quarterSeconds) {
    const clockSecond = clockAt(second, zone);
    const run = runs.at(-1);
    const isOn = run !== undefined && clockSecond - run.clockSecond === second - run.fromSecond;
    if (isOn) runs[runs.length - 1] = {...run, untilSecond: second + quarterSeconds};
    else runs.push({fromSecond: second, untilSecond: second + quarterSeconds, clockSecond});
  }
  return runs;
}

/** Every zone's clock differs from UTC by whole quarters of an hour, and is changed at one. */
export const quarterSeconds = 900;

function clockAt(second: number, zone: string): number {
  const {hour, minute, second: rest} = zonedAt(second, zone);
  return hour * 3600 + minute * 60 + rest;
}

function zonedAt(second: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(second * 1000)).toZonedDateTimeISO(zone);
}

function startSecond(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds / 1000;
}
