import type {Value} from "../engine.ts";

type Params = Readonly<Record<string, Value>>;

/** Runs a statement of Broadsheet's own making. @param what The question that it came of. */
type RunSql = (sql: string, params?: Params, what?: string) => Promise<void>;

/**
 * What names mean in DuckDB, which tells tables from views where questions do not: it refuses to put the one where the other is.
 */
export class DuckDbNames {
  readonly #run: RunSql;
  /** Names that mean a view; of them, those of what was kept with numbers, over a table of its rows. */
  readonly #views = new Set<string>();
  readonly #numbered = new Set<string>();

  constructor(run: RunSql) {
    this.#run = run;
  }

  /** Lets a name mean a table without rows so far. */
  async table(name: string, columns: readonly string[]): Promise<void> {
    await this.#dropView(name);
    await this.#run(`create or replace table ${name} (${columns.join(", ")})`);
  }

  /** Lets a name mean a table with these rows. */
  async keep(name: string, body: string, params: Params, what: string): Promise<void> {
    await this.#dropView(name);
    await this.#run(`create or replace table ${name} as ${body}`, params, what);
  }

  /** The same, with a column more: `number`. */
  async keepNumbered(name: string, body: string, params: Params, what: string): Promise<void> {
    await this.#drop(name);
    await this.#run(`create or replace table ${name}_rows as ${body}`, params, what);
    await this.#number(name);
  }

  /** Lets a name mean the answer, worked out anew each time. */
  async view(name: string, body: string): Promise<void> {
    if (!this.#views.has(name)) await this.#run(`drop table if exists ${name}`);
    await this.#run(`create or replace view ${name} as ${body}`);
    this.#views.add(name);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#drop(to);
    if (!this.#numbered.delete(from)) {
      await this.#run(`alter table ${from} rename to ${to}`);
      return;
    }
    this.#views.delete(from);
    await this.#run(`drop view ${from}`);
    await this.#run(`alter table ${from}_rows rename to ${to}_rows`);
    await this.#number(to);
  }

  // Rows have a number of their own; counting them while they are written would let one thread write alone.
  async #number(name: string): Promise<void> {
    await this.#run(`create view ${name} as select *, rowid as number from ${name}_rows`);
    this.#views.add(name);
    this.#numbered.add(name);
  }

  async #dropView(name: string): Promise<void> {
    if (!this.#views.delete(name)) return;
    await this.#run(`drop view ${name}`);
    if (this.#numbered.delete(name)) await this.#run(`drop table ${name}_rows`);
  }

  async #drop(name: string): Promise<void> {
    await this.#dropView(name);
    await this.#run(`drop table if exists ${name}`);
  }
}
