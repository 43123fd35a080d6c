import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {renderPlanBar} from "../charts/small-bars.ts";
import {comparisonTitle} from "../content/comparison.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {type LedgerList, ledgerLists} from "../content/ledger-lists.ts";
import {ledgerSheets, type Sheet, type SheetCell} from "../content/ledger-sheets.ts";
import {printedSpan} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {type Content, html, type Markup, noMarkup} from "../markup/html.ts";
import {anchorOf, headingLink} from "./anchors.ts";
import {roomOf, type TablePart} from "./beside.ts";
import {comparisonTables} from "./comparison.ts";
import {figuresTables} from "./figures.ts";
import {mapPart} from "./map.ts";
import {gapsList, notesList} from "./notes.ts";
import {headCell, markupNumber, openRow, placeTable, signWithWords} from "./table.ts";
import {tableSections} from "./tables.ts";

/** What the books yield, below its heading: figures by month, comparison, tables, plan, ranks, events, credits. */
export function ledgerSection(report: Report): Markup {
  const {ledger, columns} = report;
  if (ledger === null) return noMarkup;
  const view = ledgerView(report, ledger);
  const words = wordsOf(report);
  const span = printedSpan(
    columns.map(({period}) => period),
    words,
  );
  const lead = words.t("lead", {title: words.t("section.ledger")});
  const figures =
    ledger.measures.length === 0
      ? noMarkup
      : html`${figuresTables(view, lead)}${notesList(view)}${compared(view, lead)}`;
  const sheets = ledgerSheets(report, ledger).map((sheet) => sheetTable(sheet, span, words));
  const lists = ledgerLists(report, ledger).map(listPart);
  return html`${figures}${tableSections(view, "books", [...mapPart(ledger, span, words), ...sheets, ...lists])}`;
}

function compared(view: Report, lead: string): Markup {
  const title = comparisonTitle(view);
  if (title === null) return noMarkup;
  const anchor = anchorOf("books", "comparison");
  return html`<h3 id="${anchor}">${headingLink(anchor, title)}</h3>
${comparisonTables(view, lead)}`;
}

function listPart({id, title, items}: LedgerList): TablePart {
  const anchor = anchorOf("books", id);
  const content = html`<h3>${headingLink(anchor, title)}</h3>
<ul>
${items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`;
  return {id: anchor, classes: ["table", "whole"], content};
}

function sheetTable({id, title, heads, rows, ratios, sentences}: Sheet, span: string, words: Translator): TablePart {
  const isDrawn = ratios.length > 0;
  const anchor = anchorOf("books", id);
  const content = html`<h3>${headingLink(anchor, title)}</h3>
${placeTable({
  lead: words.t("lead", {title: title}),
  caption: isDrawn ? words.t("plan-caption", {span}) : span,
  kind: "sheet",
  head: [
    ...heads.map(({text, isText}) => (isText ? html`<th scope="col" class="name">${text}</th>` : headCell(text))),
    isDrawn ? html`<th scope="col" class="drawn">${words.t("head-distance")}</th>` : noMarkup,
  ],
  bodies: [rows.map((cells, i) => sheetRow(cells, heads, isDrawn ? (ratios[i] ?? null) : undefined))],
})}${gapsList(sentences)}`;
  return {id: anchor, classes: ["table", "whole", ...roomOf(heads.length + (isDrawn ? 1 : 0))], content};
}

function sheetRow(cells: readonly SheetCell[], heads: Sheet["heads"], ratio: number | null | undefined): Markup {
  const [first, ...others] = cells.map(contentOf);
  const printed = others.map((content, i) => {
    return heads[i + 1]?.isText ? html`<td class="name">${content}</td>` : markupNumber(content);
  });
  const drawn =
    ratio === undefined ? noMarkup : html`<td class="drawn">${ratio === null ? noMarkup : renderPlanBar(ratio)}</td>`;
  return html`${openRow("")}<th scope="row"><bdi>${first ?? ""}</bdi></th>${printed}${drawn}</tr>
`;
}

function contentOf({text, words}: SheetCell): Content {
  return words === null ? text : signWithWords(text, words);
}
