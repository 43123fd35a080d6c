import type {Translator} from "../../../../base/words/translator.ts";
import {part, renderPage} from "../../../../publish/site/pages/frame.ts";
import {printValue, unitOf} from "../../../../publish/site/pages/printed.ts";
import {asWritten, type SheetColumn, sheet} from "../../../../publish/site/pages/sheet.ts";
import {editionPath, relativeLink} from "../../../../publish/site/paths.ts";
import {formatChange} from "../../../../render/content/change.ts";
import {restatedValue} from "../../../../render/html/table.ts";
import {type Content, html, type Markup, noMarkup} from "../../../../render/markup/html.ts";
import {isPublishedPercent} from "../../../../report/unit.ts";
import type {ServedSite} from "../../served-site.ts";
import {editionsWith, type RowInForce, type TableInForce, tableInForce} from "../../table-in-force.ts";
import {exploreParts, rulesDoubt, rulesList} from "../parts.ts";
import {tableChooser} from "./chooser.ts";
import {type TableChoice, tableLink} from "./query.ts";

/** From here, where it lies: all links of the page are relative. */
const tablesPath = "explore/tables/index.html";

/** Through so many editions a row is followed: reading each takes time. */
const mostEditions = 24;
const mostBars = 40;

/** The page of exploring tables: the form, what was chosen, one row through the editions, and how it was counted. */
export function tablesPage(site: ServedSite, choice: TableChoice): string {
  const {words} = site;
  const {table, beside, row, as} = choice;
  const editions = beside === null ? [table.edition] : [table.edition, beside.edition];
  const rows = row === null ? table.rows : table.rows.filter(({key}) => key === row);
  const label = row === null ? null : (rows[0]?.label ?? row);
  const body = html`<h1>${words.t("site-explore")}</h1>
${exploreParts(words, "tables", "../")}${tableChooser(site, choice)}<section id="table">
<h2>${asWritten(table.title)} · <a href="${relativeLink(tablesPath, editionPath(table.edition))}">${words.key(table.edition.period)}</a></h2>
${rulesDoubt(editions, words)}${as === "table" || row !== null ? noMarkup : bars(choice, words)}${as === "chart" ? noMarkup : valuesTable(choice, rows, words)}${leftOver(table, words)}</section>
${row === null ? noMarkup : part(words.t("site-row-through", {label: label ?? ""}), throughEditions(site, choice, row), "through")}${part(
  words.t("site-counted-how"),
  rulesList(editions, tablesPath, words),
  "counted",
)}`;
  const title = words.t("label-and-text", {label: words.t("site-explore"), text: table.title});
  const description = words.t("site-table-of", {title: table.title, edition: words.key(table.edition.period)});
  return renderPage(site, {path: tablesPath, title, description, body, hasForm: true});
}

type ColumnDetail = TableInForce["columnDetails"][number];

/** What a column is counted in is said by its head, where the label does not. */
function headOf({label, unit, unitId}: ColumnDetail): string {
  const said = unitOf({label, unit, unitId: unitId ?? ""});
  return said === null ? label : `${label} (${said})`;
}

function printed(value: number | null, {decimals, unit, unitId}: ColumnDetail, words: Translator): string {
  return printValue(value, {decimals, unit, unitId: unitId ?? ""}, words);
}

/** The first column as bars, in the order of the table: the figures stand beside them. */
function bars({table, beside}: TableChoice, words: Translator): Markup {
  const [column] = table.columnDetails;
  if (column === undefined) return noMarkup;
  const items = itemsOf(table).slice(0, mostBars);
  const before = new Map(beside === null ? [] : itemsOf(beside).map((row) => [row.key, valueIn(row, column, beside)]));
  const highest = Math.max(
    0,
    ...items.map(({values}) => values[0] ?? 0),
    ...[...before.values()].map((value) => value ?? 0),
  );
  const lines = items.map(({key, label, values: [value = null]}) => {
    const other =
      beside === null
        ? noMarkup
        : html`<dd class="before">${bar(before.get(key) ?? null, highest)}</dd>
`;
    return html`<dt>${asWritten(label)}</dt>
<dd>${bar(value, highest)} ${printed(value, column, words)}</dd>
${other}`;
  });
  const said = beside === null ? [] : [words.t("site-bars-beside", {edition: words.key(beside.edition.period)})];
  return html`<figure class="bars-of-rows">
<figcaption>${asWritten(words.clauses([headOf(column), ...said]))}</figcaption>
<dl>
${lines}</dl>
</figure>
`;
}

