import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {type Period, periodOf} from "../../base/period.ts";
import {dayAt} from "../../base/zone.ts";
import type {Catalogue, InputRow} from "../../workspace/catalogue/catalogue.ts";

/** The months that a workspace's logs cover, from the first to the last; null when they hold no request. */
export function coveredPeriod(catalogue: Catalogue, timeZone: string): Period | null {
  const covered = daysCoveredBy(catalogue.inputs(), timeZone);
  return covered && periodOf(covered.first.slice(0, 7), covered.last.slice(0, 7));
}

/** The first and the last day of the inputs' requests; null when they hold none. */
function daysCoveredBy(inputs: readonly InputRow[], timeZone: string): {first: string; last: string} | null {
  const known = inputs.filter(({firstSecond}) => firstSecond !== null);
  if (known.length === 0) return null;
  const first = Math.min(...known.map(({firstSecond}) => firstSecond!));
  const last = Math.max(...known.map(({lastSecond}) => lastSecond!));
  return {first: dayAt(first * 1000, timeZone), last: dayAt(last * 1000, timeZone)};
}

/** The fault of a workspace into which nothing was read. @param where What was asked about. */
export function nothingRead(where?: string): UserError {
  return new UserError("PERIOD_EMPTY", "no logs were read into this workspace yet", advise("read-logs"), where);
}

/**
 * The fault of a period that no log speaks of, with the days that the logs cover.
 *
 * @param options `areBooksKept`: are there books, which do not speak of it either?
 */
export function nothingFor(
  period: Period,
  inputs: readonly InputRow[],
  timeZone: string,
  {areBooksKept = false}: {readonly areBooksKept?: boolean} = {},
): UserError {
  const covered = daysCoveredBy(inputs, timeZone);
  if (areBooksKept) {
    const logs = covered ? `; the logs that were read cover ${covered.first} to ${covered.last}` : "";
    const what = `there are no logs for ${period.name}, and no row of the books is of it${logs}`;
    const help = "name a period that the books speak of, add its rows to them, or ingest its logs";
    return new UserError("PERIOD_EMPTY", what, help, period.name);
  }
  if (!covered) return nothingRead(period.name);
  return new UserError(
    "PERIOD_EMPTY",
    `there are no logs for ${period.name}; those that were read cover ${covered.first} to ${covered.last}`,
    "ingest the logs of that period, or name another",
    period.name,
  );
}
