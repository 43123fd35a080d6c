import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {linesSql, writeFacts} from "../../src/engine/duckdb/facts-sql.ts";
import {quoteText} from "../../src/engine/duckdb/literal.ts";
import {amount} from "../run/amounts.ts";
import {ownEngine} from "./own-engine.ts";

const {engine, folder} = await ownEngine();
const stretch = {firstDay: "2005-07-01", lastDay: "2005-07-31", rulePeriods: []};

/** A line: second, reader, method, path, status, bytes, site, agent, host. */
type Line = readonly [
  number | null,
  number,
  string | null,
  string | null,
  number | null,
  number | null,
  string | null,
  string | null,
  string | null,
];

const names = ["second", "reader", "method", "path", "status", "bytes", "site", "agent", "host"] as const;

let files = 0;

/** Writes lines as an earlier Broadsheet kept them: every text in its line. @param isFirst Without whole addresses, too. */
async function earlierFile(lines: readonly Line[], isFirst = false): Promise<string> {
  const table = await engine.draftTable("given", {
    ...({
      line: "integer",
      second: "bigint",
      reader: "ubigint",
      method: "text",
      path: "text",
      status: "integer",
    } as const),
    ...({bytes: "ubigint", site: "text", agent: "text", host: "text"} as const),
  });
  table.add(lines.map((line, place) => [place, ...line]));
  table.close();
  const path = join(folder, `${files++}.parquet`);
  await engine.run(`copy (select to_timestamp(second) as "at", reader, ${isFirst ? "" : "null::ubigint as address,"}
      null::ubigint as network48, null::ubigint as network32, method, path, status::usmallint as status, bytes, site, agent, host
    from given order by line) to ${quoteText(path)} (format parquet)`);
  return path;
}

async function factsFile(lines: readonly Line[]): Promise<string> {
  const earlier = quoteText(await earlierFile(lines));
  const path = join(folder, `${files++}.parquet`);
  await writeFacts(engine, await linesSql(engine, earlier), quoteText(path), "numbered");
  return path;
}

async function linesOf(file: string): Promise<unknown[]> {
  const lines = await linesSql(engine, quoteText(file));
  const rows =
    await engine.rows(`select line, (epoch_us("at") // 1000000)::bigint as second, reader, method, path, status, bytes, site, agent, host
    from ${lines} order by line`);
  return rows.map((row) => [row["line"], ...names.map((name) => row[name])]);
}

const july = Date.UTC(2005, 6, 1) / 1000;
const lines: Line[] = [
  [july, 1, "GET", "/a", 200, 10, "example.org", "Lynx", null],
  [july + 1, 2, "GET", "/b", 404, 0, null, null, "www"],
  [null, 3, "GET", "/a", null, null, null, "", null],
  [july + 900, 1, "HEAD", "/a", 200, 5, "", "Lynx", null],
];

describe("a file of facts", () => {
  test("gives its lines back with their texts, in their order, what is no request too", async () => {
    // A method alone is no answer: of a line that is no request it is not kept.
    const wanted = lines.map((line) => (line[4] === null ? line.with(2, null) : line));
    expect(await linesOf(await factsFile(lines))).toEqual(wanted.map((line, place) => [place + 1, ...line]));
  });

  test("gives its lines back, whatever they say", async () => {
    const text = fc.option(fc.oneof(fc.constantFrom("", "-", "/", "'"), fc.string({unit: "grapheme"})));
    const line = fc.tuple(
      fc.option(fc.integer({min: july, max: july + 86_400})),
      fc.nat(),
      fc.constantFrom("GET", "HEAD", "get"),
      text,
      fc.integer({min: 100, max: 599}),
      fc.option(fc.nat()),
      ...([text, text, text] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, {maxLength: 30}), async (some) => {
        // The engine takes a text to end there.
        const given = some.map((one) =>
          one.map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value)),
        );
        expect(await linesOf(await factsFile(given as unknown as Line[]))).toEqual(
          given.map((one, place) => [place + 1, ...one]),
        );
      }),
      {numRuns: amount({few: 8, all: 25}), seed: 2005},
    );
  });

  test("of an earlier Broadsheet gives its lines back as well", async () => {
    for (const isFirst of [false, true]) {
      expect(await linesOf(await earlierFile(lines, isFirst))).toEqual(
        lines.map((line, place) => [place + 1, ...line]),
      );
    }
  });
});

