import {sheet} from "../../../publish/site/pages/sheet.ts";
import {wordsOf} from "../../../render/content/report-words.ts";
import {formatCell, rowsInOrder} from "../../../render/content/table-rows.ts";
import {figuresTables} from "../../../render/html/figures.ts";
import {notesList} from "../../../render/html/notes.ts";
import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Report, Table} from "../../../report/report.ts";
import {keysIn, nameField, nameTables} from "./names.ts";
import {namesWithLinks} from "./preview.ts";

const nameOf = namesWithLinks("");

/** A report with each of its names a way to the field of the page in which it is renamed: figures, tables, what became of requests. */
export function pointable(report: Report): Markup {
  return html`${figuresTables(report, "", nameOf)}${notesList(report)}${report.tables.map((table) => tableMarkup(table, report))}${accountMarkup(report)}`;
}

function tableMarkup(table: Table, report: Report): Markup {
  const {id, title, rowLabel, columns} = table;
  const words = wordsOf(report);
  const heads = [
    {head: rowLabel},
    ...columns.map((column) => ({head: nameOf(`column.${id}.${column.id}`, column.label)})),
  ];
  const named = nameTables.find((one) => id.split(":")[0] === (one === "titles" ? "top-documents" : one));
  const keys = new Set(named === undefined ? [] : keysIn(report, named));
  const rows = rowsInOrder(table).map((row): Content[] => {
    const isNamed = named !== undefined && row.kind === "item" && keys.has(row.key);
    const label = html`<bdi>${row.label}</bdi>`;
    return [
      isNamed ? html`<a href="#${nameField(named, row.key)}">${label}</a>` : label,
      ...columns.map((_, place) => formatCell(row, place, table, words)),
    ];
  });
  return html`<h2>${nameOf(`table.${id}`, title)}</h2>
${sheet(title, heads, rows)}`;
}

function accountMarkup(report: Report): Markup {
  const {account} = report;
  const words = wordsOf(report);
  const verdicts = account[0]?.verdicts ?? [];
  const heads = [{head: words.t("section.account")}, ...account.map(({period}) => ({head: words.month(period)}))];
  const rows = verdicts.map(({id, label}, place): Content[] => [
    nameOf(`verdict.${id}`, label),
    ...account.map((month) => words.number(month.verdicts[place]?.requests ?? 0)),
  ]);
  return rows.length === 0
    ? noMarkup
    : html`<h2>${words.t("section.account")}</h2>
${sheet(words.t("section.account"), heads, rows)}`;
}
