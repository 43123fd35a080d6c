import {sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import {escapeHtml} from "../../../render/markup/html.ts";
import {erratumHeading} from "../pages/erratum-parts.ts";
import {editionPath, erratumPath, relativeLink} from "../paths.ts";
import {eventsOf} from "../series.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";

/** So many of the last editions and errata stand in the feeds. */
const mostEntries = 50;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly day: string;
  readonly summary: string;
}

/** The feeds: an entry an edition, and one an erratum, so that subscribers hear of it. */
export function feedFiles(site: ArchiveSite): SiteFile[] {
  const entries = entriesOf(site);
  return [
    {path: "atom.xml", key: null, make: () => atom(site, entries)},
    {path: "feed.json", key: null, make: () => jsonFeed(site, entries)},
  ];
}

function entriesOf(site: ArchiveSite): Entry[] {
  const {words, archive, publication} = site;
  const events = eventsOf(archive.editions).filter(({edition}) => edition.date !== null);
  return events
    .slice(-mostEntries)
    .reverse()
    .map(({edition, erratum}): Entry => {
      if (erratum !== null) {
        return {
          id: idOf(publication, `erratum ${erratum.period} ${erratum.number} ${erratum.date}`),
          title: erratumHeading(erratum, words),
          link: erratumPath(erratum),
          day: erratum.date,
          summary: words.sentences([erratum.reason, words.t("site-figures-changed", {count: erratum.figures.length})]),
        };
      }
      return {
        id: idOf(publication, `edition ${edition.period}`),
        title: words.t("headline", {period: words.period(edition.period)}),
        link: editionPath(edition),
        day: edition.date!,
        summary: words.sentences(edition.report?.summary ?? []),
      };
    });
}

/** A name that stays, wherever the archive stands: made of what it names, in the form of a UUID. */
function idOf(publication: string, name: string): string {
  const hex = sha256(`${publication}\n${name}`);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function linkTo({address}: Pick<ArchiveSite, "address">, path: string): string {
  return `${address ?? ""}${relativeLink("", path)}`;
}

function atom(site: ArchiveSite, entries: readonly Entry[]): string {
  const {publication, words, address, broadsheet} = site;
  const text = (written: string): string => escapeHtml(written);
  const updated = entries[0]?.day ?? "1970-01-01";
  const self =
    address === null ? [] : [`  <link rel="self" type="application/atom+xml" href="${text(`${address}atom.xml`)}"/>`];
  const lines = entries.flatMap(({id, title, link, day, summary}) => [
    "  <entry>",
    `    <id>${id}</id>`,
    `    <title>${text(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${text(linkTo(site, link))}"/>`,
    `    <published>${day}T00:00:00Z</published>`,
    `    <updated>${day}T00:00:00Z</updated>`,
    `    <summary>${text(summary === "" ? title : summary)}</summary>`,
    "  </entry>",
  ]);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language.tag}">`,
    `  <id>${idOf(publication, "archive")}</id>`,
    `  <title>${text(words.t("site-archive-of", {publication}))}</title>`,
    `  <updated>${updated}T00:00:00Z</updated>`,
    `  <author><name>${text(publication)}</name></author>`,
    `  <link rel="alternate" type="text/html" href="${text(linkTo(site, "index.html"))}"/>`,
    ...self,
    `  <generator version="${text(broadsheet)}">Broadsheet</generator>`,
    ...lines,
    "</feed>",
  ].join("\n")}\n`;
}

function jsonFeed(site: ArchiveSite, entries: readonly Entry[]): string {
  const {publication, words, address} = site;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: visible(words.t("site-archive-of", {publication})),
    ...(address === null ? {} : {home_page_url: address, feed_url: `${address}feed.json`}),
    language: words.language.tag,
    authors: [{name: visible(publication)}],
    items: entries.map(({id, title, link, day, summary}) => ({
      id,
      ...(address === null ? {} : {url: linkTo(site, link)}),
      title: visible(title),
      content_text: visible(summary === "" ? title : summary),
      date_published: `${day}T00:00:00Z`,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
