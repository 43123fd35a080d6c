import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {formatCoverage, isCovered, totalCoverage} from "../content/coverage.ts";
import {gapSentences} from "../content/gaps.ts";
import {cellMark, explainsReportedIn} from "../content/marks.ts";
import {marksOf, marksOfMonth, notesByMark} from "../content/notes.ts";
import {cellMarkOf, wordsOf} from "../content/report-words.ts";
import {hasTotals, totalName} from "../content/totals.ts";
import {formatFigure, formatTotal} from "../content/values.ts";
import {sparkLine} from "./drawn.ts";
import type {TextRow, TextTable} from "./layout.ts";
import {markedLines, monthHead, reportedNote} from "./page.ts";
import {unbroken} from "./table.ts";

/** How the number of a note is written, as it stands beside a label and before its note. */
export type PrintMark = (mark: number) => string;

/** The main table: a row a measure, a column a month, the whole period. */
export function figuresTable(report: Report, width: number, print: PrintMark): TextTable {
  const {columns, measures, notes} = report;
  const words = wordsOf(report);
  const periods = columns.map(({period}) => period);
  const heads = monthHead(periods, words);
  const [overMonths, months] = [heads.slice(0, -1), heads.at(-1)!];
  const rows = measures.map((figures): TextRow => {
    const course = columns.map((_, i) => figures.values[i] ?? null);
    // One month has no course, nor has a figure of the whole period alone; a column of a newspaper has no room for it.
    const hasCourse = width >= 80 && columns.length > 1 && course.some((value) => value !== null);
    return {
      label: [visible(figures.label), ...marksOf(figures, notes).map(print)].join(unbroken),
      cells: columns.map((_, i) => formatFigure(figures, i, words) + cellMark(report, figures, i)),
      ...(hasTotals(report) ? {total: formatTotal(figures, words)} : {}),
      ...(hasCourse ? {spark: sparkLine(course)} : {}),
    };
  });
  return {
    head: [...overMonths, months.map((name, i) => name + marksOfMonth(periods[i]!, notes).map(print).join(""))],
    totalHead: totalName(periods, words),
    rows: [...coverageRows(report), ...rows],
    width,
    cellMark: cellMarkOf(words),
  };
}

function coverageRows(report: Report): TextRow[] {
  const {columns} = report;
  if (columns.every(isCovered)) return [];
  const total = hasTotals(report) ? {total: formatCoverage(totalCoverage(columns))} : {};
  return [{label: wordsOf(report).t("days-covered"), cells: columns.map(formatCoverage), ...total, emphasis: "faint"}];
}

/** What stands below the main table: the notes, what a reported value is, and why values are missing. */
export function noteLines(report: Report, width: number, print: PrintMark): string[] {
  const marked = notesByMark(report).map(({mark, text}) => ({mark: print(mark), text}));
  const meaning = explainsReportedIn(report) === "figures" ? [reportedNote(wordsOf(report))] : [];
  const gaps = gapSentences(report).map((text) => ({mark: "–", text}));
  return markedLines([...marked, ...meaning, ...gaps], width);
}
