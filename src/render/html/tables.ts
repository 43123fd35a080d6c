import type {Translator} from "../../base/words/translator.ts";
import type {Report, Table, TableRow} from "../../report/report.ts";
import {tableCaption} from "../charts/captions.ts";
import {drawCycle} from "../charts/cycle.ts";
import {renderShareBar} from "../charts/small-bars.ts";
import {inBlocks, printedSpan} from "../content/months.ts";
import {movementOf} from "../content/movement.ts";
import {wordsOf} from "../content/report-words.ts";
import {formatCell, formatGroup, hasMovement, isShare, rowsInOrder} from "../content/table-rows.ts";
import {type Content, html, type Markup, noMarkup} from "../markup/html.ts";
import {anchorOf, headingLink, linkedNames} from "./anchors.ts";
import {besideEachOther, roomOf, type TablePart} from "./beside.ts";
import {headCell, markupNumber, openRow, placeTable, signWithWords, tableRow} from "./table.ts";

/** The most rows of a cycle that stand below each other: a day of 24 hours is set as two tables side by side. */
const mostCycleRows = 12;

/** Of fewer tables no names stand above them. */
const leastNamed = 3;

/** A ranked table of more rows than this shows the first five until it is opened. */
const mostUnfolded = 8;

/** A table of more rows than this may break over two pages. */
const mostWhole = 25;

/**
 * What is behind the figures: the names of the tables, then each with its heading, what it shows and its notes; nothing without any.
 *
 * @param further What stands after them.
 */
export function tableSections(
  report: Report,
  kind: "table" | "books" = "table",
  further: readonly TablePart[] = [],
): Markup {
  if (report.tables.length === 0 && further.length === 0) return noMarkup;
  const words = wordsOf(report);
  const span = printedSpan(
    report.columns.map(({period}) => period),
    words,
  );
  const named = report.tables.map((table) => ({table, title: table.title, anchor: anchorOf(kind, table.id)}));
  const parts = named.map(({table, title, anchor}, i): TablePart => {
    // What several tables have in common is said below the first of them.
    const isSaid = report.tables.findIndex(({definition}) => definition === table.definition) < i;
    const content = html`<h3>${headingLink(anchor, title)}</h3>
${tableBody(table, span, report)}${remarks(table, isSaid)}`;
    return {id: anchor, classes: ["table", ...sizeOf(table)], content};
  });
  const names =
    named.length < leastNamed
      ? noMarkup
      : html`<p class="names">${linkedNames(named)}</p>
`;
  return html`${names}${besideEachOther([...parts, ...further])}`;
}

function sizeOf({form, rows, columns, groupLabel}: Table): string[] {
  const isWhole = form === "cycle" || rows.length <= mostWhole;
  const isWide = form === "cycle" && rows.length > mostCycleRows;
  const across = columns.length + (groupLabel === null ? 0 : 1);
  return [...(isWide ? ["wide"] : roomOf(across)), ...(isWhole ? ["whole"] : [])];
}

function tableBody(table: Table, span: string, report: Report): Markup {
  const words = wordsOf(report);
  if (table.rows.length === 0) {
    return html`<p>${words.t("none-in-period")}</p>
`;
  }
  return table.form === "cycle" ? cycle(table, report) : rankedTable(table, span, words);
}

function remarks({definition, notes}: Table, isSaid: boolean): Markup {
  if (isSaid && notes.length === 0) return noMarkup;
  const said = isSaid
    ? noMarkup
    : html`<p>${definition}</p>
`;
  const items = notes.map(
    ({text}) => html`<li>${text}</li>
`,
  );
  const list =
    notes.length === 0
      ? noMarkup
      : html`<ul>
${items}</ul>
`;
  return html`<div class="remarks">
${said}${list}</div>
`;
}

