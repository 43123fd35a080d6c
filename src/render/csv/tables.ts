import type {Translator} from "../../base/words/translator.ts";
import type {Table} from "../../report/report.ts";
import {rowsInOrder} from "../content/table-rows.ts";
import type {CsvCell} from "./cell.ts";

/**
 * The rows of one table: `table` names its columns, `row` holds a row, `tablePrevious` names the period of the previous
 * ranks, `tableNote` says what the table shows.
 *
 * The table's id stands in each of them, so that a table can be picked out of the file.
 */
export function tableRows(table: Table, words: Translator): CsvCell[][] {
  const [first] = table.columns;
  const names = ["key", "group", "kind", "rank", "previousRank", ...table.columns.map(({id}) => id)];
  return [
    ["table", table.id, table.title, first ? words.unit(first.unit) : "", ...names],
    ...rowsInOrder(table).map(({label, key, group, kind, rank, previousRank, values}): CsvCell[] => {
      return ["row", table.id, label, "", key, group, kind, rank, previousRank, ...values];
    }),
    ...(table.previous === null ? [] : [["tablePrevious", table.id, table.previous]]),
    ...[table.definition, ...table.notes.map(({text}) => text)].map((text): CsvCell[] => ["tableNote", table.id, text]),
  ];
}
