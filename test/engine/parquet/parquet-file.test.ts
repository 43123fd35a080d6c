import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {quoteText} from "../../../src/engine/duckdb/literal.ts";
import {encodeHashes, encodeNothing, encodeNumbers, encodeTexts} from "../../../src/engine/parquet/column.ts";
import {ParquetFile} from "../../../src/engine/parquet/parquet-file.ts";
import {TextStore} from "../../../src/engine/parquet/text-store.ts";
import {ownEngine} from "../own-engine.ts";

const {engine, folder} = await ownEngine();

const columns = {
  second: "bigint",
  id: "ubigint",
  number: "integer",
  status: "usmallint",
  bytes: "ubigint",
  text: "text",
  nothing: "text",
} as const;

/** A number up to 2^53, one of 64 bits, one of 31, one of 16, a number, or nothing; and text. */
type Fact = readonly [number | null, bigint | null, number | null, number | null, number | null, string];

function hashesOf(values: readonly (bigint | null)[]) {
  const there = BigUint64Array.from(values.filter((value) => value !== null));
  return encodeHashes(
    new Uint8Array(there.buffer),
    Uint8Array.from(values, (value) => Number(value !== null)),
  );
}

const realsOf = (values: readonly (number | null)[]) =>
  encodeNumbers(Float64Array.from(values, (value) => value ?? Number.NaN));
const integersOf = (values: readonly (number | null)[]) =>
  encodeNumbers(Int32Array.from(values, (value) => value ?? -1));

function textsOf(values: readonly string[]) {
  const store = new TextStore();
  return encodeTexts(store.copy(values.map((value) => store.add(value))), new Uint8Array(values.length).fill(1));
}

let files = 0;

async function readBack(groups: readonly (readonly Fact[])[]): Promise<unknown[]> {
  const path = join(folder, `${files++}.parquet`);
  const file = new ParquetFile(path, columns);
  for (const facts of groups) {
    file.add([
      realsOf(facts.map(([second]) => second)),
      hashesOf(facts.map(([, id]) => id)),
      integersOf(facts.map(([, , number]) => number)),
      integersOf(facts.map(([, , , status]) => status)),
      realsOf(facts.map(([, , , , bytes]) => bytes)),
      textsOf(facts.map(([, , , , , text]) => text)),
      encodeNothing(facts.length),
    ]);
  }
  file.close();
  const rows = await engine.rows(
    `select second, id::varchar as id, number, status, bytes, text, nothing from read_parquet(${quoteText(path)})`,
  );
  return rows.map((row) => Object.values(row));
}

const size = fc.oneof(
  fc.nat({max: 5}),
  fc.nat(),
  fc.maxSafeNat().map((number) => number % 1e15),
);

const fact = fc.tuple(
  fc.option(fc.oneof(fc.integer({min: 1_130_000_000, max: 1_130_000_900}), fc.integer({min: 7e8, max: 3e9}), size)),
  fc.option(fc.oneof(fc.constantFrom(0n, 1n, 2n ** 64n - 1n), fc.bigInt({min: 0n, max: 2n ** 64n - 1n}))),
  fc.option(fc.oneof(fc.nat({max: 3}), fc.nat({max: 2 ** 31 - 1}))),
  fc.option(fc.integer({min: 0, max: 999})),
  fc.option(size),
  fc.oneof(fc.constantFrom("/", "", "/新.html"), fc.string({unit: "grapheme"})),
);

test("the engine reads what was written, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fact, {maxLength: 400, size: "max"}), {maxLength: 3}), async (groups) => {
      const wanted = groups
        .flat()
        .map(([second, id, ...rest]) => [second, id === null ? null : String(id), ...rest, null]);
      expect(await readBack(groups)).toEqual(wanted);
    }),
    {numRuns: 60, seed: 2005},
  );
});

test("columns whose rows all hold something, or all nothing, are read as they were written", async () => {
  const full: Fact[] = Array.from({length: 1000}, (_, row) => [
    row,
    BigInt(row),
    row * 7,
    row % 999,
    2 ** row % 1e15,
    "x",
  ]);
  const empty: Fact[] = Array.from({length: 1000}, () => [null, null, null, null, null, ""]);
  const rows = await readBack([full, empty]);
  expect(rows).toEqual([
    ...full.map(([second, id, ...rest]) => [second, String(id), ...rest, null]),
    ...empty.map(([...fields]) => [...fields, null]),
  ]);
});

test("the engine is told the least and the greatest number, and how many are missing", async () => {
  const path = join(folder, "range.parquet");
  const file = new ParquetFile(path, {second: "bigint"});
  file.add([realsOf([7, null, 3, 5_000_000_000])]);
  file.close();
  const rows = await engine.rows(
    `select stats_min_value as least, stats_max_value as most, stats_null_count as nulls from parquet_metadata(${quoteText(path)})`,
  );
  expect(rows).toEqual([{least: "3", most: "5000000000", nulls: 1}]);
});

test("the columns have the types that facts have", async () => {
  const path = join(folder, "empty.parquet");
  new ParquetFile(path, columns).close();
  const rows = await engine.rows(
    `select column_name as name, column_type as type from (describe from read_parquet(${quoteText(path)}))`,
  );
  expect(rows.map(({name, type}) => [name, type])).toEqual([
    ["second", "BIGINT"],
    ["id", "UBIGINT"],
    ["number", "INTEGER"],
    ["status", "USMALLINT"],
    ["bytes", "UBIGINT"],
    ["text", "VARCHAR"],
    ["nothing", "VARCHAR"],
  ]);
});
