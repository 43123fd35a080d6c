import type {TableId} from "../../base/table-ids.ts";
import {openDocumentCells} from "../disclosure/document-cells.ts";
import {makeFeedSubscribers} from "../feeds/tables.ts";
import {makeMovedDocuments} from "../moved/documents.ts";
import {endsOf} from "../spans.ts";
import {makeAiAgents} from "./ai-agents.ts";
import {makeCities} from "./cities.ts";
import {makeCountries} from "./countries.ts";
import {askUnmatched, makeDepartments} from "./departments.ts";
import type {DocumentTables} from "./document-tables.ts";
import {makeHours} from "./hours.ts";
import {makeLanguages} from "./languages.ts";
import {makeMissingDocuments} from "./missing-documents.ts";
import {makeReferrers} from "./referrers.ts";
import {makeRobots} from "./robots.ts";
import {makeSites} from "./sites.ts";
import type {TableRequest, TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";
import {askTopDocuments, makeTopDocuments} from "./top-documents.ts";
import {makeTopDownloads, makeTopEpisodes} from "./top-files.ts";
import {makeWeekdays} from "./weekdays.ts";

/** A table that a report can have. */
interface TableKind {
  readonly id: TableId;
  /** What it cannot be made without, for whoever asked for it. */
  readonly needs: string;
  /** As many rows as it shows where nothing else is asked for. */
  readonly rows: number;
  /** Makes the table and those that belong to it; none where there is nothing to make it from. */
  make(source: TableSource, rows: number, documents: DocumentTables): Promise<MeasuredTable[]>;
}

/** Every table, in the order of the report. */
const tableKinds: readonly TableKind[] = [
  {
    id: "sites",
    needs: "logs of several sites, told apart by hosts or by sites in broadsheet.yaml",
    rows: 25,
    make: makeSites,
  },
  {id: "departments", needs: "a table of departments, named in broadsheet.yaml", rows: 25, make: makeDepartments},
  {id: "languages", needs: "a table of departments, named in broadsheet.yaml", rows: 25, make: makeLanguages},
  {id: "top-documents", needs: "counted requests", rows: 20, make: makeTopDocuments},
  {id: "countries", needs: "logs that were read while places were looked up", rows: 20, make: makeCountries},
  {id: "cities", needs: "a database of places that has cities, named in broadsheet.yaml", rows: 20, make: makeCities},
  {id: "referrers", needs: "logs that record referrers", rows: 20, make: makeReferrers},
  {id: "robots", needs: "logs", rows: 20, make: makeRobots},
  {id: "ai-agents", needs: "logs", rows: 20, make: makeAiAgents},
  {id: "feed-subscribers", needs: "feeds that somebody subscribes to", rows: 20, make: makeFeedSubscribers},
  {id: "hours", needs: "logs", rows: 24, make: makeHours},
  {id: "weekdays", needs: "logs", rows: 7, make: makeWeekdays},
  {id: "missing-documents", needs: "logs", rows: 20, make: makeMissingDocuments},
  {
    id: "top-downloads",
    needs: "downloads, and methodology.downloads in broadsheet.yaml",
    rows: 20,
    make: makeTopDownloads,
  },
  {id: "moved-documents", needs: "requests for documents that have moved for good", rows: 20, make: makeMovedDocuments},
  {
    id: "top-episodes",
    needs: "sound or film, and methodology.listening in broadsheet.yaml",
    rows: 20,
    make: makeTopEpisodes,
  },
];

/** What the parts of a report need that are named with the tables and are none. */
const partNeeds: ReadonlyMap<TableId, string> = new Map([
  ["moved", "figures of two months, or of the period before"],
  ["ledger", "rows in the books of the ledger"],
  ["commentary", "a text of yours about this period, like commentary/2005-H2.md"],
]);

/** Which of the ids name tables made from requests? */
export function isTable(id: TableId): boolean {
  return !partNeeds.has(id);
}

/** What does a table need that could not be made? */
export function needsOf(table: TableId): string {
  return partNeeds.get(table) ?? tableKinds.find(({id}) => id === table)!.needs;
}

/**
 * What is behind the figures of a period? The tables that were asked for and can be made.
 *
 * @param given Where questions about `request` are answered, judged with details, with `span` loaded and `reader_place` opened; and what
 *   tables need beside them. The figures are those of the report, without what is not told.
 */
export async function measureTables(
  given: Omit<TableSource, keyof TableRequest | "served">,
  request: TableRequest,
): Promise<MeasuredTable[]> {
  const [row] = await given.engine.ask("served", endsOf(given.period));
  const served = {requests: Number(row!["requests"]), bytes: Number(row!["bytes"])};
  const source = {...request, ...given, served};
  const documents = await askDocuments(source);
  const tables: MeasuredTable[] = [];
  // One after the other: they share the engine's table `grouping`.
  for (const {id, rows, make} of tableKinds) {
    const asked = request.rows.get(id);
    if (asked !== undefined) tables.push(...(await make(source, asked ?? rows, documents)));
  }
  return tables;
}

/** Several tables speak of the same documents: what each may show is chosen when it is known what all of them would. */
async function askDocuments(source: TableSource): Promise<DocumentTables> {
  const {rows, holdings} = source;
  const usual = tableKinds.find(({id}) => id === "top-documents")!.rows;
  const unmatched = rows.has("departments") && holdings.departments ? await askUnmatched(source) : null;
  const wanted = rows.get("top-documents");
  const top = wanted === undefined ? [] : await askTopDocuments(source, wanted ?? usual);
  const asked = [...(unmatched ? [unmatched] : []), ...top.map((one) => one.asked)];
  return {documents: await openDocumentCells(source, asked), unmatched, top};
}
