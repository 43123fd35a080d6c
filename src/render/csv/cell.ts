import {asCellText} from "../../base/text.ts";

/** What stands in a cell: text is neutralised, a number stays one, null is an empty cell. */
export type CsvCell = string | number | null;

/** The row as one line of `width` cells: those that it lacks are empty. */
export function printRow(row: readonly CsvCell[], width: number): string {
  const cells = Array.from({length: width}, (_, i) => printCell(row[i] ?? null));
  return `${cells.join(",")}\r\n`;
}

function printCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = asCellText(cell);
  // A semicolon parts the cells where the spreadsheet's language writes decimals with a comma.
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