/** What questions are answered from, with the texts that numbers stand for. */
const requests = `select second, quarter, reader, method, path_text, status, bytes, site_text, agent_text
  from fact join known_answer using (answer) join known_path using (path)
  left join known_site using (site) left join known_agent using (agent) order by second, path_text`;

const quarter = july / 900;

const asked = [
  [july, quarter, 1, "GET", "/a", 200, 10, "example.org", "Lynx"],
  [july + 1, quarter, 2, "GET", "/b", 404, 0, null, null],
  [july + 900, quarter + 1, 1, "HEAD", "/a", 200, 5, "", "Lynx"],
];

describe("questions are about the requests", () => {
  test("of one file", async () => {
    await engine.openFacts([await factsFile(lines)], stretch);
    expect((await engine.rows(requests)).map((row) => Object.values(row))).toEqual(asked);
  });

  test("and texts of other lines are not known to them", async () => {
    const refused: Line = [null, 3, "BREW", "/pot", 418, null, "c.example", "Kettle", null];
    await engine.openFacts([await factsFile([...lines, refused])], stretch);
    expect(await engine.rows("select path_text from known_path order by path_text")).toEqual([
      {path_text: "/a"},
      {path_text: "/b"},
    ]);
    expect(await engine.rows("select agent_text from known_agent")).toEqual([{agent_text: "Lynx"}]);
    expect(await engine.rows("select site_text from known_site order by site_text")).toEqual([
      {site_text: ""},
      {site_text: "example.org"},
    ]);
    expect(await engine.rows("select method, status from known_answer order by method, status")).toEqual([
      {method: "GET", status: 200},
      {method: "GET", status: 404},
      {method: "HEAD", status: 200},
    ]);
  });

  test("of several files, whose numbers mean something else in each", async () => {
    const other: Line[] = [[july + 5, 9, "POST", "/z", 500, 1, "b.example", "Opera", null]];
    const more: Line[] = [[july + 6, 8, "GET", "/a", 200, 2, null, "Opera", null]];
    await engine.openFacts([await factsFile(lines), await factsFile(other), await factsFile(more)], stretch);
    const rows = (await engine.rows(requests)).map((row) => Object.values(row));
    expect(rows).toEqual([
      ...asked.slice(0, 2),
      [july + 5, quarter, 9, "POST", "/z", 500, 1, "b.example", "Opera"],
      [july + 6, quarter, 8, "GET", "/a", 200, 2, null, "Opera"],
      asked[2],
    ]);
  });

  test("of months that are judged by other rules, each with keys of its own", async () => {
    const files = [await factsFile(lines), await factsFile(lines.slice(0, 1))];
    await engine.openFacts(files, {...stretch, rulePeriods: [july + 1, july + 800]});
    const rows = await engine.rows(
      `select second, rule_period, path_text, path from fact join known_path using (path) order by all`,
    );
    expect(rows.map(({second, rule_period, path_text}) => [second, rule_period, path_text])).toEqual([
      [july, 0, "/a"],
      [july, 0, "/a"],
      [july + 1, 1, "/b"],
      [july + 900, 2, "/a"],
    ]);
    expect(new Set(rows.map(({path}) => path)).size).toBe(4);
  });

  test("of files that an earlier Broadsheet wrote, beside those of today", async () => {
    const files = [
      await earlierFile(lines.slice(0, 2), true),
      await factsFile(lines.slice(2)),
      await earlierFile(lines),
    ];
    await engine.openFacts(files, stretch);
    const rows = (await engine.rows(requests)).map((row) => Object.values(row));
    const twice = [asked[0], asked[0], asked[1], asked[1], asked[2], asked[2]];
    expect(rows).toEqual(twice);
  });
});
