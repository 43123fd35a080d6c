import type {Table, TableColumn, TableRow} from "../report.ts";

/** A table with its keys in the order of the contract; values of a row run in step with `columns`. */
export function tableEntry(table: Table): object {
  return {
    id: table.id,
    title: table.title,
    columns: table.columns.map(({id}) => id),
    unit: table.columns[0]?.unit ?? "",
    rows: table.rows.map(rowEntry),
    notes: table.notes.map(({id, text}) => ({id, text})),
    previous: table.previous,
    form: table.form,
    columnDetails: table.columns.map(columnEntry),
    rowLabel: table.rowLabel,
    groupLabel: table.groupLabel,
    definition: table.definition,
  };
}

function rowEntry({key, label, rank, previousRank, values, group, kind}: TableRow): object {
  return {key, label, rank, previousRank, values, group, kind};
}

function columnEntry({id, label, unit, decimals}: TableColumn): object {
  return {id, label, unit, decimals};
}
