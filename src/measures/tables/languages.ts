import {language, message} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import type {DocumentTables} from "./document-tables.ts";
import {describeBy, entryNamed} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** In which languages is the site read? */
export async function makeLanguages(
  source: TableSource,
  rows: number,
  {documents}: DocumentTables,
): Promise<MeasuredTable[]> {
  const {engine, holdings, names} = source;
  if (!holdings.departments) return [];
  const asked = await askTable(
    {
      id: "languages",
      title: message("table.languages"),
      rowLabel: message("head-language"),
      groupLabel: null,
      definition: message("languages-means"),
      form: "ranked",
      question: "table-documents",
      amount: "documents",
      columns: readerColumns,
      rows,
      load: () => engine.keep("grouping", "grouping-languages"),
      cellsOf: (entry) => documents.ofKinds((kind) => entry === null || kind.language === entry),
      describe: describeBy((number) => entryNamed(names.languages[number]!, language(names.languages[number]!))),
      unknown: message("no-language-given"),
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [await layTable(asked, source, documents.printed)];
}
