import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection, DuckDBInstance, DuckDBValue} from "@duckdb/node-api";
import type {Engine, Row, Shape, TableWriter, TimeRange, Value} from "../engine.ts";
import {loadQuestion} from "../query.ts";
import {RetainedFolders} from "./cache.ts";
import {earlierFiles, linesSql, viewFacts, writeFacts} from "./facts-sql.ts";
import {asDuckDbFault} from "./fault.ts";
import {connectMeasured, type Reach, startDuckDb} from "./instance.ts";
import {DuckDbNames} from "./names.ts";
import {EnginePaths, parquetSql} from "./paths.ts";
import {placesSql} from "./places-sql.ts";
import {PreparedRows} from "./prepared.ts";
import {toRow} from "./row.ts";
import {columnTypes, DuckDbTableWriter} from "./table.ts";

const ownStatement = "a statement";

/** What an engine has in common with those beside it; see `open`. */
interface Shared {
  readonly instance: DuckDBInstance;
  readonly paths: EnginePaths;
  readonly temporary: string;
  readonly retained: string | null;
}

/**
 * The embedded engine: DuckDB in memory over Parquet files.
 *
 * Nothing in it outlives the process but what it is told to retain; the facts are the files.
 */
export class DuckDbEngine implements Engine {
  readonly #shared: Shared;
  readonly #connection: DuckDBConnection;
  /** Connections that wait for a statement: one connection runs one at a time, and questions may be asked at once. */
  readonly #idle: DuckDBConnection[];
  readonly #names = new DuckDbNames((sql, params, what) => this.#change(sql, params, what));

  /** Files that go when the engine closes. */
  readonly #own: string[] = [];
  readonly #isFirst: boolean;
  readonly #retained: RetainedFolders | null;
  #retaining: Promise<void> = Promise.resolve();

  private constructor(shared: Shared, connection: DuckDBConnection, isFirst: boolean) {
    this.#shared = shared;
    this.#isFirst = isFirst;
    this.#retained = shared.retained === null || !isFirst ? null : new RetainedFolders(shared.retained);
    this.#connection = connection;
    this.#idle = [connection];
  }

  /**
   * @param temporary Folder for what does not fit in memory; made when it is missing.
   * @param given What else on the disk it may read and write, by whole paths; nothing where nothing is said. `memoryBytes`: how much it
   *   may take for its own buffers, before it spills. `retained`: folder for what is kept for engines to come; null for nothing.
   * @throws {UserError} ENGINE_FAILED, DISK_FULL or WORKSPACE_DENIED
   */
  static async open(
    temporary: string,
    {folders = [], retained = null, ...given}: Partial<Reach> & {readonly retained?: string | null} = {},
  ): Promise<DuckDbEngine> {
    const paths = new EnginePaths();
    const all = retained === null ? folders : [...folders, retained];
    const instance = await startDuckDb({...given, temporary, folders: all}, paths);
    return DuckDbEngine.#over({instance, paths, temporary, retained}, true);
  }

  /** A second way in, for statements that run beside others. */
  async beside(): Promise<DuckDbEngine> {
    return DuckDbEngine.#over(this.#shared, false);
  }

  /** A path as a literal for a statement: it means that file, whatever its folders are called. */
  file(path: string): string {
    return this.#shared.paths.literal(path);
  }

  async ask(question: string, params: Readonly<Record<string, Value>> = {}): Promise<Row[]> {
    return this.rows(loadQuestion(question).body, params, question);
  }

