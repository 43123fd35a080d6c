import {message} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import {describeDocuments} from "../document-entries.ts";
import {type Layout, layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** Rows of the list of one group, which stands beside many others. */
const rowsOfGroup = 10;

/** Which documents are read most, on the whole and in each group? */
export async function makeTopDocuments(source: TableSource, rows: number): Promise<Table[]> {
  const {engine, holdings, names} = source;
  await engine.keep("grouping", "grouping-documents");
  const tables = [
    await layTable(layoutOf(source, {id: "top-documents", title: message("table.top-documents"), rows}), source),
  ];
  const lists = names.lists.map((name, number) => ({name, number, title: holdings.departments?.titleOf(name) ?? name}));
  for (const {name, number, title} of lists.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    await engine.keep("grouping", "grouping-list", {list: number});
    const one = {
      id: `top-documents:${name}`,
      title: message("table.top-documents:NAME", {name: title}),
      rows: Math.min(rows, rowsOfGroup),
    };
    const table = await layTable(layoutOf(source, one), source);
    if (table.rows.some(({kind}) => kind === "item")) tables.push(table);
  }
  return tables;
}

function layoutOf(source: TableSource, given: Pick<Layout, "id" | "title" | "rows">): Layout {
  return {
    ...given,
    rowLabel: message("head-document"),
    groupLabel: null,
    definition: message("top-documents-means"),
    form: "ranked",
    question: "table-documents",
    amount: "documents",
    columns: readerColumns,
    describe: describeDocuments(source),
    unknown: null,
    whole: null,
    notes: () => [],
  };
}
