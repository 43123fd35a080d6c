import {randomUUID} from "node:crypto";
import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance, type DuckDBValue} from "@duckdb/node-api";
import {UserError} from "../base/error.ts";
import {asWriteFault} from "../base/write-fault.ts";
import type {Engine, Row, Shape, Stretch, TableWriter, Value} from "./contract.ts";
import {DuckDbNames} from "./duckdb-names.ts";
import {toRow} from "./duckdb-row.ts";
import {columnTypes, DuckDbTableWriter} from "./duckdb-table.ts";
import {earlierFiles, linesSql, viewFacts, writeFacts} from "./facts-sql.ts";
import {asMemoryFault, leastMemory} from "./memory-fault.ts";
import {placesSql} from "./places-sql.ts";
import {PreparedRows} from "./prepared-rows.ts";
import {loadQuestion} from "./question.ts";
import {quoteText} from "./quote-text.ts";
import {RetainedFolders} from "./retained.ts";

/**
 * The embedded engine: DuckDB in memory over Parquet files.
 *
 * Nothing in it outlives the process but what it is told to retain; the facts are the files.
 */
export class DuckDbEngine implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Connections that wait for a statement: one connection runs one at a time, and questions may be asked at once. */
  readonly #idle: DuckDBConnection[];
  readonly #names = new DuckDbNames((sql, params) => this.#change(sql, params));

  readonly #temporary: string;
  /** Files that go when the engine closes. */
  readonly #own: string[] = [];
  readonly #retained: RetainedFolders | null;
  #retaining: Promise<void> = Promise.resolve();

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    {temporary, retained}: {readonly temporary: string; readonly retained: string | null},
  ) {
    this.#instance = instance;
    this.#temporary = temporary;
    this.#retained = retained === null ? null : new RetainedFolders(retained);
    this.#connection = connection;
    this.#idle = [connection];
  }

  /**
   * @param temporary Folder for what does not fit in memory; made when it is missing.
   * @param retained Folder for what is kept for engines to come; null for nothing.
   * @param memoryBytes How much it may take for its own buffers, before it spills to `temporary`.
   * @throws {UserError} ENGINE_FAILED
   */
  static async open(
    temporary: string,
    retained: string | null = null,
    memoryBytes = leastMemory,
  ): Promise<DuckDbEngine> {
    try {
      mkdirSync(temporary, {recursive: true, mode: 0o700});
      const instance = await DuckDBInstance.create(":memory:", {
        memory_limit: `${memoryBytes} bytes`,
        temp_directory: temporary,
      });
      return await DuckDbEngine.#over(instance, {temporary, retained});
    } catch (cause) {
      throw (
        asWriteFault(cause, temporary) ??
        new UserError("ENGINE_FAILED", `DuckDB did not start: ${messageOf(cause)}`, "run npm ci again")
      );
    }
  }

  /** A second way in, for statements that run beside others. */
  async beside(): Promise<DuckDbEngine> {
    return DuckDbEngine.#over(this.#instance, {temporary: this.#temporary, retained: null});
  }

  async ask(question: string, params: Readonly<Record<string, Value>> = {}): Promise<Row[]> {
    return this.rows(loadQuestion(question).body, params);
  }

  async askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    await this.rowsInBatches(loadQuestion(question).body, see);
  }

  /** Calls `see` with each batch of the rows that a statement of Broadsheet's own making answers with, and waits for it. */
  async rowsInBatches(sql: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    await this.#connected(async (connection) => {
      const result = await connection.stream(sql);
      const columns = {names: result.columnNames(), types: result.columnTypes()};
      for await (const rows of result.yieldRows()) await see(rows.map((row) => toRow(columns, row)));
    });
  }

  async askTexts(question: string, see: (texts: readonly string[]) => void): Promise<void> {
    await this.texts(loadQuestion(question).body, see);
  }

  async keep(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#names.keep(name, loadQuestion(question).body, params);
  }

  async keepNumbered(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#names.keepNumbered(name, loadQuestion(question).body, params);
  }

  async extend(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#change(`insert into ${name} ${loadQuestion(question).body}`, params);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#names.rename(from, to);
  }

  async view(name: string, question: string): Promise<void> {
    await this.#names.view(name, loadQuestion(question).body);
  }

  async table(name: string, shape: Shape): Promise<TableWriter> {
    const columns = Object.entries(shape).map(([column, type]) => `${column} ${columnTypes[type]}`);
    await this.#names.table(name, columns);
    // The rows have a connection of their own until they are all there: another statement must not come between them.
    const connection = await this.#take();
    const appender = await connection.createAppender(name);
    return new DuckDbTableWriter(appender, shape, () => this.#idle.push(connection));
  }

  async openFacts(files: readonly string[], {eras}: Stretch): Promise<void> {
    const list = files.map(quoteText);
    const earlier = await earlierFiles(this, list);
    for (const [place, file] of files.entries()) {
      if (!earlier.has(file)) continue;
      const rewritten = join(this.#temporary, `${randomUUID()}.parquet`);
      this.#own.push(rewritten);
      await writeFacts(this, await linesSql(this, list[place]!), quoteText(rewritten), `rewritten_${place}`);
      list[place] = quoteText(rewritten);
    }
    // Logs are read in the order of their lines; from here on order means nothing, and keeping it takes time.
    await this.run("set preserve_insertion_order = false");
    await viewFacts(this, list, eras);
  }

  async openPlaces(files: readonly string[]): Promise<void> {
    await this.run(`create or replace table reader_place as ${placesSql(files.map(quoteText))}`);
  }

  /** How much of the statement that is running is done, from 0 to 1. */
  get shareDone(): number {
    return Math.min(1, Math.max(0, this.#connection.progress.percentage / 100));
  }

  /** Runs a statement of Broadsheet's own making. Never with text from a log in it. */
  async run(sql: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#connected((connection) => connection.run(sql, {...params}));
  }

  /** The rows a statement of Broadsheet's own making answers with. */
  async rows(sql: string, params: Readonly<Record<string, Value>> = {}): Promise<Row[]> {
    const reader = await this.#connected((connection) => connection.runAndReadAll(sql, {...params}));
    const columns = {names: reader.columnNames(), types: reader.columnTypes()};
    return reader.getRows().map((row) => toRow(columns, row));
  }

  /** A statement of Broadsheet's own making that is asked many times. */
  prepared(sql: string): PreparedRows {
    return new PreparedRows(() => this.#instance.connect(), sql);
  }

  /** Calls `see` with what a statement of Broadsheet's own making answers with, one number a row, batch by batch. */
  async numbers(sql: string, see: (numbers: readonly number[]) => void): Promise<void> {
    await this.#column(sql, (values) => see(values.map(Number)));
  }

  /** Calls `see` with what a statement of Broadsheet's own making answers with, one text a row, batch by batch. */
  async texts(sql: string, see: (texts: readonly string[]) => void): Promise<void> {
    await this.#column(sql, (values) => see(values.map(String)));
  }

  async recall(mark: string, names: readonly string[]): Promise<boolean> {
    try {
      const folder = (await this.#retained?.find(mark)) ?? null;
      if (folder === null) return false;
      for (const name of names) await this.#names.view(name, `select * from ${retainedFile(folder, name)}`);
      return true;
    } catch {
      // Another report may have thinned out meanwhile. What is missing is worked out again.
      return false;
    }
  }

  retain(mark: string, names: readonly string[]): void {
    const last = this.#retaining;
    const writing = this.#retained?.put(mark, async (folder) => {
      await last;
      // Packing it would take longer than the next report needs to read it.
      for (const name of names) {
        await this.run(`copy ${name} to ${retainedFile(folder, name)} (format parquet, compression uncompressed)`);
      }
    });
    // A full disk must not cost the figures, which are there.
    this.#retaining = writing?.catch(() => {}) ?? last;
  }

  async close(): Promise<void> {
    await this.#retaining;
    for (const connection of this.#idle) connection.closeSync();
    for (const file of this.#own) rmSync(file, {force: true});
  }

  async #column(sql: string, see: (values: readonly DuckDBValue[]) => void): Promise<void> {
    await this.#connected(async (connection) => {
      const result = await connection.stream(sql);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        see(chunk.getColumnValues(0));
      }
    });
  }

  /** Runs what gives a name another meaning: not while what it means is being retained. */
  async #change(sql: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#retaining;
    await this.run(sql, params);
  }

  async #take(): Promise<DuckDBConnection> {
    return this.#idle.pop() ?? (await this.#instance.connect());
  }

  async #connected<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await use(connection);
    } catch (cause) {
      throw asWriteFault(cause) ?? asMemoryFault(cause) ?? cause;
    } finally {
      this.#idle.push(connection);
    }
  }

  static async #over(
    instance: DuckDBInstance,
    folders: {readonly temporary: string; readonly retained: string | null},
  ): Promise<DuckDbEngine> {
    const connection = await instance.connect();
    // Progress is measured only where it would be printed; printing it is for the command line.
    await connection.run("set enable_progress_bar = true");
    await connection.run("set enable_progress_bar_print = false");
    return new DuckDbEngine(instance, connection, folders);
  }
}

/** Where what a name means is retained, as an SQL literal. */
function retainedFile(folder: string, name: string): string {
  return quoteText(join(folder, `${name}.parquet`));
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
