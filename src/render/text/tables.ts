import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Report, Table, TableRow} from "../../report/report.ts";
import {movementOf} from "../content/movement.ts";
import {cellMarkOf} from "../content/report-words.ts";
import {formatCell, formatGroup, hasMovement, rowsInOrder} from "../content/table-rows.ts";
import {textBar} from "./drawn.ts";
import {type GridColumn, layGrid} from "./grid.ts";
import {markedLines, titleLines} from "./page.ts";
import type {Paint} from "./paint.ts";
import {wrap} from "./wrap.ts";

const barWidth = 20;

/**
 * The tables on the terminal, each as two blocks of lines: its heading with its rows, and its notes.
 *
 * A row is one line: long labels lose their middle. What a table means is left to the outputs with more room.
 */
export function tableParts(
  {tables}: Pick<Report, "tables">,
  words: Translator,
  width: number,
  paint: Paint,
): string[][] {
  const prose = Math.min(width, 100);
  return tables.flatMap((table) => {
    const grid = layGrid(gridColumns(table, words, width >= 80), width, cellMarkOf(words));
    const rows = rowsInOrder(table);
    const lines = grid.lines.map((line, i) => (isRest(rows[grid.rows[i] ?? -1]) ? paint.faint(line) : line));
    return [
      [
        ...headingLines(table, words, Math.min(prose, Math.max(grid.width, 40)), prose, paint),
        ...(rows.length === 0 ? wrap(words.t("none-in-period"), prose) : lines),
      ],
      markedLines(
        table.notes.map(({text}) => ({mark: "–", text})),
        prose,
      ),
    ];
  });
}

/** The title, and at the right of the table what its ranks are set against. */
function headingLines(table: Table, words: Translator, right: number, prose: number, paint: Paint): string[] {
  if (!hasMovement(table)) return wrap(visible(table.title), prose).map((line) => paint.strong(line));
  return titleLines(table.title, words.t("against", {period: table.previous ?? ""}), right, prose, paint);
}

function isRest(row: TableRow | undefined): boolean {
  return row !== undefined && row.kind !== "item";
}

function gridColumns(table: Table, words: Translator, hasBars: boolean): GridColumn[] {
  const rows = rowsInOrder(table);
  const isRanked = table.form === "ranked";
  return [
    ...(isRanked ? [{head: "", cells: rows.map(({rank}) => (rank === null ? "" : String(rank)))}] : []),
    ...(hasMovement(table)
      ? [{head: "", cells: rows.map((row) => movementOf(row, table, words)?.sign ?? ""), isText: true}]
      : []),
    {head: visible(table.rowLabel), cells: rows.map(({label}) => visible(label)), isText: true, canShrink: true},
    ...(table.groupLabel === null
      ? []
      : [
          {
            head: visible(table.groupLabel),
            cells: rows.map((row) => visible(formatGroup(row, table, words))),
            isText: true,
            // In a list the name gives way first: what it belongs to is a day.
            canShrink: table.form !== "list",
          },
        ]),
    ...table.columns.map(({label}, i) => ({
      head: visible(label),
      cells: rows.map((row) => formatCell(row, i, table, words)),
    })),
    ...(table.form === "cycle" && hasBars ? [{head: "", cells: barsOf(rows), isText: true}] : []),
  ];
}

/** Bars of the first column, from zero, one a row: the day's or the week's shape. */
function barsOf(rows: readonly TableRow[]): string[] {
  const values = rows.map(({kind, values: [first]}) => (kind === "item" ? (first ?? 0) : 0));
  const highest = Math.max(0, ...values);
  return values.map((value) => textBar(value, highest, barWidth));
}
