import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {type Period, periodOf} from "../base/period.ts";
import {dayAt, daysOf} from "../base/zone.ts";
import type {Engine} from "../engine/contract.ts";
import {measurePeriod} from "../measures/measure-period.ts";
import {judge} from "../methodology/judge.ts";
import {resolveMethodology} from "../methodology/methodology.ts";
import {composeReport} from "../report/compose.ts";
import type {Report, ReportInput} from "../report/report.ts";
import type {Catalogue, InputRow} from "../workspace/catalogue.ts";
import {checkFacts} from "../workspace/facts.ts";
import type {Workspace} from "../workspace/workspace.ts";

/**
 * The report of a workspace's period, judged by its methodology as it is now.
 *
 * @param date Of the report, `YYYY-MM-DD`; null for the last day the logs cover.
 * @throws {UserError} PERIOD_EMPTY, BLACKLIST_REFUSED, WORKSPACE_DAMAGED
 */
export async function reportPeriod(
  {workspace, catalogue, engine}: {workspace: Workspace; catalogue: Catalogue; engine: Engine},
  period: Period,
  date: string | null,
): Promise<Report> {
  const {config, folder, key, store} = workspace;
  const methodology = resolveMethodology(config, folder);
  const days = daysOf([period.months[0]!, period.months.at(-1)!], config.timeZone);
  const [from, until] = [days[0]!.fromSecond, days.at(-1)!.untilSecond];
  const inputs = catalogue.inputs();
  const parts = catalogue.parts(from, until);
  if (parts.length === 0) throw nothingFor(period, inputs, config.timeZone);
  const files = parts.map(({file}) => join(store.facts, file));
  checkFacts(files);
  await engine.openFacts(files);
  await judge(engine, {methodology, months: period.months, timeZone: config.timeZone, key});
  const measured = await measurePeriod(engine, methodology, period.months);
  // A file may begin before the period and end after it, with nothing in between.
  const isCovered = measured.coverage.some(({days, missingDays}) => missingDays.length < days);
  if (!isCovered) throw nothingFor(period, inputs, config.timeZone);
  const within = inputs.filter(
    ({firstSecond, lastSecond}) => firstSecond !== null && firstSecond < until && lastSecond! >= from,
  );
  return composeReport(measured, {
    publication: config.publication,
    period,
    timeZone: config.timeZone,
    inputs: within.map(toReportInput),
    date,
  });
}

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

function toReportInput({
  name,
  sha256,
  lines,
  requests,
  quarantined,
  ignored,
  firstSecond,
  lastSecond,
}: InputRow): ReportInput {
  return {name, sha256, lines, requests, quarantined, ignored, first: instant(firstSecond), last: instant(lastSecond)};
}

function instant(second: number | null): string | null {
  return second === null ? null : new Date(second * 1000).toISOString().replace(".000Z", "Z");
}

function nothingFor(period: Period, inputs: readonly InputRow[], timeZone: string): UserError {
  const covered = daysCoveredBy(inputs, timeZone);
  if (!covered) {
    return new UserError(
      "PERIOD_EMPTY",
      "no logs were read into this workspace yet",
      "run broadsheet ingest FILE…",
      period.name,
    );
  }
  return new UserError(
    "PERIOD_EMPTY",
    `there are no logs for ${period.name}; those that were read cover ${covered.first} to ${covered.last}`,
    "ingest the logs of that period, or name another",
    period.name,
  );
}