  async askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    await this.rowsInBatches(loadQuestion(question).body, see, question);
  }

  /** Calls `see` with each batch of the rows that a statement of Broadsheet's own making answers with, and waits for it. */
  async rowsInBatches(sql: string, see: (rows: Row[]) => void | Promise<void>, what = ownStatement): Promise<void> {
    await this.#connected(what, async (connection) => {
      const result = await connection.stream(sql);
      const columns = {names: result.columnNames(), types: result.columnTypes()};
      for await (const rows of result.yieldRows()) await see(rows.map((row) => toRow(columns, row)));
    });
  }

  async askTexts(
    question: string,
    see: (texts: readonly string[]) => void,
    params: Readonly<Record<string, Value>> = {},
  ): Promise<void> {
    await this.#column(loadQuestion(question).body, (values) => see(values.map(String)), {params, what: question});
  }

  async keep(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#names.keep(name, loadQuestion(question).body, params, question);
  }

  async keepNumbered(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#names.keepNumbered(name, loadQuestion(question).body, params, question);
  }

  async extend(name: string, question: string, params: Readonly<Record<string, Value>> = {}): Promise<void> {
    await this.#change(`insert into ${name} ${loadQuestion(question).body}`, params, question);
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

  async openFacts(files: readonly string[], {eras}: TimeRange): Promise<void> {
    const list = files.map((file) => this.file(file));
    const earlier = await earlierFiles(this, list);
    for (const [place, file] of list.entries()) {
      if (!earlier.has(file)) continue;
      const rewritten = join(this.#shared.temporary, `${randomUUID()}.parquet`);
      this.#own.push(rewritten);
      await writeFacts(this, await linesSql(this, file), this.file(rewritten), `rewritten_${place}`);
      list[place] = this.file(rewritten);
    }
    // Logs are read in the order of their lines; from here on order means nothing, and keeping it takes time.
    await this.run("set preserve_insertion_order = false");
    await viewFacts(this, list, eras);
  }

  async openPlaces(files: readonly string[]): Promise<void> {
    const list = files.map((file) => this.file(file));
    await this.run(`create or replace table reader_place as ${placesSql(list)}`);
  }

  /** How much of the statement that is running is done, from 0 to 1. */
  get shareDone(): number {
    return Math.min(1, Math.max(0, this.#connection.progress.percentage / 100));
  }

  /** Runs a statement of Broadsheet's own making. Never with text from a log in it. */
  async run(sql: string, params: Readonly<Record<string, Value>> = {}, what = ownStatement): Promise<void> {
    await this.#connected(what, (connection) => connection.run(sql, {...params}));
  }

  /** The rows a statement of Broadsheet's own making answers with. */
  async rows(sql: string, params: Readonly<Record<string, Value>> = {}, what = ownStatement): Promise<Row[]> {
    const reader = await this.#connected(what, (connection) => connection.runAndReadAll(sql, {...params}));
    const columns = {names: reader.columnNames(), types: reader.columnTypes()};
    return reader.getRows().map((row) => toRow(columns, row));
  }

  /** A statement of Broadsheet's own making that is asked many times. */
  prepared(sql: string): PreparedRows {
    return new PreparedRows(() => this.#shared.instance.connect(), sql);
  }

  /** Calls `see` with what a statement of Broadsheet's own making answers with, one number a row, batch by batch. */
  async numbers(sql: string, see: (numbers: readonly number[]) => void): Promise<void> {
    await this.#column(sql, (values) => see(values.map(Number)));
  }

  /** Calls `see` with what a statement of Broadsheet's own making answers with, one text a row, batch by batch. */
  async texts(sql: string, see: (texts: readonly string[]) => void): Promise<void> {
    await this.#column(sql, (values) => see(values.map(String)));
  }

  async loadCache(mark: string, names: readonly string[]): Promise<boolean> {
    try {
      const folder = (await this.#retained?.find(mark)) ?? null;
      if (folder === null) return false;
      for (const name of names)
        await this.#names.view(name, `select * from ${parquetSql(this.file(join(folder, `${name}.parquet`)))}`);
      return true;
    } catch {
      // Another report may have thinned out meanwhile. What is missing is worked out again.
      return false;
    }
  }

  saveCache(mark: string, names: readonly string[]): void {
    const last = this.#retaining;
    const writing = this.#retained?.put(mark, async (folder) => {
      await last;
      // Packing it would take longer than the next report needs to read it.
      for (const name of names) {
        await this.run(
          `copy ${name} to ${this.file(join(folder, `${name}.parquet`))} (format parquet, compression uncompressed)`,
        );
      }
    });
    // A full disk must not cost the figures, which are there.
    this.#retaining = writing?.catch(() => {}) ?? last;
  }

  async close(): Promise<void> {
    await this.#retaining;
    for (const connection of this.#idle) connection.closeSync();
    for (const file of this.#own) rmSync(file, {force: true});
    if (this.#isFirst) this.#shared.paths.close();
  }

  async #column(
    sql: string,
    see: (values: readonly DuckDBValue[]) => void,
    {
      params = {},
      what = ownStatement,
    }: {readonly params?: Readonly<Record<string, Value>>; readonly what?: string} = {},
  ): Promise<void> {
    await this.#connected(what, async (connection) => {
      const result = await connection.stream(sql, {...params});
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        see(chunk.getColumnValues(0));
      }
    });
  }

  /** Runs what gives a name another meaning: not while what it means is being retained. */
  async #change(sql: string, params: Readonly<Record<string, Value>> = {}, what = ownStatement): Promise<void> {
    await this.#retaining;
    await this.run(sql, params, what);
  }

  async #take(): Promise<DuckDBConnection> {
    return this.#idle.pop() ?? (await this.#shared.instance.connect());
  }

  async #connected<T>(what: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await use(connection);
    } catch (cause) {
      throw asDuckDbFault(cause, what);
    } finally {
      this.#idle.push(connection);
    }
  }

  static async #over(shared: Shared, isFirst: boolean): Promise<DuckDbEngine> {
    return new DuckDbEngine(shared, await connectMeasured(shared.instance), isFirst);
  }
}
