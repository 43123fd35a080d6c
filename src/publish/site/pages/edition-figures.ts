import {isMonth} from "../../../base/period.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type ArchivedEdition, figureKey} from "../archive/archive.ts";
import {relativeLink, seriesPath} from "../paths.ts";
import type {ArchiveSite} from "../site.ts";
import type {SupersededFigure} from "../superseded.ts";
import {printValue} from "./printed.ts";
import {asWritten, sheet} from "./sheet.ts";

/** Of a longer edition the report is read instead. */
const mostMonths = 12;
const mostMeasures = 40;
const mostReported = 200;

/** The figures that a report made by hand gave, each with where it stands. */
function reportedPart({words, series}: ArchiveSite, {reported}: ArchivedEdition, path: string): Markup {
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-span")},
    {head: words.t("site-value")},
    {head: words.t("site-last-said-by"), kind: "text"},
  ] as const;
  const rows = reported.slice(0, mostReported).flatMap(({id, month, value, source}) => {
    const own = series.find((one) => one.group === "measure" && one.id === id);
    if (own === undefined) return [];
    const link = html`<a href="${relativeLink(path, seriesPath(own))}">${asWritten(own.label)}</a>`;
    return [[link, words.month(month), printValue(value, own, words), asWritten(source)]];
  });
  return sheet(words.t("site-figures"), columns, rows);
}

/** The figures as the edition has them, month by month; a mark where another value is in force. */
export function figuresPart(
  site: ArchiveSite,
  edition: ArchivedEdition,
  {path, moved}: {readonly path: string; readonly moved: readonly SupersededFigure[]},
): Markup {
  const {words, series} = site;
  const {report, period, kind} = edition;
  if (kind === "older") return reportedPart(site, edition, path);
  if (report === null || report.months.length > mostMonths) return noMarkup;
  const spans = report.months.length > 1 ? [...report.months, period] : report.months;
  const others = new Set(
    moved.flatMap(({series: one, span}) => (one === null ? [] : [figureKey(one.group, one.id, span)])),
  );
  const rows = report.measures.slice(0, mostMeasures).map((measure) => {
    const own = series.find(({group, id}) => group === measure.group && id === measure.id);
    const label = asWritten(measure.label);
    const values = [...measure.values, ...(report.months.length > 1 ? [measure.total] : [])];
    return [
      own === undefined ? label : html`<a href="${relativeLink(path, seriesPath(own))}">${label}</a>`,
      ...spans.map((span, place) => {
        const value = printValue(values[place] ?? null, measure, words);
        return others.has(figureKey(measure.group, measure.id, span))
          ? html`<span class="gone">${value}</span>`
          : value;
      }),
    ];
  });
  const columns = spans.map((span) => ({head: isMonth(span) ? words.shortMonth(span) : words.t("site-whole-period")}));
  return sheet(words.t("site-figures"), [{head: words.t("head-figure")}, ...columns], rows);
}
