import {randomBytes} from "node:crypto";
import {leastMemory} from "../duckdb/memory-fault.ts";
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
import {checkRows} from "./answers.ts";
import {bindQuestion, literal, relationsOf} from "./bind.ts";
import type {Cluster} from "./cluster.ts";
import {factKeys, type KnownTexts} from "./fact-keys.ts";
import {LocalQueries} from "./local-queries.ts";
import {writeRow} from "./rows.ts";
import {firstSite, sitedRows} from "./sited-rows.ts";
import {columnsOf, RowsOnTheirWay} from "./small-table.ts";

/** What stands between the parts of a place while they are one text: no name holds it. */
const unit = "'\\x01'";

/** What a question knows by a name. */
interface Relation {
  /** Its name in the database. */
  readonly table: string;
  /** Has each shard the rows of its own readers? A small table is whole on every shard. */
  readonly isSharded: boolean;
  /** Who made it, and drops it. */
  readonly owner: ClickHouseEngine;
}

/** Loads that questions are asked of, the table that names them, and which of their requests are meant. */
interface OpenLoads {
  readonly loads: readonly string[];
  readonly load: string;
  readonly range: TimeRange;
}

/** What engines over a cluster have in common. */
interface Given {
  readonly cluster: Cluster;
  /** When the first was opened, by the servers' clock. */
  readonly second: number;
  readonly memoryBytes: number;
}

/**
 * A cluster of ClickHouse servers: each shard holds the requests of its own readers.
 *
 * What is kept is worked out on each shard for itself. A question is asked of all shards together, through a `Distributed`
 * table, so that the servers put the answer together and counts stay exact. Everything a report keeps has a name that begins
 * with its own prefix, and goes when the engine closes: reports do not disturb each other.
 */
export class ClickHouseEngine implements QueryEngine {
  readonly #cluster: Cluster;
  readonly #given: Given;
  readonly #prefix: string;
  readonly #local: LocalQueries;
  readonly #relations: Map<string, Relation>;
  readonly #together = new Map<string, Promise<void>>();
  readonly #onTheirWay = new Set<Promise<void>>();
  readonly #made: string[] = [];
  /** Sessions and branches that are to close with it. */
  readonly #opened = new Set<ClickHouseEngine>();
  #parent: ClickHouseEngine | null = null;
  #facts: OpenLoads | null = null;
  /** Does the cluster close with it? */
  readonly #isFirst: boolean;
  #closed: Promise<void> | null = null;

  private constructor(given: Given, known: Iterable<[string, Relation]>, isFirst: boolean) {
    this.#cluster = given.cluster;
    this.#given = given;
    this.#prefix = `run_${given.second}_${randomBytes(6).toString("hex")}`;
    this.#local = new LocalQueries(() => this.#readers(), given.memoryBytes);
    this.#relations = new Map(known);
    this.#isFirst = isFirst;
  }

  /**
   * Begins a report. What the journal says is to be read afterwards: rows of inputs that were taken out before may go at any moment.
   *
   * @param memoryBytes How much an engine on this machine may take, for questions that need the key.
   * @throws {UserError} ENGINE_FAILED, ENGINE_DENIED or ENGINE_UNPREPARED
   */
  static async open(cluster: Cluster, memoryBytes = leastMemory): Promise<ClickHouseEngine> {
    const second = await cluster.clearRuns();
    const engine = new ClickHouseEngine({cluster, second, memoryBytes}, [], true);
    // From here on whoever takes inputs out sees that rows of them may be read.
    // Who is stopped meanwhile would not know whether it is there.
    await cluster.first.steady().run(`create table ${engine.#newTable("open")} (nothing UInt8) engine = Memory`);
    return engine;
  }

  async session(): Promise<ClickHouseEngine> {
    return this.#open([]);
  }

