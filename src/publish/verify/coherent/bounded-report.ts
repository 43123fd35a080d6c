import {UserError} from "../../../base/error.ts";
import {formatNumber} from "../../../base/number.ts";
import {formatSize} from "../../../base/size.ts";
import {readReport} from "../../../report/json/read.ts";
import type {Report} from "../../../report/report.ts";

/**
 * No report of a publication comes near: the tables of one have at most a thousand rows, and the longest text is a paragraph. What is set
 * again from more takes longer than anybody waits.
 */
export const mostOfReport = {bytes: 16e6, values: 200_000, characters: 50_000, columns: 600, measures: 1_000} as const;

/**
 * The report that an edition or a PDF carries, where it is of a size that can be made again.
 *
 * @throws {UserError} REPORT_REFUSED where it is none, or is larger than {@link mostOfReport} says.
 */
export function readBoundedReport(text: string, where: string): Report {
  if (text.length > mostOfReport.bytes) throw tooLarge(`${formatSize(mostOfReport.bytes)}`, where);
  const report = readReport(text, where);
  const {columns, measures, ledger, tables} = report;
  if (columns.length > mostOfReport.columns) throw tooLarge(`${formatNumber(mostOfReport.columns)} months`, where);
  if (measures.length + tables.length + (ledger?.measures.length ?? 0) > mostOfReport.measures)
    throw tooLarge(`${formatNumber(mostOfReport.measures)} measures and tables`, where);
  // Without recursion: what is nested deeply has no place in a report, but may stand where it is passed over.
  const open: unknown[] = [report];
  for (let values = 0; open.length > 0; ) {
    const value = open.pop();
    if (typeof value === "object" && value !== null) {
      for (const [key, held] of Object.entries(value)) open.push(key, held);
      values += 1;
    } else if (typeof value === "string" && value.length > mostOfReport.characters)
      throw tooLarge(`a text of ${formatNumber(mostOfReport.characters)} characters`, where);
    if (++values > mostOfReport.values * 2) throw tooLarge(`${formatNumber(mostOfReport.values)} values`, where);
  }
  return report;
}

function tooLarge(most: string, where: string): UserError {
  return new UserError(
    "REPORT_REFUSED",
    `it is larger than any report: more than ${most}`,
    "get it again from its publisher",
    where,
  );
}
