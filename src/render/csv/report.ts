import {proseBlocks} from "../../report/commentary/markdown.ts";
import type {Figures, Note, Report} from "../../report/report.ts";
import {accountRows} from "../content/account.ts";
import {totalCoverage} from "../content/coverage.ts";
import {wordsOf} from "../content/report-words.ts";
import type {RenderOptions} from "../options.ts";
import {type CsvCell, printRows} from "./cell.ts";
import {comparisonRows, reasonRows, reportedRows} from "./comparison.ts";
import {ledgerRecords, ledgerRows} from "./ledger.ts";
import {rangeRowsCsv} from "./ranges.ts";
import {tableRows} from "./tables.ts";

/**
 * The report as one CSV table, for a spreadsheet.
 *
 * RFC 4180: UTF-8 without a byte order mark, commas, CRLF, and on every row as many cells: `section, id, label, unit`,
 * then one a month, then the whole period where it has several months. Sections in order: `coverage` (days),
 * `measure`, `reported`, `published` (before figures moved) and `reason` (of a measure's cells), the comparison's and the index's, `account` (requests by
 * verdict), `note` (its number stands under the months it speaks of), `input`, `report`, and the tables, which name
 * their own columns; what the books yield stands before `account`. Values that are not whole have nine digits. Text that a spreadsheet would take for a formula has an apostrophe before
 * it, and control characters are written out, so that a row is always one line; numbers stay numbers.
 */
export function renderCsv(report: Report, {csv}: Partial<Pick<RenderOptions, "csv">> = {}): string {
  const periods = report.columns.map(({period}) => period);
  const head = ["section", "id", "label", "unit", ...periods, ...(periods.length > 1 ? [report.period] : [])];
  const words = wordsOf(report);
  const ofMonths = [
    ...coverageRows(report),
    ...report.measures.map(({id, label, unit, values, total}): CsvCell[] => {
      return ["measure", id, label, words.unit(unit), ...values, total];
    }),
    ...report.measures.flatMap((figures) => reportedRows("reported", figures, figures)),
    ...report.measures.flatMap((figures) => publishedRows(report, figures, periods)),
    ...report.measures.flatMap((figures) => reasonRows("reason", figures, reasonsOf(figures, periods))),
    ...comparisonRows(report),
    ...rangeRowsCsv(report),
    ...ledgerRows(report),
    ...verdictRows(report, periods),
    ...report.notes.map((note) => noteRow(note, periods)),
    ...provenanceRows(report),
  ];
  const tables = [...report.tables, ...(report.ledger?.tables ?? [])];
  const ofTables = [
    ...tables.flatMap((table) => tableRows(table, words)),
    ...ledgerRecords(report),
    ...commentaryRows(report),
  ];
  const width = Math.max(head.length, ...ofTables.map((row) => row.length));
  // One month is its own period: its rows end before the total.
  return printRows([...[head, ...ofMonths].map((row) => row.slice(0, head.length)), ...ofTables], width, csv);
}

function reasonsOf({reasons, totalReason}: Figures, periods: readonly string[]): (string | null)[] {
  return periods.length > 1 ? [...reasons, totalReason] : [...reasons];
}

/** What was published of figures that are others now, below their months. */
function publishedRows(report: Report, {id, label, unit}: Figures, periods: readonly string[]): CsvCell[][] {
  const {restated, period} = report;
  const own = restated.filter((one) => one.id === id);
  if (own.length === 0) return [];
  const spans = periods.length > 1 ? [...periods, period] : periods;
  return [
    [
      ...["published", id, label, wordsOf(report).unit(unit)],
      ...spans.map((span) => own.find((one) => one.period === span)?.published ?? null),
    ],
  ];
}

function coverageRows(report: Report): CsvCell[][] {
  const {columns} = report;
  const words = wordsOf(report);
  const unit = words.t("unit.days");
  const {days, daysCovered} = totalCoverage(columns);
  return [
    ["coverage", "days", words.t("days-in-month"), unit, ...columns.map((column) => column.days), days],
    [
      ...["coverage", "daysCovered", words.t("days-covered-by-logs"), unit],
      ...columns.map((column) => column.daysCovered),
      daysCovered,
    ],
  ];
}

function verdictRows(report: Report, periods: readonly string[]): CsvCell[][] {
  const {account} = report;
  if (account.length === 0) return [];
  const unit = wordsOf(report).t("unit.requests");
  const months = account.map(({period}) => period);
  const {verdicts, all} = accountRows(report);
  return [...verdicts, all].map(({id, label, requests, total}) => {
    const counts = periods.map((period) => requests[months.indexOf(period)] ?? null);
    return ["account", id, label, unit, ...counts, total];
  });
}

function noteRow({id, text, columns, mark}: Note, periods: readonly string[]): CsvCell[] {
  return ["note", id, text, "", ...periods.map((period) => (columns.includes(period) ? mark : null))];
}

/** The commentary: who and when, then a row a block, as Markdown. */
function commentaryRows(report: Report): CsvCell[][] {
  const {commentary} = report;
  if (commentary === null) return [];
  const {title, by, date, blocks} = commentary;
  return [
    ["commentary", "title", title ?? wordsOf(report).t("section.commentary")],
    ["commentary", "by", by],
    ["commentary", "date", date],
    ...proseBlocks(blocks).map((block): CsvCell[] => ["commentary", "text", block]),
  ];
}

function provenanceRows({
  publication,
  site,
  title,
  period,
  timeZone,
  broadsheet,
  inputs,
  methodology,
}: Report): CsvCell[][] {
  return [
    ...inputs.map(({name, sha256}): CsvCell[] => ["input", sha256, name]),
    ["report", "publication", publication ?? ""],
    ...(site === null ? [] : [["report", "site", site]]),
    ["report", "title", title],
    ["report", "period", period],
    ["report", "timeZone", timeZone],
    ["report", "methodology", `${methodology.name} ${methodology.sha256}`],
    ["report", "broadsheet", broadsheet],
  ];
}
