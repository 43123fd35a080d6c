import {message} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import type {TableLayout} from "../layout.ts";
import {describeDocuments} from "./document-entries.ts";
import type {AskedList, DocumentTables} from "./document-tables.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** Rows of the list of one group, which stands beside many others. */
const rowsOfGroup = 10;

/** Counts the documents that are read most, on the whole and in each group. */
export async function askTopDocuments(source: TableSource, rows: number): Promise<AskedList[]> {
  const {engine, holdings, names} = source;
  const all = {id: "top-documents", title: message("table.top-documents"), rows};
  const load = () => engine.keep("grouping", "grouping-documents");
  const found: AskedList[] = [{list: null, asked: await askTable({...layoutOf(source, all), load}, source)}];
  const lists = names.lists.map((name, number) => ({name, number, title: holdings.departments?.titleOf(name) ?? name}));
  for (const {name, number, title} of lists.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const one = {
      id: `top-documents:${name}`,
      title: message("table.top-documents:NAME", {name: title}),
      rows: Math.min(rows, rowsOfGroup),
    };
    const load = () => engine.keep("grouping", "grouping-list", {list: number});
    found.push({list: number, asked: await askTable({...layoutOf(source, one), load}, source)});
  }
  return found;
}

/** Which documents are read most, on the whole and in each group? */
export async function makeTopDocuments(
  source: TableSource,
  _: number,
  {documents, top}: DocumentTables,
): Promise<MeasuredTable[]> {
  const tables: MeasuredTable[] = [];
  const {printed} = documents;
  for (const {asked, list} of top) {
    const cellsOf = (entry: number | null): Iterable<number> =>
      entry === null ? documents.ofKinds((kind) => list === null || kind.list === list) : [documents.ofDocument(entry)];
    const {mark} = printed;
    const table = await layTable({...asked, layout: {...asked.layout, cellsOf}}, source, printed);
    if (list === null || table.rows.some(({kind}) => kind === "item")) tables.push(table);
    else printed.goBack(mark, []);
  }
  return tables;
}

function layoutOf(source: TableSource, given: Pick<TableLayout, "id" | "title" | "rows">): Omit<TableLayout, "load"> {
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
