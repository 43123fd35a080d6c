import type {ParquetColumns} from "../parquet/parquet-file.ts";

/**
 * The columns of a file of facts, in the order in which they are written.
 *
 * A row for each line comes first, behind them one for each text. What each column holds in either: docs/facts.md, which a test holds to
 * this.
 *
 * @source docs/facts.md#columns
 */
export const factColumns = {
  second: "bigint",
  reader: "ubigint",
  address: "ubigint",
  network48: "ubigint",
  network32: "ubigint",
  answer: "integer",
  path: "integer",
  bytes: "ubigint",
  site: "integer",
  agent: "integer",
  host: "integer",
  status: "usmallint",
  word: "text",
  refused: "integer",
} as const satisfies ParquetColumns;

/** A column of facts. */
export type FactColumn = keyof typeof factColumns;

/** What of a line says who the client is. */
export const clientColumns = ["reader", "address", "network48", "network32"] as const satisfies FactColumn[];

/** What of a line stands in it is, beside its instant. */
export const plainColumns = [...clientColumns, "bytes"] as const satisfies FactColumn[];

/** What of a line is one text: the line holds its number, and the text stands once in the file. */
export const textColumns = ["path", "site", "agent", "host"] as const satisfies FactColumn[];

/** The same with the answer, which is a text, the method, and a status. */
export const numberedColumns = ["answer", ...textColumns] as const satisfies FactColumn[];
