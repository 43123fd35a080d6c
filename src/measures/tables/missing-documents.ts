import {message} from "../../base/words/message.ts";
import {missingColumns} from "../counted-columns.ts";
import {printedAlone} from "../disclosure/whole.ts";
import {describeDocuments} from "./document-entries.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** Which documents do readers ask for that are not there? */
export async function makeMissingDocuments(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const asked = await askTable(
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
      load: () => source.engine.keep("grouping", "grouping-documents"),
      describe: describeDocuments(source),
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [await layTable(asked, source, await printedAlone(asked, source, {isWhole: false}))];
}
