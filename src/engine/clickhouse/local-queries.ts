import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDbEngine} from "../duckdb/engine.ts";
import {loadQuestion} from "../query.ts";
import type {Params, Value} from "../values.ts";

/**
 * Answers questions that need the workspace's key on this machine, over the numbers of the readers alone: the key never goes
 * to a server, and no server's log can show it.
 */
export class LocalQueries {
  readonly #readers: () => Promise<AsyncIterable<readonly bigint[]>>;
  readonly #memoryBytes: number;
  #opened: Promise<{engine: DuckDbEngine; folder: string}> | null = null;

  /**
   * @param readers The numbers of all readers that the question may find.
   * @param memoryBytes How much memory it may take.
   */
  constructor(readers: () => Promise<AsyncIterable<readonly bigint[]>>, memoryBytes: number) {
    this.#readers = readers;
    this.#memoryBytes = memoryBytes;
  }

  /** What the question answers, numbers as text. */
  async answer(
    question: string,
    params: Params,
  ): Promise<{columns: readonly string[]; rows: readonly (readonly Value[])[]}> {
    this.#opened ??= this.#open();
    const {engine} = await this.#opened;
    const {body} = loadQuestion(question);
    const found = await engine.rows(`select * replace (id::varchar as id) from (${body})`, params);
    return {columns: Object.keys(found[0] ?? {id: 0}), rows: found.map((row) => Object.values(row))};
  }

  async close(): Promise<void> {
    if (this.#opened === null) return;
    const {engine, folder} = await this.#opened;
    await engine.close();
    await rm(folder, {recursive: true, force: true});
  }

  async #open(): Promise<{engine: DuckDbEngine; folder: string}> {
    const folder = await mkdtemp(join(tmpdir(), "broadsheet-home-"));
    const engine = await DuckDbEngine.open(folder, {memoryBytes: this.#memoryBytes});
    const table = await engine.draftTable("fact", {reader: "ubigint"});
    for await (const numbers of await this.#readers()) table.add(numbers.map((number) => [number]));
    table.close();
    return {engine, folder};
  }
}
