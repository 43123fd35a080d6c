import {reportedMark, restatedMark} from "../content/marks.ts";
import {inBlocks} from "../content/months.ts";
import {halfWidth, widthOf} from "./wrap.ts";

/** A row of a table on the terminal: a label and one cell a column. */
export interface TextRow {
  readonly label: string;
  /** Whether the row belongs to a heading above it. */
  readonly isIndented?: boolean;
  readonly cells: readonly string[];
  /** Of all columns together: stands after the last of them, set off. */
  readonly total?: string;
  /** Drawn at the end of the row, one character a column. */
  readonly spark?: string;
  readonly emphasis?: "strong" | "faint";
}

/** A table whose columns have one width, so that every block of it lines up with the others. */
export interface TextTable {
  /** Over the columns, one entry a line. */
  readonly head: readonly (readonly string[])[];
  /** Over the totals; only where rows have one. */
  readonly totalHead?: string;
  readonly rows: readonly TextRow[];
  /** Columns of the terminal that a line may take. */
  readonly width: number;
  /** Before each cell: keeps the cells in their order where labels are written from the right. */
  readonly cellMark?: string;
}

/** The columns that stand side by side, and whether the total follows them. */
export interface TextBlock {
  readonly columns: readonly number[];
  readonly hasTotal: boolean;
}

/** Where everything of a table stands; all widths are columns of the terminal. */
export interface TextLayout {
  readonly table: TextTable;
  readonly labelWidth: number;
  readonly cellWidth: number;
  readonly totalWidth: number;
  /** Before each cell. */
  readonly gap: number;
  /** Before the total: wider than the others, so that it is set off. */
  readonly totalGap: number;
  readonly blocks: readonly TextBlock[];
}

/**
 * How does the table fit into its width?
 *
 * Whole if it can: with its sparks, else without them, since figures side by side say more; with totals as close as
 * one space, and with labels on two lines. Else in blocks, the total after the last of them.
 */
export function planTable(given: TextTable): TextLayout {
  const table = withHangingMarks(given);
  const plain = {...table, rows: table.rows.map(({spark: _, ...row}): TextRow => row)};
  const whole = planWhole(table, [3, 2]) ?? planWhole(plain, [3, 2]);
  const close = hasTotal(table) ? (planWhole(plain, [1]) ?? planNarrow(plain)) : null;
  return whole ?? close ?? planBlocks(table);
}

/** How many columns of the terminal does the block take? */
export function blockWidth(layout: TextLayout, {columns, hasTotal}: TextBlock): number {
  const {labelWidth, cellWidth, gap, totalWidth, totalGap, table} = layout;
  const total = hasTotal ? totalGap + totalWidth : 0;
  return labelWidth + columns.length * (cellWidth + gap) + total + sparkRoom(table, columns.length);
}

/** What stands before each line of the row's label. */
export function indentOf({isIndented = false}: TextRow): string {
  return isIndented ? "  " : "";
}

/** A mark behind a figure hangs in the gap beside it: the other figures get a space there. */
function withHangingMarks(table: TextTable): TextTable {
  if (!table.rows.some(({cells}) => cells.some(isMarked))) return table;
  const pad = (cells: readonly string[]) => cells.map((cell) => (isMarked(cell) ? cell : `${cell} `));
  return {...table, head: table.head.map(pad), rows: table.rows.map((row) => ({...row, cells: pad(row.cells)}))};
}

function isMarked(cell: string): boolean {
  return cell.endsWith(reportedMark) || cell.endsWith(restatedMark);
}

/** A row may stand without cells, as a heading over those below it. */
function columnCount({rows}: TextTable): number {
  return Math.max(0, ...rows.map(({cells}) => cells.length));
}

function hasTotal({rows}: TextTable): boolean {
  return rows.some(({total}) => total !== undefined);
}

function sparkRoom({rows}: TextTable, columns: number): number {
  return columns > 0 && rows.some(({spark}) => spark !== undefined) ? columns + 2 : 0;
}

