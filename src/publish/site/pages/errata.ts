import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Erratum} from "../archive/archive.ts";
import {editionPath, erratumFile, erratumId, relativeLink} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {changedSentences, erratumFiguresSheet, erratumHeading, erratumItem} from "./erratum-parts.ts";
import {renderPage} from "./frame.ts";
import {asWritten} from "./sheet.ts";

const path = "errata/index.html";
/** So many stand on the first page; all of them on the pages of their years. */
const mostLatest = 40;
/** So many on the page of a year, and so many figures of each. */
const mostOfYear = 30;
const mostFigures = 8;

/** All errata, the newest first; of one day the last that was issued. */
export function newestErrata({archive}: Pick<ArchiveSite, "archive">): Erratum[] {
  const all = archive.editions.flatMap(({errata}) => errata);
  return all.toReversed().toSorted((one, other) => (one.date < other.date ? 1 : -Number(one.date > other.date)));
}

/** The pages of errata: the newest, and all of a year each. */
export function errataPages(site: ArchiveSite): SiteFile[] {
  const all = newestErrata(site);
  const years = [...Map.groupBy(all, ({date}) => date.slice(0, 4))];
  const index: SiteFile = {
    path,
    key: null,
    make: () =>
      indexPage(
        site,
        all,
        years.map(([year]) => year),
      ),
  };
  return [
    index,
    ...years.map(([year, own]): SiteFile => {
      const yearPath = `errata/${year}.html`;
      return {path: yearPath, key: null, make: () => yearPage(site, yearPath, year, own)};
    }),
  ];
}

function indexPage(site: ArchiveSite, all: readonly Erratum[], years: readonly string[]): string {
  const {words} = site;
  const title = words.t("site-errata");
  const lead = words.t("site-errata-mean");
  const list = all.slice(0, mostLatest).map((erratum) => erratumItem(erratum, path, words));
  const byYear = years.map((year) => html`<li><a href="${relativeLink(path, `errata/${year}.html`)}">${year}</a></li>`);
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${
  all.length === 0
    ? html`<p>${words.t("site-no-errata")}</p>
`
    : html`<ul class="letters">${byYear}</ul>
<ul class="plain">
${list}</ul>
`
}`;
  return renderPage(site, {path, title, description: lead, body});
}

function yearPage(site: ArchiveSite, own: string, year: string, errata: readonly Erratum[]): string {
  const {words} = site;
  const title = words.t("label-and-text", {label: words.t("site-errata"), text: year});
  const list = errata.map((erratum, place) => erratumSection(site, own, erratum, place < mostOfYear));
  const body = html`<h1>${title}</h1>
<p><a href="${relativeLink(own, path)}">${words.t("site-all-errata")}</a></p>
${list}`;
  return renderPage(site, {path: own, title, description: words.t("site-errata-mean"), body});
}

function erratumSection({words}: ArchiveSite, own: string, erratum: Erratum, isLong: boolean): Markup {
  const {period, reason, causes, files} = erratum;
  const found =
    causes.length === 0 || !isLong
      ? noMarkup
      : html`<ul>
${causes.map(
  (cause) => html`<li>${asWritten(cause)}</li>
`,
)}</ul>
`;
  const data = files.some(({name}) => name === "erratum.json")
    ? html` · <a href="${relativeLink(own, erratumFile(erratum, "erratum.json"))}">erratum.json</a>`
    : noMarkup;
  return html`<section id="${erratumId(erratum)}">
<h2>${erratumHeading(erratum, words)}</h2>
<p>${asWritten(reason)}</p>
${found}${isLong ? html`${changedSentences(erratum, words)}${erratumFiguresSheet(erratum, {most: mostFigures, from: own}, words)}` : noMarkup}<p class="when"><a href="${relativeLink(own, editionPath({period}))}">${words.period(period)}</a>${data}</p>
</section>
`;
}
