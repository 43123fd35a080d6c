import type {Translator} from "../../../base/words/translator.ts";
import {courseFigure, courseTitle, describeSeries} from "../../../publish/site/pages/course-figure.ts";
import {part, renderPage} from "../../../publish/site/pages/frame.ts";
import {printValue, unitOf} from "../../../publish/site/pages/printed.ts";
import {asWritten, sheet} from "../../../publish/site/pages/sheet.ts";
import {vintageKind, vintageSource} from "../../../publish/site/pages/vintage-words.ts";
import {relativeLink, seriesPath} from "../../../publish/site/paths.ts";
import type {Series} from "../../../publish/site/series.ts";
import {formatChange} from "../../../render/content/change.ts";
import {restatedValue} from "../../../render/html/table.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type ComparedMonth, type SelectedMonth, type Selection, selectMonths} from "../selection.ts";
import type {ServedSite} from "../served-site.ts";
import {chooser} from "./chooser.ts";
import {embedPart} from "./embed-part.ts";
import {exploreParts, rulesDoubt, rulesList} from "./parts.ts";
import type {FigureChoice} from "./query.ts";

/** From here, where it lies: all links of the page are relative. */
const explorePath = "explore/index.html";

/** The page of exploring: the form, what was chosen, how it was counted, and the same as data. */
export function explorePage(site: ServedSite, choice: FigureChoice): string {
  const {words} = site;
  const {series, as} = choice;
  const selection = selectMonths(site, series, choice);
  const own = {...series, months: selection.months.flatMap(({point}) => (point === undefined ? [] : [point]))};
  const chart = as === "table" ? noMarkup : courses(own, selection, choice, words);
  const table = as === "chart" ? noMarkup : monthsTable(selection.months, choice, words);
  const unit = unitOf(series);
  const body = html`<h1>${words.t("site-explore")}</h1>
<p class="lead">${words.t("site-explore-means")}</p>
${exploreParts(words, "figures", "")}${chooser(site, choice)}<section id="figure">
<h2>${courseTitle(own, words)}</h2>
${
  unit === null
    ? noMarkup
    : html`<p class="when">${asWritten(unit)}</p>
`
}<p>${describeSeries(own, words)}</p>
${rulesDoubt(selection.editions, words)}${chart}${table}</section>
${part(words.t("site-counted-how"), howCounted(selection, choice, words), "counted")}${embedPart(choice, words)}`;
  const title = words.t("label-and-text", {label: words.t("site-explore"), text: series.label});
  return renderPage(site, {path: explorePath, title, description: describeSeries(own, words), body, hasForm: true});
}

/** What is chosen as a line, and below it what it is set beside. */
function courses(own: Series, {months}: Selection, {series, compare}: FigureChoice, words: Translator): Markup {
  const drawn = courseFigure(own, words);
  if (compare === "none") return drawn;
  const wanted = new Set(months.map(({compared}) => compared?.month));
  const beside = {...series, months: series.months.filter(({span}) => wanted.has(span))};
  const other = courseFigure(beside, words);
  return other === noMarkup
    ? drawn
    : html`${drawn}<h3>${courseTitle(beside, words)}</h3>
${other}`;
}

function monthsTable(months: readonly SelectedMonth[], {series, compare}: FigureChoice, words: Translator): Markup {
  const isCompared = compare !== "none";
  const columns = [
    {head: words.t("site-span")},
    {head: words.t("site-value")},
    ...(isCompared ? [{head: words.t("site-beside")}, {head: words.t("site-change")}] : []),
    {head: words.t("site-last-said-by"), kind: "text"},
    {head: words.t("site-kind"), kind: "text"},
  ] as const;
  const rows = months.toReversed().map(({month, point, value, compared, changePercent}) => {
    const last = point?.vintages.at(-1);
    const printed = printValue(value, series, words);
    const beside = compared === null ? [] : [besideCell(compared, series, words), changeCell(changePercent, words)];
    return [
      words.month(month),
      (point?.vintages.length ?? 0) > 1 ? restatedValue(printed, words) : printed,
      ...beside,
      last === undefined ? words.t("site-not-published") : vintageSource(last, explorePath, words),
      last === undefined ? "" : vintageKind(last, words),
    ];
  });
  return sheet(words.t("site-every-month"), columns, rows);
}

function besideCell({month, value, isToldBeside}: ComparedMonth, series: Series, words: Translator): Markup {
  const told = isToldBeside ? words.t("site-told-beside") : "";
  const name = words.sentences([words.month(month), told].filter((text) => text !== ""));
  return html`${printValue(value, series, words)} <span class="when">${name}</span>`;
}

function changeCell(changePercent: number | null, words: Translator): string {
  return changePercent === null ? "–" : formatChange(changePercent, words);
}

function howCounted({editions}: Selection, {series}: FigureChoice, words: Translator): Markup {
  const definition =
    series.definition === ""
      ? noMarkup
      : html`<p>${asWritten(series.definition)}</p>
`;
  return html`${definition}${rulesList(editions, explorePath, words)}<p><a href="${relativeLink(explorePath, seriesPath(series))}">${words.t("site-vintages")}</a></p>
`;
}
