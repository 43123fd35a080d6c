import {message, series} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import {describeDocuments} from "../document-entries.ts";
import {describeBy, entryNamed} from "../grouping.ts";
import {type Layout, layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** Which departments of the site are read? */
export async function makeDepartments(source: TableSource, rows: number): Promise<Table[]> {
  const {engine, holdings, names} = source;
  const {departments} = holdings;
  if (!departments) return [];
  const missing = await findUnmatched(source);
  await engine.keep("grouping", "grouping-departments");
  const table = await layTable(
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
      describe: describeBy((number) => {
        const key = names.departments[number]!;
        return entryNamed(key, departments.titleOf(key));
      }).describe,
      unknown: message("in-no-department"),
      whole: null,
      notes: () => missing,
    },
    source,
  );
  return [table];
}

/** A note that names the paths under no department, most read first, so that the table of departments can be finished. */
async function findUnmatched(source: TableSource): Promise<Table["notes"]> {
  await source.engine.keep("grouping", "grouping-unmatched");
  const table = await layTable(unmatchedLayout(source, 5), source);
  const paths = table.rows.filter(({kind}) => kind === "item");
  if (paths.length === 0) return [];
  const named = paths.map(({label, values}) => message("path-and-files", {path: label, files: values[0] ?? 0}));
  const text = message("unmatched-most-read", {paths: series(named), command: "broadsheet departments"});
  return [{id: "unmatched", text}];
}

/** Documents under no department; `grouping` has to hold them. */
export function unmatchedLayout(source: TableSource, rows: number): Layout {
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
    describe: describeDocuments(source),
    unknown: null,
    whole: null,
    notes: () => [],
  };
}