function rankedTable(table: Table, span: string, words: Translator): Markup {
  const caption = hasMovement(table) ? words.t("ranks-against-caption", {span, period: table.previous ?? ""}) : span;
  const items = table.rows.filter((row) => row.kind === "item");
  const highest = Math.max(0, ...items.flatMap((row) => sharesOf(row, table)));
  const isFolded = table.form === "ranked" && items.length > mostUnfolded;
  return placeTable({
    lead: words.t("lead", {title: table.title}),
    caption,
    kind: table.form === "list" ? "sheet" : "ranked",
    ...(isFolded ? {fold: {kind: "rows", name: words.t("all-rows", {count: String(items.length)})}} : {}),
    head: [
      table.form === "ranked" ? html`<th scope="col" class="rank">${words.t("head-rank")}</th>` : noMarkup,
      hasMovement(table) ? html`<th scope="col" class="moved">${words.t("head-moved")}</th>` : noMarkup,
      html`<th scope="col" class="name">${table.rowLabel}</th>`,
      table.groupLabel !== null ? html`<th scope="col" class="name">${table.groupLabel}</th>` : noMarkup,
      ...table.columns.map((column) => {
        return isShare(column) ? html`<th scope="col" class="share">${column.label}</th>` : headCell(column.label);
      }),
    ],
    bodies: [rowsInOrder(table).map((row) => rankedRow(row, table, highest, words))],
  });
}

function sharesOf({values}: TableRow, {columns}: Table): number[] {
  return columns.flatMap((column, i) => (isShare(column) ? [values[i] ?? 0] : []));
}

function rankedRow(row: TableRow, table: Table, highest: number, words: Translator): Markup {
  const movement = movementOf(row, table, words);
  const moved: Content = movement === null ? "" : movedContent(movement.sign, movement.words);
  const rank = table.form === "ranked" ? html`<td class="rank">${row.rank ?? ""}</td>` : noMarkup;
  return html`${openRow(row.kind === "item" ? "" : "rest")}${rank}${
    hasMovement(table) ? html`<td class="moved">${moved}</td>` : noMarkup
  }<th scope="row"><bdi>${row.label}</bdi></th>${
    table.groupLabel !== null ? html`<td class="name">${formatGroup(row, table, words)}</td>` : noMarkup
  }${table.columns.map((column, i) => {
    const printed = formatCell(row, i, table, words);
    if (!isShare(column)) return markupNumber(printed);
    // Others may be larger than all that is listed: a bar of it would leave the rest none.
    const bar = renderShareBar(row.kind === "item" ? (row.values[i] ?? null) : null, highest);
    return html`<td class="share">${printed} ${bar}</td>`;
  })}</tr>
`;
}

function movedContent(sign: string, words: string): Content {
  return sign === words ? sign : signWithWords(sign, words);
}

function cycle(table: Table, report: Report): Markup {
  const words = wordsOf(report);
  const rows = rowsInOrder(table);
  const blocks = inBlocks(rows.length, mostCycleRows).map((block) => block.map((i) => rows[i]!));
  return html`<div class="cycles">
<figure>
${drawCycle(table, words)}
<figcaption>${tableCaption(table, report, words)}</figcaption>
</figure>
${blocks.map((block) => cycleTable(table, block, words))}</div>
`;
}

function cycleTable(table: Table, rows: readonly TableRow[], words: Translator): Markup {
  const [first, last] = [rows[0]?.label ?? "", rows.at(-1)?.label ?? ""];
  return placeTable({
    lead: words.t("lead", {title: table.title}),
    caption: first === last ? first : words.t("span", {from: first, until: last}),
    kind: "cycle",
    head: [headCell(table.rowLabel), ...table.columns.map(({label}) => headCell(label))],
    bodies: [
      rows.map((row) =>
        tableRow(
          row.label,
          table.columns.map((_, i) => markupNumber(formatCell(row, i, table, words))),
          row.kind === "item" ? "" : "rest",
        ),
      ),
    ],
  });
}
