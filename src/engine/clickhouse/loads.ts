import {randomUUID} from "node:crypto";
import {createReadStream, rmSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {EngineBug} from "../../base/engine-bug.ts";
import {linesSql, writeFacts} from "../duckdb/facts-sql.ts";
import {quoteText} from "../duckdb/literal.ts";
import {placeRowsSql} from "../duckdb/places-sql.ts";
import type {FactStore} from "../fact-store.ts";
import {countNumber, parseAnswer, refusedAnswer} from "./answers.ts";
import {idLiteral} from "./bind.ts";
import type {Cluster} from "./cluster.ts";
import {clusterTables} from "./schema.ts";

/** Lines that go to a server at once: what is lost with a connection, and what waits on the disk. */
const linesAtOnce = 1_000_000;

const texts = ["method", "path", "site", "agent", "host"];
const columnsOf = (table: string): string[] => Object.keys(clusterTables.find(({name}) => name === table)!.columns);

/** Which shard has a reader: all that may be one reader under any rule are on one. */
const shardSql = (shards: number): string => `coalesce(network48, reader, 0) % ${shards}`;

/** A load's number as DuckDB takes it. */
function duckId(id: string): string {
  if (!/^\d{1,20}$/.test(id)) throw new RangeError("what a load is known by is no number");
  return `'${id}'::ubigint`;
}

/** A number in a list of pairs, where no function may stand. */
function digitsOf(number: string): string {
  if (!/^\d{1,20}$/.test(number)) throw new RangeError("a second or a reader is no number");
  return number;
}

/** What is sent, and where it may lie meanwhile. */
export interface Load {
  readonly id: string;
  /** Parquet file of facts. */
  readonly facts: string;
  /** Parquet file that says where its readers are; null for none. */
  readonly places: string | null;
  readonly lines: number;
  /** Folder for what is on its way. */
  readonly work: string;
}

/** Sends files of facts to the shards, and gets them back. What was sent counts only when the journal says so. */
export class Loads {
  readonly #cluster: Cluster;
  readonly #engine: FactStore;

  constructor(cluster: Cluster, engine: FactStore) {
    this.#cluster = cluster;
    this.#engine = engine;
  }

  /** Sends the facts and places of one input, or of what it has grown by. */
  async send(load: Load): Promise<void> {
    const {id, facts, places, lines} = load;
    const rows = await linesSql(this.#engine, this.#engine.file(facts));
    for (let after = 0; after < lines; after += linesAtOnce) {
      const piece = `line > ${after} and line <= ${after + linesAtOnce}`;
      await this.#cluster.onEach(async (_, shard) => {
        const own = `${piece} and ${shardSql(this.#cluster.servers.length)} = ${shard}`;
        await this.#sendRows(
          load,
          "fact",
          shard,
          `select
            date '1970-01-01' + (epoch_us("at") // 86400000000)::integer as day, ${duckId(id)} as load, line,
            epoch_us("at") // 1000000 as second, coalesce(reader, 0) as reader, address, network48, network32, method, path, status, bytes, site, agent, host
          from ${rows} where "at" is not null and ${own}`,
        );
        await this.#sendRows(
          load,
          "refused",
          shard,
          `select ${duckId(id)} as load, line,
            reader, address, network48, network32, method, path, status, bytes, site, agent, host
          from ${rows} where "at" is null and coalesce(${own}, ${shard} = 0 and ${piece})`,
        );
      });
    }
    if (places === null) return;
    await this.#cluster.onEach(async (_, shard) => {
      const shards = `(select distinct reader, ${shardSql(this.#cluster.servers.length)} as shard from ${rows} where "at" is not null)`;
      const from = `from ${placeRowsSql([this.#engine.file(places)])} join ${shards} using (reader) where shard = ${shard}`;
      await this.#sendRows(load, "place", shard, `select ${duckId(id)} as load, reader, country, region, city ${from}`);
      const networks = `select ${duckId(id)} as load, reader, network ${from} and network is not null`;
      await this.#sendRows(load, "network", shard, networks);
    });
  }

  /**
   * Gets the facts of a load back, as a file of facts with its lines in their order.
   *
   * @param most No more lines than this.
   */
  async fetch(id: string, file: string, most: number): Promise<void> {
    const columns = columnsOf("refused").slice(1);
    const pieces: string[] = [];
    try {
      for (const [shard, server] of this.#cluster.servers.entries()) {
        for (const [table, second] of [
          ["fact", "second"],
          ["refused", "null"],
        ] as const) {
          const piece = `${file}-${shard}-${table}.csv`;
          pieces.push(piece);
          await writeFile(piece, "", {mode: 0o600});
          await server.saveCsv(
            `select ${columns.join(", ")}, ${second} as second from ${this.#cluster.named(table)}
            where load = ${idLiteral(id)} and line <= ${most} order by line`,
            piece,
          );
        }
      }
      const types = {line: "bigint", reader: "ubigint", address: "ubigint", network48: "ubigint", network32: "ubigint"};
      const more = {status: "usmallint", bytes: "ubigint", second: "bigint"};
      const shape = [...columns, "second"].map((column) => {
        return `${quoteText(column)}: ${quoteText({...types, ...more}[column as "line"] ?? "varchar")}`;
      });
      const lines = `(select * replace (nullif(reader, 0) as reader), to_timestamp(second) as "at"
        from read_csv([${pieces.map((piece) => this.#engine.file(piece)).join(", ")}], auto_detect = false, hive_partitioning = false, header = false, delim = ',', quote = '"', escape = '"',
          nullstr = '\\N', allow_quoted_nulls = false, max_line_size = 2500000, columns = {${shape.join(", ")}}))`;
      const name = `load_${randomUUID().replaceAll("-", "")}`;
      await this.#taken("facts of a load", writeFacts(this.#engine, lines, this.#engine.file(file), name));
    } finally {
      for (const piece of pieces) rmSync(piece, {force: true});
    }
  }

  /** How many of these pairs of second and reader have the loads? */
  async countAlike(
    ids: readonly string[],
    pairs: readonly (readonly [second: string, reader: string])[],
  ): Promise<number> {
    if (ids.length === 0 || pairs.length === 0) return 0;
    const wanted = pairs.map((pair) => `(${pair.map(digitsOf).join(", ")})`).join(", ");
    const loads = ids.map(idLiteral).join(", ");
    let alike = 0;
    for (const server of this.#cluster.servers) {
      const [row] = await server.rows(`select count(*) as alike from (
        select second, reader from ${this.#cluster.named("fact")}
        where load in (${loads}) and (second, reader) in (${wanted}) group by second, reader)`);
      alike += parseAnswer(countNumber, row?.["alike"], "a count of requests", server.url);
    }
    return alike;
  }

  /** Gets the places of a load back, in the order in which they are kept. */
  async fetchPlaces(id: string, file: string): Promise<void> {
    const pieces: string[] = [];
    /** SQL of what all servers have in such a table: a reader, and texts about it. */
    const fetched = async (table: string, about: readonly string[]): Promise<string> => {
      const own: string[] = [];
      for (const [shard, server] of this.#cluster.servers.entries()) {
        const piece = `${file}-${table}-${shard}.csv`;
        pieces.push(piece);
        own.push(this.#engine.file(piece));
        await writeFile(piece, "", {mode: 0o600});
        const from = `from ${this.#cluster.named(table)} where load = ${idLiteral(id)}`;
        await server.saveCsv(`select reader, ${about.join(", ")} ${from} order by reader`, piece);
      }
      const columns = about.map((column) => `, '${column}': 'varchar'`).join("");
      return `read_csv([${own.join(", ")}], auto_detect = false, hive_partitioning = false, header = false, delim = ',', quote = '"', escape = '"',
        nullstr = '\\N', allow_quoted_nulls = false, columns = {'reader': 'ubigint'${columns}})`;
    };
    try {
      const places = await fetched("place", ["country", "region", "city"]);
      const networks = await fetched("network", ["network"]);
      const taken = this.#engine.run(`copy (
          select reader, country, region, city, network from ${places} as place left join ${networks} as system using (reader) order by reader)
        to ${this.#engine.file(file)} (format parquet, compression zstd, parquet_version v2)`);
      await this.#taken("places of a load", taken);
    } finally {
      for (const piece of pieces) rmSync(piece, {force: true});
    }
  }

  /** What a server sent may be anything: where the engine cannot read it, that is no fault of ours. */
  async #taken(kind: string, reading: Promise<void>): Promise<void> {
    try {
      await reading;
    } catch (fault) {
      throw fault instanceof EngineBug ? refusedAnswer(kind, this.#cluster.first.url) : fault;
    }
  }

  async #sendRows({id, work}: Load, table: string, shard: number, sql: string): Promise<void> {
    const file = join(work, `${id}-${table}-${shard}.csv`);
    try {
      const columns = columnsOf(table);
      const quoted = columns.filter((column) => texts.includes(column) || table === "place" || table === "network");
      const quotes = quoted.filter((column) => !["load", "reader"].includes(column));
      // On its way it holds keyed hashes and no address, as facts do.
      const [row] = await this.#engine.rows(`copy (${sql}) to ${this.#engine.file(file)}
        (format csv, header false, nullstr '\\N', quote '"', escape '"', force_quote (${quotes.join(", ")}))`);
      if (Number(row?.["Count"] ?? 0) === 0) return;
      await this.#cluster.servers[shard]!.insert(this.#cluster.named(table), columns, createReadStream(file), "CSV");
    } finally {
      rmSync(file, {force: true});
    }
  }
}
