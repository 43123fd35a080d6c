import {superscript, visible} from "../base/text.ts";
import type {Column, Report} from "../report/report.ts";
import {formatCoverage, formatFigure} from "./figures.ts";
import {gapSentences, isCovered} from "./gaps.ts";
import {marksOf, notesByMark} from "./notes.ts";
import {openPaint} from "./paint.ts";
import type {RenderOptions} from "./render-options.ts";
import {sparkLine} from "./spark-line.ts";
import {joinParts, monthHead, titleLines} from "./text-page.ts";
import {layTable, type TextRow, type TextTable, tableWidth} from "./text-table.ts";
import {accountSentence, linesSentence} from "./verdicts.ts";
import {widthOf, wrap} from "./wrap.ts";

/**
 * The report for a terminal: at least 80 columns wide, and never wider than `options.width`.
 *
 * Prose stops at 100 columns whatever the width: longer lines are hard to read. A period with more months than fit
 * is split into blocks. Without `options.color` the text holds no control character but the line break.
 */
export function renderText(report: Report, options: RenderOptions): string {
  const paint = openPaint(options);
  const width = Math.max(80, options.width);
  const prose = Math.min(width, 100);
  const table = figuresTable(report, width);
  const heading = `${report.publication} · readership, ${report.title}`;
  const parts = [
    titleLines(heading, report.timeZone, Math.min(prose, Math.max(tableWidth(table), 40)), prose, paint),
    wrap(visible(report.summary.join(" ")), prose),
    layTable(table, paint),
    noteLines(report, prose),
    footLines(report, prose, options),
  ];
  return joinParts(parts);
}

/** The standing notes alone, numbered from 1: what holds for every report made from logs. */
export function renderStandingText(report: Report, options: RenderOptions): string {
  const width = Math.min(100, Math.max(80, options.width));
  const lines = report.standing.flatMap((text, i) => wrap(visible(text), width, {first: `${i + 1}. `, rest: "   "}));
  return joinParts([lines]);
}

function figuresTable({columns, measures, notes}: Report, width: number): TextTable {
  const head = monthHead(columns.map(({period}) => period));
  const rows = measures.map((figures): TextRow => {
    const marks = marksOf(figures, notes).map(superscript);
    return {
      label: [visible(figures.label), ...marks].join(" "),
      cells: columns.map((_, i) => formatFigure(figures, i)),
      // One month has no course.
      ...(columns.length > 1 ? {spark: sparkLine(columns.map((_, i) => figures.values[i] ?? null))} : {}),
    };
  });
  return {head, rows: [...coverageRows(columns), ...rows], width};
}

function coverageRows(columns: readonly Column[]): TextRow[] {
  if (columns.every(isCovered)) return [];
  return [{label: "Days covered", cells: columns.map(formatCoverage), emphasis: "faint"}];
}

function noteLines(report: Report, width: number): string[] {
  const marked = notesByMark(report).map(({mark, text}) => ({mark: superscript(mark), text}));
  const gaps = gapSentences(report).map((text) => ({mark: "–", text}));
  return [...marked, ...gaps].flatMap(({mark, text}) =>
    wrap(visible(text), width, {first: `${mark} `, rest: " ".repeat(widthOf(mark) + 1)}),
  );
}

function footLines(report: Report, width: number, {canAsk = true}: RenderOptions): string[] {
  const [first = ""] = report.standing;
  const standing = canAsk ? `${first} (standing notes: broadsheet report --notes)` : report.standing.join(" ");
  const account = accountSentence(report.account, canAsk ? `: broadsheet account ${report.period}` : ".");
  return [standing, `${linesSentence(report)} ${account}`].flatMap((text) => wrap(visible(text), width));
}
