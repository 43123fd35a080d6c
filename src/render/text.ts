import {superscript, visible} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import {formatCoverage, isCovered, totalCoverage} from "./coverage.ts";
import {formatFigure, formatTotal} from "./figures.ts";
import {gapSentences} from "./gaps.ts";
import {marksOf, notesByMark} from "./notes.ts";
import {openPaint} from "./paint.ts";
import type {RenderOptions} from "./render-options.ts";
import {explainsReportedIn, isReported, reportedMark} from "./reported.ts";
import {sparkLine} from "./spark-line.ts";
import {comparisonParts} from "./text-comparison.ts";
import type {TextRow, TextTable} from "./text-layout.ts";
import {joinParts, markedLines, monthHead, reportedNote, titleLines} from "./text-page.ts";
import {layTable, tableWidth, unbroken} from "./text-table.ts";
import {tableParts} from "./text-tables.ts";
import {hasTotals, totalName} from "./totals.ts";
import {accountSentence, linesSentence} from "./verdicts.ts";
import {wrap} from "./wrap.ts";

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
    ...comparisonParts(report, width, paint),
    ...tableParts(report, width, paint),
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

function figuresTable(report: Report, width: number): TextTable {
  const {columns, measures, notes} = report;
  const periods = columns.map(({period}) => period);
  const rows = measures.map((figures): TextRow => {
    const marks = marksOf(figures, notes).map(superscript);
    const course = columns.map((_, i) => figures.values[i] ?? null);
    // One month has no course, nor has a figure of the whole period alone.
    const hasCourse = columns.length > 1 && course.some((value) => value !== null);
    return {
      // Marks stay with the last word of a label that takes two lines.
      label: [visible(figures.label), ...marks].join(unbroken),
      cells: columns.map((_, i) => formatFigure(figures, i) + (isReported(figures, i) ? reportedMark : "")),
      ...(hasTotals(report) ? {total: formatTotal(figures)} : {}),
      ...(hasCourse ? {spark: sparkLine(course)} : {}),
    };
  });
  return {head: monthHead(periods), totalHead: totalName(periods), rows: [...coverageRows(report), ...rows], width};
}

function coverageRows(report: Report): TextRow[] {
  const {columns} = report;
  if (columns.every(isCovered)) return [];
  const total = hasTotals(report) ? {total: formatCoverage(totalCoverage(columns))} : {};
  return [{label: "Days covered", cells: columns.map(formatCoverage), ...total, emphasis: "faint"}];
}

function noteLines(report: Report, width: number): string[] {
  const marked = notesByMark(report).map(({mark, text}) => ({mark: superscript(mark), text}));
  const meaning = explainsReportedIn(report) === "figures" ? [reportedNote] : [];
  const gaps = gapSentences(report).map((text) => ({mark: "–", text}));
  return markedLines([...marked, ...meaning, ...gaps], width);
}

function footLines(report: Report, width: number, {canAsk = true}: RenderOptions): string[] {
  const [first = ""] = report.standing;
  const standing = canAsk ? `${first} (standing notes: broadsheet report --notes)` : report.standing.join(" ");
  const account = accountSentence(report.account, canAsk ? `: broadsheet account ${report.period}` : ".");
  return [standing, `${linesSentence(report)} ${account}`].flatMap((text) => wrap(visible(text), width));
}
