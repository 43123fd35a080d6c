import type {Translator} from "../../base/words/translator.ts";
import type {Table, TableColumn, TableRow} from "../report.ts";
import {unitName} from "../unit.ts";

/** A table with its keys in the order of the contract; values of a row run in step with `columns`. */
export function tableEntry(table: Table, words: Translator): object {
  const [first] = table.columns;
  return {
    id: table.id,
    title: table.title,
    columns: table.columns.map(({id}) => id),
    unit: first ? words.unit(first.unit) : "",
    rows: table.rows.map(rowEntry),
    notes: table.notes.map(({id, text}) => ({id, text})),
    previous: table.previous,
    form: table.form,
    columnDetails: table.columns.map((column) => columnEntry(column, words)),
    rowLabel: table.rowLabel,
    groupLabel: table.groupLabel,
    definition: table.definition,
  };
}

function rowEntry({key, label, rank, previousRank, values, group, kind}: TableRow): object {
  return {key, label, rank, previousRank, values, group, kind};
}

function columnEntry({id, label, unit, decimals}: TableColumn, words: Translator): object {
  return {id, label, unit: words.unit(unit), decimals, unitId: unitName(unit)};
}
