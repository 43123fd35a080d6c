import {message} from "../../base/words/message.ts";
import {siteColumns} from "../counted-columns.ts";
import type {DocumentTables} from "./document-tables.ts";
import {describeBy} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** How much is each site read? */
export async function makeSites(
  source: TableSource,
  rows: number,
  {documents}: DocumentTables,
): Promise<MeasuredTable[]> {
  const {engine, sites} = source;
  if (sites === null) return [];
  const asked = await askTable(
    {
      id: "sites",
      title: message("table.sites"),
      rowLabel: message("head-site"),
      groupLabel: null,
      definition: message("sites-means"),
      form: "ranked",
      question: "table-sites",
      amount: "documents",
      columns: siteColumns,
      rows,
      load: () => engine.keep("grouping", "grouping-sites"),
      cellsOf: (entry) => documents.ofKinds(({site}) => entry === null || site === entry),
      describe: describeBy((number) => ({key: sites[number]!.name, label: sites[number]!.label, group: null})),
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [await layTable(asked, source, documents.printed)];
}
