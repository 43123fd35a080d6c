import {daysInMonth} from "../../../base/period.ts";
import {sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import {escapeHtml} from "../../../render/markup/html.ts";
import type {ArchivedFile} from "../archive/archive.ts";
import {erratumHeading} from "../pages/erratum-parts.ts";
import {editionPath, erratumPath, relativeLink} from "../paths.ts";
import {eventsOf} from "../series.ts";
import {type ArchiveSite, type SiteFile, summaryInForce} from "../site.ts";

/** So many of the last editions and errata stand in the feeds. */
const mostEntries = 50;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly day: string;
  /** When it became what it is now: an erratum makes the sentences of its edition others. */
  readonly updated: string;
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
  const {words, archive} = site;
  const events = eventsOf(archive.editions).filter(({edition}) => edition.date !== null);
  return events
    .slice(-mostEntries)
    .reverse()
    .map(({edition, erratum}): Entry => {
      if (erratum !== null) {
        return {
          id: idOf(`erratum ${sealOf(erratum.files) ?? `${sealOf(edition.files)} ${erratum.number} ${erratum.date}`}`),
          title: erratumHeading(erratum, words),
          link: erratumPath(erratum),
          day: erratum.date,
          updated: erratum.date,
          summary: [erratum.reason, words.t("site-figures-changed", {count: erratum.figures.length})].join(" · "),
        };
      }
      return {
        id: idOf(`edition ${sealOf(edition.files)}`),
        title: words.t("headline", {period: words.period(edition.period)}),
        link: editionPath(edition),
        day: edition.date!,
        updated: latestOf([edition.date!, ...edition.errata.map(({date}) => date)]),
        summary: words.sentences(summaryInForce(edition).sentences),
      };
    });
}

function latestOf(days: readonly string[]): string {
  return days.reduce((one, other) => (other > one ? other : one));
}

/** What is the same for as long as the files are: the hash of their sums, or of what is there without any. */
function sealOf(files: readonly ArchivedFile[]): string | null {
  return (files.find(({name}) => name === "SHA256SUMS") ?? files[0])?.sha256 ?? null;
}

/** The archive's own name: of its first key, which stays whatever the publication is called; without one, of the publication. */
function archiveId({archive: {keys}, publication}: Pick<ArchiveSite, "archive" | "publication">): string {
  return idOf(`archive ${keys?.all[0]?.key ?? publication}`);
}

/** A name that stays, wherever the archive stands and whatever it is called: made of what it names, in the form of a UUID. */
function idOf(name: string): string {
  const hex = sha256(name);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function linkTo({address}: Pick<ArchiveSite, "address">, path: string): string {
  return `${address ?? ""}${relativeLink("", path)}`;
}

function atom(site: ArchiveSite, entries: readonly Entry[]): string {
  const {publication, words, address, broadsheet} = site;
  const text = (written: string): string => escapeHtml(written);
  const updated = latestOf([lastDay(site), ...entries.map((entry) => entry.updated)]);
  const self =
    address === null ? [] : [`  <link rel="self" type="application/atom+xml" href="${text(`${address}atom.xml`)}"/>`];
  const lines = entries.flatMap(({id, title, link, day, updated: own, summary}) => [
    "  <entry>",
    `    <id>${id}</id>`,
    `    <title>${text(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${text(linkTo(site, link))}"/>`,
    `    <published>${day}T00:00:00Z</published>`,
    `    <updated>${own}T00:00:00Z</updated>`,
    `    <summary>${text(summary === "" ? title : summary)}</summary>`,
    "  </entry>",
  ]);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language.tag}">`,
    `  <id>${archiveId(site)}</id>`,
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

/** Where nothing has a day of publication, the feed is as old as the last month that is told of, or the last announcement. */
function lastDay({archive: {editions, announced}}: ArchiveSite): string {
  if (editions.some(({date}) => date !== null)) return "";
  const months = editions.map((edition) => edition.months.at(-1)!);
  return latestOf([...months.map((month) => `${month}-${daysInMonth(month)}`), ...announced.map(({date}) => date)]);
}

function jsonFeed(site: ArchiveSite, entries: readonly Entry[]): string {
  const {publication, words, address} = site;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: visible(words.t("site-archive-of", {publication})),
    ...(address === null ? {} : {home_page_url: address, feed_url: `${address}feed.json`}),
    language: words.language.tag,
    authors: [{name: visible(publication)}],
    items: entries.map(({id, title, link, day, updated, summary}) => ({
      id,
      ...(address === null ? {} : {url: linkTo(site, link)}),
      title: visible(title),
      content_text: visible(summary === "" ? title : summary),
      date_published: `${day}T00:00:00Z`,
      ...(updated === day ? {} : {date_modified: `${updated}T00:00:00Z`}),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
