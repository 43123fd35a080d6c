import {inBlocks} from "./months.ts";
import type {Paint} from "./paint.ts";
import {padEnd, padStart, widthOf, wrap} from "./wrap.ts";

/** A row of a table on the terminal: a label and one cell a column. */
export interface TextRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** Drawn at the end of the row, one character a column. */
  readonly spark?: string;
  readonly emphasis?: "strong" | "faint";
}

/** A table whose columns have one width, so that every block of it lines up with the others. */
export interface TextTable {
  /** Over the columns, one entry a line. */
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly TextRow[];
  /** Columns of the terminal that a line may take. */
  readonly width: number;
}

interface Layout {
  readonly labelWidth: number;
  readonly cellWidth: number;
  readonly gap: number;
  readonly blocks: readonly (readonly number[])[];
}

/** The table as lines of at most `table.width` columns. Columns that do not fit go into a further block below. */
export function layTable(given: TextTable, paint: Paint): string[] {
  const table = fitTable(given);
  const layout = planLayout(table);
  return layout.blocks.flatMap((block, i) => {
    const lines = [
      ...headLines(table, layout, block),
      ...table.rows.flatMap((row) => rowLines(row, layout, block, paint)),
    ];
    return i === 0 ? lines : ["", ...lines];
  });
}

/** How many columns of the terminal do the table's lines take at most? */
export function tableWidth(given: TextTable): number {
  const table = fitTable(given);
  const {labelWidth, cellWidth, gap, blocks} = planLayout(table);
  return labelWidth + (blocks[0]?.length ?? 0) * (cellWidth + gap) + sparkRoom(table, blocks[0]?.length ?? 0);
}

/** A table that is whole only without its sparks goes without them: figures side by side say more. */
function fitTable(table: TextTable): TextTable {
  if (planLayout(table).blocks.length < 2) return table;
  const plain = {...table, rows: table.rows.map(({spark: _, ...row}): TextRow => row)};
  return planLayout(plain).blocks.length < 2 ? plain : table;
}

function sparkRoom({rows}: TextTable, columns: number): number {
  return rows.some(({spark}) => spark !== undefined) ? columns + 2 : 0;
}

function planLayout(table: TextTable): Layout {
  const count = table.rows[0]?.cells.length ?? 0;
  const cellWidth = Math.max(0, ...[...table.head, ...table.rows.map(({cells}) => cells)].flat().map(widthOf));
  const longest = Math.max(0, ...table.rows.map(({label}) => widthOf(label)));
  const labelWidth = Math.min(longest, Math.floor(table.width / 2));
  const room = table.width - labelWidth;
  for (const gap of [3, 2]) {
    if (count * (cellWidth + gap) + sparkRoom(table, count) > room) continue;
    return {labelWidth, cellWidth, gap, blocks: inBlocks(count, count)};
  }
  const perColumn = cellWidth + 2 + (sparkRoom(table, 1) > 0 ? 1 : 0);
  const most = Math.floor((room - (sparkRoom(table, 1) > 0 ? 2 : 0)) / perColumn);
  return {labelWidth, cellWidth, gap: 2, blocks: inBlocks(count, most)};
}

function headLines({head}: TextTable, layout: Layout, block: readonly number[]): string[] {
  const lines = head.map((line, row) => {
    // A heading over several columns, such as a year, is printed over the first of them.
    const isOver = row < head.length - 1;
    const cells = line.map((cell, i) => (isOver && i !== block[0] && cell === line[i - 1] ? "" : cell));
    return (" ".repeat(layout.labelWidth) + cellsOf(cells, layout, block)).trimEnd();
  });
  return lines.filter((line) => line !== "");
}

function cellsOf(cells: readonly string[], {cellWidth, gap}: Layout, block: readonly number[]): string {
  return block.map((i) => " ".repeat(gap) + padStart(cells[i] ?? "", cellWidth)).join("");
}

function rowLines(row: TextRow, layout: Layout, block: readonly number[], paint: Paint): string[] {
  const label = wrap(row.label, layout.labelWidth).map((line) => padEnd(line, layout.labelWidth));
  // The figures stand beside the last line of a label that takes several.
  const spark = row.spark === undefined ? "" : `  ${block.map((i) => row.spark!.charAt(i)).join("")}`;
  const lines = [...label.slice(0, -1), label.at(-1)! + cellsOf(row.cells, layout, block) + spark];
  return lines.map((line) => paintRow(line.trimEnd(), row, paint));
}

function paintRow(line: string, {emphasis}: TextRow, paint: Paint): string {
  return emphasis === undefined ? line : paint[emphasis](line);
}
