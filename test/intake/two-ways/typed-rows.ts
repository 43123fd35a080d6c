import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDbEngine} from "../../../src/engine/duckdb/engine.ts";
import {linesSql} from "../../../src/engine/duckdb/facts-sql.ts";
import {PlainDraft} from "../../../src/intake/facts/from-scanner.ts";
import type {ReadingPlan} from "../../../src/intake/line/input-lines.ts";
import {ChunkPool} from "../../../src/intake/scanner/pool.ts";
import {readerId} from "../../../src/workspace/reader-id.ts";
import type {Workspace} from "../../../src/workspace/workspace.ts";
import {planOfFormats} from "../plan-of.ts";

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

function planFor(format: string, trusted: readonly string[]): ReadingPlan {
  return planOfFormats([format], {trusted});
}

/** Turns lines into facts as an ingest does. */
export class Typist {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-typist-"));
  #engine: DuckDbEngine | null = null;

  async engine(): Promise<DuckDbEngine> {
    if (this.#engine) return this.#engine;
    this.#engine = await DuckDbEngine.open(join(this.#folder, "spill"), {folders: [this.#folder]});
    return this.#engine;
  }

  /** What lines say that are read as text, all of them. @param reader What is told of a client. */
  async rows(format: string, lines: readonly string[], reader = "reader::varchar"): Promise<(TypedRow | null)[]> {
    // The scanner of bytes is asked only where nothing is trusted.
    return this.#read(planFor(format, ["203.0.113.255"]), lines, lines.length, reader);
  }

  /** The same by the scanner of bytes, so many lines at a time. */
  async scanned(
    format: string,
    lines: readonly string[],
    linesAtOnce: number,
    reader = "reader::varchar",
  ): Promise<(TypedRow | null)[]> {
    return this.#read(planFor(format, []), lines, linesAtOnce, reader);
  }

  async #read(
    plan: ReadingPlan,
    lines: readonly string[],
    linesAtOnce: number,
    reader: string,
  ): Promise<(TypedRow | null)[]> {
    const engine = await this.engine();
    const pool = new ChunkPool({key, query: null}, 0, 1);
    const workspace = {key, store: {work: this.#folder}} as Workspace;
    const context = {engine, workspace, plan, latest, places: null, closedMonths: null, pool};
    const rows: (TypedRow | null)[] = [];
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      const draft = new PlainDraft(context, null);
      await draft.add(
        Buffer.from(
          lines
            .slice(from, from + linesAtOnce)
            .map((line) => `${line}\n`)
            .join(""),
        ),
      );
      const {file} = await draft.end();
      const facts = await linesSql(engine, engine.file(file));
      rows.push(...(await this.#rowsOf(`from ${facts} order by line`, reader)));
    }
    return rows;
  }

  async #rowsOf(facts: string, reader: string): Promise<(TypedRow | null)[]> {
    const engine = await this.engine();
    const found = await engine.rows(`select epoch_us("at") // 1000000 as second, ${reader} as reader, method, path,
      status, case when "at" is not null then bytes end as bytes, nullif(site, '') as site, agent, host from (${facts})`);
    return found.map(({second, ...row}) =>
      second === null || second === undefined
        ? null
        : ({at: new Date(Number(second) * 1000).toISOString().replace(".000", ""), ...row} as unknown as TypedRow),
    );
  }

  async close(): Promise<void> {
    await this.#engine?.close();
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
