import type {Report, Table} from "../report/report.ts";
import {escapeMarkdown, escapeStart, markdownTable} from "./markdown-text.ts";
import {movementOf} from "./movement.ts";
import {formatCell, hasMovement, rowsInOrder} from "./table-rows.ts";

/** The tables in Markdown: each with its heading, its rows, what it shows and its notes. */
export function tableBlocks({tables}: Report): string[] {
  if (tables.length === 0) return [];
  return ["## Behind the figures", ...tables.flatMap(tableBlock)];
}

/** One table in Markdown: its heading, its rows, what it shows and its notes. */
export function tableBlock(table: Table): string[] {
  return [
    `### ${escapeMarkdown(table.title)}`,
    ...(hasMovement(table) ? [`Ranks against ${escapeMarkdown(table.previous ?? "")}.`] : []),
    table.rows.length === 0 ? "None in this period." : rowsTable(table),
    escapeStart(table.definition),
    ...table.notes.map(({text}) => `– ${escapeMarkdown(text)}`),
  ];
}

function rowsTable(table: Table): string {
  const isRanked = table.form === "ranked";
  const before = [...(isRanked ? ["Rank"] : []), ...(hasMovement(table) ? ["Moved"] : [])];
  const names = [table.rowLabel, ...(table.groupLabel === null ? [] : [table.groupLabel])];
  const head = [...before, ...names.map(escapeMarkdown), ...table.columns.map(({label}) => escapeMarkdown(label))];
  const rows = rowsInOrder(table).map((row) => [
    ...(isRanked ? [row.rank === null ? "" : String(row.rank)] : []),
    ...(hasMovement(table) ? [movementOf(row, table)?.sign ?? ""] : []),
    escapeMarkdown(row.label),
    ...(table.groupLabel !== null ? [escapeMarkdown(row.group ?? "")] : []),
    ...table.columns.map((_, i) => escapeMarkdown(formatCell(row, i, table))),
  ]);
  const texts = names.map((_, i) => before.length + i);
  return markdownTable(head, rows, hasMovement(table) ? [1, ...texts] : texts);
}
