import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection, DuckDBInstance, DuckDBValue} from "@duckdb/node-api";
import type {Engine, Row, Shape, TableWriter, TimeRange, Value} from "../engine.ts";
import {loadQuestion} from "../query.ts";
import {CacheFolders} from "./cache.ts";
import {earlierFiles, linesSql, viewFacts, writeFacts} from "./facts-sql.ts";
import {asDuckDbFault} from "./fault.ts";
import {connectMeasured, connectTo, type Reach, startDuckDb} from "./instance.ts";
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
  readonly saved: CacheFolders | null;
  /** Sessions so far. */
  sessions: number;
  readonly closing: Set<Promise<void>>;
}

/** Names that an engine knows by themselves stand in the first of these; what it does not find there, in the next. */
type SearchPath = readonly [string, ...string[]];

/** The first has the instance, one beside it its names, and a session names of its own. */
type Kind = "first" | "beside" | "session";

/**
 * The embedded engine: DuckDB in memory over Parquet files.
 *
 * Nothing in it outlives the process but what it is told to save; the facts are the files. Its names are those of a schema of its own.
 */
export class DuckDbEngine implements Engine {
  readonly #shared: Shared;
  readonly #kind: Kind;
  readonly #connection: DuckDBConnection;
  readonly #schemas: SearchPath;
  /** Connections that wait for a statement: one connection runs one at a time, and questions may be asked at once. */
  readonly #idle: DuckDBConnection[];
  readonly #names: DuckDbNames;
  /** Sessions and branches that are to close with it. */
  readonly #opened = new Set<DuckDbEngine>();
  #parent: DuckDbEngine | null = null;

  /** Files that go when the engine closes, and folders that others may delete from then on. */
  readonly #own: string[] = [];
  readonly #used: string[] = [];
  #saving: Promise<void> = Promise.resolve();
  #closed: Promise<void> | null = null;

  private constructor(shared: Shared, connection: DuckDBConnection, schemas: SearchPath, kind: Kind) {
    this.#shared = shared;
    this.#kind = kind;
    this.#connection = connection;
    this.#schemas = schemas;
    this.#idle = [connection];
    this.#names = new DuckDbNames((sql, params, what) => this.#change(sql, params, what), schemas[0]);
  }

  /**
   * @param temporary Folder for what does not fit in memory; made when it is missing.
   * @param given What else on the disk it may read and write, by whole paths; nothing where nothing is said. `memoryBytes`: how much it
   *   may take for its own buffers, before it spills. `retained`: folder for what is saved for engines to come; null for nothing.
   * @throws {UserError} ENGINE_FAILED, DISK_FULL or WORKSPACE_DENIED
   */
  static async open(
    temporary: string,
    {folders = [], retained = null, ...given}: Partial<Reach> & {readonly retained?: string | null} = {},
  ): Promise<DuckDbEngine> {
    const paths = new EnginePaths();
    const all = retained === null ? folders : [...folders, retained];
    const instance = await startDuckDb({...given, temporary, folders: all}, paths);
    const saved = retained === null ? null : new CacheFolders(retained);
    const shared = {instance, paths, temporary, saved, sessions: 0, closing: new Set<Promise<void>>()};
    return new DuckDbEngine(shared, await connectMeasured(instance), ["main"], "first");
  }

  async session(): Promise<DuckDbEngine> {
    return this.#openSchema([]);
  }

  async branch(aliases: Readonly<Record<string, string>> = {}): Promise<DuckDbEngine> {
    const branch = await this.#openSchema(this.#schemas);
    for (const [alias, name] of Object.entries(aliases))
      await branch.#names.view(alias, `select * from ${this.#schemas[0]}.${name}`);
    return branch;
  }

  /** A second way in, for statements that run beside others. */
  async beside(): Promise<DuckDbEngine> {
    return new DuckDbEngine(this.#shared, await connectMeasured(this.#shared.instance), this.#schemas, "beside");
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

  async drop(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#names.drop(name);
  }

  async view(name: string, question: string): Promise<void> {
    await this.#names.view(name, loadQuestion(question).body);
  }

  async table(name: string, shape: Shape): Promise<TableWriter> {
    const columns = Object.entries(shape).map(([column, type]) => `${column} ${columnTypes[type]}`);
    await this.#names.table(name, columns);
    // The rows have a connection of their own until they are all there: another statement must not come between them.
    const connection = await this.#take();
    const appender = await connection.createAppender(name, this.#schemas[0]);
    return new DuckDbTableWriter(appender, shape, () => this.#idle.push(connection));
  }

  async openFacts(files: readonly string[], {rulePeriods}: TimeRange): Promise<void> {
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
    await viewFacts(this, list, rulePeriods);
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

  async loadCache(cacheKey: string, names: readonly string[]): Promise<boolean> {
    const {saved} = this.#shared;
    try {
      const folder = (await saved?.use(cacheKey)) ?? null;
      if (folder === null) return false;
      this.#used.push(folder);
      for (const name of names)
        await this.#names.view(name, `select * from ${parquetSql(this.file(join(folder, `${name}.parquet`)))}`);
      return true;
    } catch {
      // Another process may have thinned out meanwhile. What is missing is worked out again.
      return false;
    }
  }

  saveCache(cacheKey: string, names: readonly string[]): void {
    const last = this.#saving;
    const writing = this.#shared.saved?.put(cacheKey, async (folder) => {
      await last;
      // Packing it would take longer than the next report needs to read it.
      for (const name of names) {
        await this.run(
          `copy ${name} to ${this.file(join(folder, `${name}.parquet`))} (format parquet, compression uncompressed)`,
        );
      }
    });
    // A full disk must not cost the figures, which are there.
    this.#saving = writing?.catch(() => {}) ?? last;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const {closing, saved, paths} = this.#shared;
    const closed = this.#letGo();
    closing.add(closed);
    try {
      await closed;
    } finally {
      closing.delete(closed);
      saved?.leave(this.#used);
      if (this.#kind === "first") paths.close();
      if (this.#parent !== null) this.#parent.#opened.delete(this);
    }
  }

  async #letGo(): Promise<void> {
    await Promise.all([...this.#opened].map((one) => one.close()));
    await this.#saving;
    // What still reads of it, after a fault elsewhere, keeps it until the instance goes.
    if (this.#kind === "session") await this.run(`drop schema ${this.#schemas[0]} cascade`).catch(() => {});
    for (const connection of this.#idle) connection.closeSync();
    for (const file of this.#own) rmSync(file, {force: true});
  }

  async #openSchema(behind: readonly string[]): Promise<DuckDbEngine> {
    // What others let go of makes room for what comes.
    await Promise.allSettled(this.#shared.closing);
    const schema = `session_${this.#shared.sessions++}`;
    await this.run(`create schema ${schema}`);
    const schemas: SearchPath = [schema, ...behind];
    const connection = await connectTo(this.#shared.instance, schemas);
    const opened = new DuckDbEngine(this.#shared, connection, schemas, "session");
    opened.#parent = this;
    this.#opened.add(opened);
    return opened;
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

  /** Runs what gives a name another meaning: not while what it means is being saved. */
  async #change(sql: string, params: Readonly<Record<string, Value>> = {}, what = ownStatement): Promise<void> {
    await this.#saving;
    await this.run(sql, params, what);
  }

  async #take(): Promise<DuckDBConnection> {
    return this.#idle.pop() ?? (await connectTo(this.#shared.instance, this.#schemas));
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
}
