import type {LedgerPart, Report} from "../../report/report.ts";

/**
 * The books' figures laid out as a report of their own: its main table, notes, comparison and tables are printed by
 * what prints those of the logs.
 *
 * Its months are covered whole: how much of a month the logs cover says nothing of the books.
 */
export function ledgerView(report: Report, {measures, notes, comparison, tables}: LedgerPart): Report {
  const columns = report.columns.map((column) => ({...column, daysCovered: column.days, missingDays: []}));
  return {...report, columns, measures, notes, comparison, tables, index: null, ranges: null, ledger: null, moved: []};
}
