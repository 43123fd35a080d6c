import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {loadQuestion} from "../query.ts";
import type {QueryEngine, SiteNumbers, TimeRange} from "../query-engine.ts";
import {
  type Aliases,
  type AnswerName,
  type QuestionOf,
  type RelationName,
  relations,
  type TableName,
} from "../relations/all.ts";
import type {Params, Row, TableWriter} from "../values.ts";
import {CacheFolders} from "./cache.ts";
import {DuckDbFactStore, type Opened, type SearchPath} from "./fact-store.ts";
import {earlierFiles, linesSql, type OpenFiles, viewFacts, viewSites, writeFacts} from "./facts-sql.ts";
import {connectMeasured, connectTo, type Reach, startDuckDb} from "./instance.ts";
import {DuckDbNames} from "./names.ts";
import {EnginePaths, parquetSql} from "./paths.ts";
import {placesSql} from "./places-sql.ts";

/** What an engine has in common with its sessions and branches. */
interface Shared extends Opened {
  readonly temporary: string;
  readonly saved: CacheFolders | null;
  /** Sessions and branches so far. */
  sessions: number;
  readonly closing: Set<Promise<void>>;
}

/**
 * The embedded engine: DuckDB in memory over Parquet files.
 *
 * Nothing in it outlives the process but what it is told to save; the facts are the files. Its names are those of a schema of its own.
 */
export class DuckDbEngine extends DuckDbFactStore implements QueryEngine {
  readonly #shared: Shared;
  readonly #names: DuckDbNames;
  /** Sessions and branches that are to close with it. */
  readonly #children = new Set<DuckDbEngine>();
  /** What it is a session or a branch of; null for the first, that has the instance. */
  readonly #parent: DuckDbEngine | null;

  /** Files that go when the engine closes, and folders that others may delete from then on. */
  readonly #own: string[] = [];
  readonly #used: string[] = [];
  #opened: OpenFiles | null = null;
  #saving: Promise<void> = Promise.resolve();
  #closed: Promise<void> | null = null;

  private constructor(
    shared: Shared,
    connection: DuckDBConnection,
    schemas: SearchPath,
    parent: DuckDbEngine | null = null,
  ) {
    super(shared, connection, schemas);
    this.#shared = shared;
    this.#parent = parent;
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
    const opened = {instance, paths, connections: new Set<DuckDBConnection>(), isStopped: false};
    const shared = {...opened, temporary, saved, sessions: 0, closing: new Set<Promise<void>>()};
    return new DuckDbEngine(shared, await connectMeasured(instance), ["main"]);
  }

  async session(): Promise<DuckDbEngine> {
    return this.#openSchema([]);
  }

  async branch(aliases: Aliases = {}): Promise<DuckDbEngine> {
    const branch = await this.#openSchema(this.schemas);
    for (const [alias, name] of Object.entries(aliases))
      await branch.#names.view(alias, `select * from ${await this.#schemaOf(name)}.${name}`);
    return branch;
  }

  /** The schema that a name is found in: its own, or that of what it is a branch of. */
  async #schemaOf(name: string): Promise<string> {
    const sql = "select table_schema from information_schema.tables where table_name = $name";
    const found = new Set((await this.rows(sql, {name})).map((row) => String(row["table_schema"])));
    return this.schemas.find((schema) => found.has(schema)) ?? this.schemas[0];
  }

  async ask(question: string, params: Params = {}): Promise<Row[]> {
    return this.rows(loadQuestion(question).body, params, question);
  }

  async askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    await this.rowsInBatches(loadQuestion(question).body, see, question);
  }

  async askTexts(question: string, see: (texts: readonly string[]) => void, params: Params = {}): Promise<void> {
    await this.texts(loadQuestion(question).body, see, params, question);
  }

  async keep<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    await this.#names.keep(name, loadQuestion(question).body, params, question);
  }

  async keepNumbered<Name extends AnswerName>(
    name: Name,
    question: QuestionOf<Name>,
    params: Params = {},
  ): Promise<void> {
    await this.#names.keepNumbered(name, loadQuestion(question).body, params, question);
  }

  async extend<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    await this.#change(`insert into ${name} ${loadQuestion(question).body}`, params, question);
  }

  async drop(names: readonly RelationName[]): Promise<void> {
    for (const name of names) await this.#names.drop(name);
  }

  async view<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): Promise<void> {
    await this.#names.view(name, loadQuestion(question).body);
  }

  async table(name: TableName): Promise<TableWriter> {
    const {shape} = relations[name];
    await this.#names.table(name, shape);
    return this.appendTo(name, shape);
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
    this.#opened = await viewFacts(this, list, rulePeriods);
  }

  async openSites({byHost, ...sites}: SiteNumbers): Promise<void> {
    if (this.#opened === null) throw new Error("no facts are open whose sites could be told apart");
    const shape = {host_text: "text", host_site: "integer"} as const;
    await this.#names.table("site_host", shape);
    const table = await this.appendTo("site_host", shape);
    for (const row of byHost) table.add([row]);
    table.close();
    await viewSites(this, this.#opened, sites);
  }

  async openPlaces(files: readonly string[]): Promise<void> {
    const list = files.map((file) => this.file(file));
    await this.run(`create or replace table reader_place as ${placesSql(list)}`);
  }

  async loadCache(cacheKey: string, names: readonly RelationName[]): Promise<boolean> {
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

  saveCache(cacheKey: string, names: readonly RelationName[]): void {
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

  override close(): Promise<void> {
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
      if (this.#parent === null) paths.close();
      else this.#parent.#children.delete(this);
    }
  }

  async #letGo(): Promise<void> {
    await Promise.all([...this.#children].map((one) => one.close()));
    await this.#saving;
    // What still reads of it, after a fault elsewhere, keeps it until the instance goes.
    if (this.#parent !== null) await this.run(`drop schema ${this.schemas[0]} cascade`).catch(() => {});
    await super.close();
    for (const file of this.#own) rmSync(file, {force: true});
  }

  async #openSchema(behind: readonly string[]): Promise<DuckDbEngine> {
    // What others let go of makes room for what comes.
    await Promise.allSettled(this.#shared.closing);
    const schema = `session_${this.#shared.sessions++}`;
    await this.run(`create schema ${schema}`);
    const schemas: SearchPath = [schema, ...behind];
    const connection = await connectTo(this.#shared.instance, schemas);
    const opened = new DuckDbEngine(this.#shared, connection, schemas, this);
    this.#children.add(opened);
    return opened;
  }

  /** Runs what gives a name another meaning: not while what it means is being saved. */
  async #change(sql: string, params: Params = {}, what?: string): Promise<void> {
    await this.#saving;
    await this.run(sql, params, what);
  }
}
