import type {Params, Shape} from "../values.ts";
import {duckDbColumns} from "./table.ts";

/** Runs a statement of Broadsheet's own making. @param what The question that it came of. */
type RunSql = (sql: string, params?: Params, what?: string) => Promise<void>;

/**
 * What names mean in DuckDB, which tells tables from views where questions do not: it refuses to put the one where the other is.
 */
export class DuckDbNames {
  readonly #run: RunSql;
  /** Where they are; questions find them there without its name. */
  readonly #schema: string;
  /** Names that mean a view; of them, those of what was kept with numbers, over a table of its rows. */
  readonly #views = new Set<string>();
  readonly #numbered = new Set<string>();

  constructor(run: RunSql, schema: string) {
    this.#run = run;
    this.#schema = schema;
  }

  /** Lets a name mean a table without rows so far. */
  async table(name: string, shape: Shape): Promise<void> {
    await this.#dropView(name);
    await this.#run(`create or replace table ${this.#in(name)} (${duckDbColumns(shape)})`);
  }

  /** Lets a name mean a table with these rows. */
  async keep(name: string, body: string, params: Params, what: string): Promise<void> {
    await this.#dropView(name);
    await this.#run(`create or replace table ${this.#in(name)} as ${body}`, params, what);
  }

  /** The same, with a column more: `number`. */
  async keepNumbered(name: string, body: string, params: Params, what: string): Promise<void> {
    await this.drop(name);
    await this.#run(`create or replace table ${this.#in(name)}_rows as ${body}`, params, what);
    // Rows have a number of their own; counting them while they are written would let one thread write alone.
    await this.view(name, `select *, rowid as number from ${this.#in(name)}_rows`);
    this.#numbered.add(name);
  }

  /** Lets a name mean the answer, worked out anew each time. */
  async view(name: string, body: string): Promise<void> {
    if (!this.#views.has(name)) await this.#run(`drop table if exists ${this.#in(name)}`);
    await this.#run(`create or replace view ${this.#in(name)} as ${body}`);
    this.#views.add(name);
  }

  /** Lets a name mean nothing any more. */
  async drop(name: string): Promise<void> {
    if (!(await this.#dropView(name))) await this.#run(`drop table if exists ${this.#in(name)}`);
  }

  #in(name: string): string {
    return `${this.#schema}.${name}`;
  }

  /** Did the name mean a view? */
  async #dropView(name: string): Promise<boolean> {
    if (!this.#views.delete(name)) return false;
    await this.#run(`drop view ${this.#in(name)}`);
    if (this.#numbered.delete(name)) await this.#run(`drop table ${this.#in(name)}_rows`);
    return true;
  }
}
