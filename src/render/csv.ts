import {visible} from "../base/text.ts";
import type {Column, Figures, Note, Report} from "../report/report.ts";
import {accountRows} from "./verdicts.ts";

type Cell = string | number | null;

/**
 * The report as one CSV table, for a spreadsheet.
 *
 * RFC 4180: UTF-8 without a byte order mark, commas, CRLF, and on every row the same columns: `section, id, label,
 * unit`, then one a month. Sections in order: `coverage` (days), `measure`, `reason` (why a measure's cell is empty),
 * `account` (requests by verdict), `note` (its number stands under the months it speaks of), `input`, `report`.
 * Values are not rounded. Text that a spreadsheet would take for a formula has an apostrophe before it, and control
 * characters are written out, so that a row is always one line; numbers stay numbers.
 */
export function renderCsv(report: Report): string {
  const periods = report.columns.map(({period}) => period);
  const rows: Cell[][] = [
    ["section", "id", "label", "unit", ...periods],
    ...coverageRows(report.columns),
    ...report.measures.map((figures) => measureRow(figures, report.columns)),
    ...report.measures.flatMap((figures) => reasonRows(figures, report.columns)),
    ...verdictRows(report, periods),
    ...report.notes.map((note) => noteRow(note, periods)),
    ...provenanceRows(report),
  ];
  return rows.map((row) => printRow(row, 4 + periods.length)).join("");
}

function printRow(row: readonly Cell[], width: number): string {
  const cells = Array.from({length: width}, (_, i) => printCell(row[i] ?? null));
  return `${cells.join(",")}\r\n`;
}

function printCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = visible(isFormula(cell) ? `'${cell}` : cell);
  // A semicolon parts the cells where the spreadsheet's language writes decimals with a comma.
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Would a spreadsheet run the text? The wide forms of the signs count: some spreadsheets fold them. */
function isFormula(text: string): boolean {
  return /^[\t\r]|^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text);
}

function coverageRows(columns: readonly Column[]): Cell[][] {
  return [
    ["coverage", "days", "Days in the month", "days", ...columns.map(({days}) => days)],
    ["coverage", "daysCovered", "Days covered by logs", "days", ...columns.map(({daysCovered}) => daysCovered)],
  ];
}

function measureRow({id, label, unit, values}: Figures, columns: readonly Column[]): Cell[] {
  return ["measure", id, label, unit, ...columns.map((_, i) => values[i] ?? null)];
}

function reasonRows({id, label, reasons}: Figures, columns: readonly Column[]): Cell[][] {
  if (reasons.every((reason) => reason === null)) return [];
  return [["reason", id, label, "", ...columns.map((_, i) => reasons[i] ?? null)]];
}

function verdictRows({account}: Report, periods: readonly string[]): Cell[][] {
  const months = account.map(({period}) => period);
  const {verdicts, all} = accountRows(account);
  return [...verdicts, all].map(({id, label, requests}) => {
    const counts = periods.map((period) => requests[months.indexOf(period)] ?? null);
    return ["account", id, label, "requests", ...counts];
  });
}

function noteRow({id, text, columns, mark}: Note, periods: readonly string[]): Cell[] {
  return ["note", id, text, "", ...periods.map((period) => (columns.includes(period) ? mark : null))];
}

function provenanceRows({publication, title, period, timeZone, broadsheet, inputs, methodology}: Report): Cell[][] {
  return [
    ...inputs.map(({name, sha256}): Cell[] => ["input", sha256, name]),
    ["report", "publication", publication],
    ["report", "title", title],
    ["report", "period", period],
    ["report", "timeZone", timeZone],
    ["report", "methodology", `${methodology.name} ${methodology.sha256}`],
    ["report", "broadsheet", broadsheet],
  ];
}
