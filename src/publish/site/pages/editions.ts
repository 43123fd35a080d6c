import {html} from "../../../render/markup/html.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {editionPath, relativeLink} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {renderPage} from "./frame.ts";
import {sheet} from "./sheet.ts";
import {dayOrDash} from "./vintage-words.ts";

const path = "editions/index.html";
/** So many editions stand on the first page; of more, a page a decade of publication. */
const mostOnOne = 200;

/** The list of all editions, the newest first. */
export function editionsPages(site: ArchiveSite): SiteFile[] {
  const all = site.archive.editions.toReversed();
  if (all.length <= mostOnOne) return [{path, key: null, make: () => listPage(site, path, all, [])}];
  const decades = [...Map.groupBy(all, ({months}) => `${months[0]!.slice(0, 3)}0s`)];
  const names = decades.map(([decade]) => decade);
  return [
    {path, key: null, make: () => listPage(site, path, all.slice(0, mostOnOne), names)},
    ...decades.map(([decade, own]): SiteFile => {
      const ownPath = `editions/${decade}.html`;
      return {path: ownPath, key: null, make: () => listPage(site, ownPath, own, names)};
    }),
  ];
}

function listPage(
  site: ArchiveSite,
  own: string,
  editions: readonly ArchivedEdition[],
  decades: readonly string[],
): string {
  const {words} = site;
  const title = words.t("site-editions");
  const lead = words.t("site-editions-mean", {count: site.archive.editions.length});
  const links = decades.map(
    (decade) => html`<li><a href="${relativeLink(own, `editions/${decade}.html`)}">${decade}</a></li>`,
  );
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${
  decades.length === 0
    ? ""
    : html`<ul class="letters">${links}</ul>
`
}${editionsSheet(site, editions, own)}`;
  return renderPage(site, {path: own, title, description: lead, body});
}

/** Editions with their day, and what became of them. */
export function editionsSheet({words}: Pick<ArchiveSite, "words">, editions: readonly ArchivedEdition[], from: string) {
  const columns = [
    {head: words.t("site-edition")},
    {head: words.t("site-published")},
    {head: words.t("site-state"), kind: "text"},
  ] as const;
  const rows = editions.map((edition) => [
    html`<a href="${relativeLink(from, editionPath(edition))}">${words.period(edition.period)}</a>`,
    dayOrDash(edition.date, words),
    stateOf(edition, words),
  ]);
  return sheet(words.t("site-editions"), columns, rows);
}

function stateOf({kind, errata}: ArchivedEdition, words: ArchiveSite["words"]): string {
  const states = [
    words.t(`site-state-${kind}`),
    ...(errata.length > 0 ? [words.t("site-corrected", {count: errata.length})] : []),
  ];
  return words.sentences(states);
}
