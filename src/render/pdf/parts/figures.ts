import type {Figures, Report} from "../../../report/report.ts";
import {formatCoverage, isCovered, totalCoverage} from "../../content/coverage.ts";
import {gapSentences} from "../../content/gaps.ts";
import {changeOfWhole, largeFigures, nameOfWhole} from "../../content/large-figures.ts";
import {cellMark} from "../../content/marks.ts";
import {fullMonth, printedSpan} from "../../content/months.ts";
import {marksOf, marksOfMonth} from "../../content/notes.ts";
import {wordsOf} from "../../content/report-words.ts";
import {hasTotals} from "../../content/totals.ts";
import {formatFigure, formatTotal} from "../../content/values.ts";
import type {KeyFigure, PdfBlock, PdfCell, PdfRow, PdfTable} from "../document.ts";
import {eachWhole, fitTable} from "../fit.ts";
import {labelColumn, marked, monthColumns, reasonsBelow, reportedMeaning, totalColumn} from "./cells.ts";

/** A table of more rows may be broken over two pages. */
const mostWhole = 24;

/** The figures set large at the beginning. */
export function largestFigures(report: Report): KeyFigure[] {
  const words = wordsOf(report);
  return largeFigures(report).map(({figures, value, of, move, between}) => ({
    label: figures.label,
    notes: marked(marksOf(figures, report.notes)),
    value,
    more: between === null ? of : words.t("in-brackets", {text: of, more: between}),
    move:
      move === null
        ? null
        : {change: move.change, before: words.t("label-and-text", {label: move.beforeOf, text: move.before})},
  }));
}

/** A figure set large: of the whole period, else of its last month with one, and how it moved; null where there is none. */
export function keyFigure(report: Report, figures: Figures): KeyFigure | null {
  const words = wordsOf(report);
  const periods = report.columns.map(({period}) => period);
  const last = figures.values.findLastIndex((value) => value !== null);
  if (figures.total === null && last < 0) return null;
  const notes = marked(marksOf(figures, report.notes));
  if (figures.total === null) {
    const value = formatFigure(figures, last, words);
    return {label: figures.label, notes, value, more: fullMonth(periods[last]!, words), move: null};
  }
  const found = changeOfWhole(report, figures);
  const moved = found ? [words.t("in-brackets", {text: found.change, more: `${found.label}: ${found.before}`})] : [];
  return {
    label: figures.label,
    notes,
    value: formatTotal(figures, words),
    more: words.series([nameOfWhole(report, words), ...moved]),
    move: null,
  };
}

/**
 * A heading and the main table below it, fitted; then what its mark means and why values are missing.
 *
 * The notes of a table that is broken over two pages would stand at the foot of the first.
 */
export function setFigures(heading: string, report: Report, width: number): PdfBlock[] {
  const reasons = [...reportedMeaning(report, "figures"), ...gapSentences(report)];
  const tables = eachWhole(heading, fitTable(figuresTable(report), width), report.measures.length > mostWhole);
  return [...tables, ...reasonsBelow(reasons)];
}

function figuresTable(report: Report): PdfTable {
  const {columns, measures} = report;
  const words = wordsOf(report);
  const periods = columns.map(({period}) => period);
  const total = hasTotals(report);
  const hasCourse = columns.length > 1;
  return {
    caption: words.t("figures-by-month", {span: printedSpan(periods, words)}),
    isMain: true,
    columns: [
      labelColumn(words.t("head-figure")),
      ...monthColumns(periods, words, (period) => marksOfMonth(period, report.notes)),
      ...(total ? [totalColumn(report, words)] : []),
      ...(hasCourse ? [{kind: "drawn", head: {text: words.t("head-course")}} as const] : []),
    ],
    rows: [
      ...(columns.every(isCovered) ? [] : [coverageRow(report, total, hasCourse)]),
      ...measures.map((figures): PdfRow => {
        const cells = columns.map((_, i) => figureCell(report, figures, i));
        return {
          kind: "",
          cells: [
            {text: figures.label, notes: marked(marksOf(figures, report.notes))},
            ...cells,
            ...(total ? [{text: formatTotal(figures, words)}] : []),
            ...(hasCourse ? [{text: "", drawn: {kind: "course", points: courseOf(figures.values)}} as const] : []),
          ],
        };
      }),
    ],
  };
}

function coverageRow({columns, ...report}: Report, total: boolean, hasCourse: boolean): PdfRow {
  const words = wordsOf(report);
  const cells: PdfCell[] = columns.map((column) => ({text: formatCoverage(column)}));
  if (total) cells.push({text: formatCoverage(totalCoverage(columns))});
  if (hasCourse) cells.push({text: ""});
  return {kind: "days", cells: [{text: words.t("days-covered-by-logs")}, ...cells]};
}

function figureCell(report: Report, figures: Figures, i: number): PdfCell {
  const mark = cellMark(report, figures, i);
  return {text: formatFigure(figures, i, wordsOf(report)), ...(mark === "" ? {} : {mark: mark === "*" ? "*" : "r"})};
}

/** From the lowest to the highest of the row, not from zero. */
function courseOf(values: Figures["values"]): (number | null)[] {
  const present = values.filter((value) => value !== null);
  const lowest = Math.min(...present);
  const span = Math.max(...present) - lowest;
  return values.map((value) => (value === null ? null : span === 0 ? 0.5 : rounded((value - lowest) / span)));
}

/** To four digits, so that the same figures give the same bytes wherever they are divided. */
export function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}
