import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Erratum} from "../archive/archive.ts";
import {editionPath, errataPath, erratumFile, erratumId, relativeLink} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {changedSentences, erratumFiguresSheet, erratumHeading, erratumItem, shortReason} from "./erratum-parts.ts";
import {renderPage} from "./frame.ts";
import {asWritten} from "./sheet.ts";

const path = "errata/index.html";
/** So many stand on the first page; all of them on the pages of their years. */
const mostLatest = 40;
/** So many figures of each, and causes of each. */
const [mostFigures, mostCauses] = [8, 8];
/** So much of a page is what errata say besides their reasons, in bytes; so much is the largest of them. */
const [mostOfPage, mostOfOne] = [36_000, 12_000];

/** All errata, the newest first; of one day the last that was issued. */
export function newestErrata({archive}: Pick<ArchiveSite, "archive">): Erratum[] {
  const all = archive.editions.flatMap(({errata}) => errata);
  return all.toReversed().toSorted((one, other) => (one.date < other.date ? 1 : -Number(one.date > other.date)));
}

/** A page of a year's errata. */
interface Leaf {
  readonly path: string;
  readonly called: string;
  readonly errata: readonly Erratum[];
}

/** The pages of errata: the newest, and all of a year on one page or several. */
export function errataPages(site: ArchiveSite): SiteFile[] {
  const all = newestErrata(site);
  const leaves = [...Map.groupBy(all, ({date, page}) => errataPath(date.slice(0, 4), page))].map(
    ([own, errata]): Leaf => {
      const [{date, page}] = errata as [Erratum];
      return {path: own, called: page === 1 ? date.slice(0, 4) : `${date.slice(0, 4)} ${page}`, errata};
    },
  );
  const index: SiteFile = {path, key: null, make: () => indexPage(site, all, leaves)};
  return [index, ...leaves.map((leaf): SiteFile => ({path: leaf.path, key: null, make: () => leafPage(site, leaf)}))];
}

function indexPage(site: ArchiveSite, all: readonly Erratum[], leaves: readonly Leaf[]): string {
  const {words} = site;
  const title = words.t("site-errata");
  const lead = words.t("site-errata-mean");
  const list = all.slice(0, mostLatest).map((erratum) => erratumItem(erratum, path, words));
  const byYear = leaves.map((leaf) => html`<li><a href="${relativeLink(path, leaf.path)}">${leaf.called}</a></li>`);
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

function leafPage(site: ArchiveSite, {path: own, called, errata}: Leaf): string {
  const {words} = site;
  const title = words.t("label-and-text", {label: words.t("site-errata"), text: called});
  let room = mostOfPage;
  const list = errata.map((erratum) => {
    const details = detailsOf(erratum, own, words);
    const size = Buffer.byteLength(details.html) + Buffer.byteLength(erratum.reason);
    const isLong = size <= Math.min(room, mostOfOne);
    if (isLong) room -= size;
    return erratumSection(erratum, own, isLong ? details : null, words);
  });
  const body = html`<h1>${title}</h1>
<p><a href="${relativeLink(own, path)}">${words.t("site-all-errata")}</a></p>
${list}`;
  return renderPage(site, {path: own, title, description: words.t("site-errata-mean"), body});
}

/** What an erratum says besides its reason: its causes, the sentences and the figures that it makes others. */
function detailsOf(erratum: Erratum, own: string, words: Translator): Markup {
  const causes = erratum.causes.slice(0, mostCauses).map(
    (cause) => html`<li>${asWritten(cause)}</li>
`,
  );
  const found =
    causes.length === 0
      ? noMarkup
      : html`<ul>
${causes}</ul>
`;
  const figures = erratumFiguresSheet(erratum, {most: mostFigures, from: own}, words);
  return html`${found}${changedSentences(erratum, words)}${figures}`;
}

/** @param details null where there is no room for them: its edition's page and file have them. */
function erratumSection(erratum: Erratum, own: string, details: Markup | null, words: Translator): Markup {
  const {period, reason, files} = erratum;
  const data = files.some(({name}) => name === "erratum.json")
    ? html` · <a href="${relativeLink(own, erratumFile(erratum, "erratum.json"))}">erratum.json</a>`
    : noMarkup;
  return html`<section id="${erratumId(erratum)}">
<h2>${erratumHeading(erratum, words)}</h2>
<p>${asWritten(details === null ? shortReason(reason) : reason)}</p>
${details ?? noMarkup}<p class="when"><a href="${relativeLink(own, editionPath({period}))}">${words.period(period)}</a>${data}</p>
</section>
`;
}
