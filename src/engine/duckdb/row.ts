import {type DuckDBType, DuckDBTypeId, type DuckDBValue} from "@duckdb/node-api";
import type {Row} from "../values.ts";

/** The columns of an answer, as DuckDB names and types them. */
export interface DuckDbColumns {
  readonly names: readonly string[];
  readonly types: readonly DuckDBType[];
}

/**
 * A row as DuckDB gives it, by column name.
 *
 * @throws {RangeError} where a count or a hash is beyond 2^53. A sum, which DuckDB makes in 128 bits, is not: it becomes the nearest
 *   number that there is.
 */
export function toRow({names, types}: DuckDbColumns, values: readonly DuckDBValue[]): Row {
  const row: Record<string, string | number | null> = {};
  for (let column = 0; column < names.length; column++) {
    row[names[column]!] = fromDuckDb(values[column] ?? null, types[column]!);
  }
  return row;
}

function fromDuckDb(value: DuckDBValue, type: DuckDBType): string | number | null {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "bigint") return String(value);
  const number = Number(value);
  if (!Number.isSafeInteger(number) && type.typeId !== DuckDBTypeId.HUGEINT)
    throw new RangeError(`the engine answered ${value}, beyond what is counted exactly`);
  return number;
}
