/** What a question or a row holds: text, whole numbers up to 2^53, fractions, or nothing. */
export type Value = string | number | bigint | null;

/** What a question's `$parameters` are, by their names without the dollar. */
export type Params = Readonly<Record<string, Value>>;

/** One row of an answer, by column name. Whole numbers are checked to be safe; days are `YYYY-MM-DD`. */
export type Row = Readonly<Record<string, string | number | null>>;

/**
 * A small table that TypeScript works out and the engine joins with: column name to type. Days go in as text.
 *
 * `tiny` is a whole number up to 127, `small` one up to 32,767. Columns that are joined have to be of one type.
 */
export type Shape = Readonly<Record<string, ColumnType>>;

/** What a column of a small table holds. */
export type ColumnType = "text" | "tiny" | "small" | "integer" | "bigint" | "ubigint" | "date";

/** Fills a table that was just made. */
export interface TableWriter {
  add(rows: readonly (readonly Value[])[]): void;
  close(): void;
}
