import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {ledgerLists} from "../content/ledger-lists.ts";
import {ledgerSheets, type Sheet} from "../content/ledger-sheets.ts";
import {movedBackground, movedLines, movedTitle} from "../content/moved-lines.ts";
import {wordsOf} from "../content/report-words.ts";
import {comparisonBlocks} from "./comparison.ts";
import {figuresBlocks} from "./figures.ts";
import {bullets, markdownTable} from "./parts.ts";
import {tableBlock} from "./tables.ts";

/** The figures that moved most, in Markdown. */
export function movedBlocks(report: Report): string[] {
  if (report.moved.length === 0) return [];
  const words = wordsOf(report);
  const lines = movedLines(report).map(({label, text}) => {
    return words.t("label-and-text", {label: `**${escapeMarkdown(label)}**`, text: escapeMarkdown(text)});
  });
  return [
    escapeMarkdown(words.t("lead", {title: movedTitle(report)})),
    bullets(lines),
    escapeStart(movedBackground(report) ?? ""),
  ];
}

/** What the books yield, in Markdown. */
export function ledgerBlocks(report: Report): string[] {
  const {ledger} = report;
  if (ledger === null) return [];
  const view = ledgerView(report, ledger);
  const [heading = "", ...comparison] = comparisonBlocks(view);
  return [
    `## ${escapeMarkdown(wordsOf(report).t("section.ledger"))}`,
    ...(ledger.measures.length === 0 ? [] : figuresBlocks(view)),
    // One level below the part's own heading.
    ...(heading === "" ? [] : [`#${heading}`, ...comparison]),
    ...ledger.tables.flatMap((table) => tableBlock(table, wordsOf(report))),
    ...ledgerSheets(report, ledger).flatMap(sheetBlocks),
    ...ledgerLists(report, ledger).flatMap(({title, items}) => [
      `### ${escapeMarkdown(title)}`,
      bullets(items.map(escapeStart)),
    ]),
  ];
}

function sheetBlocks({title, heads, rows, sentences}: Sheet): string[] {
  const texts = heads.flatMap(({isText}, i) => (isText ? [i] : []));
  return [
    `### ${escapeMarkdown(title)}`,
    markdownTable(
      heads.map(({text}) => escapeMarkdown(text)),
      rows.map((cells) => cells.map(({text}) => escapeMarkdown(text))),
      texts,
    ),
    ...sentences.map((text) => `– ${escapeMarkdown(text)}`),
  ];
}
