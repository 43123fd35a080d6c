import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {countNumber, idText, parseAnswer} from "./answers.ts";
import {literal} from "./bind.ts";
import {Server} from "./server.ts";

/** Where a cluster is and how it is spoken to. */
export interface ClusterSettings {
  /** One a shard, in their order; never none. */
  readonly urls: readonly string[];
  /** The servers' own name for all of them together; null where there is one shard. */
  readonly cluster: string | null;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The certificate of whoever vouches for the servers, as PEM; null for those that this machine trusts. */
  readonly certificate: string | null;
}

/** No shard has more of them. */
const mostReaders = 1 << 27;

/** What a report leaves when it is killed goes after so long. */
const dayOldSeconds = 86_400;

/** All servers of a cluster, one a shard. */
export class Cluster {
  readonly servers: readonly Server[];
  readonly database: string;
  readonly #name: string | null;

  constructor({urls, cluster, database, user, password, certificate}: ClusterSettings) {
    this.servers = urls.map((url) => new Server({url, user, password, certificate}));
    this.database = database;
    this.#name = cluster;
  }

  /** The server of the first shard: it is asked for all of them, and keeps the journal of what was sent. */
  get first(): Server {
    return this.servers[0]!;
  }

  /** Are the requests spread over several servers? */
  get isSharded(): boolean {
    return this.servers.length > 1;
  }

  /** A table's name with its database. */
  named(table: string): string {
    return `${this.database}.${table}`;
  }

  /** Does the same on every server at once. */
  async onEach(act: (server: Server, shard: number) => Promise<void>): Promise<void> {
    const ends = await Promise.allSettled(this.servers.map(act));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  /** Lets a name on the first server mean the table's rows on all of them. */
  async openTogether(table: string, name: string): Promise<void> {
    const [, own] = table.split(".");
    const engine = `Distributed(${this.#name}, ${this.database}, ${own})`;
    await this.first.run(`create table ${name} as ${table} engine = ${engine}`);
  }

  /** Whole numbers, batch by batch, from each server in turn. The statement answers them as text. */
  async *numbers(sql: string): AsyncGenerator<readonly bigint[]> {
    for (const server of this.servers) {
      const rows = await server.rows(sql, "numbers of readers", mostReaders);
      const found = parseAnswer(z.array(z.object({number: idText})), rows, "numbers of readers", server.url);
      yield found.map(({number}) => BigInt(number));
    }
  }

  /** Drops tables and views wherever they are. */
  async drop(tables: readonly string[]): Promise<void> {
    await this.onEach(async (server) => {
      // A view goes before what it looks at.
      for (const table of tables.toReversed()) await server.run(`drop table if exists ${table}`);
    });
  }

  /**
   * Takes away what reports that were killed more than a day ago have left.
   *
   * @returns The servers' present second.
   */
  async clearRuns(): Promise<number> {
    const [row] = await this.first.rows("select toUnixTimestamp(now()) as second");
    const second = parseAnswer(countNumber, row?.["second"], "its clock", this.first.url);
    await this.onEach(async (server) => {
      const left = (await this.#runsOn(server)).filter((name) => secondOf(name) < second - dayOldSeconds);
      for (const name of left) await server.run(`drop table if exists ${this.named(name)}`);
    });
    return second;
  }

  /** Is a report being made? What one left that was killed counts for a day. */
  async isReporting(): Promise<boolean> {
    const second = await this.clearRuns();
    const names = await this.#runsOn(this.first);
    return names.some((name) => secondOf(name) >= second - dayOldSeconds);
  }

  async #runsOn(server: Server): Promise<string[]> {
    const rows = await server.rows(
      `select name from system.tables where database = ${literal(this.database)} and name like 'run\\\\_%'`,
    );
    return rows.map(({name}) => String(name)).filter((name) => Number.isFinite(secondOf(name)));
  }

  /**
   * Do the servers agree on who they are: is the cluster, as the first server knows it, made of just these?
   *
   * @throws {UserError} ENGINE_UNPREPARED
   */
  async checkTogether(): Promise<void> {
    if (!this.isSharded) return;
    const rows = await this.first.rows(
      `select count(distinct shard_num) as shards from system.clusters where cluster = ${literal(this.#name)}`,
    );
    const shards = parseAnswer(countNumber, rows[0]?.["shards"] ?? 0, "the number of its shards", this.first.url);
    if (shards === this.servers.length) return;
    const found = shards === 0 ? "knows no such cluster" : `knows it with ${shards} shards`;
    throw new UserError(
      "ENGINE_UNPREPARED",
      `the cluster ${this.#name} is to have ${this.servers.length} shards, and the server ${found}`,
      "name every shard once in engine.shards, in the order of the servers' own settings",
      this.first.url,
    );
  }

  /** Ends what is running on every server; see `Server`. */
  stop(): void {
    for (const server of this.servers) server.stop();
  }

  /** Lets statements run again. */
  resume(): void {
    for (const server of this.servers) server.resume();
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
  }
}

/** When did the report begin that made a table? Never, where the table's name is none of a report's. */
function secondOf(name: string): number {
  return Number(/^run_(\d{1,12})_[0-9a-f]{12}_\w{1,100}$/.exec(name)?.[1] ?? Number.POSITIVE_INFINITY);
}
