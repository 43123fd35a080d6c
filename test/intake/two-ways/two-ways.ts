import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {QueryOrder} from "../../../src/base/paths/query.ts";
import {DuckDbEngine} from "../../../src/engine/duckdb/engine.ts";
import {linesSql} from "../../../src/engine/duckdb/facts-sql.ts";
import type {Row} from "../../../src/engine/values.ts";
import type {Draft, DraftContext} from "../../../src/intake/facts/draft-types.ts";
import {scanAndDraft} from "../../../src/intake/facts/from-file.ts";
import {cleanLine} from "../../../src/intake/line/clean.ts";
import type {ReadingPlan} from "../../../src/intake/line/input-lines.ts";
import {ChunkPool} from "../../../src/intake/scanner/pool.ts";
import {parseConfig} from "../../../src/workspace/config/config.ts";
import {countQuarantined} from "../../../src/workspace/quarantined.ts";
import type {Workspace} from "../../../src/workspace/workspace.ts";
import {planOfFormats} from "../plan-of.ts";

/** A line of which two ways of reading say something else. */
export interface Difference {
  readonly way: string;
  readonly line: string;
  readonly said: readonly unknown[];
}

/** What is told of lines in all. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly lines: number;
  readonly requests: number;
  /** What stood before lines, as the scanner tells it. */
  readonly passedOver: ReadonlyMap<string, number>;
}

const key = "00112233445566778899aabbccddeeff";

function planFor(format: string, trusted: readonly string[]): ReadingPlan {
  return planOfFormats([format], {trusted});
}

/** Reads lines in both ways in which an ingest may read them, and compares each fact: by the scanner of bytes, and as text. */
export class TwoWays {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-ways-"));
  readonly #pool: ChunkPool;
  #engine: DuckDbEngine | null = null;

  /** @param query What of queries is kept; null where nothing is. */
  constructor(query: QueryOrder | null = null) {
    this.#pool = new ChunkPool({key, query}, 0, 1);
  }

  async compare(lines: readonly Buffer[], name: string): Promise<Comparison> {
    const file = this.#write("mutated.log", lines);
    const scanned = await this.#read(file, planFor(name, []));
    // The scanner of bytes is asked only where nothing is trusted.
    const asText = await this.#read(file, planFor(name, ["203.0.113.255"]));
    const differences = await this.#differences("as text", scanned, asText, lines);
    // What is made clean first says the same.
    const clean = lines.map((line) => Buffer.from(cleanLine(line)));
    const cleaned = await this.#read(this.#write("clean.log", clean), planFor(name, []));
    return {
      differences: [...differences, ...(await this.#differences("made clean", scanned, cleaned, lines))],
      lines: scanned.lines,
      requests: scanned.requests,
      passedOver: scanned.passedOver,
    };
  }

  #write(name: string, lines: readonly Buffer[]): string {
    const path = join(this.#folder, name);
    const newline = Buffer.from("\n");
    writeFileSync(path, Buffer.concat(lines.flatMap((line) => [line, newline])));
    return path;
  }

  async #read(path: string, plan: ReadingPlan): Promise<Draft> {
    const engine = await this.#open();
    const config = parseConfig("publication: The Test Press\n");
    const workspace = {key, config, store: {work: this.#folder}} as Workspace;
    const latest = Date.UTC(2026, 2, 1) / 1000;
    const context: DraftContext = {
      engine,
      workspace,
      plan,
      latest,
      places: null,
      closedMonths: null,
      pool: this.#pool,
    };
    const [, draft] = await scanAndDraft({path, packing: "none", where: path}, null, null, context);
    return draft;
  }

  async #differences(way: string, one: Draft, other: Draft, lines: readonly Buffer[]): Promise<Difference[]> {
    const engine = await this.#open();
    const [first, second] = await Promise.all([one, other].map(({file}) => linesSql(engine, engine.file(file))));
    const columns = `line, epoch_us("at") as at, reader::varchar as reader, address::varchar as address, network48::varchar as network48,
      network32::varchar as network32, method, path, status, bytes, site, agent, host`;
    const rows = async (facts: string, others: string): Promise<Row[]> =>
      engine.rows(`select ${columns} from ${facts} where "at" is not null
        except select ${columns} from ${others} where "at" is not null order by line limit 5`);
    const said = [...(await rows(first!, second!)), ...(await rows(second!, first!))];
    const byLine = Map.groupBy(said, (row) => Number(row["line"]));
    const differences: Difference[] = [...byLine].map(([line, facts]) => ({
      way,
      line: JSON.stringify(lines[line - 1]!.toString("latin1").slice(0, 2000)),
      said: facts,
    }));
    const refused = [one, other].map(({quarantined}) => new Map(quarantined.lines.map((row) => [row.line, row])));
    for (const line of new Set(refused.flatMap((known) => [...known.keys()]))) {
      const both = refused.map((known) => known.get(line) ?? null);
      if (JSON.stringify(both[0]) !== JSON.stringify(both[1]))
        differences.push({
          way,
          line: JSON.stringify(lines[line - 1]!.toString("latin1").slice(0, 2000)),
          said: both,
        });
    }
    const counts = [one, other].map(({lines, requests, ignored, quarantined}) =>
      JSON.stringify([lines, requests, ignored, Object.entries(quarantined.counts).sort()]),
    );
    if (counts[0] !== counts[1]) differences.push({way, line: "counts", said: counts});
    if (one.lines !== one.requests + one.ignored + countQuarantined(one.quarantined))
      differences.push({way, line: "account", said: counts});
    return differences;
  }

  async #open(): Promise<DuckDbEngine> {
    if (this.#engine) return this.#engine;
    this.#engine = await DuckDbEngine.open(join(this.#folder, "spill"), {folders: [this.#folder]});
    return this.#engine;
  }

  async close(): Promise<void> {
    await this.#pool.close();
    await this.#engine?.close();
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
