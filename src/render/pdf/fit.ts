import {inBlocks} from "../content/months.ts";
import {widthOf} from "../text/wrap.ts";
import type {Drawn, PdfBlock, PdfCell, PdfColumn, PdfTable, PlacedTable, TableRoom} from "./document.ts";

/** Between two tables beside each other, in points. */
export const gutter = 20;
/** Sizes of letters in tables, in points, the one that is liked best first. */
const sizes = [8.5, 8, 7.5, 7, 6.5];
/** Letters that are not smaller than this are taken before anything else is given up; smaller ones than the second last. */
const [liked, legible] = [7.5, 7];
const usual: TableRoom = {gap: 9, course: 50, share: 30, range: 80, plan: 60};
const tight: TableRoom = {gap: 6, course: 50, share: 20, range: 80, plan: 60};
const narrow: TableRoom = {gap: 5, course: 36, share: 20, range: 56, plan: 40};
/** Of the label, in times the size of letters: at least, where it is broken into lines, and in half of a page. */
const [leastLabel, usualLabel, mostLabel, halfLabel] = [11, 16, 26, 9];
/** The same of a head, where there is room, where there is little, and in half of a page. */
const [usualHead, leastHead, halfHead] = [7, 4.5, 4];
const mostText = 14;
/** Two lines of 32 digits each. */
const hashDigits = 32;
/** What letters may be wider than is thought. */
const spare = 1.06;
/** The same of a column whose letters are of fonts that are not ours, in points. */
const otherFonts = 3;

/** What a table is set by, and how wide its label and its heads may be, in times the size of letters. */
interface Fit {
  readonly room: TableRoom;
  readonly label: number;
  readonly head: number;
}

const free: Fit = {room: usual, label: mostLabel, head: usualHead};
const closer: readonly Fit[] = [
  {room: usual, label: usualLabel, head: leastHead},
  {room: narrow, label: usualLabel, head: leastHead},
  {room: narrow, label: leastLabel, head: leastHead},
];

/**
 * The table as it fits a width: in letters as large as go, else in several tables with the same labels.
 *
 * @param width What there is, in points.
 */
export function fitTable(content: PdfTable, width: number): PlacedTable[] {
  const columns = measure(content);
  const atLeast = (fit: Fit, least: number) => {
    const size = sizes.find((one) => one >= least && widthAt(columns, one, fit) <= width);
    return size === undefined ? [] : [{fit, size}];
  };
  const [found] = [
    ...atLeast(free, liked),
    ...closer.flatMap((fit) => atLeast(fit, legible)),
    ...closer.flatMap((fit) => atLeast(fit, 0)),
  ];
  if (found) return [setAt(content, columns, found.size, width, found.fit)];
  const {parts, size, fit} = splitColumns(content, columns, width);
  return parts.map((part) => setAt(part, measure(part), size, width, fit));
}

/** The table for half of a page, or null where it is too wide for that. */
export function fitHalf(content: PdfTable, half: number): PlacedTable | null {
  const columns = measure(content);
  const fit = {room: tight, label: halfLabel, head: halfHead};
  const isLong = columns.some(({kind, widest}) => kind === "label" && widest > halfLabel * 1.5);
  const size = [8, 7.5].find((one) => widthAt(columns, one, fit) <= half);
  if (isLong || size === undefined) return null;
  return {kind: "table", ...content, size, width: null, room: tight, widths: widthsOf(columns, size, fit)};
}

/** A part of the page, and the same for half of its width; null where it is too wide for that. */
export interface PdfPart {
  readonly whole: readonly PdfBlock[];
  readonly half: readonly PdfBlock[] | null;
}

/** The parts one below the other, or two beside each other where both are narrow. */
export function besides(parts: readonly PdfPart[]): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [one, next] = [parts[i]!, parts[i + 1]];
    if (one.half && next?.half) {
      blocks.push({kind: "beside", columns: 2, parts: [one.half, next.half]});
      i++;
    } else blocks.push(...one.whole);
  }
  return blocks;
}

/**
 * The tables of one heading, each on one page, the first with the heading.
 *
 * @param isBroken Are they too long for a page?
 */
export function eachWhole(heading: string, tables: readonly PlacedTable[], isBroken = false): PdfBlock[] {
  return tables.map((table, i) => {
    const blocks: PdfBlock[] = i === 0 ? [{kind: "section", text: heading}, table] : [table];
    return {kind: "whole", blocks, isBroken};
  });
}

function setAt(content: PdfTable, columns: readonly Measured[], size: number, width: number, fit: Fit): PlacedTable {
  const needed = widthAt(columns, size, {...fit, label: mostLabel});
  // Figures stand near their labels: a narrow table does not take the whole width.
  const own = needed < width * 0.72 ? Math.max(needed, Math.min(width, 200)) : null;
  return {kind: "table", ...content, size, width: own, room: fit.room, widths: widthsOf(columns, size, fit)};
}

/**
 * How wide each column is where all have to be told, in points, with the gap: the label takes what is left.
 *
 * @param width What there is, where the table takes all of it.
 */
