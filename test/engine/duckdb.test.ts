import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {DuckDbEngine} from "../../src/engine/duckdb/engine.ts";
import {quoteText} from "../../src/engine/duckdb/literal.ts";
import {parquetSql} from "../../src/engine/duckdb/paths.ts";
import {ownEngine} from "./own-engine.ts";

const {engine, folder} = await ownEngine();

for (const [what, sql, want] of [
  ["a count", "select count(*) as n from range(3)", {n: 3}],
  [
    "a sum beyond 64 bits of signs",
    "select sum(n)::hugeint as n from (select 9007199254740990 as n)",
    {n: 9_007_199_254_740_990},
  ],
  ["a day", "select date '2004-02-29' as day", {day: "2004-02-29"}],
  ["nothing", "select null as nothing", {nothing: null}],
  ["a claim", "select true as yes", {yes: 1}],
  ["text with a NUL's neighbour", "select chr(1) || 'a' as text", {text: "\x01a"}],
] as const) {
  test(`${what} comes out of the engine as itself`, async () => expect(await engine.rows(sql)).toEqual([want]));
}

test("a number beyond what is counted exactly is a bug, not a figure", async () => {
  await expect(engine.rows("select 9007199254740992::bigint as n")).rejects.toThrow(RangeError);
});

test("a table holds what was added, in as many batches as it takes", async () => {
  const table = await engine.draftTable("many", {n: "integer", id: "ubigint", day: "date", text: "text"});
  table.add(Array.from({length: 5000}, (_, n) => [n, 2n ** 64n - 1n - BigInt(n), "2005-07-01", null]));
  table.add([[5000, 0n, null, "it's"]]);
  table.close();
  const rows = await engine.rows(
    "select count(*) as rows, count(distinct id) as ids, max(n) as most, count(day) as days, max(text) as text from many",
  );
  expect(rows).toEqual([{rows: 5001, ids: 5001, most: 5000, days: 5000, text: "it's"}]);
});

test("values go in as named parameters, and do nothing there", async () => {
  const hostile = "'; drop table many; --";
  expect(await engine.rows("select $text as text, $number as number", {text: hostile, number: 7})).toEqual([
    {text: hostile, number: 7},
  ]);
});

for (const text of ["", "it's", "''", "\\'", "a'; select 1; --"]) {
  test(`${JSON.stringify(text)} is quoted as itself`, async () => {
    expect(await engine.rows(`select ${quoteText(text)} as text`)).toEqual([{text}]);
  });
}

test("an engine beside another sees the same facts and has its own way in", async () => {
  const beside = await engine.beside();
  expect(await beside.rows("select 1 as n")).toEqual([{n: 1}]);
  await beside.close();
  expect(await engine.rows("select 1 as n")).toEqual([{n: 1}]);
});

test("a sum beyond 2^53 leaves the engine as the nearest number, and a count or a hash does not leave it", async () => {
  const largest = "9007199254740991";
  expect(await engine.rows(`select sum(n) as n from (values (${largest}), (2)) as t(n)`)).toEqual([{n: 2 ** 53}]);
  expect(await engine.rows(`select sum(n) as n from (values (${largest}), (0)) as t(n)`)).toEqual([{n: 2 ** 53 - 1}]);
  const far = await engine.rows(`select sum(n) as n from (select ${largest}::bigint as n from range(4096))`);
  expect(far).toEqual([{n: 2 ** 65 - 4096}]);
  await expect(engine.rows(`select ${largest} + 1 as n`)).rejects.toThrow(RangeError);
});

test("an engine that has nowhere to spill does not start, and says so", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(DuckDbEngine.open(join(file, "spill"))).rejects.toMatchObject({
    code: "ENGINE_FAILED",
    message: expect.stringMatching(/^DuckDB did not start: /),
  });
});

describe("a fault of the engine is told by its kind, without a value", () => {
  const secret = "192.0.2.77 GET /secret";
  writeFileSync(join(folder, "long.log"), `${secret.repeat(100)}\n`);
  const lines = (more: string): string =>
    `select * from read_csv(${engine.file(join(folder, "long.log"))}, auto_detect = false, header = false, ${more})`;
  for (const [sql, kind] of [
    [`select '${secret}'::int as n`, "Conversion"],
    [`select error('${secret}') as n`, "Invalid Input"],
    [`select "${secret}"`, "Binder"],
    [`select '${secret}' from`, "Parser"],
    [`attach '${secret}.db'`, "Permission"],
    ["select 9223372036854775807 + 1 as n", "Out of Range"],
    [lines("columns = {'line': 'int'}"), "Conversion"],
    [lines("columns = {'line': 'varchar'}, max_line_size = 100"), "Invalid Input"],
  ] as const) {
    test(`${kind} in ${sql.replaceAll(folder, "…")}`, async () => {
      for (const run of [() => engine.run(sql), () => engine.rows(sql), () => engine.texts(sql, () => {})]) {
        const fault = (await run().catch((cause: unknown) => cause)) as Error;
        expect(fault.message).toBe(`DuckDB ended with ${kind} Error in a statement`);
        expect(fault.stack).not.toContain(secret);
        expect(fault.cause).toBeUndefined();
      }
    });
  }

  test("in rows that do not fit a table", async () => {
    const table = await engine.draftTable("unfit", {n: "tiny"});
    table.add([[secret]]);
    expect(() => table.close()).toThrow(/^DuckDB ended with a fault of no kind in the rows of a table$/);
  });

  for (const [what, bytes] of [
    ["nothing of Parquet", "PAR1 and no more than that PAR1"],
    ["no end", "PAR1\0\0\0\0"],
  ] as const) {
    test(`a file with ${what} is said to be at fault`, async () => {
      writeFileSync(join(folder, "broken.parquet"), bytes);
      const broken = parquetSql(engine.file(join(folder, "broken.parquet")));
      await expect(engine.rows(`select * from ${broken}`)).rejects.toMatchObject({isAboutFile: true});
      await expect(engine.rows("select 'parquet'::int as n")).rejects.toMatchObject({isAboutFile: false});
    });
  }

  test("the question is named", async () => {
    await expect(engine.ask("readers")).rejects.toThrow(/^DuckDB ended with [A-Za-z ]+ Error in readers$/);
  });
});

