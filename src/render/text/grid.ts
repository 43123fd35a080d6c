import {halfWidth, padEnd, padStart, shorten, widthOf, wrap} from "./wrap.ts";

/** A column of a table in which a row is one line. */
export interface GridColumn {
  readonly head: string;
  readonly cells: readonly string[];
  /** Text stands at the left, figures at the right. */
  readonly isText?: boolean;
  /** Whether the cells may lose their middle where the line is too narrow. */
  readonly canShrink?: boolean;
}

/** A table as lines, the first of them its heads. */
export interface TextGrid {
  readonly lines: readonly string[];
  /** Which row each line prints, from 0; null for heads and for what is between blocks. */
  readonly rows: readonly (number | null)[];
  /** How many lines the heads of the first block take. */
  readonly heads: number;
  /** Columns of the terminal that the widest line takes. */
  readonly width: number;
}

const gap = 2;
/** The least that a cell is shortened to: enough for both ends of a name. */
const leastCell = 12;
/** The same where a line is as narrow as a newspaper's column. */
const tightCell = 5;

/**
 * The columns side by side in at most `width` columns of the terminal. A head may take several lines, a row one.
 *
 * Where figures would lose digits, they go into further blocks below, each with the names of its rows.
 *
 * @param mark Before each cell but the first: keeps them in their order where text is written from the right.
 */
export function layGrid(columns: readonly GridColumn[], width: number, mark = ""): TextGrid {
  const blocks = splitColumns(columns, width).map((block) => layBlock(block, width, mark));
  const [first] = blocks;
  return {
    lines: blocks.flatMap(({lines}, i) => (i === 0 ? lines : ["", ...lines])),
    rows: blocks.flatMap(({rows}, i) => (i === 0 ? rows : [null, ...rows])),
    heads: first?.heads ?? 0,
    width: Math.max(0, ...blocks.map((block) => block.width)),
  };
}

/** The columns that stand side by side: all where they fit; else what names the rows, with as many of the others as do. */
function splitColumns(columns: readonly GridColumn[], width: number): (readonly GridColumn[])[] {
  const named = columns.findIndex(({canShrink}) => canShrink === true) + 1;
  if (named === 0 || named === columns.length || leastWidth(columns) <= width) return [columns];
  const names = columns.slice(0, named);
  const blocks: GridColumn[][] = [];
  for (const column of columns.slice(named)) {
    const last = blocks.at(-1);
    if (last !== undefined && leastWidth([...names, ...last, column]) <= width) last.push(column);
    else blocks.push([column]);
  }
  return blocks.map((block) => [...names, ...block]);
}

function leastWidth(columns: readonly GridColumn[]): number {
  const widths = columns.map((column) => {
    const needed = neededWidth(column);
    if (column.canShrink || column.isText) return Math.min(needed, leastCell);
    // A head may be cut, a figure may not.
    return Math.max(Math.min(needed, leastCell), ...column.cells.map(widthOf));
  });
  return widths.reduce((sum, one) => sum + one, gap * Math.max(0, columns.length - 1));
}

function layBlock(columns: readonly GridColumn[], width: number, mark: string): TextGrid {
  const widths = fitWidths(columns, width);
  const heads = columns.map(({head}, i) =>
    wrap(head, Math.max(2, widths[i]!)).map((line) => shorten(line, widths[i]!)),
  );
  const height = Math.max(0, ...heads.map((lines) => lines.length));
  const headLines = Array.from({length: height}, (_, line) =>
    // The last line of each head stands on the rows.
    printLine(columns, {widths, mark}, (i) => heads[i]![line - height + heads[i]!.length] ?? ""),
  );
  const rows = (columns[0]?.cells ?? []).map((_, row) =>
    printLine(columns, {widths, mark}, (i) => shorten(columns[i]!.cells[row] ?? "", widths[i]!)),
  );
  const shown = headLines.filter((line) => line !== "");
  const lines = [...shown, ...rows];
  return {
    lines,
    rows: [...shown.map(() => null), ...rows.map((_, row) => row)],
    heads: shown.length,
    width: Math.max(0, ...lines.map(widthOf)),
  };
}

function printLine(
  columns: readonly GridColumn[],
  {widths, mark}: {readonly widths: readonly number[]; readonly mark: string},
  cellAt: (column: number) => string,
): string {
  const cells = columns.map(({isText}, i) => (isText ? padEnd : padStart)(cellAt(i), widths[i]!));
  return cells.join(`${" ".repeat(gap)}${mark}`).trimEnd();
}

/** The width of each column: what its cells need, less where the lines would be too wide. */
function fitWidths(columns: readonly GridColumn[], width: number): number[] {
  const widths = columns.map(neededWidth);
  const gaps = gap * Math.max(0, columns.length - 1);
  for (const least of [leastCell, tightCell, 1]) {
    let excess = widths.reduce((sum, one) => sum + one, gaps) - width;
    // The widest gives way first, down to what the next takes.
    while (excess > 0) {
      const i = widestOf(columns, widths, least);
      if (i === null) break;
      widths[i]! -= 1;
      excess -= 1;
    }
  }
  return widths;
}

/** Which column may still give way: of those that shrink the widest; then the other texts; all of them where that is not enough. */
function widestOf(columns: readonly GridColumn[], widths: readonly number[], least: number): number | null {
  const open = columns
    .map((column, i) => ({i, width: widths[i]!, isOpen: isOpenAt(least, column)}))
    .filter(({isOpen, width}) => isOpen && width > least)
    .toSorted((a, b) => b.width - a.width);
  return open[0]?.i ?? null;
}

function isOpenAt(least: number, {canShrink, isText}: GridColumn): boolean {
  return least === 1 || canShrink === true || (least === tightCell && isText === true);
}

/** As wide as the widest cell, and as the head needs: over figures it stands on two lines. */
function neededWidth({head, cells, isText = false}: GridColumn): number {
  return Math.max(0, isText ? widthOf(head) : halfWidth(head), ...cells.map(widthOf));
}
