import type {DuckDBConnection, DuckDBInstance, DuckDBValue} from "@duckdb/node-api";
import {stopped} from "../../base/ending/stopping.ts";
import type {FactStore} from "../fact-store.ts";
import type {Params, Row, Shape, TableWriter} from "../values.ts";
import {countLines, linesSql} from "./facts-sql.ts";
import {asDuckDbFault} from "./fault.ts";
import {connectMeasured, connectTo} from "./instance.ts";
import {type EnginePaths, parquetSql} from "./paths.ts";
import {toRow} from "./row.ts";
import {DuckDbTableWriter, duckDbColumns} from "./table.ts";

/** What a statement is called in a fault where no question is behind it. */
const ownStatement = "a statement";

/** Names that a statement knows by themselves stand in the first of these; what it does not find there, in the next. */
export type SearchPath = readonly [string, ...string[]];

/** What reaches an instance of DuckDB. */
export interface Opened {
  readonly instance: DuckDBInstance;
  readonly paths: EnginePaths;
  /** All that may be running a statement. */
  readonly connections: Set<DuckDBConnection>;
  /** Is everything to end, and nothing to begin? */
  isStopped: boolean;
}

/** Statements over DuckDB, in memory, and over files of facts. */
export class DuckDbFactStore implements FactStore {
  protected readonly schemas: SearchPath;
  readonly #opened: Opened;
  readonly #connection: DuckDBConnection;
  /** Connections that wait for a statement: one connection runs one at a time, and questions may be asked at once. */
  readonly #idle: DuckDBConnection[];

  protected constructor(opened: Opened, connection: DuckDBConnection, schemas: SearchPath) {
    this.schemas = schemas;
    this.#opened = opened;
    this.#connection = connection;
    this.#idle = [connection];
    opened.connections.add(connection);
  }

  /** Ends what is running, here and in all that have the instance: that and what is asked from now on fails with ABORTED. */
  stop(): void {
    this.#opened.isStopped = true;
    for (const connection of this.#opened.connections) connection.interrupt();
  }

  async beside(): Promise<DuckDbFactStore> {
    return new DuckDbFactStore(this.#opened, await connectMeasured(this.#opened.instance), this.schemas);
  }

  file(path: string): string {
    return this.#opened.paths.literal(path);
  }

  parquet(files: readonly string[]): string {
    return parquetSql(files, {isByName: true});
  }

  linesOf(path: string): Promise<string> {
    return linesSql(this, this.file(path));
  }

  countLines(path: string): Promise<number> {
    return countLines(this, this.file(path));
  }

  get shareDone(): number {
    return Math.min(1, Math.max(0, this.#connection.progress.percentage / 100));
  }

  /** @param what What it is called in a fault. */
  async run(sql: string, params: Params = {}, what = ownStatement): Promise<void> {
    await this.#connected(what, (connection) => connection.run(sql, {...params}));
  }

  /** @param what What it is called in a fault. */
  async rows(sql: string, params: Params = {}, what = ownStatement): Promise<Row[]> {
    const reader = await this.#connected(what, (connection) => connection.runAndReadAll(sql, {...params}));
    const columns = {names: reader.columnNames(), types: reader.columnTypes()};
    return reader.getRows().map((row) => toRow(columns, row));
  }

  async texts(
    sql: string,
    see: (texts: readonly string[]) => void,
    params: Params = {},
    what = ownStatement,
  ): Promise<void> {
    await this.#connected(what, async (connection) => {
      const result = await connection.stream(sql, {...params});
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        see(chunk.getColumnValues(0).map((value: DuckDBValue) => String(value)));
      }
    });
  }

  async draftTable(name: string, shape: Shape): Promise<TableWriter> {
    await this.run(`create or replace table ${this.schemas[0]}.${name} (${duckDbColumns(shape)})`);
    return this.appendTo(name, shape);
  }

  close(): Promise<void> {
    for (const connection of this.#idle) {
      this.#opened.connections.delete(connection);
      connection.closeSync();
    }
    return Promise.resolve();
  }

  /** Fills a table of the own schema that is there. */
  protected async appendTo(name: string, shape: Shape): Promise<TableWriter> {
    // The rows have a connection of their own until they are all there: another statement must not come between them.
    const connection = await this.#take();
    const appender = await connection.createAppender(name, this.schemas[0]);
    return new DuckDbTableWriter(appender, shape, () => this.#idle.push(connection));
  }

  /** Calls `see` with each batch of rows, and waits for it. */
  protected async rowsInBatches(sql: string, see: (rows: Row[]) => void | Promise<void>, what: string): Promise<void> {
    await this.#connected(what, async (connection) => {
      const result = await connection.stream(sql);
      const columns = {names: result.columnNames(), types: result.columnTypes()};
      for await (const rows of result.yieldRows()) await see(rows.map((row) => toRow(columns, row)));
    });
  }

  async #take(): Promise<DuckDBConnection> {
    if (this.#opened.isStopped) throw stopped();
    const waiting = this.#idle.pop();
    if (waiting) return waiting;
    const connection = await connectTo(this.#opened.instance, this.schemas);
    this.#opened.connections.add(connection);
    return connection;
  }

  async #connected<T>(what: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await use(connection);
    } catch (cause) {
      throw this.#opened.isStopped ? stopped() : asDuckDbFault(cause, what);
    } finally {
      this.#idle.push(connection);
    }
  }
}
