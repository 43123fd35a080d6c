import type {Report, Table, TableRow} from "../../../report/report.ts";
import {inBlocks, printedSpan} from "../../content/months.ts";
import {movementOf} from "../../content/movement.ts";
import {wordsOf} from "../../content/report-words.ts";
import {formatCell, formatGroup, hasMovement, isShare, rowsInOrder} from "../../content/table-rows.ts";
import type {PdfBlock, PdfCell, PdfColumn, PdfRow, PdfTable} from "../document.ts";
import {besides, fitHalf, fitTable, gutter, type PdfPart} from "../fit.ts";
import {labelColumn} from "./cells.ts";
import {setCycle} from "./charts.ts";
import {rounded} from "./figures.ts";

/** A table of more rows than this may be broken over two pages, so that none is left half empty; beside another it may have more. */
const [mostWhole, mostBeside] = [12, 24];
/** The same for the letters of its names. */
const mostLetters = 2000;
/** The most rows of a cycle that stand below each other. */
const mostCycleRows = 12;
/** The least room at the side of a table for what is said of it, in points. */
const leastSide = 110;

/** What is behind the figures: each table with its title, what it shows and its notes; two beside each other where both are narrow. */
export function setTables(report: Report, width: number): PdfBlock[] {
  return besides(report.tables.map((table) => partOf(table, report, width)));
}

function partOf(table: Table, report: Report, width: number): PdfPart {
  const heading = {kind: "heading", text: table.title} as const;
  const letters = table.rows.reduce((sum, {label}) => sum + label.length, 0);
  const isWithin = (rows: number) => table.rows.length <= rows && letters <= mostLetters;
  const whole = [heading, ...bodyOf(table, report, width)];
  const narrow =
    isWithin(mostBeside) && table.form !== "cycle" && table.rows.length > 0
      ? fitHalf(contentOf(table, report), (width - gutter) / 2)
      : null;
  return {
    whole: isWithin(mostWhole) || table.form === "cycle" ? [{kind: "whole", blocks: whole}] : whole,
    half: narrow && [heading, narrow, {kind: "small", text: remarksOf(table, report)}],
  };
}

function bodyOf(table: Table, report: Report, width: number): PdfBlock[] {
  const text = remarksOf(table, report);
  const below: PdfBlock = {kind: "small", text};
  if (table.rows.length === 0) return [{kind: "sentence", text: wordsOf(report).t("none-in-period")}, below];
  if (table.form === "cycle") return [cycleBlock(table, report, width), below];
  const tables = fitTable(contentOf(table, report), width);
  const [first] = tables;
  // A narrow one has what is said of it at its side.
  const isFlanked =
    first !== undefined && tables.length === 1 && first.width !== null && first.width <= width - gutter - leastSide;
  return isFlanked ? [{kind: "flanked", table: first, text}] : [...tables, below];
}

function remarksOf({definition, notes}: Table, report: Report): string {
  return wordsOf(report).sentences([definition, ...notes.map(({text}) => text)]);
}

function contentOf(table: Table, report: Report): PdfTable {
  const words = wordsOf(report);
  const span = printedSpan(
    report.columns.map(({period}) => period),
    words,
  );
  const columns: PdfColumn[] = [
    ...(table.form === "ranked" ? [{kind: "rank", head: {text: words.t("head-rank")}} as const] : []),
    ...(hasMovement(table) ? [{kind: "moved", head: {text: words.t("head-moved")}} as const] : []),
    labelColumn(table.rowLabel),
    ...(table.groupLabel === null ? [] : [{kind: "text", head: {text: table.groupLabel}} as const]),
    ...table.columns.map(
      (column): PdfColumn => ({kind: isShare(column) ? "share" : "figure", head: {text: column.label}}),
    ),
  ];
  const shares = table.columns.flatMap((column, i) => (isShare(column) ? [i] : []));
  const items = table.rows.filter(({kind}) => kind === "item");
  const highest = Math.max(0, ...items.flatMap(({values}) => shares.map((i) => values[i] ?? 0)));
  return {
    caption: hasMovement(table) ? words.t("ranks-against-caption", {span, period: table.previous ?? ""}) : span,
    columns,
    rows: rowsInOrder(table).map((row) => rowOf(row, table, highest, report)),
  };
}

function rowOf(row: TableRow, table: Table, highest: number, report: Report): PdfRow {
  const words = wordsOf(report);
  return {
    kind: row.kind === "item" ? "" : "rest",
    cells: [
      ...(table.form === "ranked" ? [{text: row.rank === null ? "" : String(row.rank)}] : []),
      ...(hasMovement(table) ? [{text: movementOf(row, table, words)?.sign ?? ""}] : []),
      {text: row.label},
      ...(table.groupLabel === null ? [] : [{text: formatGroup(row, table, words)}]),
      ...table.columns.map((column, i): PdfCell => {
        const text = formatCell(row, i, table, words);
        const value = row.values[i] ?? null;
        // Others may be larger than all that is listed: a bar of it would leave the rest none.
        if (!isShare(column)) return {text};
        const part =
          row.kind !== "item" || value === null || highest <= 0 ? 0 : Math.min(1, Math.max(0, value / highest));
        return {text, drawn: {kind: "share", part: rounded(part)}};
      }),
    ],
  };
}

/** Drawn, and beside that its figures. */
function cycleBlock(table: Table, report: Report, width: number): PdfBlock {
  const words = wordsOf(report);
  const rows = rowsInOrder(table);
  const blocks = inBlocks(rows.length, mostCycleRows);
  const columns = [
    labelColumn(table.rowLabel),
    ...table.columns.map(({label}): PdfColumn => ({kind: "figure", head: {text: label}})),
  ];
  const across = Math.min(3, blocks.length + 1);
  const room = (width - gutter * (across - 1)) / across;
  const parts = blocks.map((block) => {
    const shown = block.map((i) => rows[i]!);
    const [first, last] = [shown[0]?.label ?? "", shown.at(-1)?.label ?? ""];
    const content = {
      caption: first === last ? first : words.t("span", {from: first, until: last}),
      columns,
      rows: shown.map(
        (row): PdfRow => ({
          kind: row.kind === "item" ? "" : "rest",
          cells: [{text: row.label}, ...table.columns.map((_, i) => ({text: formatCell(row, i, table, words)}))],
        }),
      ),
    };
    return fitTable(content, room);
  });
  return {kind: "beside", columns: across, parts: [[setCycle(table, report)], ...parts]};
}
