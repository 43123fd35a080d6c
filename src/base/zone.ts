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
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function startSecond(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds / 1000;
}
