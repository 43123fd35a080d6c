import {language, message} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import {describeBy, entryNamed} from "../grouping.ts";
import {layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** In which languages is the site read? */
export async function makeLanguages(source: TableSource, rows: number): Promise<Table[]> {
  const {engine, holdings, names} = source;
  if (!holdings.departments) return [];
  await engine.keep("grouping", "grouping-languages");
  const table = await layTable(
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
      describe: describeBy((number) => entryNamed(names.languages[number]!, language(names.languages[number]!)))
        .describe,
      unknown: message("no-language-given"),
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [table];
}
