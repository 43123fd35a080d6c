import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {
  baseTold,
  type ComparedBlock,
  type ComparedRow,
  comparedBlocks,
  comparedMonths,
  comparisonTitle,
} from "../content/comparison.ts";
import {comparisonSentences} from "../content/comparison-notes.ts";
import {explainsReportedIn, reportedMark} from "../content/marks.ts";
import {cellMarkOf, wordsOf} from "../content/report-words.ts";
import {hasTotals, totalName} from "../content/totals.ts";
import type {TextRow, TextTable} from "./layout.ts";
import {markedLines, monthHead, reportedNote} from "./page.ts";
import type {Paint} from "./paint.ts";
import {renderTable} from "./table.ts";
import {wrap} from "./wrap.ts";

/** The comparison on the terminal, as blocks of lines: its heading, its table, why values are missing. */
export function comparisonParts(report: Report, width: number, paint: Paint): string[][] {
  const title = comparisonTitle(report);
  if (title === null) return [];
  const {comparison, index} = report;
  const words = wordsOf(report);
  const heading =
    comparison && index ? words.t("compared-and-index", {compared: title, base: baseTold(index, words)}) : title;
  const prose = Math.min(width, 100);
  const meaning = explainsReportedIn(report) === "comparison" ? [reportedNote(words)] : [];
  const gaps = comparisonSentences(report).map((text) => ({mark: "–", text}));
  return [
    wrap(visible(heading), prose).map((line) => paint.strong(line)),
    renderTable(comparisonTable(report, width), paint),
    markedLines([...meaning, ...gaps], prose),
  ];
}

function comparisonTable(report: Report, width: number): TextTable {
  const periods = report.columns.map(({period}) => period);
  const words = wordsOf(report);
  const isIndexOnly = report.comparison === null;
  const rows = comparedBlocks(report).flatMap((block) => (isIndexOnly ? indexRows(block) : blockRows(report, block)));
  return {
    head: monthHead(periods, words),
    totalHead: totalName(periods, words),
    rows: [...thenRows(report), ...rows],
    width,
    cellMark: cellMarkOf(words),
  };
}

function blockRows(report: Report, {label, rows}: ComparedBlock): TextRow[] {
  return [
    {label: visible(label), cells: []},
    ...rows.map((row): TextRow => {
      const total = hasTotals(report) ? {total: row.total?.text ?? ""} : {};
      return {label: visible(row.short), isIndented: true, cells: cellsOf(row), ...total};
    }),
  ];
}

function indexRows({label, rows}: ComparedBlock): TextRow[] {
  return rows.map((row) => ({label: visible(label), cells: cellsOf(row)}));
}

function cellsOf({cells}: ComparedRow): string[] {
  return cells.map(({text, isReported}) => (isReported ? `${text}${reportedMark}` : text));
}

/** The months compared with, below those of the report, where their names differ. */
function thenRows(report: Report): TextRow[] {
  const then = comparedMonths(report);
  if (then === null) return [];
  const years = then.map(({year}) => year);
  const months: TextRow = {
    label: wordsOf(report).t("compared-with"),
    cells: then.map(({month}) => month),
    emphasis: "faint",
  };
  return years.some((year) => year !== "") ? [{label: "", cells: years, emphasis: "faint"}, months] : [months];
}
