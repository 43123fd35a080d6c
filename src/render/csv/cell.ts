import {asCellText} from "../../base/text.ts";

/** What stands in a cell: text is neutralised, a number stays one, null is an empty cell. */
export type CsvCell = string | number | null;

/** What parts the cells of a row. */
export const csvSeparators = [",", ";", "\t"] as const;

/** How CSV is written for a spreadsheet that wants it otherwise than RFC 4180 has it. */
export interface CsvForm {
  readonly separator: (typeof csvSeparators)[number];
  /** What stands between a number's whole and its decimals. */
  readonly decimal: "." | ",";
  /** Whether the file begins with the mark by which some spreadsheets know UTF-8. */
  readonly hasMark: boolean;
}

/** As RFC 4180 has it, which every program reads. */
export const usualCsv: CsvForm = {separator: ",", decimal: ".", hasMark: false};

/** The rows as one text. */
export function printRows(rows: readonly (readonly CsvCell[])[], width: number, form: CsvForm = usualCsv): string {
  const lines = rows.map((row) => printRow(row, width, form)).join("");
  return form.hasMark ? `\ufeff${lines}` : lines;
}

/**
 * Digits that mean something: figures are counts divided by days, and what a division leaves behind the ninth tells of the machine.
 */
const meant = 9;

/** The row as one line of `width` cells: those that it lacks are empty. */
function printRow(row: readonly CsvCell[], width: number, form: CsvForm): string {
  let line = printCell(row[0] ?? null, form);
  for (let place = 1; place < width; place++) line += `${form.separator}${printCell(row[place] ?? null, form)}`;
  return `${line}\r\n`;
}

/** What is most often in a cell, and needs nothing: ids, periods, days. */
const plain = /^[a-zA-Z0-9][\w.-]*$/;

function printCell(cell: CsvCell, {decimal}: CsvForm): string {
  if (cell === null) return "";
  if (typeof cell === "number") {
    return String(Number.isInteger(cell) ? cell : Number(cell.toPrecision(meant))).replace(".", decimal);
  }
  if (plain.test(cell)) return cell;
  const text = asCellText(cell);
  // A semicolon parts the cells where the spreadsheet's language writes decimals with a comma.
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