  async branch(aliases: Aliases = {}): Promise<ClickHouseEngine> {
    await this.#arrived();
    const named = Object.entries(aliases).map(([alias, name]): [string, Relation] => [alias, this.#relation(name)]);
    return this.#open([...this.#relations, ...named]);
  }

  async ask(question: string, params: Params = {}): Promise<Row[]> {
    const {first} = this.#cluster;
    const rows = await first.rows(await this.#askable(question, params), question);
    checkRows(question, rows, first.url);
    return rows;
  }

  async askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    const {first} = this.#cluster;
    const seeChecked = (rows: Row[]): void | Promise<void> => {
      checkRows(question, rows, first.url);
      return see(rows);
    };
    await first.batches(await this.#askable(question, {}), seeChecked, question);
  }

  async askTexts(question: string, see: (texts: readonly string[]) => void, params: Params = {}): Promise<void> {
    await this.#cluster.first.batches(await this.#askable(question, params), (rows) => {
      see(rows.flatMap((row) => Object.values(row).map(String)));
    });
  }

  async keep<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    await this.#make(name, question, params, (table) => `create table ${table} engine = MergeTree order by tuple() as`);
  }

  async keepNumbered<Name extends AnswerName>(
    name: Name,
    question: QuestionOf<Name>,
    params: Params = {},
  ): Promise<void> {
    // Each shard numbers its own: what is joined by number is on the same shard.
    const numbered = "as select *, toInt64(rowNumberInAllBlocks()) as number from (";
    const create = (table: string): string => `create table ${table} engine = MergeTree order by tuple() ${numbered}`;
    await this.#make(name, question, params, create, ") as numbered");
  }

