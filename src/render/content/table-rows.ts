import type {Translator} from "../../base/words/translator.ts";
import type {Table, TableColumn, TableRow} from "../../report/report.ts";
import {isPercent} from "../../report/unit.ts";
import {formatChange} from "./change.ts";
import {formatValue} from "./values.ts";

/** The value of a column as printed: a share with its sign, a change with both, a dash where there is none. */
export function formatCell(
  {values}: Pick<TableRow, "values">,
  column: number,
  {columns}: Pick<Table, "columns">,
  words: Translator,
): string {
  const value = values[column] ?? null;
  const print = columns[column]!;
  return value !== null && print.id === "changePercent" ? formatChange(value, words) : formatValue(value, print, words);
}

/** What a row belongs to, as printed; of an edition the day on which it was printed. */
export function formatGroup({group}: Pick<TableRow, "group">, {form}: Pick<Table, "form">, words: Translator): string {
  if (group === null) return "";
  return form === "list" && /^\d{4}-\d\d-\d\d$/.test(group) ? words.shortDay(group) : group;
}

/** Is the column a share of the table's whole? */
export function isShare({id, unit}: TableColumn): boolean {
  return id === "sharePercent" && isPercent(unit);
}

/** The rows as they are printed: others and unknown last, whatever their size. */
export function rowsInOrder({rows}: Pick<Table, "rows">): TableRow[] {
  return (["item", "others", "unknown"] as const).flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** Are the ranks set against those of another period? */
export function hasMovement({form, previous}: Pick<Table, "form" | "previous">): boolean {
  return form === "ranked" && previous !== null;
}
