import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {linesSql, writeFacts} from "../../src/engine/duckdb/facts-sql.ts";
import {factColumns} from "../../src/engine/facts/layout.ts";
import {encodeNothing} from "../../src/engine/parquet/column.ts";
import {ParquetFile} from "../../src/engine/parquet/parquet-file.ts";
import {ownEngine} from "./own-engine.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/facts.md", import.meta.url)), "utf8");

test("the page about files of facts lists the columns of the layout, in their order and with their types", () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| (bigint|ubigint|integer|usmallint|text) \|/gm)];
  expect(rows.map(([, name, type]) => [name, type])).toEqual(Object.entries(factColumns));
});

test("what is written from lines in SQL has the columns and types of what the scanner's writer writes", async () => {
  const {engine, folder} = await ownEngine();
  const [ours, theirs] = ["ours.parquet", "theirs.parquet"].map((name) => join(folder, name)) as [string, string];
  const file = new ParquetFile(ours, factColumns);
  file.add(Object.keys(factColumns).map(() => encodeNothing(1)));
  file.close();
  await writeFacts(engine, await linesSql(engine, engine.file(ours)), engine.file(theirs), "written");
  const columnsOf = async (path: string): Promise<unknown[]> =>
    engine.rows(
      `select column_name as name, column_type as type from (describe from ${engine.parquet([engine.file(path)])}) order by name`,
    );
  const types = {bigint: "BIGINT", ubigint: "UBIGINT", integer: "INTEGER", usmallint: "USMALLINT", text: "VARCHAR"};
  const want = Object.entries(factColumns).map(([name, type]) => ({name, type: types[type]}));
  expect(await columnsOf(ours)).toEqual(want.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  expect(await columnsOf(theirs)).toEqual(await columnsOf(ours));
});

test("the page's question is answered", async () => {
  const {engine, folder} = await ownEngine();
  const path = join(folder, "facts.parquet");
  const lines = `(select 1 as line, to_timestamp(1120176000) as "at", 1::ubigint as reader, null::ubigint as address,
    null::ubigint as network48, null::ubigint as network32, 'GET' as method, '/a' as path, 200::usmallint as status, 5::ubigint as bytes,
    null::varchar as site, null::varchar as agent, null::varchar as host)`;
  await writeFacts(engine, lines, engine.file(path), "asked");
  const question = /```sql\n([\s\S]*?)```/.exec(page)![1]!.replaceAll("'store/facts/FILE.parquet'", engine.file(path));
  expect(await engine.rows(question)).toEqual([{path: "/a", requests: 1}]);
});