  async view<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): Promise<void> {
    await this.#make(name, question, {}, (table) => `create view ${table} as`);
  }

  async extend<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    await this.#arrived();
    const {table} = this.#relation(name);
    if ("key" in params) {
      const {columns, rows} = await this.#local.answer(question, params);
      const text = rows.map(writeRow).join("");
      await this.#cluster.onEach((server) => server.insertText(table, columns, text));
      return;
    }
    const body = this.#bound(question, params);
    await this.#cluster.onEach((server) => server.run(`insert into ${table} ${body}`, question));
    if (this.#looksAtShards(question)) this.#relations.set(name, {table, isSharded: true, owner: this});
  }

  async drop(names: readonly RelationName[]): Promise<void> {
    for (const name of names) await this.#replace(name, null);
  }

  async table(name: TableName): Promise<TableWriter> {
    const {shape} = relations[name];
    const table = this.#newTable(name);
    await this.#cluster.onEach((server) => server.run(`create table ${table} (${columnsOf(shape)}) engine = Memory`));
    await this.#replace(name, {table, isSharded: false, owner: this});
    return new RowsOnTheirWay((text) => {
      this.#send(this.#cluster.onEach((server) => server.insertText(table, Object.keys(shape), text)));
    });
  }

  async openFacts(loads: readonly string[], range: TimeRange): Promise<void> {
    const load = this.#newTable("load");
    await this.#openLoads(load, loads);
    this.#facts = {loads, load, range};
    const known = await this.#viewFacts("path", this.#from(this.#facts));
    await Promise.all(known.texts.map((texts) => this.#know(known.table, texts)));
  }

  async openSites({byFile, byHost, other, none}: SiteNumbers): Promise<void> {
    if (this.#facts === null) throw new Error("no facts are open whose sites could be told apart");
    const [hosts, loads] = [this.#newTable("site_host"), this.#newTable("site_load")];
    await this.#cluster.onEach(async (server) => {
      await server.run(`create table ${hosts} (host_text String, host_site Int32) engine = Memory`);
      await server.run(`create table ${loads} (load UInt64, load_site Int32) engine = Memory`);
    });
    const byLoad = this.#facts.loads.map((load, place) => [load, byFile[place] ?? null] as const);
    await this.#fill(hosts, ["host_text", "host_site"], byHost);
    await this.#fill(loads, ["load", "load_site"], byLoad);
    const {asked, from} = sitedRows(this.#from(this.#facts), {hosts, loads, other, none});
    const known = await this.#viewFacts(asked, from);
    await Promise.all(known.texts.flatMap((one) => (one.name === "known_path" ? this.#know(known.table, one) : [])));
  }

  async openPlaces(loads: readonly string[]): Promise<void> {
    const load = this.#newTable("load");
    await this.#openLoads(load, loads);
    const table = this.#newTable("reader_place");
    const [place, network] = [this.#cluster.named("place"), this.#cluster.named("network")];
    const open = `where load in (select load from ${load})`;
    // The place counts of which most is known, then the last by name: the largest of texts that begin with how much is known.
    const known = ["country", "region", "city"].map((column) => `if(isNull(${column}), 0, 1)`).join(" + ");
    const texts = ["country", "region", "city"].map((column) => `coalesce(${column}, '')`).join(`, ${unit}, `);
    const nameAt = (part: number): string => `nullIf(splitByChar(${unit}, most)[${part}], '')`;
    await this.#cluster.onEach((server) =>
      server.run(`create table ${table} engine = MergeTree order by tuple() as
        select reader, ${nameAt(2)} as country, ${nameAt(3)} as region, ${nameAt(4)} as city, nullIf(system, '') as network
        from (
          select reader, max(concat(toString(${known}), ${unit}, ${texts})) as most
          from ${place} ${open}
          group by reader
        ) as located any left join (
          select reader, max(network) as system from ${network} ${open} group by reader
        ) as owned using (reader)`),
    );
    await this.#replace("reader_place", {table, isSharded: true, owner: this});
  }

  /** A cluster's tables go with the engine. */
  async loadCache(): Promise<boolean> {
    return false;
  }

  saveCache(): void {}

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#opened].map((one) => one.close()));
    await Promise.allSettled(this.#onTheirWay);
    await this.#local.close();
    // What cannot be dropped now, because a server is gone, goes with a report of tomorrow.
    await this.#cluster.drop(this.#made).catch(() => {});
    if (this.#isFirst) await this.#cluster.close();
    if (this.#parent !== null) this.#parent.#opened.delete(this);
  }

  #open(known: Iterable<[string, Relation]>): ClickHouseEngine {
    const opened = new ClickHouseEngine(this.#given, known, false);
    opened.#parent = this;
    this.#opened.add(opened);
    return opened;
  }

  /** SQL of where the requests that are meant are stored. */
  #from({load, range: {firstDay, lastDay}}: OpenLoads): string {
    return `${this.#cluster.named("fact")}
        where day >= ${literal(firstDay)} and day <= ${literal(lastDay)} and load in (select load from ${load})`;
  }

  /** Lets `fact` mean these requests. @param asked SQL of the text that stands for the path. */
  async #viewFacts(
    asked: string,
    from: string,
  ): Promise<{readonly table: string; readonly texts: readonly KnownTexts[]}> {
    const table = this.#newTable("fact");
    await this.#cluster.onEach((server) =>
      server.run(`create view ${table} as
        select reader, address, network48, network32, toInt64(second) as instant, method, status, ${asked} as asked, bytes as size,
          site as sent_from, agent as named, host as hosted
        from ${from}`),
    );
    const {columns, known} = factKeys(this.#facts!.range.rulePeriods);
    // ENGINE: an old server does not tell a column from an expression of the same name. A sum of whole numbers begins anew beyond 2^64;
    // one of floating numbers is the same up to 2^53, and near beyond.
    const timed = this.#newTable("timed");
    await this.#cluster.onEach((server) =>
      server.run(`create view ${timed} as
        select reader, address, network48, network32, instant as second, intDiv(instant, 900) as quarter,
          toFloat64(size) as bytes,
          ${columns}
        from ${table}`),
    );
    await this.#replace("fact", {table: timed, isSharded: true, owner: this});
    return {table, texts: known};
  }

  /** Sends a small table of sites to every server. */
  async #fill(
    table: string,
    columns: readonly string[],
    sites: Iterable<readonly [string, number | null]>,
  ): Promise<void> {
    const writer = new RowsOnTheirWay((text) => {
      this.#send(this.#cluster.onEach((server) => server.insertText(table, columns, text)));
    });
    for (const [text, site] of sites) if (site !== null) writer.add([[text, site + firstSite]]);
    writer.close();
    await this.#arrived();
  }

  /** Keeps which different texts of a kind the facts hold. */
  async #know(facts: string, {name, columns, column}: KnownTexts): Promise<void> {
    const table = this.#newTable(name);
    await this.#cluster.onEach((server) =>
      server.run(`create table ${table} engine = MergeTree order by tuple() as
        select distinct ${columns} from ${facts} where isNotNull(${column})`),
    );
    await this.#replace(name, {table, isSharded: true, owner: this});
  }

  async #openLoads(table: string, loads: readonly string[]): Promise<void> {
    await this.#cluster.onEach(async (server) => {
      await server.run(`create table ${table} (load UInt64) engine = Memory`);
      if (loads.length > 0) await server.insertText(table, ["load"], loads.map((one) => writeRow([one])).join(""));
    });
  }

  async #make(
    name: string,
    question: string,
    params: Params,
    create: (table: string) => string,
    end = "",
  ): Promise<void> {
    await this.#arrived();
    const table = this.#newTable(name);
    const body = this.#bound(question, params);
    await this.#cluster.onEach((server) => server.run(`${create(table)} ${body}${end}`, question));
    await this.#replace(name, {table, isSharded: this.#looksAtShards(question), owner: this});
  }

  /** Is what the question answers another thing on each shard? */
  #looksAtShards(question: string): boolean {
    return relationsOf(loadQuestion(question).body).some((one) => this.#relation(one).isSharded);
  }

  /** The question over what each shard has for itself. */
  #bound(question: string, params: Params): string {
    return bindQuestion(loadQuestion(question).body, params, (name) => this.#relation(name).table);
  }

  /** The question over what all shards have together. What is joined with stays what each shard has: its own readers'. */
  async #askable(question: string, params: Params): Promise<string> {
    await this.#arrived();
    const {body} = loadQuestion(question);
    const sharded = relationsOf(body).map((name) => this.#relation(name));
    if (!this.#cluster.isSharded || !sharded.some(({isSharded}) => isSharded)) return this.#bound(question, params);
    await Promise.all(sharded.filter(({isSharded}) => isSharded).map(({table, owner}) => owner.#openTogether(table)));
    return bindQuestion(body, params, (name, isAsked) => {
      const {table, isSharded} = this.#relation(name);
      return isSharded && isAsked ? `${table}_all` : table;
    });
  }

  #openTogether(table: string): Promise<void> {
    const known = this.#together.get(table);
    if (known) return known;
    const opened = this.#cluster.openTogether(table, `${table}_all`);
    this.#made.push(`${table}_all`);
    this.#together.set(table, opened);
    return opened;
  }

  #newTable(name: string): string {
    const table = this.#cluster.named(`${this.#prefix}_${this.#made.length}_${name}`);
    this.#made.push(table);
    return table;
  }

  #relation(name: string): Relation {
    const relation = this.#relations.get(name);
    if (!relation) throw new Error(`no question was told what ${name} is`);
    return relation;
  }

  async #replace(name: string, relation: Relation | null): Promise<void> {
    const before = this.#relations.get(name);
    if (relation === null) this.#relations.delete(name);
    else this.#relations.set(name, relation);
    // Whole copies of the requests would fill the disk; what is small stays until the end.
    if (before?.isSharded && before.owner === this) await this.#cluster.drop([before.table, `${before.table}_all`]);
  }

  #send(way: Promise<void>): void {
    way.catch(() => {});
    this.#onTheirWay.add(way);
  }

  /** A table is complete when all rows that were sent have arrived. */
  async #arrived(): Promise<void> {
    const ways = [...this.#onTheirWay];
    await Promise.all(ways);
    for (const way of ways) this.#onTheirWay.delete(way);
  }

  async #readers(): Promise<AsyncIterable<readonly bigint[]>> {
    const {table} = this.#relation("fact");
    return this.#cluster.numbers(`select distinct toString(reader) as number from ${table}`);
  }
}
