import type {Print} from "../content/values.ts";

/** A number as it is known, unrounded; where it is null, why. */
export interface NumberCell {
  readonly value: number | null;
  readonly print: Print | "ratio" | "change" | "degrees";
  readonly reason?: string | null;
  readonly isReported?: boolean;
}

/** A day `YYYY-MM-DD` or a month `YYYY-MM`; all else is shown as text. */
export interface DateCell {
  readonly date: string;
}

/** A text (of strangers, maybe), a number, a date, or nothing. */
export type LiftedCell = string | NumberCell | DateCell | null;

/** A column of a table that is lifted out of a report. */
export interface LiftedColumn {
  /** The same in every language. */
  readonly id: string;
  readonly label: string;
  /** The month or the whole period that its numbers are of. */
  readonly period?: string;
}

/** A table of a report by itself: a head, then rows with a cell for each column. */
export interface LiftedTable {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly LiftedColumn[];
  readonly rows: readonly (readonly LiftedCell[])[];
}

/** Is the cell a number, or would it be one? */
export function isNumber(cell: LiftedCell): cell is NumberCell {
  return cell !== null && typeof cell === "object" && "value" in cell;
}

/** A date, or nothing where there is none. */
export function dateCell(date: string | null): DateCell | null {
  return date === null ? null : {date};
}
