import {join} from "node:path";
import {type Period, periodOf} from "../base/period.ts";
import {type History, readHistory} from "../ledger/history.ts";
import {measurePeriod} from "../measures/measure-period.ts";
import {measuresFor} from "../measures/measures.ts";
import {type Holdings, readHoldings} from "../methodology/holdings.ts";
import {resolveMethodology} from "../methodology/methodology.ts";
import {composeReport} from "../report/compose.ts";
import type {Report, ReportInput} from "../report/report.ts";
import type {InputRow} from "../workspace/catalogue.ts";
import {nothingFor} from "./covered.ts";
import {judgePeriods, type Open, secondsOf} from "./judge-periods.ts";
import {comparedPeriod, previousPeriod, type ReportScope, tablesWanted} from "./report-scope.ts";

/**
 * The report of a workspace's period, judged by its methodology as it is now.
 *
 * @throws {UserError} PERIOD_EMPTY, WORKSPACE_DAMAGED, or that a file that a person keeps is refused.
 */
export async function reportPeriod(open: Open, period: Period, scope: ReportScope): Promise<Report> {
  const {config, folder} = open.workspace;
  const holdings = readHoldings(config, folder);
  const history = historyOf(folder, holdings);
  const compared = comparedPeriod(period, scope, config);
  const wanted = tablesWanted(scope, config);
  const base = config.base ? {month: config.base.period, value: config.base.value} : null;
  const before = previousPeriod(period);
  const asked = [period, compared, base && periodOf(base.month, base.month), wanted.size > 0 ? before : null];
  const methodology = resolveMethodology(config, folder);
  const judged = await judgePeriods(
    open,
    period,
    asked.filter((one) => one !== null),
    {
      holdings,
      methodology: resolveMethodology(config, folder),
      isWhole: wanted.size > 0 || holdings.sentTo.length > 0,
    },
  );
  const tables = {
    rows: wanted,
    smallest: config.smallest,
    previous: judged.months.some((month) => before.months.includes(month)) ? before : null,
    names: judged.names,
    ownSites: config.sites,
    placesFrom: [...new Set(judged.parts.flatMap(({placesSource}) => placesSource ?? []))].sort(),
  };
  const survey = {methodology, holdings, history, period, compared, base};
  const measured = await measurePeriod(open.engine, {...survey, tables: wanted.size > 0 ? tables : null});
  const inputs = open.catalogue.inputs();
  // A file may begin before the period and end after it, with nothing in between.
  const isCovered = measured.coverage.some(({days, missingDays}) => missingDays.length < days);
  if (!isCovered) throw nothingFor(period, inputs, config.timeZone);
  const {publication, timeZone} = config;
  const within = inputsOf(inputs, period, timeZone).map(toReportInput);
  return composeReport(measured, {publication, period, compared, base, timeZone, inputs: within, date: scope.date});
}

function historyOf(folder: string, holdings: Holdings): History {
  const measures = measuresFor(holdings).map(({id}) => id);
  return readHistory(join(folder, "ledger", "history.csv"), {measures});
}

function inputsOf(inputs: readonly InputRow[], {months}: Period, timeZone: string): InputRow[] {
  const [from, until] = secondsOf(months, timeZone);
  return inputs.filter(
    ({firstSecond, lastSecond}) => firstSecond !== null && firstSecond < until && lastSecond! >= from,
  );
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