/** Of a terminal at least; what is narrower is a column of a newspaper. */
const usualWidth = 80;
const usualGap = 3;

function measureTable(table: TextTable): Omit<TextLayout, "gap" | "totalGap" | "blocks"> {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const totals = [table.totalHead ?? "", ...table.rows.map(({total}) => total ?? "")];
  const cellWidth = widest([...table.head, ...table.rows.map(({cells}) => cells)].flat());
  const totalWidth = hasTotal(table) ? widest(totals) : 0;
  const half = Math.floor(table.width / 2);
  // Beside few figures the label of a narrow column has what they leave.
  const left =
    table.width - columnCount(table) * (cellWidth + usualGap) - (totalWidth === 0 ? 0 : totalWidth + usualGap + 1);
  return {
    table,
    labelWidth: Math.min(
      widest(table.rows.map((row) => indentOf(row) + row.label)),
      table.width < usualWidth ? Math.max(half, left) : half,
    ),
    cellWidth,
    totalWidth,
  };
}

/** The widest of the gaps with which the whole table stands in one block; null where none does. */
function planWhole(table: TextTable, gaps: readonly number[]): TextLayout | null {
  const block = {columns: Array.from({length: columnCount(table)}, (_, i) => i), hasTotal: hasTotal(table)};
  for (const gap of gaps) {
    const layout = {...measureTable(table), ...gapsOf(table, gap), blocks: [block]};
    if (layout.gap > 0 && blockWidth(layout, block) <= table.width) return layout;
  }
  return null;
}

/** The whole table with labels as narrow as it takes; null where they would not stand on two lines. */
function planNarrow(table: TextTable): TextLayout | null {
  const count = columnCount(table);
  const least = Math.max(0, ...table.rows.map((row) => halfWidth(row.label) + widthOf(indentOf(row))));
  for (const gap of [1, 2]) {
    const layout = {...measureTable(table), ...gapsOf(table, gap)};
    const labelWidth = table.width - count * (layout.cellWidth + layout.gap) - layout.totalGap - layout.totalWidth;
    const block = {columns: Array.from({length: count}, (_, i) => i), hasTotal: true};
    if (layout.gap > 0 && labelWidth >= least) return {...layout, labelWidth, blocks: [block]};
  }
  return null;
}

function planBlocks(table: TextTable): TextLayout {
  const measured = {...measureTable(table), ...gapsOf(table, 2)};
  // One figure stands beside its label, however narrow the line is.
  const beside = Math.max(measured.cellWidth + measured.gap, measured.totalWidth + measured.totalGap);
  const layout = {...measured, labelWidth: Math.max(4, Math.min(measured.labelWidth, table.width - beside))};
  const perColumn = layout.cellWidth + layout.gap + (sparkRoom(table, 1) > 0 ? 1 : 0);
  const room = table.width - layout.labelWidth - (sparkRoom(table, 1) > 0 ? 2 : 0);
  const blocks = inBlocks(columnCount(table), Math.floor(room / perColumn));
  return {...layout, blocks: withTotal(blocks, {...layout, blocks: []})};
}

/** The total follows the columns of the last block; below them where there is no room for it. */
function withTotal(blocks: readonly (readonly number[])[], layout: TextLayout): TextBlock[] {
  const plain = blocks.map((columns): TextBlock => ({columns, hasTotal: false}));
  if (!hasTotal(layout.table)) return plain;
  const last = {columns: blocks.at(-1) ?? [], hasTotal: true};
  if (blockWidth(layout, last) <= layout.table.width) return [...plain.slice(0, -1), last];
  return [...plain, {columns: [], hasTotal: true}];
}

function gapsOf(table: TextTable, gap: number): {gap: number; totalGap: number} {
  // A mark that hangs has a column of its own already.
  const taken = table.rows.some(({cells}) => cells.some(isMarked)) ? 1 : 0;
  return {gap: gap - taken, totalGap: Math.max(3, gap + 1) - taken};
}
