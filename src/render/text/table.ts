import {
  blockWidth,
  indentOf,
  planTable,
  type TextBlock,
  type TextLayout,
  type TextRow,
  type TextTable,
} from "./layout.ts";
import type {Paint} from "./paint.ts";
import {padEnd, padStart, widthOf, wrap} from "./wrap.ts";

/** A space in a label at which no line is broken, while what it holds together fits one; it is printed as any other. */
export const unbroken = "\u00a0";

/** The table as lines of at most `table.width` columns. Columns that do not fit go into a further block below. */
export function renderTable(table: TextTable, paint: Paint): string[] {
  const layout = planTable(table);
  return layout.blocks.flatMap((block, i) => {
    const lines = [
      ...headLines(layout, block),
      ...rowsIn(block, layout).flatMap((row) => rowLines(row, layout, block, paint)),
    ];
    return i === 0 ? lines : ["", ...lines];
  });
}

/** How many columns of the terminal do the table's lines take at most? */
export function tableWidth(table: TextTable): number {
  const layout = planTable(table);
  return Math.max(0, ...layout.blocks.map((block) => blockWidth(layout, block)));
}

/** Where the totals stand by themselves, a row without one has nothing to say; a heading still has. */
function rowsIn({columns}: TextBlock, {table}: TextLayout): readonly TextRow[] {
  if (columns.length > 0) return table.rows;
  return table.rows.filter(({cells, total = ""}) => cells.length === 0 || total !== "");
}

function headLines(layout: TextLayout, block: TextBlock): string[] {
  const {head, totalHead = ""} = layout.table;
  const lines = head.map((line, row) => {
    // A heading over several columns, such as a year, is printed over the first of them.
    const isOver = row < head.length - 1;
    const cells = line.map((cell, i) => (isOver && i !== block.columns[0] && cell === line[i - 1] ? "" : cell));
    return (" ".repeat(layout.labelWidth) + cellsOf(cells, isOver ? "" : totalHead, layout, block)).trimEnd();
  });
  return lines.filter((line) => line !== "");
}

function cellsOf(cells: readonly string[], total: string, layout: TextLayout, block: TextBlock): string {
  const {cellWidth, gap, totalGap, totalWidth, table} = layout;
  const mark = table.cellMark ?? "";
  const months = block.columns.map((i) => " ".repeat(gap) + mark + padStart(cells[i] ?? "", cellWidth)).join("");
  return block.hasTotal ? months + " ".repeat(totalGap) + mark + padStart(total, totalWidth) : months;
}

function rowLines(row: TextRow, layout: TextLayout, block: TextBlock, paint: Paint): string[] {
  const indent = indentOf(row);
  const label = wrap(heldIn(row.label, layout.labelWidth - widthOf(indent)), layout.labelWidth, {
    first: indent,
    rest: indent,
  }).map((line) => padEnd(line.replaceAll(unbroken, " "), layout.labelWidth));
  // The figures stand beside the last line of a label that takes several.
  const spark = row.spark === undefined ? "" : `  ${block.columns.map((i) => row.spark!.charAt(i)).join("")}`;
  const cells = cellsOf(row.cells, row.total ?? "", layout, block);
  const lines = [...label.slice(0, -1), label.at(-1)! + cells + spark];
  return lines.map((line) => paintRow(line.trimEnd(), row, paint));
}

/** A word's marks stay with it: where a line has no room for all of them, the first does. */
function heldIn(label: string, width: number): string {
  const words = label.split(" ").map((word) => {
    if (widthOf(word) <= width) return word;
    const [first = "", second, ...others] = word.split(unbroken);
    return [second === undefined ? first : first + unbroken + second, ...others].join(" ");
  });
  return words.join(" ");
}

function paintRow(line: string, {emphasis}: TextRow, paint: Paint): string {
  return emphasis === undefined ? line : paint[emphasis](line);
}
