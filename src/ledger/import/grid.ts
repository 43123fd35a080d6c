/** A cell that nothing can be taken from, and why. */
export interface BadCell {
  /** What was found. No full stop. */
  readonly what: string;
  /** One thing to try, in the imperative. */
  readonly help: string;
}

/** What a cell holds: text as a book has it (days `YYYY-MM-DD`, numbers in plain digits), or why there is none. */
export type GridCell = string | BadCell;

/** A row of a sheet that is to be added to a book. */
export interface GridRow {
  /** The first is 1. */
  readonly line: number;
  readonly cells: readonly GridCell[];
  /** Places of cells, from 0, that hold what stands above because they are one cell with it. */
  readonly merged?: readonly number[];
}

/** A sheet of a spreadsheet, or a CSV file. */
export interface SheetGrid {
  /** The sheet's name; null for a CSV file. */
  readonly name: string | null;
  /** Rows with something in them. */
  readonly rows: readonly GridRow[];
}

/** Where a cell, or a row as a whole, stands in a grid: `list.xlsx, sheet "Print", D17` or `list.csv:17`. */
export function gridPlace(
  path: string,
  {name}: SheetGrid,
  line: number,
  place: number | null,
  header: string | null,
): string {
  if (name === null) return `${path}:${line}${header === null ? "" : `, column "${header}"`}`;
  return `${path}, sheet "${name}", ${place === null ? `row ${line}` : `${columnLetters(place)}${line}`}`;
}

/** How a spreadsheet calls its column: A, B … Z, AA. */
export function columnLetters(place: number): string {
  const before = Math.floor(place / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + (place % 26))}`;
}
