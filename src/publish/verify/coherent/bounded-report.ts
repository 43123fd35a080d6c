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
  if (text.length > mostOfReport.bytes) throw tooLarge(formatSize(mostOfReport.bytes), where);
  const report = readReport(text, where);
  const {columns, measures, ledger, tables} = report;
  if (columns.length > mostOfReport.columns) throw tooLarge(`${formatNumber(mostOfReport.columns)} months`, where);
  if (measures.length + tables.length + (ledger?.measures.length ?? 0) > mostOfReport.measures)
    throw tooLarge(`${formatNumber(mostOfReport.measures)} measures and tables`, where);
  refuseLongTexts(report, where);
  if (hasMoreValues(report, mostOfReport.values)) throw tooLarge(`${formatNumber(mostOfReport.values)} values`, where);
  return report;
}

/** The typesetter takes some 50 kB of memory and 0.2 ms for each value; of no PDF more is set again. */
const mostSet = 40_000;

/** Is it of a size of which pages are set again while somebody waits? Nothing else that is made of a report takes as long. */
export function isSettable(report: Report): boolean {
  return !hasMoreValues(report, mostSet);
}

/** Why no pages are set of it. */
export function unsettable(): UserError {
  const what = `a report of more than ${formatNumber(mostSet)} values is not set again`;
  return new UserError("PDF_UNAVAILABLE", what, "compare the hash of its data with the edition's SHA256SUMS");
}

/** Has a report more values than so many? */
function hasMoreValues(report: Report, most: number): boolean {
  // The report itself is none of them.
  let values = -1;
  for (const _ of valuesIn(report)) if (++values > most) return true;
  return false;
}

/** @throws {UserError} REPORT_REFUSED for a text, or a name of something, that is longer than any. */
function refuseLongTexts(report: Report, where: string): void {
  for (const value of valuesIn(report)) {
    const texts = typeof value === "string" ? [value] : isBranch(value) ? Object.keys(value) : [];
    if (texts.some((text) => text.length > mostOfReport.characters))
      throw tooLarge(`a text of ${formatNumber(mostOfReport.characters)} characters`, where);
  }
}

/** A report and all that is in it. Goes into nothing by calling itself: what is passed over may be nested deeply. */
function* valuesIn(report: Report): Generator<unknown> {
  const open: unknown[] = [report];
  while (open.length > 0) {
    const value = open.pop();
    yield value;
    if (isBranch(value)) for (const held of Object.values(value)) open.push(held);
  }
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function tooLarge(most: string, where: string): UserError {
  return new UserError(
    "REPORT_REFUSED",
    `it is larger than any report: more than ${most}`,
    "get it again from its publisher",
    where,
  );
}
