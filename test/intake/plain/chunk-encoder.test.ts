import {join} from "node:path";
import {expect, test} from "vitest";
import {linesSql} from "../../../src/engine/facts-sql.ts";
import {ParquetFile} from "../../../src/engine/parquet/parquet-file.ts";
import {quoteText} from "../../../src/engine/quote-text.ts";
import {ChunkEncoder} from "../../../src/intake/plain/chunk-encoder.ts";
import {factColumns, type TypedLine} from "../../../src/intake/plain/fact-columns.ts";
import {tableOf} from "../../../src/intake/plain/line-table.ts";
import {ownEngine} from "../../engine/own-engine.ts";

const {engine, folder} = await ownEngine();
const shape = {hasHost: false, hasOrigin: true};
const july = Date.UTC(2005, 6, 1) / 1000;

/** Numbers of words: client, path, agent; the referrer is none. Below 0 stands the place of an odd line. */
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

function odd(line: Partial<TypedLine>): TypedLine {
  const nothing = {address: null, network48: null, network32: null, bytes: null, site: null, agent: null, host: null};
  return {second: null, reader: 7n, method: "GET", path: null, status: 404, ...nothing, ...line};
}

/** Encodes chunks of one input, and says what the file of facts holds. */
async function facts(
  chunks: readonly {generation: number; rows: readonly Row[]; odd?: readonly TypedLine[]}[],
  encoder: ChunkEncoder,
) {
  const path = join(folder, `${crypto.randomUUID()}.parquet`);
  const file = new ParquetFile(path, factColumns);
  const readers: string[] = [];
  for (const {generation, rows, odd: lines = []} of chunks) {
    const chunk = {
      input: 1,
      generation,
      table: tableFrom(rows),
      lines: rows.length,
      shape,
      odd: lines,
      isIgnored: lines.map(() => false),
    };
    const told = encoder.encode({...chunk, tellsReaders: true});
    file.add(told.rows);
    readers.push(...told.readers.map((reader) => reader.slice(16)));
  }
  for (const texts of encoder.end(1)) file.add(texts);
  file.close();
  const lines = await engine.rows(
    `select path, agent, status from ${await linesSql(engine, quoteText(path))} order by line`,
  );
  await engine.openFacts([path], {firstDay: "2005-07-01", lastDay: "2005-07-31", eras: []});
  const known = await engine.rows("select path_text as text from known_path order by path_text");
  return {lines: lines.map((line) => Object.values(line)), known: known.map(({text}) => text), readers};
}

test("words that are forgotten in between mean what they meant", async () => {
  const encoder = new ChunkEncoder("00");
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
  const encoder = new ChunkEncoder("00");
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

test("what only lines hold that are no request is not asked about, whichever came first", async () => {
  const encoder = new ChunkEncoder("00");
  encoder.learn(news(0, ["/a", "/b"], ["Lynx"]));
  const refused = [odd({path: "/pot"}), odd({path: "/b"})];
  const request = [odd({path: "/c", second: july})];
  const {lines, known, readers} = await facts(
    [
      {
        generation: 0,
        rows: [
          [-1, 0, 0],
          [-2, 0, 0],
          [1, 1, 1],
        ],
        odd: refused,
      },
      {
        generation: 0,
        rows: [
          [1, 2, 1],
          [-1, 0, 0],
        ],
        odd: request,
      },
    ],
    encoder,
  );
  expect(lines).toEqual([
    ["/pot", null, 404],
    ["/b", null, 404],
    ["/a", "Lynx", 200],
    ["/b", "Lynx", 200],
    ["/c", null, 404],
  ]);
  expect(known).toEqual(["/a", "/b", "/c"]);
  expect(readers).toEqual(["192.0.2.1"]);
});
