import {message, series} from "../../base/words/message.ts";
import {identifyReferrer, referrerKinds} from "../../methodology/referrers.ts";
import {readerColumns} from "../counted-columns.ts";
import {entryNamed, groupItems} from "../grouping.ts";
import {type Counts, layTable, unknown} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** Entries that are counted and not shown: pages of the publication itself, and referrers that were made up to be seen. */
const [own, spam] = [-3, -4];

/** Where did readers come from? */
export async function makeReferrers(source: TableSource, rows: number): Promise<Table[]> {
  const {engine, names} = source;
  if (names.sites.length === 0) return [];
  const ownSites = source.ownSites.length > 0 ? source.ownSites : await findOwnSites(source);
  const {describe} = await groupItems(engine, names.sites, (site) => {
    const {kind, key, label} = identifyReferrer(site, {own: ownSites, spam: source.holdings.referrerSpam});
    if (kind === "own") return own;
    if (kind === "spam") return spam;
    return kind === "none" ? unknown : entryNamed(key, label, referrerKinds[kind].label);
  });
  const table = await layTable(
    {
      id: "referrers",
      title: message("table.referrers"),
      rowLabel: message("head-site"),
      groupLabel: message("head-kind"),
      definition: message("referrers-means"),
      form: "ranked",
      question: "table-sites",
      amount: "documents",
      columns: readerColumns,
      rows,
      describe,
      unknown: message("no-site-named"),
      whole: null,
      notes: (counts) => [ownNote(ownSites, source.ownSites.length > 0), ...spamNote(counts.get(spam))],
    },
    source,
  );
  return [table];
}

/** Browsers fetch graphics and style sheets for a page, and name the page: the site named most is the publication's own. */
async function findOwnSites({engine, names}: TableSource): Promise<string[]> {
  const rows = await engine.ask("own-sites");
  const sites = rows.map((row) => names.sites[Number(row["site"])]!);
  const found = sites.find((site) => identifyReferrer(site, {own: []}).kind === "site");
  return found === undefined ? [] : [identifyReferrer(found, {own: []}).key];
}

function ownNote(sites: readonly string[], isGiven: boolean): Table["notes"][number] {
  if (sites.length === 0) return {id: "own-sites", text: message("own-sites-unknown")};
  const text = isGiven
    ? message("own-sites-given", {sites: series(sites)})
    : message("own-sites-found", {sites: series(sites), setting: "sites"});
  return {id: "own-sites", text};
}

function spamNote(counts: Counts | undefined): Table["notes"] {
  const documents = counts?.["documents"] ?? 0;
  if (documents === 0) return [];
  const text = message("referrer-spam-left-out", {count: documents});
  return [{id: "referrer-spam", text}];
}