export function placedWidths(table: PlacedTable, width: number): number[] {
  const {size, room, widths} = table;
  const whole = Math.min(width, (table.width ?? width) + otherFonts * table.columns.length);
  const needed = measure(table).map((column, i) => {
    const given = widths[i] ?? null;
    const own =
      given === null ? columnWidth(column, size, {room, label: mostLabel, head: column.head}) : given + room.gap;
    return own + otherFonts;
  });
  const label = table.columns.findIndex(({kind}) => kind === "label");
  const others = needed.reduce((sum, one, i) => (i === label ? sum : sum + one), 0);
  if (label >= 0) needed[label] = Math.max(whole - others, halfLabel * size);
  const sum = needed.reduce((all, one) => all + one, 0);
  return sum <= whole ? needed : needed.map((one) => (one * whole) / sum);
}

/** Fixed where a text or a head has to be broken into lines; else as wide as what stands there. */
function widthsOf(columns: readonly Measured[], size: number, fit: Fit): (number | null)[] {
  return columns.map((column) => {
    const {kind, widest, head} = column;
    if (kind === "label" || kind === "rank") return null;
    const isBroken = kind === "text" ? widest > mostText : head > Math.max(widest, fit.head);
    if (kind !== "hash" && !isBroken) return null;
    return Math.round((columnWidth(column, size, fit) - fit.room.gap) * 10) / 10;
  });
}

/** As few tables as fit, of nearly the same number of columns, in letters as large as go. */
function splitColumns(
  content: PdfTable,
  columns: readonly Measured[],
  width: number,
): {parts: PdfTable[]; size: number; fit: Fit} {
  const isKept = ({kind}: Measured) => kind === "label" || kind === "rank" || kind === "text";
  const others = columns.flatMap((column, i) => (isKept(column) ? [] : [i]));
  const placesIn = (block: readonly number[]) => {
    const taken = new Set(block.map((i) => others[i]!));
    return columns.flatMap((column, i) => (isKept(column) || taken.has(i) ? [i] : []));
  };
  for (let tables = 2; tables <= others.length; tables++) {
    const places = inBlocks(others.length, Math.ceil(others.length / tables)).map(placesIn);
    for (const size of sizes.filter((one) => one >= legible)) {
      const fit = closer.find((one) => {
        return places.every(
          (block) =>
            widthAt(
              block.map((i) => columns[i]!),
              size,
              one,
            ) <= width,
        );
      });
      if (fit) return {parts: places.map((block) => columnsOf(content, block)), size, fit};
    }
  }
  // One column a table, however wide it is.
  const parts = others.map((_, i) => columnsOf(content, placesIn([i])));
  return {parts, size: sizes.at(-1)!, fit: closer.at(-1)!};
}

function columnsOf({columns, rows, ...table}: PdfTable, places: readonly number[]): PdfTable {
  return {
    ...table,
    columns: places.map((i) => columns[i]!),
    rows: rows.map((row) => ({...row, cells: places.map((i) => row.cells[i]!)})),
  };
}

/** A column's texts, in times the size of letters. */
interface Measured {
  readonly kind: PdfColumn["kind"];
  readonly widest: number;
  readonly head: number;
  /** The longest word of the head, which may be broken between words. */
  readonly word: number;
  readonly drawn: Drawn["kind"] | null;
}

function measure({columns, rows}: PdfTable): Measured[] {
  return columns.map(({kind, head}, i) => ({
    kind,
    widest: rows.reduce((most, {cells}) => Math.max(most, lettersOf(cells[i]!, kind)), 0),
    head: lettersOf({text: head.text, notes: head.notes ?? []}),
    word: Math.max(...head.text.split(/\s/).map((word) => lettersOf({text: word, notes: head.notes ?? []}))),
    drawn: rows.find(({cells}) => cells[i]?.drawn)?.cells[i]?.drawn?.kind ?? null,
  }));
}

/** How wide a text is, about. What is more stands below a text, and beside a label. */
function lettersOf({text, more, notes}: PdfCell, kind?: PdfColumn["kind"]): number {
  if (more && kind === "text") return Math.max(widthOf(text), widthOf(more)) * 0.5;
  return widthOf(more ? `${text} · ${more}` : text) * 0.5 + (notes?.length ?? 0) * 0.6;
}

/** Of the whole table, in points. */
function widthAt(columns: readonly Measured[], size: number, fit: Fit): number {
  return columns.reduce((sum, column) => sum + columnWidth(column, size, fit), -fit.room.gap);
}

/** In points, the gap before it included. */
function columnWidth({kind, widest, head, word, drawn}: Measured, size: number, {room, ...fit}: Fit): number {
  if (kind === "label") return Math.min(fit.label, Math.max(5, widest)) * size + room.gap;
  if (kind === "hash") return hashDigits * 0.56 * size + room.gap;
  if (kind === "text") return Math.min(mostText, Math.max(widest, word)) * spare * size + room.gap;
  const figures = widest * spare * size + (drawn ? room[drawn] + 4 : 0);
  return Math.max(figures, word * spare * size, Math.min(head, fit.head) * spare * size) + room.gap;
}
