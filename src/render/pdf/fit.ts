import {inBlocks} from "../content/months.ts";
import {widthOf} from "../text/wrap.ts";
import type {PdfBlock, PdfCell, PdfColumn, PdfTable, PlacedTable} from "./document.ts";

/** Sizes of letters in tables, in points, the one that is liked best first. */
const sizes = [8.5, 8, 7.5, 7, 6.5];
/** Rather a label on two lines than letters smaller than this. */
const leastLiked = 7.5;
/** Between two columns, and what is drawn in a cell, in points; the template has the same. */
const usual = {gap: 9, course: 50, share: 30, range: 80, plan: 60, head: 7};
const squeezed = {...usual, head: 4.5};
const tight = {...usual, gap: 6, share: 20, head: 4};
/** Of the label, in times the size of letters: at least, where it is broken into lines, and in half of a page. */
const [leastLabel, usualLabel, mostLabel, halfLabel] = [11, 16, 26, 9];
const mostText = 14;
/** Two lines of 32 digits each. */
const hashDigits = 32;
/** What letters may be wider than is thought. */
const spare = 1.06;

/**
 * The table as it fits a width: in letters as large as go, else in several tables with the same labels.
 *
 * @param width What there is, in points.
 */
export function fitTable(content: PdfTable, width: number): PlacedTable[] {
  const free = sizes.find((one) => one >= leastLiked && widthAt(content, one, usual, upTo(mostLabel)) <= width);
  if (free !== undefined) return [setAt(content, free, width, usual)];
  const close = [usualLabel, leastLabel].flatMap((label) => {
    return sizes.find((one) => widthAt(content, one, squeezed, upTo(label)) <= width) ?? [];
  });
  if (close[0] !== undefined) return [setAt(content, close[0], width, squeezed)];
  const last = sizes.at(-1)!;
  return splitColumns(content, last, width).map((part) => setAt(part, last, width, squeezed));
}

/** The table for half of a page, or null where it is too wide for that. */
export function fitHalf(content: PdfTable, half: number): PlacedTable | null {
  const {columns, rows} = content;
  const isLong = columns.some(({kind}, i) => kind === "label" && rows.some(({cells}) => widthOf(cells[i]!.text) > 26));
  const size = [8, 7.5].find((one) => widthAt(content, one, tight, (widest) => Math.min(halfLabel, widest)) <= half);
  if (isLong || size === undefined) return null;
  return {kind: "table", ...content, size, width: null, isTight: true, widths: widthsOf(content, size, tight)};
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

type Room = typeof usual;
/** How wide a label is to be, of its widest text; both in times the size of letters. */
type LabelWidth = (widest: number) => number;
/** As wide as its widest text, but for what is broken into lines. */
const upTo =
  (most: number): LabelWidth =>
  (widest) =>
    Math.min(most, Math.max(5, widest));

function setAt(content: PdfTable, size: number, width: number, room: Room): PlacedTable {
  const needed = widthAt(content, size, room, upTo(mostLabel));
  // Figures stand near their labels: a narrow table does not take the whole width.
  const own = needed < width * 0.72 ? Math.max(needed, Math.min(width, 200)) : null;
  return {kind: "table", ...content, size, width: own, isTight: false, widths: widthsOf(content, size, room)};
}

/** Fixed where a text or a head has to be broken into lines; else as wide as what stands there. */
function widthsOf(content: PdfTable, size: number, room: Room): (number | null)[] {
  return content.columns.map(({kind, head}, i) => {
    if (kind === "label" || kind === "rank") return null;
    if (kind === "hash") return hashDigits * 0.56 * size;
    const isBroken =
      kind === "text" ? widestOf(content, i) > mostText : headWidth(head) > Math.max(widestOf(content, i), room.head);
    return isBroken ? Math.round((columnWidth(content, i, size, room, upTo(leastLabel)) - room.gap) * 10) / 10 : null;
  });
}

function splitColumns({caption, columns, rows}: PdfTable, size: number, width: number): PdfTable[] {
  const isKept = (column: PdfColumn) => column.kind === "label" || column.kind === "rank" || column.kind === "text";
  const places = columns.map((_, i) => i);
  const others = places.filter((i) => !isKept(columns[i]!));
  const content = {caption, columns, rows};
  const needed = (i: number) => columnWidth(content, i, size, squeezed, upTo(leastLabel));
  const rest = width - places.filter((i) => isKept(columns[i]!)).reduce((sum, i) => sum + needed(i), 0);
  const most = Math.max(1, Math.floor(rest / Math.max(1, ...others.map(needed))));
  return inBlocks(others.length, most).map((block) => {
    const taken = places.filter((i) => isKept(columns[i]!) || block.includes(others.indexOf(i)));
    return {
      caption,
      columns: taken.map((i) => columns[i]!),
      rows: rows.map((row) => ({...row, cells: taken.map((i) => row.cells[i]!)})),
    };
  });
}

/** Of the whole table, in points. */
function widthAt(content: PdfTable, size: number, room: Room, label: LabelWidth): number {
  return content.columns.reduce((sum, _, i) => sum + columnWidth(content, i, size, room, label), -room.gap);
}

/** In points, the gap before it included. */
function columnWidth(content: PdfTable, place: number, size: number, room: Room, label: LabelWidth): number {
  const {kind, head} = content.columns[place]!;
  const widest = widestOf(content, place);
  const drawn = content.rows.map(({cells}) => cells[place]?.drawn).find((one) => one !== undefined);
  if (kind === "label") return label(widest) * size + room.gap;
  if (kind === "hash") return hashDigits * 0.56 * size + room.gap;
  if (kind === "text") return Math.min(mostText, Math.max(widest, wordsWidth(head))) * spare * size + room.gap;
  const figures = widest * spare * size + (drawn ? room[drawn.kind] + 4 : 0);
  return (
    Math.max(figures, wordsWidth(head) * spare * size, Math.min(headWidth(head), room.head) * spare * size) + room.gap
  );
}

/** The widest cell of a column, in times the size of letters. */
function widestOf({rows}: PdfTable, place: number): number {
  return Math.max(
    0,
    ...rows.map(({cells}) => {
      const {text, more, notes} = cells[place]!;
      return widthOf(more ? `${text} · ${more}` : text) * 0.5 + (notes?.length ?? 0) * 0.6;
    }),
  );
}

function headWidth({text, notes}: PdfCell): number {
  return widthOf(text) * 0.5 + (notes?.length ?? 0) * 0.6;
}

/** The longest word of a head, which may be broken between words. */
function wordsWidth({text, notes}: PdfCell): number {
  return Math.max(0, ...text.split(/\s/).map((word) => widthOf(word) * 0.5)) + (notes?.length ?? 0) * 0.6;
}
