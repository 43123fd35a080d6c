import type {Translator} from "../../base/words/translator.ts";
import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {Report, Table} from "../../report/report.ts";
import {movementOf} from "../content/movement.ts";
import {wordsOf} from "../content/report-words.ts";
import {formatCell, formatGroup, hasMovement, rowsInOrder} from "../content/table-rows.ts";
import {markdownTable} from "./parts.ts";

/** The tables in Markdown: each with its heading, its rows, what it shows and its notes. */
export function tableBlocks(report: Report): string[] {
  const {tables} = report;
  if (tables.length === 0) return [];
  const words = wordsOf(report);
  const heading = escapeMarkdown(words.t("section.tables"));
  return [`## ${heading}`, ...tables.flatMap((table) => tableBlock(table, words))];
}

/** One table in Markdown: its heading, its rows, what it shows and its notes. */
export function tableBlock(table: Table, words: Translator): string[] {
  return [
    `### ${escapeMarkdown(table.title)}`,
    ...(hasMovement(table) ? [escapeStart(words.t("ranks-against", {period: table.previous ?? ""}))] : []),
    table.rows.length === 0 ? escapeStart(words.t("none-in-period")) : rowsTable(table, words),
    escapeStart(table.definition),
    ...table.notes.map(({text}) => `– ${escapeMarkdown(text)}`),
  ];
}

function rowsTable(table: Table, words: Translator): string {
  const isRanked = table.form === "ranked";
  const before = [...(isRanked ? [words.t("head-rank")] : []), ...(hasMovement(table) ? [words.t("head-moved")] : [])];
  const names = [table.rowLabel, ...(table.groupLabel === null ? [] : [table.groupLabel])];
  const head = [...before, ...names.map(escapeMarkdown), ...table.columns.map(({label}) => escapeMarkdown(label))];
  const rows = rowsInOrder(table).map((row) => [
    ...(isRanked ? [row.rank === null ? "" : String(row.rank)] : []),
    ...(hasMovement(table) ? [movementOf(row, table, words)?.sign ?? ""] : []),
    escapeMarkdown(row.label),
    ...(table.groupLabel !== null ? [escapeMarkdown(formatGroup(row, table, words))] : []),
    ...table.columns.map((_, i) => escapeMarkdown(formatCell(row, i, table, words))),
  ]);
  const texts = names.map((_, i) => before.length + i);
  return markdownTable(head, rows, hasMovement(table) ? [1, ...texts] : texts);
}
