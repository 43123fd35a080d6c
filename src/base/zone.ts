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

/**
 * Which hour of the day, 0 to 23, shows on the zone's clock at an instant of this day?
 *
 * @returns A function of the second; quick where the clock does not change during the day, exact where it does.
 */
export function hourAt(fromSecond: number, untilSecond: number, zone: string): (second: number) => number {
  const [first, last] = [fromSecond, untilSecond - 1].map((second) => zonedAt(second, zone));
  if (first!.offsetNanoseconds !== last!.offsetNanoseconds) return (second) => zonedAt(second, zone).hour;
  const offsetSeconds = first!.offsetNanoseconds / 1e9;
  return (second) => Math.floor(((((second + offsetSeconds) % 86_400) + 86_400) % 86_400) / 3600);
}

function zonedAt(second: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(second * 1000)).toZonedDateTimeISO(zone);
}

function startSecond(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds / 1000;
}
