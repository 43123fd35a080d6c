import {daysOfMonth, type Period, periodTitle} from "../base/period.ts";
import {readVersion} from "../base/version.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import {makeNotes} from "./notes.ts";
import type {Column, Figures, MonthAccount, Note, Report, ReportInput} from "./report.ts";
import {standingNotes} from "./standing.ts";
import {summarize} from "./summary.ts";

/** What a report says beside its figures. */
export interface Commission {
  readonly publication: string;
  readonly period: Period;
  readonly timeZone: string;
  /** The inputs with requests in the period, in the order they are listed. */
  readonly inputs: readonly ReportInput[];
  /** Of the report, `YYYY-MM-DD`; null for the last day the logs cover. */
  readonly date: string | null;
}

/**
 * Makes the report of a period from its figures.
 *
 * The same figures and commission give the same report: no clock is looked at.
 */
export function composeReport(measured: PeriodFigures, commission: Commission): Report {
  const {publication, period, timeZone, inputs} = commission;
  const columns = measured.coverage.map(({month, days, missingDays}): Column => {
    return {period: month, days, daysCovered: days - missingDays.length, missingDays};
  });
  const account = accountOf(measured);
  const notes = makeNotes(measured, columns);
  const rows = measured.figures.map(({measure: {id, label, unit, decimals, definition}, months}): Figures => {
    const {values, reasons} = months;
    return {id, label, unit, decimals, definition, values, reasons, notes: notesFor(id, notes)};
  });
  return {
    broadsheet: readVersion(),
    publication,
    title: periodTitle(period),
    period: period.name,
    timeZone,
    date: commission.date ?? lastDayCovered(columns),
    columns,
    summary: summarize(columns, rows, account),
    measures: rows,
    notes,
    standing: standingNotes,
    account,
    inputs,
    methodology: measured.methodology,
  };
}

function accountOf({account, verdicts}: PeriodFigures): MonthAccount[] {
  return account.map(({month, requests}) => ({
    period: month,
    requests: [...requests.values()].reduce((sum, count) => sum + count, 0),
    verdicts: verdicts.map(({id, label}) => ({id, label, requests: requests.get(id) ?? 0})),
  }));
}

function notesFor(measure: string, notes: readonly Note[]): string[] {
  const isItsOwn = ({id}: Note): boolean => id !== "bytes-not-recorded" || measure === "megabytes-per-day";
  return notes.filter(isItsOwn).map(({id}) => id);
}

/** The last day of the period with a line in the logs, so that the report's date comes from the data. */
function lastDayCovered(columns: readonly Column[]): string {
  const days = columns.flatMap(({period, missingDays}) =>
    daysOfMonth(period).filter((day) => !missingDays.includes(day)),
  );
  const [last] = columns.slice(-1);
  return days.at(-1) ?? `${last!.period}-${last!.days}`;
}
