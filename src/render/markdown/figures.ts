import {superscript} from "../../base/text.ts";
import {escapeMarkdown} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {formatCoverage, isCovered, totalCoverage} from "../content/coverage.ts";
import {gapSentences} from "../content/gaps.ts";
import {cellMark, explainsReportedIn} from "../content/marks.ts";
import {marksOf, marksOfMonth, notesByMark} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import {hasTotals, totalName} from "../content/totals.ts";
import {formatFigure, formatTotal} from "../content/values.ts";
import {markdownTable, monthHeads, reportedLine} from "./parts.ts";

/** The main table in Markdown, its notes, and why values are missing. */
export function figuresBlocks(report: Report): string[] {
  return [
    figuresTable(report),
    ...notesByMark(report).map(({mark, text}) => `${superscript(mark)} ${escapeMarkdown(text)}`),
    ...(explainsReportedIn(report) === "figures" ? [reportedLine(wordsOf(report))] : []),
    ...gapSentences(report).map((text) => `– ${escapeMarkdown(text)}`),
  ];
}

function figuresTable(report: Report): string {
  const {columns, measures, notes} = report;
  const words = wordsOf(report);
  const withTotal = (total: string) => (hasTotals(report) ? [total] : []);
  const days = [
    words.t("days-covered"),
    ...columns.map(formatCoverage),
    ...withTotal(formatCoverage(totalCoverage(columns))),
  ];
  const rows = measures.map((figures) => {
    const label = [escapeMarkdown(figures.label), ...marksOf(figures, notes).map(superscript)].join(" ");
    const cells = columns.map((_, i) => formatFigure(figures, i, words) + escapeMarkdown(cellMark(report, figures, i)));
    return [label, ...cells, ...withTotal(`**${formatTotal(figures, words)}**`)];
  });
  const periods = columns.map(({period}) => period);
  const head = [
    words.t("head-figure"),
    ...monthHeads(periods, words).map((name, i) => {
      return [name, ...marksOfMonth(periods[i]!, notes).map(superscript)].join(" ");
    }),
    ...withTotal(escapeMarkdown(totalName(periods, words))),
  ];
  return markdownTable(head, columns.every(isCovered) ? rows : [days, ...rows]);
}
