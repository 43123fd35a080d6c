import {join} from "node:path";
import {expect, test} from "vitest";
import {linesSql} from "../../../src/engine/duckdb/facts-sql.ts";
import {quoteText} from "../../../src/engine/duckdb/literal.ts";
import {factColumns} from "../../../src/engine/facts/layout.ts";
import {ParquetFile} from "../../../src/engine/parquet/parquet-file.ts";
import {ChunkEncoder} from "../../../src/intake/scanner/chunk-encoder.ts";
import {type LineTable, tableOf} from "../../../src/intake/scanner/line-table.ts";
import {ownEngine} from "../../engine/own-engine.ts";

const {engine, folder} = await ownEngine();
const july = Date.UTC(2005, 6, 1) / 1000;

/** Numbers of words: client, path, agent; the referrer is none. */
type Row = readonly [number, number, number];

function tableFrom(rows: readonly Row[]) {
  const table = tableOf(rows.length);
  for (const [row, [client, path, agent]] of rows.entries()) {
    table.client[row] = client;
    [table.path[row], table.agent[row], table.method[row], table.status[row]] = [path, agent, 1, 200];
    [table.seconds[row], table.bytes[row]] = [july + row, 100];
  }
  return table;
}

const news = (generation: number, paths: readonly string[], agents: readonly string[]) => ({
  generation,
  words: {client: ["192.0.2.1", "192.0.2.2"], host: [], method: ["GET"], path: paths, referrer: [], agent: agents},
});

/** Encodes chunks of one input, and says what the file of facts holds. */
async function facts(chunks: readonly {generation: number; rows: readonly Row[]}[], encoder: ChunkEncoder) {
  return factsOf(
    chunks.map(({generation, rows}) => ({generation, table: tableFrom(rows), lines: rows.length})),
    encoder,
  );
}

async function factsOf(
  chunks: readonly {generation: number; table: LineTable; lines: number}[],
  encoder: ChunkEncoder,
) {
  const path = join(folder, `${crypto.randomUUID()}.parquet`);
  const file = new ParquetFile(path, factColumns);
  const readers: string[] = [];
  for (const chunk of chunks) {
    const told = encoder.encode({...chunk, input: 1, tellsReaders: true});
    file.add(told.rows);
    readers.push(...told.readers.map((reader) => reader.slice(16)));
  }
  for (const texts of encoder.end(1)) file.add(texts);
  file.close();
  const lines = await engine.rows(
    `select path, agent, status from ${await linesSql(engine, quoteText(path))} order by line`,
  );
  await engine.openFacts([path], {firstDay: "2005-07-01", lastDay: "2005-07-31", rulePeriods: []});
  const known = await engine.rows("select path_text as text from known_path order by path_text");
  return {lines: lines.map((line) => Object.values(line)), known: known.map(({text}) => text), readers};
}

test("words that are forgotten in between mean what they meant", async () => {
  const encoder = new ChunkEncoder({key: "00", query: null});
  encoder.learn(news(0, ["/a", "/b"], ["Lynx"]));
  const before = {
    generation: 0,
    rows: [
      [1, 2, 1],
      [2, 1, 1],
    ] as const,
  };
  encoder.learn(news(1, ["/c", "/a"], ["Opera"]));
  const after = {
    generation: 1,
    rows: [
      [1, 1, 1],
      [1, 2, 1],
    ] as const,
  };
  expect(await facts([before, after], encoder)).toEqual({
    lines: [
      ["/b", "Lynx", 200],
      ["/a", "Lynx", 200],
      ["/c", "Opera", 200],
      ["/a", "Opera", 200],
    ],
    known: ["/a", "/a", "/b", "/c"],
    readers: ["192.0.2.1", "192.0.2.2", "192.0.2.1"],
  });
});

test("two words that lead to one text have its number", async () => {
  const encoder = new ChunkEncoder({key: "00", query: null});
  encoder.learn(news(0, ["/a#one", "/a#two"], ["Lynx"]));
  const {lines, known} = await facts(
    [
      {
        generation: 0,
        rows: [
          [1, 1, 1],
          [1, 2, 1],
        ],
      },
    ],
    encoder,
  );
  expect(lines).toEqual([
    ["/a", "Lynx", 200],
    ["/a", "Lynx", 200],
  ]);
  expect(known).toEqual(["/a"]);
});

test("a line that is no request leaves a row of nothing", async () => {
  const encoder = new ChunkEncoder({key: "00", query: null});
  encoder.learn(news(0, ["/a"], ["Lynx"]));
  const table = tableFrom([
    [1, 1, 1],
    [0, 0, 0],
  ]);
  [table.seconds[1], table.bytes[1], table.method[1], table.status[1]] = [Number.NaN, Number.NaN, 0, 0];
  const {lines, known, readers} = await factsOf([{generation: 0, table, lines: 2}], encoder);
  expect(lines).toEqual([
    ["/a", "Lynx", 200],
    [null, null, null],
  ]);
  expect(known).toEqual(["/a"]);
  expect(readers).toEqual(["192.0.2.1"]);
});
