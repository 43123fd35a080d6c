import {message, type Wording} from "../../base/words/message.ts";
import type {Row} from "../../engine/values.ts";
import {identifyReferrer} from "../../methodology/referrers/identify.ts";
import {missingColumns} from "../counted-columns.ts";
import {printedAlone} from "../disclosure/whole.ts";
import type {TableEntry} from "../layout.ts";
import {endsOf} from "../spans.ts";
import {describeDocuments} from "../tables/document-entries.ts";
import {entryNamed, groupItems} from "../tables/grouping.ts";
import {askTable, layTable} from "../tables/lay.ts";
import {ownSitesOf} from "../tables/referrers.ts";
import type {TableSource} from "../tables/source.ts";
import type {MeasuredTable} from "../tables/table.ts";

/** A document that has moved, and a site that somebody came from who asked for it; -1 for none. */
interface Link {
  readonly document: number;
  readonly site: number;
}

/** So many clients at least have to be led to the same place before it is told. */
const fewestMoves = 2;

/** Which documents have moved for good, where to, and who still links to where they were? */
export async function makeMovedDocuments(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const {engine} = source;
  await engine.keep("moved_request", "moved-requests");
  const links = (await engine.ask("moved-links")).map((row): Link => {
    return {document: Number(row["document"]), site: Number(row["link_site"])};
  });
  if (links.length === 0) return [];
  const table = await engine.table("moved_link");
  table.add(links.map(({document, site}, item) => [document, site, item]));
  table.close();
  const leadsTo = await findTargets(source);
  const documents = [...new Set([...links.map(({document}) => document), ...leadsTo.values()])];
  const described = await describeDocuments(source)(documents);
  const siteOf = await nameSites(source);
  const {describe, load} = await groupItems(engine, links, ({document, site}): TableEntry | null => {
    const target = leadsTo.get(document);
    // Whoever was led to where he came from came by another host, or without encryption: the document is where it was.
    if (target === document) return null;
    const {key, label} = described.get(document)!;
    const from = siteOf(site);
    const to = target === undefined ? message("moved-to-unknown") : described.get(target)!.key;
    return entryNamed(`${key} ${from.key}`, message("moved-linked-from", {path: label, site: from.label}), to);
  });
  const asked = await askTable(
    {
      id: "moved-documents",
      title: message("table.moved-documents"),
      rowLabel: message("head-moved-from"),
      groupLabel: message("head-moved-to"),
      definition: message("moved-documents-means"),
      form: "ranked",
      question: "table-moved",
      amount: "readers",
      columns: missingColumns,
      rows,
      load,
      describe,
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  if (asked.found.size === 0) return [];
  return [await layTable(asked, source, await printedAlone(asked, source, {isWhole: false}))];
}

/** Where do the documents lead that have moved, as far as more than half of those who were told show? By numbers of documents. */
async function findTargets({engine, period}: TableSource): Promise<Map<number, number>> {
  await engine.keep("moved_pair", "moved-pairs");
  await engine.keep("moved_step", "moved-steps");
  const countOf = (row: Row): number => Number(row["moves"]);
  const totals = await engine.ask("moved-totals", endsOf(period));
  const told = new Map(totals.map((row) => [Number(row["document"]), countOf(row)]));
  const steps = await engine.ask("moved-next", endsOf(period));
  const most = steps.filter((row) => {
    return countOf(row) >= fewestMoves && 2 * countOf(row) > told.get(Number(row["document"]))!;
  });
  // Two can both be the first of more than half where they came in one second: then it is not known.
  const targets = Map.groupBy(most, (row) => Number(row["document"]));
  return new Map(
    [...targets].flatMap(([document, own]): [number, number][] => {
      return own.length === 1 ? [[document, Number(own[0]!["next_document"])]] : [];
    }),
  );
}

/** What is each site called that links to what has moved? */
async function nameSites(
  source: TableSource,
): Promise<(site: number) => {readonly key: string; readonly label: Wording}> {
  const own = source.names.sites.length === 0 ? [] : await ownSitesOf(source);
  return (site) => identifyReferrer(source.names.sites[site] ?? null, {own, spam: source.holdings.referrerSpam});
}
