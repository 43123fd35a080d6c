import {addMonths} from "../../../base/period.ts";
import type {MessageId} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {asWritten} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ComparisonName} from "../selection.ts";
import type {ServedSite} from "../served-site.ts";
import {choiceField, choiceOption} from "./field.ts";
import {type ChoiceChange, choiceQuery, choosableMonths, type FigureChoice, forms} from "./query.ts";

const besides = {
  none: "site-beside-none",
  "year-ago": "site-beside-year-ago",
  previous: "site-beside-previous",
} as const satisfies Readonly<Record<ComparisonName, MessageId>>;

/** What each way of looking is called; null where it is called so in every language. */
const shownAs = {
  ...{all: "site-as-both", chart: "site-as-chart", table: "site-as-table"},
  ...{csv: null, json: null},
} as const satisfies Readonly<Record<(typeof forms)[number], MessageId | null>>;

/** The field in which a reader chooses the way of looking. */
export function formField(chosen: (typeof forms)[number], words: Translator): Markup {
  const ways = forms.map((name) => {
    const id = shownAs[name];
    return choiceOption(name, id === null ? name.toUpperCase() : words.t(id), name === chosen);
  });
  return choiceField("as", words.t("site-shown-as"), ways);
}

/** The form in which a reader chooses, and links that choose what is chosen most. */
export function chooser(site: ServedSite, choice: FigureChoice): Markup {
  const {words, series: all} = site;
  const months = choosableMonths(site).toReversed();
  const {series, from, until, compare, as} = choice;
  const figures = all.map(({slug, label}) => choiceOption(slug, label, slug === series.slug));
  const monthOptions = (chosen: string | undefined) => [
    choiceOption("", words.t("site-any-month"), chosen === undefined),
    ...(chosen !== undefined && !months.includes(chosen) ? [choiceOption(chosen, words.month(chosen), true)] : []),
    ...months.map((month) => choiceOption(month, words.month(month), month === chosen)),
  ];
  const comparisons = Object.entries(besides).map(([name, id]) => choiceOption(name, words.t(id), name === compare));
  return html`<form class="choose" method="get" action="./">
${choiceField("figure", words.t("head-figure"), figures)}${choiceField("from", words.t("site-from"), monthOptions(from))}${choiceField(
  "until",
  words.t("site-until"),
  monthOptions(until),
)}${choiceField("compare", words.t("site-set-beside"), comparisons)}${formField(as, words)}<p><button>${words.t("site-show")}</button></p>
</form>
${quickLinks(choice, words)}`;
}

function quickLinks(choice: FigureChoice, words: Translator): Markup {
  const last = choice.series.months.at(-1)?.span;
  if (last === undefined) return noMarkup;
  const link = (text: string, change: ChoiceChange): Markup => {
    return html`<li><a href="?${choiceQuery(choice, change)}">${asWritten(text)}</a></li>
`;
  };
  const lastYear = {from: addMonths(last, -11), until: last};
  return html`<ul class="letters">
${link(words.t("site-last-twelve"), lastYear)}${link(words.t("site-last-twelve-beside"), {...lastYear, compare: "year-ago"})}${link(
  words.t("site-all-months"),
  {from: undefined, until: undefined, compare: "none"},
)}${link("CSV", {as: "csv"})}${link("JSON", {as: "json"})}</ul>
`;
}
