import {message} from "../../base/words/message.ts";
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
      title: message("table.missing-documents"),
      rowLabel: message("head-path"),
      groupLabel: null,
      definition: message("missing-documents-means"),
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
