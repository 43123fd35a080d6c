import {type CsvCell, type CsvForm, printRows} from "../../render/csv/cell.ts";

/** What kind of value a field holds, as Table Schema names it. */
type FieldType = "string" | "number" | "integer" | "boolean" | "date" | "datetime" | "yearmonth";

/** A column of a tidy table. */
export interface TidyField {
  readonly name: string;
  readonly type: FieldType;
  /** In English. */
  readonly description: string;
}

/** A table that has one row for each thing and one column for what is said of it. */
export interface TidyTable {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  /** What a row is. */
  readonly description: string;
  readonly fields: readonly TidyField[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** A field, in one line. */
export function tidyField(name: string, type: FieldType, description: string): TidyField {
  return {name, type, description};
}

/** The table as CSV: RFC 4180, a head, no value rounded, empty where there is none; text that a spreadsheet would run has an apostrophe before it. */
export function printTidy({fields, rows}: Pick<TidyTable, "fields" | "rows">, form?: CsvForm): string {
  return printRows([fields.map(({name}) => name), ...rows], fields.length, form);
}
