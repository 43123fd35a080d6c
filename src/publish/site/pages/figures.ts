import {addMonths, isMonth} from "../../../base/period.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {renderSpark} from "../../../render/charts/sparkline.ts";
import {changeInWords, formatChange} from "../../../render/content/change.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {relativeLink, seriesPath} from "../paths.ts";
import {type Series, valueInForce} from "../series.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {smallCourses} from "./course-figure.ts";
import {renderPage} from "./frame.ts";
import {printValue, unitOf} from "./printed.ts";
import {asWritten, sheet} from "./sheet.ts";

const path = "series/index.html";
/** More figures stand in the index from A to Z alone; and of many none is drawn in its row. */
const mostFigures = 150;
const mostDrawn = 40;

/** The page of all figures: the last value of each, its change, its shape. */
export function figuresPage(site: ArchiveSite): SiteFile {
  return {
    path,
    key: null,
    make: () => {
      const {words} = site;
      const title = words.t("site-figures");
      const lead = words.t("site-figures-mean");
      const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${figuresSheet(site, path)}${smallCourses(site.series, path, words)}`;
      return renderPage(site, {path, title, description: lead, body});
    },
  };
}

/** A row a figure: its last value, how it changed on the year before, and its shape. */
export function figuresSheet({series, words}: Pick<ArchiveSite, "series" | "words">, from: string): Markup {
  const shown = series.slice(0, mostFigures).map((one) => {
    const last = lastValue(one);
    return {one, last, change: last === null ? null : changeOnYear(one, last.span)};
  });
  // A column of dashes says nothing.
  const hasChanges = shown.some(({change}) => change !== null);
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-value")},
    ...(hasChanges ? [{head: words.t("site-change-on-year")}] : []),
    {head: words.t("site-course"), kind: "text"},
    {head: words.t("site-last-month"), kind: "text"},
  ] as const;
  const rows = shown.map(({one, last, change}) => {
    const link = html`<a href="${relativeLink(from, seriesPath(one))}">${asWritten(one.label)}</a>`;
    const changed = hasChanges ? [change === null ? "–" : formatChange(change, words)] : [];
    if (last === null) return [link, "–", ...changed, "", ""];
    const unit = unitOf(one);
    const beside = unit === null ? noMarkup : html` <span class="when">${asWritten(unit)}</span>`;
    return [
      link,
      html`${printValue(last.value, one, words)}${beside}`,
      ...changed,
      series.length > mostDrawn ? "" : renderSpark(drawnValues(one)),
      words.period(last.span),
    ];
  });
  return sheet(words.t("site-figures"), columns, rows);
}

/** The last month that has a value; the last whole period where none has. */
export function lastValue(series: Series): {readonly span: string; readonly value: number} | null {
  for (const points of [series.months, series.periods]) {
    const point = points.findLast((one) => valueInForce(one) !== null);
    if (point !== undefined) return {span: point.span, value: valueInForce(point)!};
  }
  return null;
}

/** The change on the same month, or the same period, a year before, in percent; null where that has no value. */
export function changeOnYear({months, periods, toldOf}: Series, span: string): number | null {
  const value = (asked: string): number | null => {
    const point = (isMonth(asked) ? months : periods).find((one) => one.span === asked);
    return point === undefined ? (toldOf[asked] ?? null) : valueInForce(point);
  };
  const [now, then] = [value(span), value(yearBefore(span))];
  return now === null || then === null || then === 0 ? null : (now / then - 1) * 100;
}

/** The same span of the year before. */
function yearBefore(span: string): string {
  return span.replaceAll(/\d{4}/g, (year) => String(Number(year) - 1).padStart(4, "0"));
}

/** The last values of a figure, month by month, with gaps. */
export function drawnValues({months}: Series, most = 13): (number | null)[] {
  const last = months.at(-1)?.span;
  if (last === undefined) return [];
  const known = new Map(months.map((point) => [point.span, valueInForce(point)]));
  const spans = Array.from({length: most}, (_, place) => addMonths(last, place - most + 1));
  const first = spans.findIndex((span) => known.has(span));
  return spans.slice(first).map((span) => known.get(span) ?? null);
}

/** How a figure changed on the year before, in a sentence; nothing where that is not known. */
export function changeWords(series: Series, span: string, words: Translator): Markup {
  const change = changeOnYear(series, span);
  if (change === null) return noMarkup;
  const month = words.period(yearBefore(span));
  const said = words.t("site-change-since", {change: formatChange(change, words), month});
  return html`<span aria-hidden="true">${said}</span><span class="unseen">${words.t("site-change-since", {change: changeInWords(change, words), month})}</span>`;
}
