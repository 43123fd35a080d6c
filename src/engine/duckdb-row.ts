import type {DuckDBValue} from "@duckdb/node-api";
import type {Row} from "./contract.ts";

/** A row as DuckDB gives it, by column name. */
export function toRow(names: readonly string[], values: readonly DuckDBValue[]): Row {
  const row: Record<string, string | number | null> = {};
  for (let column = 0; column < names.length; column++) row[names[column]!] = fromDuckDb(values[column] ?? null);
  return row;
}

function fromDuckDb(value: DuckDBValue): string | number | null {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "bigint") return String(value);
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError(`the engine answered ${value}, beyond what is counted exactly`);
  return number;
}
