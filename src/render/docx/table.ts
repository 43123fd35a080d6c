import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type {PdfCell, PdfColumn, PdfRow, PlacedTable} from "../pdf/document.ts";
import {placedWidths} from "../pdf/fit.ts";
import {drawnPicture} from "./drawn.ts";
import type {WordPage} from "./page.ts";
import {type RunLook, textRuns} from "./runs.ts";
import {colors} from "./styles.ts";

const line = (size: number, color: string): IBorderOptions => ({style: BorderStyle.SINGLE, size, color});
const none: IBorderOptions = {style: BorderStyle.NIL};
const [strong, hair] = [line(6, colors.ink), line(2, colors.line)];

/** Kinds of columns that begin where lines begin; all others end in one line. */
const beginning = new Set<PdfColumn["kind"]>(["label", "text", "moved", "drawn", "hash"]);

/** Where a table stands. */
export interface TablePlace {
  /** Does it stay on one page, where one holds it? */
  readonly isWhole: boolean;
  /** What there is for it, in points. */
  readonly width: number;
}

/**
 * A table with its caption above: the heads come again on each page, no row is broken over two, figures end in one line.
 */
export async function wordTable(
  table: PlacedTable,
  page: WordPage,
  {isWhole, width}: TablePlace,
): Promise<(Paragraph | Table)[]> {
  const content = withoutBars(table);
  // Word sets a narrow table of a page from the right on its right, others on its left.
  const placed = page.isRtl ? {...content, width: page.width} : content;
  const widths = placedWidths(placed, page.isRtl ? page.width : width).map(twips);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const rows = [headRow(content, widths, page)];
  for (const [i, row] of content.rows.entries()) {
    rows.push(
      await bodyRow(content, row, {widths, page, isLast: i === content.rows.length - 1, isFirst: i === 0, isWhole}),
    );
  }
  return [
    page.paragraph("TableCaption", content.caption, {keepNext: true}),
    new Table({
      rows,
      width: {size: total, type: WidthType.DXA},
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: {left: twips(content.room.gap / 2), right: twips(content.room.gap / 2), marginUnitType: WidthType.DXA},
      borders: {top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none},
      tableLook: {firstRow: true, firstColumn: true, noHBand: true, noVBand: true},
      visuallyRightToLeft: page.isRtl,
    }),
  ];
}

/** Points as Word counts them. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** A bar beside a share says nothing that the share does not. */
function withoutBars(table: PlacedTable): PlacedTable {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({drawn, ...cell}) =>
      drawn === undefined || drawn.kind === "share" ? cell : {...cell, drawn},
    ),
  }));
  return {...table, rows};
}

function headRow({columns, size}: PlacedTable, widths: readonly number[], page: WordPage): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({kind, head}, i) => {
      const look = {size: halfPoints(size * 0.94), color: colors.soft};
      const more = head.more === undefined ? [] : [new TextRun({break: 1}), ...textRuns(head.more, page.isRtl, look)];
      const children = [...textRuns(head.text, page.isRtl, look), ...page.footnotes.marksOf(head.notes), ...more];
      return cellOf({kind, text: head.text, children, style: "TableHead", keepNext: true}, widths[i]!, page, {
        verticalAlign: "bottom",
        borders: {bottom: strong},
      });
    }),
  });
}

interface RowPlace {
  readonly widths: readonly number[];
  readonly page: WordPage;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isWhole: boolean;
}

async function bodyRow(
  {columns, size, isMain = false}: PlacedTable,
  row: PdfRow,
  {widths, page, isFirst, isLast, isWhole}: RowPlace,
): Promise<TableRow> {
  const isSoft = ["days", "then", "index", "rest"].includes(row.kind);
  const top = row.kind === "all" && !isFirst ? strong : isFirst || row.isFirst === false ? none : hair;
  const cells: TableCell[] = [];
  for (const [i, cell] of row.cells.entries()) {
    const {kind} = columns[i]!;
    const isStrong =
      row.kind === "all" ||
      (kind === "label" && (row.isFirst === true || (isMain && row.kind === ""))) ||
      (kind === "total" && isMain);
    const look: RunLook = {
      size: halfPoints(kind === "hash" ? size * 0.82 : size),
      ...(isStrong ? {bold: true} : {}),
      ...(isSoft ? {color: colors.soft} : {}),
    };
    const named = {
      row: row.cells.find((_, j) => columns[j]!.kind === "label")?.text ?? "",
      column: columns[i]!.head.text,
    };
    const children = await contentOf(cell, kind, look, named, page);
    const style = beginning.has(kind) ? "TableText" : "TableFigure";
    cells.push(
      cellOf(
        {kind, text: cell.text + (cell.more ?? ""), children, style, keepNext: isWhole && !isLast},
        widths[i]!,
        page,
        {
          borders: {...(top === none ? {} : {top}), ...(isLast ? {bottom: strong} : {})},
        },
      ),
    );
  }
  return new TableRow({cantSplit: true, children: cells});
}

async function contentOf(
  {text, more, notes, mark, drawn}: PdfCell,
  kind: PdfColumn["kind"],
  look: RunLook,
  named: {readonly row: string; readonly column: string},
  page: WordPage,
): Promise<ParagraphChild[]> {
  if (drawn !== undefined) {
    const alt = page.words.t("label-and-text", {label: named.row, text: named.column});
    return [await drawnPicture(drawn, alt, page)];
  }
  const {bold: _, ...plain} = look;
  const between =
    kind === "label" ? (text === "" ? [] : [new TextRun({text: " · ", ...plain})]) : [new TextRun({break: 1})];
  return [
    ...textRuns(text, page.isRtl, look),
    ...(mark === undefined
      ? []
      : [new TextRun({text: mark, superScript: true, italics: mark === "r", color: colors.soft})]),
    ...page.footnotes.marksOf(notes),
    ...(more === undefined ? [] : [...between, ...textRuns(more, page.isRtl, {...plain, color: colors.soft})]),
  ];
}

interface CellContent {
  readonly kind: PdfColumn["kind"];
  readonly text: string;
  readonly children: readonly ParagraphChild[];
  readonly style: string;
  readonly keepNext: boolean;
}

/** A figure keeps its sign before it, and a path its slashes, wherever lines begin: a cell runs as its letters do. */
function cellOf(
  {kind, text, children, style, keepNext}: CellContent,
  width: number,
  {isRtl}: WordPage,
  look: Omit<ITableCellOptions, "children" | "width">,
): TableCell {
  const runsFromRight = isRtl && /[\u0590-\u08ff]/.test(text);
  const paragraph = new Paragraph({
    style,
    alignment: isRtl || !beginning.has(kind) ? AlignmentType.RIGHT : AlignmentType.LEFT,
    ...(runsFromRight ? {bidirectional: true} : {}),
    ...(keepNext ? {keepNext: true} : {}),
    children: [...children],
  });
  return new TableCell({children: [paragraph], width: {size: width, type: WidthType.DXA}, ...look});
}

/** Points as sizes of letters are told. */
function halfPoints(points: number): number {
  return Math.round(points * 2);
}
