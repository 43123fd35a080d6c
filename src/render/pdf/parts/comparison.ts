import type {Report} from "../../../report/report.ts";
import {
  type ComparedBlock,
  type ComparedCell,
  comparedBlocks,
  comparedMonths,
  comparisonTitle,
} from "../../content/comparison.ts";
import {comparisonSentences} from "../../content/comparison-notes.ts";
import {printedSpan} from "../../content/months.ts";
import {wordsOf} from "../../content/report-words.ts";
import {hasTotals} from "../../content/totals.ts";
import type {PdfBlock, PdfCell, PdfRow, PdfTable} from "../document.ts";
import {fitTable} from "../fit.ts";
import {labelColumn, monthColumns, reasonsBelow, reportedMeaning, totalColumn} from "./cells.ts";

/** The comparison and the index below their heading; nothing where neither was asked for. */
export function setComparison(report: Report, width: number, heading: "section" | "heading" = "section"): PdfBlock[] {
  const title = comparisonTitle(report);
  if (title === null) return [];
  const reasons = [...reportedMeaning(report, "comparison"), ...comparisonSentences(report)];
  return [{kind: heading, text: title}, ...fitTable(comparedTable(report), width), ...reasonsBelow(reasons)];
}

function comparedTable(report: Report): PdfTable {
  const periods = report.columns.map(({period}) => period);
  const words = wordsOf(report);
  // An index has no whole period.
  const total = report.comparison !== null && hasTotals(report);
  return {
    caption: words.t("month-by-month", {span: printedSpan(periods, words)}),
    columns: [
      labelColumn(words.t("head-figure")),
      ...monthColumns(periods, words),
      ...(total ? [totalColumn(report, words)] : []),
    ],
    rows: [...monthRows(report, total), ...comparedBlocks(report).flatMap((block) => blockRows(block, total))],
  };
}

function monthRows(report: Report, total: boolean): PdfRow[] {
  const then = comparedMonths(report);
  if (then === null) return [];
  const cells: PdfCell[] = then.map(({month, year}) => ({text: year === "" ? month : `${month} ${year}`}));
  return [
    {kind: "days", cells: [{text: wordsOf(report).t("compared-with")}, ...cells, ...(total ? [{text: ""}] : [])]},
  ];
}

function blockRows({label, rows}: ComparedBlock, total: boolean): PdfRow[] {
  return rows.map((row, i): PdfRow => {
    const cells = row.cells.map(cellOf);
    return {
      kind: row.kind === "now" ? "" : row.kind,
      isFirst: i === 0,
      cells: [
        i === 0 ? {text: label, more: row.label} : {text: "", more: row.label},
        ...cells,
        ...(total ? [row.total === null ? {text: ""} : cellOf(row.total)] : []),
      ],
    };
  });
}

function cellOf({text, isReported}: ComparedCell): PdfCell {
  return isReported ? {text, mark: "r"} : {text};
}
