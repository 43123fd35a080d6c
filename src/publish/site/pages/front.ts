import {renderSpark} from "../../../render/charts/sparkline.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {citations} from "../metadata/citation.ts";
import {archiveData} from "../metadata/data-set.ts";
import {editionFile, editionPath, relativeLink, seriesPath} from "../paths.ts";
import type {Series} from "../series.ts";
import {type ArchiveSite, latestEdition, type SiteFile} from "../site.ts";
import {courseFigure, courseTitle} from "./course-figure.ts";
import {editionsSheet} from "./editions.ts";
import {newestErrata} from "./errata.ts";
import {erratumItem} from "./erratum-parts.ts";
import {changeWords, drawnValues, figuresSheet, lastValue} from "./figures.ts";
import {part, renderPage} from "./frame.ts";
import {printValue, unitOf} from "./printed.ts";
import {asWritten} from "./sheet.ts";
import {summaryPart} from "./summary-part.ts";
import {verifyLines} from "./verify-lines.ts";

const path = "index.html";
const mostLarge = 4;
const mostFigures = 30;
const mostEditions = 12;
const mostErrata = 6;

/** The first page: what the latest edition says, the long series, the editions, errata, and how to check and cite. */
export function frontPage(site: ArchiveSite): SiteFile {
  return {path, key: null, make: () => make(site)};
}

function make(site: ArchiveSite): string {
  const {words, publication, archive} = site;
  const latest = latestEdition(site);
  const title = words.t("site-archive-of", {publication});
  const description = words.t("site-archive-means", {publication});
  const body = html`${
    latest === null
      ? html`<h1>${title}</h1>
<p class="lead">${description}</p>
`
      : latestPart(site, latest)
  }${announcedPart(site)}${part(words.t("site-all-figures"), figuresSheet({...site, series: site.series.slice(0, mostFigures)}, path))}<div class="beside">
${part(
  words.t("site-editions"),
  html`${editionsSheet(site, archive.editions.toReversed().slice(0, mostEditions), path)}<p><a href="${relativeLink(path, "editions/index.html")}">${words.t("site-all-editions")}</a></p>
`,
)}${part(words.t("site-errata"), errataPart(site))}</div>
${latest === null ? noMarkup : part(words.t("site-verify"), verifyLines(site, latest, path))}${
  latest === null
    ? noMarkup
    : part(
        words.t("site-cite"),
        html`<p>${asWritten(citations(site, latest).text)} <a href="${relativeLink(path, `${editionPath(latest)}#cite`)}">BibTeX, CSL-JSON</a></p>
`,
      )
}`;
  return renderPage(site, {path, title, description, head: archiveData(site), body});
}

function latestPart(site: ArchiveSite, latest: ArchivedEdition): Markup {
  const {words} = site;
  const {period, date, files, errata} = latest;
  const published = date === null ? "" : words.t("site-published-on", {day: words.day(date)});
  const report_ = files.some(({name}) => name === "report.html")
    ? html` · <a href="${relativeLink(path, editionFile(period, "report.html"))}">${words.t("site-whole-report")}</a>`
    : noMarkup;
  const corrected =
    errata.length === 0
      ? noMarkup
      : html` · <a href="${relativeLink(path, `${editionPath(latest)}#errata`)}">${words.t("site-corrected", {count: errata.length})}</a>`;
  const large = site.series.filter((one) => lastValue(one) !== null).slice(0, mostLarge);
  return html`<h1>${words.t("headline", {period: words.period(period)})}</h1>
<p class="byline">${published} <a href="${relativeLink(path, editionPath(latest))}">${words.t("site-the-edition")}</a>${report_}${corrected}</p>
${summaryPart(latest, words, 2)}<ul class="big">
${large.map((one) => largeFigure(one, words))}</ul>
${coursePart(large[0] ?? null, words)}`;
}

function coursePart(series: Series | null, words: ArchiveSite["words"]): Markup {
  return series === null ? noMarkup : part(courseTitle(series, words), courseFigure(series, words));
}

function largeFigure(series: Series, words: ArchiveSite["words"]): Markup {
  const {span, value} = lastValue(series)!;
  const change = changeWords(series, span, words);
  return html`<li><a class="name" href="${relativeLink(path, seriesPath(series))}">${asWritten(series.label)}</a>
<span class="value">${printValue(value, series, words)}</span>
<span class="change">${unitBeside(series)}${words.period(span)}</span>
${
  change === noMarkup
    ? noMarkup
    : html`<span class="change">${change}</span>
`
}${renderSpark(drawnValues(series, 25))}</li>
`;
}

function unitBeside(series: Series): Markup {
  const unit = unitOf(series);
  return unit === null ? noMarkup : html`${asWritten(unit)} · `;
}

function announcedPart({archive, words}: ArchiveSite): Markup {
  const toCome = archive.announced.filter(({period}) => !archive.editions.some((one) => one.period === period));
  if (toCome.length === 0) return noMarkup;
  const list = toCome.map((one) => {
    const period = words.period(one.period);
    const said =
      one.publication === null
        ? words.t("site-announced-open", {period, day: words.day(one.date)})
        : words.t("site-announced", {period, day: words.day(one.publication)});
    return html`<li>${said}</li>
`;
  });
  return part(
    words.t("site-to-come"),
    html`<ul>
${list}</ul>
`,
  );
}

function errataPart(site: ArchiveSite): Markup {
  const {words} = site;
  const errata = newestErrata(site).slice(0, mostErrata);
  if (errata.length === 0)
    return html`<p>${words.t("site-no-errata")}</p>
`;
  const list = errata.map((erratum) => erratumItem(erratum, path, words));
  return html`<ul class="plain">
${list}</ul>
<p><a href="${relativeLink(path, "errata/index.html")}">${words.t("site-all-errata")}</a></p>
`;
}
