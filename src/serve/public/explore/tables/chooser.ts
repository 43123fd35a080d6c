import {asWritten} from "../../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../../render/markup/html.ts";
import type {ServedSite} from "../../served-site.ts";
import {editionsWith} from "../../table-in-force.ts";
import {formField} from "../chooser.ts";
import {choiceField, choiceOption} from "../field.ts";
import {type TableChange, type TableChoice, tableLink, tablesOf} from "./query.ts";

/** So many rows can be chosen by the form; all others by the links of the table. */
const mostRows = 500;

/** The form in which a reader chooses a table, and links that choose what is chosen most. */
export function tableChooser(site: ServedSite, choice: TableChoice): Markup {
  const {words} = site;
  const {table, beside, row, as} = choice;
  const tables = [...tablesOf(site)].map(([id, title]) => choiceOption(id, title, id === table.id));
  const editions = editionsWith(site, table.id).toReversed();
  const editionOptions = (chosen: string | undefined) => {
    return editions.map(({period}) => choiceOption(period, words.period(period), period === chosen));
  };
  const items = table.rows.filter(({kind}) => kind === "item").slice(0, mostRows);
  const rows = [
    choiceOption("", words.t("site-all-rows"), row === null),
    ...(row === null || items.some(({key}) => key === row) ? [] : [choiceOption(row, row, true)]),
    ...items.map(({key, label}) => choiceOption(key, label, key === row)),
  ];
  return html`<form class="choose" method="get" action="./">
${choiceField("table", words.t("site-table"), tables)}${choiceField("edition", words.t("site-edition"), editionOptions(table.edition.period))}${choiceField(
  "beside",
  words.t("site-set-beside"),
  [choiceOption("", words.t("site-beside-none"), beside === null), ...editionOptions(beside?.edition.period)],
)}${choiceField("row", words.t("site-row"), rows)}${formField(as, words)}<p><button>${words.t("site-show")}</button></p>
</form>
${quickLinks(
  choice,
  editions.map(({period}) => period),
  words,
)}`;
}

function quickLinks(choice: TableChoice, editions: readonly string[], words: ServedSite["words"]): Markup {
  const link = (
    text: string,
    change: TableChange,
  ): Markup => html`<li><a href="?${tableLink(choice, change)}">${asWritten(text)}</a></li>
`;
  const period = choice.table.edition.period;
  const before = editions[editions.indexOf(period) + 1];
  const yearAgo = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
  const beside = [before, yearAgo].filter(
    (one, place, all) => one !== undefined && editions.includes(one) && all.indexOf(one) === place,
  );
  return html`<ul class="letters">
${beside.map((one) => link(words.t("site-beside-edition", {edition: words.key(one!)}), {beside: one!}))}${
  choice.row === null ? noMarkup : link(words.t("site-all-rows"), {row: null})
}${link("CSV", {as: "csv"})}${link("JSON", {as: "json"})}</ul>
`;
}
