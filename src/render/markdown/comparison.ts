import {escapeMarkdown} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {
  type ComparedBlock,
  type ComparedCell,
  comparedBlocks,
  comparedMonths,
  comparisonTitle,
} from "../content/comparison.ts";
import {comparisonSentences} from "../content/comparison-notes.ts";
import {explainsReportedIn, reportedMark} from "../content/marks.ts";
import {wordsOf} from "../content/report-words.ts";
import {hasTotals, totalName} from "../content/totals.ts";
import {markdownTable, monthHeads, reportedLine} from "./parts.ts";

/** The comparison in Markdown: its heading, its table, why values are missing. */
export function comparisonBlocks(report: Report): string[] {
  const title = comparisonTitle(report);
  if (title === null) return [];
  return [
    `## ${escapeMarkdown(title)}`,
    comparisonTable(report),
    ...(explainsReportedIn(report) === "comparison" ? [reportedLine(wordsOf(report))] : []),
    ...comparisonSentences(report).map((text) => `– ${escapeMarkdown(text)}`),
  ];
}

function comparisonTable(report: Report): string {
  const words = wordsOf(report);
  const periods = report.columns.map(({period}) => period);
  // An index has no whole period.
  const withTotal = (total: string) => (report.comparison && hasTotals(report) ? [total] : []);
  const head = [
    words.t("head-figure"),
    "",
    ...monthHeads(periods, words),
    ...withTotal(escapeMarkdown(totalName(periods, words))),
  ];
  const then = comparedMonths(report);
  const months =
    then?.map(({month, year}) => {
      return year === "" ? month : words.t("month-and-year", {month, year});
    }) ?? [];
  const rows = comparedBlocks(report).flatMap((block) => blockRows(block, withTotal));
  return markdownTable(
    head,
    then ? [["", words.t("compared-with"), ...months, ...withTotal("")], ...rows] : rows,
    [0, 1],
  );
}

function blockRows({label, rows}: ComparedBlock, withTotal: (total: string) => string[]): string[][] {
  return rows.map((row, i) => [
    // Said once, on the first row of its block.
    i === 0 ? `**${escapeMarkdown(label)}**` : "",
    escapeMarkdown(row.label),
    ...row.cells.map(printCell),
    ...withTotal(row.total === null ? "" : printCell(row.total)),
  ]);
}

function printCell({text, isReported}: ComparedCell): string {
  return isReported ? text + reportedMark : text;
}
