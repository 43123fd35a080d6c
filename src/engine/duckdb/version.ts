import {version} from "@duckdb/node-api";

/** Which DuckDB counts: `v1.5.5`. */
export function duckDbVersion(): string {
  return version();
}
