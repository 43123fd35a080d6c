import type {ColumnType, Shape, TableWriter, Value} from "../values.ts";
import {writeRow} from "./rows.ts";

const columnTypes: Readonly<Record<ColumnType, string>> = {
  text: "String",
  tiny: "Int8",
  small: "Int16",
  integer: "Int32",
  bigint: "Int64",
  ubigint: "UInt64",
  date: "Date",
};

/** Columns of small tables that may hold nothing. */
const nullable = new Set(["document"]);

/** The columns of a small table, as a statement that creates it names them. */
export function columnsOf(shape: Shape): string {
  return Object.entries(shape)
    .map(([column, type]) => `${column} ${nullable.has(column) ? `Nullable(${columnTypes[type]})` : columnTypes[type]}`)
    .join(", ");
}

/** Text that goes to the servers at once. */
const mostAtOnce = 1 << 23;

/** Sends the rows of a small table as they come, many at once. */
export class RowsOnTheirWay implements TableWriter {
  readonly #send: (text: string) => void;
  #waiting: string[] = [];
  #length = 0;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  add(rows: readonly (readonly Value[])[]): void {
    for (const row of rows) {
      const line = writeRow(row);
      this.#waiting.push(line);
      this.#length += line.length;
      if (this.#length >= mostAtOnce) this.close();
    }
  }

  close(): void {
    if (this.#waiting.length > 0) this.#send(this.#waiting.join(""));
    this.#waiting = [];
    this.#length = 0;
  }
}
