import {randomUUID} from "node:crypto";
import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {setTimeout as pause} from "node:timers/promises";
import {type ClickHouseClient, ClickHouseLogLevel, createClient} from "@clickhouse/client";
import {stopped} from "../../base/ending/stopping.ts";
import type {Row} from "../values.ts";
import {OddAnswer, refusedAnswer} from "./answers.ts";
import {literal} from "./bind.ts";
import {authoritiesFor} from "./certificate.ts";
import {asEngineFault} from "./fault.ts";
import {RowReader} from "./rows.ts";

/** How a server is reached. */
export interface ServerAddress {
  /** `http://host:8123` or `https://…`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The certificate of whoever vouches for the server, as PEM; null for those that this machine trusts. */
  readonly certificate: string | null;
}

const ownStatement = "a statement";

const hourMs = 3_600_000;

/** A server that does not answer for so long is not waited for, to be told that something was stopped. */
const longestTellingMs = 5000;

const withoutEnd = "an answer without an end";

/** No answer that is held in memory is larger, and none to a statement that answers nothing: whoever sends more means no good. */
const [mostHeldBytes, mostHeldRows, mostIdleBytes] = [1 << 29, 1 << 22, 1 << 20];

/** What every question is asked with, so that all versions answer alike. */
const settings: Readonly<Record<string, string | number>> = {
  // ENGINE: ClickHouse fills what a left join does not find with zeros unless it is told otherwise.
  join_use_nulls: 1,
  // ENGINE: an old server wants to be told that a join finds every row.
  join_default_strictness: "ALL",
  count_distinct_implementation: "uniqExact",
  // An answer comes whole or as a fault, never as half an answer with a fault at its end.
  wait_end_of_query: 1,
  http_connection_timeout: 10,
};

function clientFor({url, user, password, certificate}: ServerAddress): ClickHouseClient {
  const authorities = authoritiesFor(url, certificate);
  return createClient({
    url,
    username: user,
    password,
    ...(authorities === null ? {} : {tls: {ca_cert: Buffer.from(authorities)}}),
    request_timeout: hourMs,
    // On a busy machine the timer that gives up an unused connection comes too late, when the server has closed it already.
    keep_alive: {eagerly_destroy_stale_sockets: true},
    compression: {request: true, response: true},
    // Its own log would show statements; ours shows none.
    log: {level: ClickHouseLogLevel.OFF},
    application: "broadsheet",
  });
}

/** One ClickHouse server: takes statements and gives rows. */
export class Server {
  readonly url: string;
  readonly #address: ServerAddress;
  readonly #client: ClickHouseClient;
  /** By what the server knows the statements that are running. */
  readonly #running = new Set<string>();
  #stopping = new AbortController();
  /** Over when the server knows of all that was stopped. */
  #told: Promise<void> = Promise.resolve();

  constructor(address: ServerAddress, client = clientFor(address)) {
    this.url = address.url;
    this.#address = address;
    this.#client = client;
  }

  /** The same server for statements that run when the others are stopped: others wait for what they put in order. It closes with this one. */
  steady(): Server {
    return new Server(this.#address, this.#client);
  }

  /** Runs a statement that answers nothing. */
  async run(sql: string, what = ownStatement): Promise<void> {
    await this.#guarded(what, async (id) => ended(await this.#send(id, sql)));
  }

  /**
   * All rows of an answer.
   *
   * @throws {UserError} ENGINE_ANSWER_REFUSED where there are more of them than there can be.
   */
  async rows(sql: string, what = ownStatement, mostRows = mostHeldRows): Promise<Row[]> {
    const all: Row[] = [];
    await this.#read(sql, what, mostHeldBytes, (rows) => {
      if (all.length + rows.length > mostRows) throw new OddAnswer(withoutEnd);
      for (const row of rows) all.push(row);
    });
    return all;
  }

  /** Calls `see` with the rows of an answer as they come. */
  async batches(sql: string, see: (rows: Row[]) => void | Promise<void>, what = ownStatement): Promise<void> {
    await this.#read(sql, what, Number.POSITIVE_INFINITY, see);
  }

  async #read(sql: string, what: string, mostBytes: number, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    await this.#guarded(what, async (id) => {
      const stream = await this.#send(id, `${sql}\nformat TabSeparatedWithNamesAndTypes`);
      const reader = new RowReader();
      for await (const piece of within(stream, mostBytes)) await see(reader.read(piece));
      reader.end();
    });
  }

  /**
   * Writes rows into a table.
   *
   * @param form `TabSeparated`, or `CSV` with `\N` for nothing.
   */
  async insert(
    table: string,
    columns: readonly string[],
    values: Readable,
    form: "TabSeparated" | "CSV",
  ): Promise<void> {
    await this.#guarded("rows that were sent", async (id) => {
      await ended(await this.#send(id, `insert into ${table} (${columns.join(", ")}) format ${form}`, values));
    });
  }

  /** Writes rows into a table that are there as one text; see {@link insert}. */
  async insertText(table: string, columns: readonly string[], text: string): Promise<void> {
    // ENGINE: newer versions refuse an insert of no rows.
    if (text !== "") await this.insert(table, columns, Readable.from([Buffer.from(text)]), "TabSeparated");
  }

  /** Writes an answer into a file, as CSV with `\N` for nothing. */
  async saveCsv(sql: string, file: string): Promise<void> {
    await this.#guarded("rows that were fetched", async (id) => {
      await pipeline(await this.#send(id, `${sql}\nformat CSV`), createWriteStream(file, {mode: 0o600}));
    });
  }

  /** Ends what is running here, and nothing of others: that and all that is asked from now on fails with ABORTED, until `resume`. */
  stop(): void {
    const ids = [...this.#running].map(literal).join(", ");
    this.#stopping.abort();
    if (ids === "") return;
    // A server that has nothing to say yet does not see who has left.
    this.#told = this.steady()
      .run(`kill query where query_id in (${ids}) async`)
      .catch(() => {});
  }

  /** Lets statements run again: those that put things in order. */
  resume(): void {
    if (this.#stopping.signal.aborted) this.#stopping = new AbortController();
  }

  async close(): Promise<void> {
    await Promise.race([this.#told, pause(longestTellingMs, undefined, {ref: false})]);
    await this.#client.close();
  }

  /** Sends a statement, and what goes in with it; gives the answer as it comes. */
  async #send(id: string, query: string, values?: Readable): Promise<Readable> {
    const given = {query, query_id: id, clickhouse_settings: settings, abort_signal: this.#stopping.signal};
    const {stream} = await this.#client.exec(values === undefined ? given : {...given, values});
    return stream;
  }

  /** @param use Sends one statement, by the id that it is given. */
  async #guarded<T>(what: string, use: (id: string) => Promise<T>): Promise<T> {
    const id = randomUUID();
    this.#running.add(id);
    try {
      return await use(id);
    } catch (cause) {
      if (this.#stopping.signal.aborted) throw stopped();
      if (cause instanceof OddAnswer) throw refusedAnswer(cause.message, this.url);
      throw asEngineFault(cause, this.url, what);
    } finally {
      this.#running.delete(id);
    }
  }
}

/** The pieces of an answer, unpacked, as long as there are no more of them than there can be. */
async function* within(stream: AsyncIterable<unknown>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new OddAnswer(withoutEnd);
    yield piece;
  }
}

async function ended(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of within(stream, mostIdleBytes));
}
