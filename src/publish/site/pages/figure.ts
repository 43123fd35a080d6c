import type {Translator} from "../../../base/words/translator.ts";
import {restatedValue} from "../../../render/html/table.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {relativeLink, seriesPath, seriesSheet} from "../paths.ts";
import {type Point, type Series, valueInForce} from "../series.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {courseFigure, describeSeries} from "./course-figure.ts";
import {pageStamp, part, renderPage} from "./frame.ts";
import {printValue, unitOf} from "./printed.ts";
import {asWritten, sheet} from "./sheet.ts";
import {dayOrDash, vintageKind, vintageSource, vintageWhy} from "./vintage-words.ts";

/** So many changed values and whole periods stand on one page; the sheet has all. */
const mostChanged = 30;
const mostPeriods = 120;

/** The page of a figure: its course, every month, and every value that was published. */
export function figurePage(site: ArchiveSite, series: Series): SiteFile {
  const path = seriesPath(series);
  return {path, key: pageStamp(site, series), make: () => page(site, series, path)};
}

function page(site: ArchiveSite, series: Series, path: string): string {
  const {words} = site;
  const {label, definition} = series;
  const about = [monthsOf(series, words), unitOf(series)].filter((text) => text !== null);
  const sentence = describeSeries(series, words);
  const means =
    definition === ""
      ? noMarkup
      : html`<p>${asWritten(definition)}</p>
`;
  const body = html`<h1>${asWritten(label)}</h1>
<p class="byline">${about.map((text, place) => html`${place > 0 ? " · " : ""}${asWritten(text)}`)}</p>
<p class="lead">${sentence}</p>
${means}${courseFigure(series, words)}${exploreLink(site, series, path)}${part(words.t("site-every-month"), yearSheet(series, words))}${part(
  words.t("site-whole-periods"),
  periodSheet(series, path, words),
)}${part(words.t("site-vintages"), changedPart(series, path, words), "vintages")}<p><a href="${relativeLink(path, seriesSheet(series))}">${words.t("site-all-values-csv")}</a></p>
`;
  return renderPage(site, {path, title: label, description: sentence, body});
}

function exploreLink({words, isServed}: ArchiveSite, {slug}: Series, path: string): Markup {
  if (isServed !== true) return noMarkup;
  return html`<p><a href="${relativeLink(path, "explore/")}?figure=${slug}">${words.t("site-explore-this")}</a></p>
`;
}

/** From the first month to the last; null where there is none. */
function monthsOf({months}: Series, words: Translator): string | null {
  const [first, last] = [months[0]?.span, months.at(-1)?.span];
  return first === undefined || last === undefined ? null : words.span(first, last);
}

const monthsOfYear = Array.from({length: 12}, (_, place) => String(place + 1).padStart(2, "0"));

/** A row a year, a column a month: the values in force, with a mark where another was published first. */
function yearSheet(series: Series, words: Translator): Markup {
  const known = new Map(series.months.map((point) => [point.span, point]));
  const years = [...new Set(series.months.map(({span}) => span.slice(0, 4)))].toReversed();
  const columns = monthsOfYear.map((month) => ({head: words.shortMonth(`2000-${month}`)}));
  const rows = years.map((year) => [
    year,
    ...monthsOfYear.map((month) => {
      const point = known.get(`${year}-${month}`);
      return point === undefined ? "" : cellOf(point, series, words);
    }),
  ]);
  return sheet(words.t("site-every-month"), [{head: words.t("site-year")}, ...columns], rows);
}

function cellOf(point: Point, series: Series, words: Translator): Markup | string {
  const value = printValue(valueInForce(point), series, words);
  return point.vintages.length > 1 ? restatedValue(value, words) : value;
}

function periodSheet(series: Series, path: string, words: Translator): Markup {
  const columns = [
    {head: words.t("site-span")},
    {head: words.t("site-in-force")},
    {head: words.t("site-last-said-by"), kind: "text"},
  ] as const;
  const rows = series.periods.slice(-mostPeriods).toReversed();
  return sheet(
    words.t("site-whole-periods"),
    columns,
    rows.map((point) => [
      words.period(point.span),
      cellOf(point, series, words),
      vintageSource(point.vintages.at(-1)!, path, words),
    ]),
  );
}

function changedPart(series: Series, path: string, words: Translator): Markup {
  const changed = [...series.months, ...series.periods].filter(({vintages}) => vintages.length > 1);
  if (changed.length === 0)
    return html`<p>${words.t("site-no-vintages")}</p>
`;
  const rows = changed.toReversed().flatMap(({span, vintages}) =>
    vintages.map((vintage, place) => {
      const value = printValue(vintage.value, series, words);
      const name = words.period(span);
      return [
        place === 0 ? name : html`<span class="unseen">${name}</span>`,
        place === vintages.length - 1 ? value : html`<span class="gone">${value}</span>`,
        dayOrDash(vintage.date, words),
        vintageSource(vintage, path, words),
        vintageKind(vintage, words),
        vintageWhy(vintage),
      ];
    }),
  );
  const columns = [
    {head: words.t("site-span")},
    {head: words.t("site-value")},
    {head: words.t("site-published")},
    {head: words.t("site-last-said-by"), kind: "text"},
    {head: words.t("site-kind"), kind: "text"},
    {head: words.t("site-why"), kind: "text"},
  ] as const;
  const left = rows.length - mostChanged;
  const more =
    left > 0
      ? html`<p>${words.t("site-more-in-csv", {count: left})}</p>
`
      : noMarkup;
  return html`<p>${words.t("site-vintages-mean")}</p>
${sheet(words.t("site-vintages"), columns, rows.slice(0, mostChanged))}${more}`;
}
