import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {
  type ComparedBlock,
  type ComparedCell,
  type ComparedRow,
  comparedBlocks,
  comparedMonths,
  comparisonTitle,
} from "../content/comparison.ts";
import {comparisonSentences} from "../content/comparison-notes.ts";
import {explainsReportedIn} from "../content/marks.ts";
import {printedSpan} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {hasTotals} from "../content/totals.ts";
import {type Content, html, type Markup, noMarkup} from "../markup/html.ts";
import {gapsList} from "./notes.ts";
import {
  headCell,
  monthBlocks,
  monthCells,
  monthFold,
  monthNumbers,
  placeTable,
  type RowKind,
  reportedMarkup,
  reportedValue,
  signWithWords,
  tableRow,
  totalCell,
  totalHead,
} from "./table.ts";

/**
 * The comparison under its heading's text: a block a measure, then why values are missing.
 *
 * @param lead Tells it from another comparison of the page.
 */
export function comparisonTables(report: Report, lead = ""): Markup {
  if (comparisonTitle(report) === null) return noMarkup;
  const blocks = monthBlocks(report.columns.length);
  const tables = blocks.map((months, i) => {
    // An index has no whole period.
    const hasTotal = report.comparison !== null && hasTotals(report) && i === blocks.length - 1;
    return comparisonTable(report, {months, hasTotal}, lead);
  });
  const meaning = explainsReportedIn(report) === "comparison" ? reportedMarkup(wordsOf(report)) : noMarkup;
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
  const words = wordsOf(report);
  return placeTable({
    lead: `${lead} ${words.t("lead", {title: comparisonTitle(report) ?? ""})}`.trim(),
    caption: words.t("month-by-month", {span: printedSpan(periods, words)}),
    kind: "compared",
    ...monthFold(periods.length, words),
    head: [
      headCell(words.t("head-figure")),
      ...monthCells(periods, all, words),
      block.hasTotal ? totalHead(all, words) : noMarkup,
    ],
    bodies: [monthRows(report, block), ...comparedBlocks(report).map((one) => blockRows(one, block, words))].filter(
      (rows) => rows.length > 0,
    ),
  });
}

function monthRows(report: Report, {months, hasTotal}: Block): Markup[] {
  const then = comparedMonths(report);
  if (then === null) return [];
  const cells = months.map((i) => {
    const {month = "", year = ""} = then[i] ?? {};
    return year === "" ? month : html`${month} <span class="year">${year}</span>`;
  });
  const row = monthNumbers(cells);
  return [tableRow(wordsOf(report).t("compared-with"), hasTotal ? [...row, totalCell("")] : row, "days")];
}

function blockRows({label, rows}: ComparedBlock, {months, hasTotal}: Block, words: Translator): Markup[] {
  return rows.map((row, i) => {
    const cells = monthNumbers(months.map((month) => cellContent(row.cells[month]!, words)));
    const total = totalCell(row.total === null ? "" : cellContent(row.total, words));
    return tableRow(
      rowLabel(label, row, i === 0, words),
      hasTotal ? [...cells, total] : cells,
      i === 0 ? "" : kindOf(row),
    );
  });
}

function kindOf({kind}: ComparedRow): RowKind {
  return kind === "now" ? "" : kind;
}

/** The measure is shown on the first row of its block and said on all of them. */
function rowLabel(measure: string, {label}: ComparedRow, isFirst: boolean, words: Translator): Markup {
  return isFirst
    ? html`${measure} <span class="which">${label}</span>`
    : html`<span class="unseen">${measure}${words.series(["", ""])}</span><span class="which">${label}</span>`;
}

function cellContent({text, words: said, isReported}: ComparedCell, words: Translator): Content {
  if (said !== null) return signWithWords(text, said);
  return isReported ? reportedValue(text, words) : text;
}
