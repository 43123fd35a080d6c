import {missingColumns} from "../counted-columns.ts";
import {describeDocuments} from "../document-entries.ts";
import {layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** Which documents do readers ask for that are not there? */
export async function makeMissingDocuments(source: TableSource, rows: number): Promise<Table[]> {
  await source.engine.keep("grouping", "grouping-documents");
  const table = await layTable(
    {
      id: "missing-documents",
      title: "Missing documents",
      rowLabel: "Path",
      groupLabel: null,
      definition:
        "Requests answered with 404 that every other rule would have counted: what readers asked for in vain. None of them is in any other figure.",
      form: "ranked",
      question: "table-missing",
      amount: "readers",
      columns: missingColumns,
      rows,
      describe: describeDocuments(source),
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [table];
}
