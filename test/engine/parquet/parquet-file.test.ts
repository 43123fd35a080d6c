import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {DuckDbEngine, quoteText} from "../../../src/engine/duckdb.ts";
import {encodeNumbers, encodeWords} from "../../../src/engine/parquet/column.ts";
import {ParquetFile} from "../../../src/engine/parquet/parquet-file.ts";
import {type Word, WordStore} from "../../../src/engine/parquet/word-store.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-parquet-"));
let engine: DuckDbEngine;
beforeAll(async () => {
  engine = await DuckDbEngine.open(join(folder, "spill"));
});
afterAll(() => {
  engine.close();
  rmSync(folder, {recursive: true, force: true});
});

const columns = {at: "instant", id: "ubigint", status: "usmallint", bytes: "ubigint", path: "text"} as const;

/** Microseconds, a number of 64 bits, one of 16, a number, and text; or nothing. */
type Fact = readonly [number | null, bigint | null, number | null, number | null, string | null];

function wordsOf(type: "ubigint" | "usmallint" | "text", values: readonly (Word | null)[]) {
  const store = new WordStore(type);
  const numbers = new Map<Word, number>();
  for (const value of values) if (value !== null && !numbers.has(value)) numbers.set(value, store.add(value));
  return encodeWords({
    words: store.copy(Int32Array.from(numbers.values())),
    wordCount: numbers.size,
    places: Int32Array.from(values.flatMap((value) => (value === null ? [] : [numbers.get(value)! - 1]))),
    isThere: Uint8Array.from(values, (value) => Number(value !== null)),
  });
}

function numbersOf(values: readonly (number | null)[]) {
  return encodeNumbers(Float64Array.from(values, (value) => value ?? Number.NaN));
}

let files = 0;

async function readBack(groups: readonly (readonly Fact[])[]): Promise<unknown[]> {
  const path = join(folder, `${files++}.parquet`);
  const file = new ParquetFile(path, columns);
  for (const facts of groups) {
    file.add([
      numbersOf(facts.map(([at]) => at)),
      wordsOf(
        "ubigint",
        facts.map(([, id]) => id),
      ),
      wordsOf(
        "usmallint",
        facts.map(([, , status]) => status),
      ),
      numbersOf(facts.map(([, , , bytes]) => bytes)),
      wordsOf(
        "text",
        facts.map(([, , , , path]) => path),
      ),
    ]);
  }
  file.close();
  const rows = await engine.rows(
    `select epoch_us("at")::varchar as "at", id::varchar as id, status, bytes, path from read_parquet(${quoteText(path)})`,
  );
  return rows.map((row) => Object.values(row));
}

const fact = fc.tuple(
  fc.option(
    fc
      .oneof(fc.integer({min: 1_130_000_000, max: 1_130_000_900}), fc.integer({min: 7e8, max: 3e9}))
      .map((second) => second * 1e6),
  ),
  fc.option(fc.oneof(fc.constantFrom(0n, 1n, 2n ** 64n - 1n), fc.bigInt({min: 0n, max: 2n ** 64n - 1n}))),
  fc.option(fc.integer({min: 0, max: 999})),
  fc.option(
    fc.oneof(
      fc.nat({max: 5}),
      fc.nat(),
      fc.maxSafeNat().map((size) => size % 1e15),
    ),
  ),
  fc.option(fc.oneof(fc.constantFrom("/", "", "/新.html"), fc.string({unit: "grapheme"}))),
);

test("the engine reads what was written, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fact, {maxLength: 300, size: "max"}), {maxLength: 3}), async (groups) => {
      const wanted = groups
        .flat()
        .map(([at, id, ...rest]) => [at === null ? null : String(at), id === null ? null : String(id), ...rest]);
      expect(await readBack(groups)).toEqual(wanted);
    }),
    {numRuns: 60, seed: 2005},
  );
}, 60_000);

test("the columns have the types that facts have", async () => {
  const path = join(folder, "empty.parquet");
  new ParquetFile(path, columns).close();
  const rows = await engine.rows(
    `select column_name as name, column_type as type from (describe from read_parquet(${quoteText(path)}))`,
  );
  expect(rows.map(({name, type}) => [name, type])).toEqual([
    ["at", "TIMESTAMP WITH TIME ZONE"],
    ["id", "UBIGINT"],
    ["status", "USMALLINT"],
    ["bytes", "UBIGINT"],
    ["path", "VARCHAR"],
  ]);
});
