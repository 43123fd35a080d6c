import type {Report} from "../report/report.ts";
import {
  type ComparedBlock,
  type ComparedCell,
  type ComparedRow,
  comparedBlocks,
  comparedMonths,
  comparisonTitle,
} from "./comparison.ts";
import {comparisonSentences} from "./comparison-notes.ts";
import {gapsList} from "./html-notes.ts";
import {
  headCell,
  monthBlocks,
  monthCells,
  numberCell,
  placeTable,
  type RowKind,
  reportedLine,
  reportedValue,
  signWithWords,
  tableRow,
  totalCell,
  totalHead,
} from "./html-table.ts";
import {type Content, html, type Markup, nothing} from "./markup.ts";
import {spanOf} from "./months.ts";
import {explainsReportedIn} from "./reported.ts";
import {hasTotals} from "./totals.ts";

/**
 * The comparison under its heading's text: a block a measure, then why values are missing.
 *
 * @param lead Tells it from another comparison of the page.
 */
export function comparisonTables(report: Report, lead = ""): Markup {
  const blocks = monthBlocks(report.columns.length);
  const tables = blocks.map((months, i) => {
    // An index has no whole period.
    const hasTotal = report.comparison !== null && hasTotals(report) && i === blocks.length - 1;
    return comparisonTable(report, {months, hasTotal}, lead);
  });
  const meaning = explainsReportedIn(report) === "comparison" ? reportedLine : nothing;
  return html`${tables}${meaning}${gapsList(comparisonSentences(report))}`;
}

interface Block {
  readonly months: readonly number[];
  /** The whole period stands in the last table only. */
  readonly hasTotal: boolean;
}

function comparisonTable(report: Report, block: Block, lead: string): Markup {
  const all = report.columns.map(({period}) => period);
  const periods = block.months.map((i) => all[i]!);
  return placeTable({
    lead: `${lead} ${comparisonTitle(report)}:`.trim(),
    caption: `Month by month, ${spanOf(periods)}`,
    kind: "compared",
    head: [headCell("Figure"), ...monthCells(periods, all), block.hasTotal ? totalHead(all) : nothing],
    bodies: [monthRows(report, block), ...comparedBlocks(report).map((one) => blockRows(one, block))].filter(
      (rows) => rows.length > 0,
    ),
  });
}

function monthRows(report: Report, {months, hasTotal}: Block): Markup[] {
  const then = comparedMonths(report);
  if (then === null) return [];
  const cells = months.map((i) => {
    const {month = "", year = ""} = then[i] ?? {};
    return numberCell(year === "" ? month : html`${month} <span class="year">${year}</span>`);
  });
  return [tableRow("Compared with", hasTotal ? [...cells, totalCell("")] : cells, "days")];
}

function blockRows({label, rows}: ComparedBlock, {months, hasTotal}: Block): Markup[] {
  return rows.map((row, i) => {
    const cells = months.map((month) => numberCell(cellContent(row.cells[month]!)));
    const total = totalCell(row.total === null ? "" : cellContent(row.total));
    return tableRow(rowLabel(label, row, i === 0), hasTotal ? [...cells, total] : cells, i === 0 ? "" : kindOf(row));
  });
}

function kindOf({kind}: ComparedRow): RowKind {
  return kind === "now" ? "" : kind;
}

/** The measure is shown on the first row of its block and said on all of them. */
function rowLabel(measure: string, {label}: ComparedRow, isFirst: boolean): Markup {
  return isFirst
    ? html`${measure} <span class="which">${label}</span>`
    : html`<span class="unseen">${measure}, </span><span class="which">${label}</span>`;
}

function cellContent({text, words, isReported}: ComparedCell): Content {
  if (words !== null) return signWithWords(text, words);
  return isReported ? reportedValue(text) : text;
}
