import {asCellText} from "../../base/text.ts";

/** What stands in a cell: text is neutralised, a number stays one, null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Digits that mean something: figures are counts divided by days, and what a division leaves behind the ninth tells of the machine.
 */
const meant = 9;

/** The row as one line of `width` cells: those that it lacks are empty. */
export function printRow(row: readonly CsvCell[], width: number): string {
  let line = printCell(row[0] ?? null);
  for (let place = 1; place < width; place++) line += `,${printCell(row[place] ?? null)}`;
  return `${line}\r\n`;
}

/** What is most often in a cell, and needs nothing: ids, periods, days. */
const plain = /^[a-zA-Z0-9][\w.-]*$/;

function printCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Number.isInteger(cell) ? cell : Number(cell.toPrecision(meant)));
  if (plain.test(cell)) return cell;
  const text = asCellText(cell);
  // A semicolon parts the cells where the spreadsheet's language writes decimals with a comma.
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
