import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Report} from "../../report/report.ts";
import {renderSpark} from "../charts/sparkline.ts";
import {isCovered, totalCoverage} from "../content/coverage.ts";
import {isReported, isRestated} from "../content/marks.ts";
import {printedSpan} from "../content/months.ts";
import {marksOf, marksOfAll, marksOfMonth} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import {hasTotals} from "../content/totals.ts";
import {formatFigure, formatTotal} from "../content/values.ts";
import {type Content, html, type Markup, noMarkup} from "../markup/html.ts";
import {sayMarkup} from "../markup/messages.ts";
import {
  headCell,
  monthBlocks,
  monthCells,
  monthFold,
  monthNumbers,
  placeTable,
  reportedValue,
  restatedValue,
  signWithWords,
  tableRow,
  totalCell,
  totalHead,
} from "./table.ts";

/** The months that stand in one table, and what stands there once only. */
interface Block {
  readonly months: readonly number[];
  /** Notes link back to the first table only: an id stands once in a page. */
  readonly isFirst: boolean;
  /** The whole period stands in the last table only. */
  readonly hasTotal: boolean;
}

/**
 * The main table: a row a measure, a column a month, the whole period, the row's shape at its end.
 *
 * @param lead Tells it from another main table of the page.
 * @param nameOf How a measure's label is written, where it is more than its text: `measure.readers`.
 */
export function figuresTables(report: Report, lead = "", nameOf: NameOf = (_, label) => label): Markup {
  const blocks = monthBlocks(report.columns.length);
  const tables = blocks.map((months, i) => {
    const hasTotal = hasTotals(report) && i === blocks.length - 1;
    return figuresTable(report, {months, isFirst: i === 0, hasTotal}, {lead, nameOf});
  });
  return html`${commonMarks(report)}${tables}`;
}

/** The numbers of the notes that concern every row, said once. */
function commonMarks(report: Report): Markup {
  const marks = marksOfAll(report);
  if (marks.length === 0) return noMarkup;
  const words = wordsOf(report);
  const links = marks.map((mark) => noteLink(mark, html` id="${commonReferenceId(mark)}"`, words));
  return html`<p class="common">${sayMarkup(words, "notes-of-every-figure", {marks: html`${links}`})}</p>
`;
}

/** How something that has a label of its own is written. */
type NameOf = (id: string, label: string) => Content;

function figuresTable(
  report: Report,
  block: Block,
  {lead, nameOf}: {readonly lead: string; readonly nameOf: NameOf},
): Markup {
  const columns = block.months.map((i) => report.columns[i]!);
  const periods = columns.map(({period}) => period);
  const all = report.columns.map(({period}) => period);
  const words = wordsOf(report);
  return placeTable({
    lead,
    caption: words.t("figures-by-month", {span: printedSpan(periods, words)}),
    kind: "figures",
    ...monthFold(columns.length, words),
    head: [
      headCell(words.t("head-figure")),
      ...monthCells(periods, all, words, (period) => monthMarks(report, period)),
      block.hasTotal ? totalHead(all, words) : noMarkup,
      hasCourse(report) ? html`<th scope="col" class="drawn">${words.t("head-course")}</th>` : noMarkup,
    ],
    bodies: [
      [
        columns.every(isCovered) ? noMarkup : coverageRow(report, block),
        ...report.measures.map((_, row) => figureRow(report, row, block, nameOf)),
      ],
    ],
  });
}

/** One month has no course. */
function hasCourse({columns}: Report): boolean {
  return columns.length > 1;
}

/** The numbers of the notes on what changes from the month on. */
function monthMarks(report: Report, period: string): Markup[] {
  const words = wordsOf(report);
  return marksOfMonth(period, report.notes).map((mark) =>
    noteLink(mark, html` id="${columnReferenceId(mark)}"`, words),
  );
}

function noteLink(mark: number, id: Markup, words: Translator): Markup {
  const told = words.t("note-with-mark", {mark: String(mark)});
  return html`<sup><a${id} href="#note-${mark}" aria-label="${told}">${mark}</a></sup>`;
}

function coverageRow(report: Report, {months, hasTotal}: Block): Markup {
  const {columns} = report;
  const words = wordsOf(report);
  const print = (one: Pick<Report["columns"][number], "days" | "daysCovered">) =>
    isCovered(one) ? one.days : words.t("some-of-all", {some: String(one.daysCovered), all: String(one.days)});
  const cells = monthNumbers(months.map((i) => print(columns[i]!)));
  const total = hasTotal ? totalCell(print(totalCoverage(columns))) : noMarkup;
  const course = hasCourse(report) ? html`<td></td>` : noMarkup;
  return tableRow(words.t("days-covered-by-logs"), [...cells, total, course], "days");
}

/** @param row Place of the measure in the report, from 0. */
function figureRow(report: Report, row: number, {months, isFirst, hasTotal}: Block, nameOf: NameOf): Markup {
  const {measures, notes} = report;
  const words = wordsOf(report);
  const figures = measures[row]!;
  const common = marksOfAll(report);
  const own = marksOf(figures, notes).filter((mark) => !common.includes(mark));
  const marks = own.map((mark) => {
    const id = isFirst ? html` id="${referenceId(mark, row)}"` : noMarkup;
    return noteLink(mark, id, words);
  });
  const values = months.map((i) => figures.values[i] ?? null);
  return tableRow(html`${nameOf(`measure.${figures.id}`, figures.label)}${marks}`, [
    ...monthNumbers(months.map((i) => figureContent(report, figures, i))),
    hasTotal ? totalCell(totalContent(figures, words)) : noMarkup,
    hasCourse(report) ? html`<td class="drawn">${renderSpark(values)}</td>` : noMarkup,
  ]);
}

function figureContent(report: Report, figures: Figures, i: number): Content {
  const words = wordsOf(report);
  const printed = formatFigure(figures, i, words);
  if ((figures.values[i] ?? null) === null)
    return signWithWords(printed, figures.reasons[i] ?? words.t("not-recorded"));
  if (isReported(figures, i)) return reportedValue(printed, words);
  return isRestated(report, figures, report.columns[i]!.period) ? restatedValue(printed, words) : printed;
}

function totalContent(figures: Figures, words: Translator): Content {
  const printed = formatTotal(figures, words);
  return figures.total === null ? signWithWords(printed, figures.totalReason ?? words.t("not-recorded")) : printed;
}

/** Where a note's number stands beside the name of a month. */
export function columnReferenceId(mark: number): string {
  return `note-${mark}-column`;
}

/** Where a note's number stands beside the label of a measure. */
export function referenceId(mark: number, row: number): string {
  return `note-${mark}-row-${row + 1}`;
}

/** Where a note's number stands that concerns every row. */
export function commonReferenceId(mark: number): string {
  return `note-${mark}-all`;
}
