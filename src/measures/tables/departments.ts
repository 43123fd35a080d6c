import {command, type Message, message, series} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import type {DocumentCells} from "../disclosure/document-cells.ts";
import type {Asked, TableLayout} from "../layout.ts";
import {describeDocuments} from "./document-entries.ts";
import type {DocumentTables} from "./document-tables.ts";
import {describeBy, entryNamed} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** Which departments of the site are read? */
export async function makeDepartments(
  source: TableSource,
  rows: number,
  {documents, unmatched}: DocumentTables,
): Promise<MeasuredTable[]> {
  const {engine, holdings, names} = source;
  const {departments} = holdings;
  if (!departments || !unmatched) return [];
  const asked = await askTable(
    {
      id: "departments",
      title: message("table.departments"),
      rowLabel: message("head-department"),
      groupLabel: null,
      definition: message("departments-means"),
      form: "ranked",
      question: "table-documents",
      amount: "documents",
      columns: readerColumns,
      rows,
      load: () => engine.keep("grouping", "grouping-departments"),
      cellsOf: (entry) => documents.ofKinds(({department}) => entry === null || department === entry),
      describe: describeBy((number) => {
        const key = names.departments[number]!;
        return entryNamed(key, departments.titleOf(key));
      }),
      unknown: message("in-no-department"),
      whole: null,
      notes: () => [],
    },
    source,
  );
  const table = await layTable(asked, source, documents.printed);
  return [{...table, notes: [...(await findUnmatched(unmatched, documents)), ...table.notes]}];
}

/** A note that names the paths under no department, most read first, so that the table of departments can be finished. */
async function findUnmatched({ranked}: Asked, {printed, ofDocument}: DocumentCells): Promise<MeasuredTable["notes"]> {
  const named: Message[] = [];
  for (const {entry, described, counts} of ranked) {
    const {readers = null, documents: files = 0} = counts;
    const group = {cells: printed.among([ofDocument(entry)]), readers, hasRequests: true};
    if (await printed.admit(group)) named.push(message("path-and-files", {path: described.label, files}));
  }
  if (named.length === 0) return [];
  const text = message("unmatched-most-read", {paths: series(named), command: command("departments")});
  return [{id: "unmatched", text}];
}

/** The documents under no department that are read most. */
export function askUnmatched(source: TableSource): Promise<Asked> {
  return askTable(unmatchedLayout(source, 5), source);
}

/** Documents under no department. */
export function unmatchedLayout(source: TableSource, rows: number): TableLayout {
  return {
    id: "unmatched",
    title: message("table-unmatched"),
    rowLabel: message("head-path"),
    groupLabel: null,
    definition: message("unmatched-means"),
    form: "ranked",
    question: "table-documents",
    amount: "documents",
    columns: readerColumns,
    rows,
    load: () => source.engine.keep("grouping", "grouping-unmatched"),
    describe: describeDocuments(source),
    unknown: null,
    whole: null,
    notes: () => [],
  };
}
