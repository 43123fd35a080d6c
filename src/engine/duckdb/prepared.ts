import type {DuckDBConnection, DuckDBPreparedStatement, DuckDBResultReader} from "@duckdb/node-api";
import type {Row, Value} from "../engine.ts";
import {asDuckDbFault} from "./fault.ts";
import {toRow} from "./row.ts";

/**
 * A statement that is asked many times: to plan a long one takes longer than to answer it for a few rows.
 *
 * Is planned when it is asked first, and has a connection of its own from then on.
 */
export class PreparedRows {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #sql: string;
  #ready: Promise<[DuckDBConnection, DuckDBPreparedStatement]> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connect: () => Promise<DuckDBConnection>, sql: string) {
    this.#connect = connect;
    this.#sql = sql;
  }

  /** The rows that the statement answers with. Asked again meanwhile, the next answer waits for this one. */
  rows(params: Readonly<Record<string, Value>>): Promise<Row[]> {
    const answer = this.#last.then(() => this.#ask(params));
    this.#last = answer.catch(() => {});
    return answer;
  }

  close(): void {
    void this.#ready?.then(([connection, statement]) => {
      statement.destroySync();
      connection.closeSync();
    });
    this.#ready = null;
  }

  async #ask(params: Readonly<Record<string, Value>>): Promise<Row[]> {
    const reader = await this.#run(params);
    const columns = {names: reader.columnNames(), types: reader.columnTypes()};
    return reader.getRows().map((row) => toRow(columns, row));
  }

  async #run(params: Readonly<Record<string, Value>>): Promise<DuckDBResultReader> {
    try {
      this.#ready ??= this.#prepare();
      const [, statement] = await this.#ready;
      statement.bind({...params});
      return await statement.runAndReadAll();
    } catch (cause) {
      throw asDuckDbFault(cause, "a prepared statement");
    }
  }

  async #prepare(): Promise<[DuckDBConnection, DuckDBPreparedStatement]> {
    const connection = await this.#connect();
    return [connection, await connection.prepare(this.#sql)];
  }
}
