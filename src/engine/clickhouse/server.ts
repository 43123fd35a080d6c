import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {type ClickHouseClient, ClickHouseLogLevel, createClient} from "@clickhouse/client";
import {stopped} from "../../base/ending/stopping.ts";
import type {Row} from "../values.ts";
import {OddAnswer, refusedAnswer} from "./answers.ts";
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

/** One ClickHouse server: takes statements and gives rows. */
export class Server {
  readonly url: string;
  readonly #client: ClickHouseClient;
  #stopping = new AbortController();

  constructor({url, user, password, certificate}: ServerAddress) {
    this.url = url;
    const authorities = authoritiesFor(url, certificate);
    this.#client = createClient({
      url,
      username: user,
      password,
      ...(authorities === null ? {} : {tls: {ca_cert: Buffer.from(authorities)}}),
      request_timeout: hourMs,
      compression: {request: true, response: true},
      // Its own log would show statements; ours shows none.
      log: {level: ClickHouseLogLevel.OFF},
      application: "broadsheet",
    });
  }

  /** Runs a statement that answers nothing. */
  async run(sql: string, what = ownStatement): Promise<void> {
    await this.#guarded(what, async () => ended(await this.#send(sql)));
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
    await this.#guarded(what, async () => {
      const stream = await this.#send(`${sql}\nformat TabSeparatedWithNamesAndTypes`);
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
    await this.#guarded("rows that were sent", async () => {
      await ended(await this.#send(`insert into ${table} (${columns.join(", ")}) format ${form}`, values));
    });
  }

  /** Writes rows into a table that are there as one text; see {@link insert}. */
  async insertText(table: string, columns: readonly string[], text: string): Promise<void> {
    // ENGINE: newer versions refuse an insert of no rows.
    if (text !== "") await this.insert(table, columns, Readable.from([Buffer.from(text)]), "TabSeparated");
  }

  /** Writes an answer into a file, as CSV with `\N` for nothing. */
  async saveCsv(sql: string, file: string): Promise<void> {
    await this.#guarded("rows that were fetched", async () => {
      await pipeline(await this.#send(`${sql}\nformat CSV`), createWriteStream(file, {mode: 0o600}));
    });
  }

  /** Ends what is running: that and all that is asked from now on fails with ABORTED, until `resume`. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Lets statements run again: those that put things in order. */
  resume(): void {
    if (this.#stopping.signal.aborted) this.#stopping = new AbortController();
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  /** Sends a statement, and what goes in with it; gives the answer as it comes. */
  async #send(query: string, values?: Readable): Promise<Readable> {
    const given = {query, clickhouse_settings: settings, abort_signal: this.#stopping.signal};
    const {stream} = await this.#client.exec(values === undefined ? given : {...given, values});
    return stream;
  }

  async #guarded<T>(what: string, use: () => Promise<T>): Promise<T> {
    try {
      return await use();
    } catch (cause) {
      if (this.#stopping.signal.aborted) throw stopped();
      if (cause instanceof OddAnswer) throw refusedAnswer(cause.message, this.url);
      throw asEngineFault(cause, this.url, what);
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
