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
  /** How many lines the heads take. */
  readonly heads: number;
  /** Columns of the terminal that the widest line takes. */
  readonly width: number;
}

const gap = 2;
/** The least that a cell is shortened to: enough for both ends of a name. */
const leastCell = 12;

/**
 * The columns side by side in at most `width` columns of the terminal. A head may take several lines, a row one.
 *
 * @param mark Before each cell but the first: keeps them in their order where text is written from the right.
 */
export function layGrid(columns: readonly GridColumn[], width: number, mark = ""): TextGrid {
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
  return {lines, heads: shown.length, width: Math.max(0, ...lines.map(widthOf))};
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
  for (const least of [leastCell, 1]) {
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

/** Which column may still give way: of those that shrink the widest; all of them where that is not enough. */
function widestOf(columns: readonly GridColumn[], widths: readonly number[], least: number): number | null {
  const open = columns
    .map(({canShrink}, i) => ({i, width: widths[i]!, isOpen: canShrink === true || least === 1}))
    .filter(({isOpen, width}) => isOpen && width > least)
    .toSorted((a, b) => b.width - a.width);
  return open[0]?.i ?? null;
}

/** As wide as the widest cell, and as the head needs: over figures it stands on two lines. */
function neededWidth({head, cells, isText = false}: GridColumn): number {
  return Math.max(0, isText ? widthOf(head) : halfWidth(head), ...cells.map(widthOf));
}
