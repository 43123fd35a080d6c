import {message, series} from "../../base/words/message.ts";
import {identifyReferrer, referrerKinds} from "../../methodology/referrers/identify.ts";
import {readerColumns} from "../counted-columns.ts";
import {printedAlone} from "../disclosure/whole.ts";
import {type EntryCounts, others, type TableLayout, unknown} from "../layout.ts";
import {entryNamed, type Grouping, groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** Entries that are counted and not shown: pages of the publication itself, and referrers that were made up to be seen. */
const [own, spam] = [-3, -4];

/** Where did readers come from? */
export async function makeReferrers(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const {engine, names} = source;
  if (names.sites.length === 0) return [];
  const ownSites = await ownSitesOf(source);
  const group = (left: {readonly own: number; readonly spam: number}): Promise<Grouping> =>
    groupItems(engine, names.sites, (site) => {
      const {kind, key, label} = identifyReferrer(site, {own: ownSites, spam: source.holdings.referrerSpam});
      if (kind === "own" || kind === "spam") return left[kind];
      return kind === "none" ? unknown : entryNamed(key, label, referrerKinds[kind].label);
    });
  const layout = ({describe, load}: Grouping): TableLayout => ({
    id: "referrers",
    title: message("table.referrers"),
    rowLabel: message("head-site"),
    groupLabel: message("head-kind"),
    definition: message("referrers-means"),
    form: "ranked",
    question: "table-referrers",
    amount: "documents",
    columns: readerColumns,
    rows,
    describe,
    load,
    unknown: message("no-site-named"),
    whole: null,
    notes: (counts) => [ownNote(ownSites, source.ownSites.length > 0), ...spamNote(counts, source.smallest)],
  });
  let asked = await askTable(layout(await group({own, spam})), source);
  // What is left out of the table is told by what is left of the whole, so it has to be large, too.
  const left = [own, spam].flatMap((entry) => asked.found.get(entry)?.["readers"] ?? []);
  const isTold = left.length === 0 || Math.max(...left) >= source.smallest;
  if (!isTold) asked = await askTable(layout(await group({own: others, spam: others})), source);
  return [await layTable(asked, source, await printedAlone(asked, source))];
}

/** The publication's own sites: those that it names, or the one that its pages are on. */
export async function ownSitesOf(source: TableSource): Promise<readonly string[]> {
  return source.ownSites.length > 0 ? source.ownSites : findOwnSites(source);
}

/** Browsers fetch graphics and style sheets for a page, and name the page: the site named most is the publication's own. */
async function findOwnSites({engine, names}: TableSource): Promise<string[]> {
  const rows = await engine.ask("own-sites");
  const sites = rows.map((row) => names.sites[Number(row["site"])]!);
  const found = sites.find((site) => identifyReferrer(site, {own: []}).kind === "site");
  return found === undefined ? [] : [identifyReferrer(found, {own: []}).key];
}

function ownNote(sites: readonly string[], isGiven: boolean): MeasuredTable["notes"][number] {
  if (sites.length === 0) return {id: "own-sites", text: message("own-sites-unknown")};
  const text = isGiven
    ? message("own-sites-given", {sites: series(sites)})
    : message("own-sites-found", {sites: series(sites), setting: "sites"});
  return {id: "own-sites", text};
}

function spamNote(counts: EntryCounts, smallest: number): MeasuredTable["notes"] {
  const {documents = 0, readers = 0} = counts.get(spam) ?? {};
  if (documents === 0) return [];
  // Pages of the publication's own are what else is left out: together with them, the one tells the other.
  const isFew = [readers, counts.get(own)?.["readers"] ?? smallest].some((count) => count < smallest);
  const text = isFew ? message("referrer-spam-few") : message("referrer-spam-left-out", {count: documents});
  return [{id: "referrer-spam", text}];
}
