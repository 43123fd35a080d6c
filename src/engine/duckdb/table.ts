import {
  BIGINT,
  DATE,
  type DuckDBAppender,
  DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBValue,
  INTEGER,
  SMALLINT,
  TINYINT,
  UBIGINT,
  VARCHAR,
} from "@duckdb/node-api";
import type {Shape, TableWriter, Value} from "../values.ts";
import {asDuckDbFault} from "./fault.ts";

/** What DuckDB calls the types of a small table's columns. */
const columnTypes = {
  text: VARCHAR,
  tiny: TINYINT,
  small: SMALLINT,
  integer: INTEGER,
  bigint: BIGINT,
  ubigint: UBIGINT,
  date: DATE,
};

/** The columns of a small table, as a statement that creates it names them. */
export function duckDbColumns(shape: Shape): string {
  return Object.entries(shape)
    .map(([column, type]) => `${column} ${columnTypes[type]}`)
    .join(", ");
}

/** Rows that go to the engine at once. */
const rowsAtOnce = 2048;

/** Fills a table of DuckDB's, on a connection of its own. */
export class DuckDbTableWriter implements TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #types;
  readonly #onClose: () => void;
  #waiting: DuckDBValue[][] = [];

  constructor(appender: DuckDBAppender, shape: Shape, onClose: () => void) {
    this.#appender = appender;
    this.#onClose = onClose;
    this.#types = Object.values(shape).map((type) => columnTypes[type]);
  }

  add(rows: readonly (readonly Value[])[]): void {
    for (const row of rows) {
      this.#waiting.push(row.map((value, column) => this.#fit(value, column)));
      if (this.#waiting.length === rowsAtOnce) this.#send();
    }
  }

  close(): void {
    this.#send();
    this.#told(() => {
      this.#appender.flushSync();
      this.#appender.closeSync();
    });
    this.#onClose();
  }

  #send(): void {
    if (this.#waiting.length === 0) return;
    this.#told(() => {
      const chunk = DuckDBDataChunk.create(this.#types, this.#waiting.length);
      chunk.setRows(this.#waiting);
      this.#appender.appendDataChunk(chunk);
    });
    this.#waiting = [];
  }

  #told(act: () => void): void {
    try {
      act();
    } catch (cause) {
      throw asDuckDbFault(cause, "the rows of a table");
    }
  }

  #fit(value: Value, column: number): DuckDBValue {
    const type = this.#types[column];
    if (type === DATE && typeof value === "string") return dateOf(value);
    return typeof value === "number" && (type === BIGINT || type === UBIGINT) ? BigInt(value) : value;
  }
}

const dates = new Map<string, DuckDBDateValue>();

// A calendar names each day a hundred times.
function dateOf(day: string): DuckDBDateValue {
  const known = dates.get(day);
  if (known) return known;
  const date = new DuckDBDateValue(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  dates.set(day, date);
  return date;
}