describe("where readers are: one row a reader", () => {
  type Place = readonly [reader: number, country: string | null, region: string | null, city: string | null];

  /** Writes each list of places into a file, and says what `reader_place` makes of them. */
  async function placesIn(...lists: readonly (readonly Place[])[]): Promise<unknown> {
    const files: string[] = [];
    for (const [number, list] of lists.entries()) {
      const table = await engine.draftTable("written", {
        reader: "ubigint",
        country: "text",
        region: "text",
        city: "text",
      });
      table.add(list);
      table.close();
      files.push(join(folder, `places-${number}.parquet`));
      await engine.run(`copy written to ${quoteText(files.at(-1)!)} (format parquet)`);
    }
    await engine.openPlaces(files);
    const rows = await engine.rows("select reader, country, region, city from reader_place order by reader");
    return rows.map(({reader, country, region, city}) => [reader, country, region, city]);
  }

  const unknown: Place = [1, null, null, null];
  const france: Place = [1, "FR", null, null];
  const italy: Place = [1, "IT", null, null];
  const rome: Place = [1, "IT", null, "Rome"];
  const lyon: Place = [1, "FR", "Rhône", "Lyon"];
  for (const [what, lists, want] of [
    ["without a file, none", [], []],
    ["of a file without a row, none", [[]], []],
    ["of one file, as it is", [[unknown, [2, "FR", null, "Arles"]]], [unknown, [2, "FR", null, "Arles"]]],
    ["the same in two files, once", [[france], [france]], [france]],
    ["known in one and unknown in the other, as known", [[unknown], [france]], [france]],
    [
      "with more in one than in the other, as the one with more",
      [[italy, [3, null, null, null]], [lyon]],
      [lyon, [3, null, null, null]],
    ],
    ["with a city in one country against none in another, in the city", [[rome], [italy], [france]], [rome]],
    ["in two countries, in the last by name", [[france], [italy]], [italy]],
  ] as const) {
    test(what, async () => {
      expect(await placesIn(...lists)).toEqual(want);
      expect(await placesIn(...lists.toReversed())).toEqual(want);
    });
  }

  test("whose network a reader is in stands beside it, and is null in files of before", async () => {
    for (const [name, columns] of [
      ["old", "1::ubigint as reader, 'FR' as country"],
      ["new", "unnest([2, 3])::ubigint as reader, 'IT' as country, unnest(['AS64500 Example Net', null]) as network"],
      ["newer", "3::ubigint as reader, null::varchar as country, 'AS64501 Other' as network"],
    ] as const) {
      const path = quoteText(join(folder, `${name}.parquet`));
      await engine.run(
        `copy (select ${columns}, null::varchar as region, null::varchar as city) to ${path} (format parquet)`,
      );
    }
    const networks = async (...names: readonly string[]): Promise<unknown> => {
      await engine.openPlaces(names.map((name) => join(folder, `${name}.parquet`)));
      const rows = await engine.rows("select reader, country, network from reader_place order by reader");
      return rows.map(({reader, country, network}) => [reader, country, network]);
    };
    expect(await networks("old")).toEqual([[1, "FR", null]]);
    const all = [
      [1, "FR", null],
      [2, "IT", "AS64500 Example Net"],
      [3, "IT", "AS64501 Other"],
    ];
    expect(await networks("old", "new", "newer")).toEqual(all);
    expect(await networks("newer", "new", "old")).toEqual(all);
  });

  test("the largest number is a reader, too", async () => {
    await engine.run(`copy (select 18446744073709551615::ubigint as reader, 'FR' as country, null::varchar as region,
      null::varchar as city) to ${quoteText(join(folder, "large.parquet"))} (format parquet)`);
    await engine.openPlaces([join(folder, "large.parquet")]);
    expect(await engine.rows("select reader::varchar as reader, country from reader_place")).toEqual([
      {reader: "18446744073709551615", country: "FR"},
    ]);
  });
});

test("texts come out batch by batch, in their order", async () => {
  const batches: (readonly string[])[] = [];
  await engine.texts("select range as n from range(5000) order by n", (texts) => batches.push(texts));
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.flat()).toEqual(Array.from({length: 5000}, (_, n) => String(n)));
});

test("an engine that may not take the memory that a question needs says so", async () => {
  const small = await DuckDbEngine.open(join(folder, "small"), {memoryBytes: 32e6});
  // A list is one value: it is kept in memory or nowhere.
  const question = "select len(list(n)) as n from range(20000000) as numbers(n)";
  const fault = await small.rows(question).catch((cause: unknown) => cause);
  expect(fault).toMatchObject({
    code: "MEMORY_SHORT",
    message: expect.stringMatching(/^the engine may take 30\.\d MiB of memory/),
  });
  expect(await small.rows("select 1 as n")).toEqual([{n: 1}]);
  await small.close();
});
