import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDbEngine} from "../../src/engine/duckdb.ts";
import type {LogFormat} from "../../src/intake/format.ts";
import {linesOf} from "../../src/intake/lines.ts";
import {factsSql} from "../../src/intake/parse-sql.ts";
import {readerMacros} from "../../src/intake/reader-sql.ts";
import {readerId} from "../../src/workspace/reader-id.ts";

const key = "00112233445566778899aabbccddeeff";
const latest = Date.UTC(2026, 2, 1) / 1000;

/** What a line says, typed; null for a line that is no request. */
export interface TypedRow {
  /** Instant in UTC. */
  readonly at: string;
  /** The number that the store knows the client by. */
  readonly reader: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly bytes: number | null;
  readonly site: string | null;
  readonly agent: string | null;
  readonly host: string | null;
}

/** Under which number does this store know a client of this canonical name? */
export function readerNamed(name: string): string {
  return readerId(name, key).toString();
}

/** Turns lines into facts, all in one statement, as an ingest does. */
export class Typist {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-typist-"));
  #engine: DuckDbEngine | null = null;

  async engine(): Promise<DuckDbEngine> {
    if (this.#engine) return this.#engine;
    this.#engine = await DuckDbEngine.open(join(this.#folder, "spill"));
    for (const macro of readerMacros) await this.#engine.run(macro);
    return this.#engine;
  }

  async rows(format: LogFormat, lines: readonly string[]): Promise<(TypedRow | null)[]> {
    const engine = await this.engine();
    const path = join(this.#folder, "lines.log");
    writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
    const facts = factsSql(format, linesOf(path, "none", this.#folder), key, latest);
    const found =
      await engine.rows(`select epoch_us("at") // 1000000 as second, reader::varchar as reader, method, path,
      status, case when "at" is not null then bytes end as bytes, nullif(site, '') as site, agent, host from (${facts})`);
    return found.map(({second, ...row}) =>
      second === null || second === undefined
        ? null
        : ({at: new Date(Number(second) * 1000).toISOString().replace(".000", ""), ...row} as unknown as TypedRow),
    );
  }

  close(): void {
    this.#engine?.close();
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