/** A bar from zero, as wide as there is room. It is hidden from screen readers: the figures stand beside it. */
function bar(value: number | null, highest: number): Markup {
  const width = value === null || highest <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, value / highest)) * 1000);
  return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${width}" height="10"/></svg>`;
}

/** The rows of one thing each. */
function itemsOf({rows}: TableInForce): readonly RowInForce[] {
  return rows.filter(({kind}) => kind === "item");
}

function valuesTable(
  {table, beside, row: chosen}: TableChoice,
  rows: readonly RowInForce[],
  words: Translator,
): Markup {
  const {columnDetails} = table;
  const edition = beside === null ? null : words.key(beside.edition.period);
  const columns = columnDetails.flatMap((column): SheetColumn[] => {
    const head = headOf(column);
    if (edition === null) return [{head}];
    return [{head}, {head: edition}, ...(isShare(column) ? [] : [{head: words.t("site-change")}])];
  });
  const before = new Map(beside?.rows.map((row) => [row.key, row]));
  const cells = rows.map((row) => [
    rowHead(row, {table, beside, row: chosen, as: "all"}),
    ...columnDetails.flatMap((column, place): Content[] => {
      const value = row.values[place] ?? null;
      const text = printed(value, column, words);
      const own = row.corrected.some((one) => one.column === column.id) ? restatedValue(text, words) : text;
      if (beside === null) return [own];
      const other = valueIn(before.get(row.key), column, beside);
      return [own, printed(other, column, words), ...(isShare(column) ? [] : [changed(value, other, words)])];
    }),
  ]);
  return sheet(table.title, [{head: words.t("site-row")}, ...columns], cells);
}

/** How far a share has moved is seen: a percentage of a percentage would be misread. */
function isShare({unit, unitId}: ColumnDetail): boolean {
  return isPublishedPercent(unitId ?? "", unit);
}

/** A column is found by its id: another edition may have other columns. */
function valueIn(row: RowInForce | undefined, {id}: ColumnDetail, {columnDetails}: TableInForce): number | null {
  const place = columnDetails.findIndex((column) => column.id === id);
  return row?.values[place] ?? null;
}

function changed(value: number | null, before: number | null, words: Translator): string {
  return value === null || before === null || before === 0 ? "–" : formatChange((value / before - 1) * 100, words);
}

function rowHead({key, kind, label}: RowInForce, choice: TableChoice): Content {
  if (kind !== "item" || choice.row !== null) return asWritten(label);
  return html`<a href="?${tableLink(choice, {row: key})}">${asWritten(label)}</a>`;
}

/** What errata say of rows that are not there would be missed otherwise. */
function leftOver({notInTable}: TableInForce, words: Translator): Markup {
  if (notInTable.length === 0) return noMarkup;
  const lines = notInTable.map(
    ({label, value}) => html`<li>${asWritten(label)}: ${value === null ? "–" : words.number(value)}</li>
`,
  );
  return html`<p>${words.t("site-rows-by-errata")}</p>
<ul>
${lines}</ul>
`;
}

/** One row in every edition that has the table, the newest first. */
function throughEditions(site: ServedSite, {table: {id, columnDetails, title}}: TableChoice, key: string): Markup {
  const {words} = site;
  const editions = editionsWith(site, id).slice(-mostEditions).toReversed();
  const rows = editions.flatMap((edition) => {
    const table = tableInForce(site, edition, id);
    if (table === null) return [];
    const row = table.rows.find((one) => one.key === key);
    const link = html`<a href="${relativeLink(tablesPath, editionPath(edition))}">${words.key(edition.period)}</a>`;
    const cells = columnDetails.map((column) => {
      const text = printed(valueIn(row, column, table), column, words);
      return row?.corrected.some((one) => one.column === column.id) ? restatedValue(text, words) : text;
    });
    return [[link, ...cells]];
  });
  const columns = [{head: words.t("site-span")}, ...columnDetails.map((column) => ({head: headOf(column)}))];
  return html`${sheet(title, columns, rows)}<p>${words.t("site-row-may-be-missing")}</p>
`;
}
