import type {Figures, Report} from "../report/report.ts";
import {formatFigure} from "./figures.ts";
import {gapSentences, isCovered} from "./gaps.ts";
import {headCell, monthBlocks, monthCells, numberCell, placeTable, tableRow} from "./html-table.ts";
import {type Content, html, type Markup, nothing} from "./markup.ts";
import {spanOf} from "./months.ts";
import {marksOf, notesByMark} from "./notes.ts";
import {renderSpark} from "./spark.ts";

/** The main table: a row a measure, a column a month, the row's shape at its end. */
export function figuresTables(report: Report): Markup {
  const blocks = monthBlocks(report.columns.length);
  return html`${blocks.map((block, i) => figuresTable(report, block, i === 0))}`;
}

function figuresTable(report: Report, block: readonly number[], isFirst: boolean): Markup {
  const columns = block.map((i) => report.columns[i]!);
  const periods = columns.map(({period}) => period);
  const all = report.columns.map(({period}) => period);
  return placeTable({
    caption: `Figures by month, ${spanOf(periods)}`,
    kind: "figures",
    head: [headCell("Figure"), ...monthCells(periods, all), html`<th scope="col" class="drawn">Course</th>`],
    rows: [
      columns.every(isCovered) ? nothing : coverageRow(report, block),
      ...report.measures.map((figures, row) => figureRow(report, {figures, row, block, isFirst})),
    ],
  });
}

function coverageRow({columns}: Report, block: readonly number[]): Markup {
  const cells = block.map((i) => {
    const {days, daysCovered} = columns[i]!;
    return numberCell(isCovered(columns[i]!) ? days : `${daysCovered} of ${days}`);
  });
  return tableRow("Days covered by logs", [...cells, html`<td></td>`], "days");
}

interface RowPlace {
  readonly figures: Figures;
  /** Place of the measure in the report, from 0. */
  readonly row: number;
  readonly block: readonly number[];
  /** Notes link back to the first table only: an id stands once in a page. */
  readonly isFirst: boolean;
}

function figureRow({notes}: Report, {figures, row, block, isFirst}: RowPlace): Markup {
  const marks = marksOf(figures, notes).map((mark) => {
    const id = isFirst ? html` id="${referenceId(mark, row)}"` : nothing;
    return html`<sup><a${id} href="#note-${mark}" aria-label="Note ${mark}">${mark}</a></sup>`;
  });
  const values = block.map((i) => figures.values[i] ?? null);
  return tableRow(html`${figures.label}${marks}`, [
    ...block.map((i) => numberCell(figureContent(figures, i))),
    html`<td class="drawn">${renderSpark(values)}</td>`,
  ]);
}

function figureContent(figures: Figures, i: number): Content {
  if ((figures.values[i] ?? null) !== null) return formatFigure(figures, i);
  return html`<span aria-hidden="true">–</span><span class="unseen">${figures.reasons[i] ?? "not recorded"}</span>`;
}

function referenceId(mark: number, row: number): string {
  return `note-${mark}-row-${row + 1}`;
}

/** The notes under the table: numbered once, each linked back to the rows that carry its number; then the gaps. */
export function notesList(report: Report): Markup {
  const notes = notesByMark(report).map(
    ({
      mark,
      text,
      measures,
    }) => html`<li id="note-${mark}" value="${mark}">${text}${backLinks(report, mark, measures)}</li>
`,
  );
  const gaps = gapSentences(report).map(
    (text) => html`<li>${text}</li>
`,
  );
  return html`${listOf("ol", "notes", notes)}${listOf("ul", "gaps", gaps)}`;
}

function listOf(kind: "ol" | "ul", name: "notes" | "gaps", items: readonly Markup[]): Markup {
  if (items.length === 0) return nothing;
  return kind === "ol"
    ? html`<ol class="${name}">
${items}</ol>
`
    : html`<ul class="${name}">
${items}</ul>
`;
}

/** One link for a note of the whole table, else one for each row that carries it. */
function backLinks({measures}: Report, mark: number, carriers: readonly Figures[]): Markup[] {
  const isOfAll = carriers.length === measures.length;
  return (isOfAll ? carriers.slice(0, 1) : carriers).map((figures) => {
    const to = isOfAll ? "the table" : figures.label;
    const id = referenceId(mark, measures.indexOf(figures));
    return html` <a class="back" href="#${id}" aria-label="Back to ${to}">↑</a>`;
  });
}
