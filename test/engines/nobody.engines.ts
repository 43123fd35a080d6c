import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {Workshop} from "../intake/workshop.ts";
import {otherEngines, runNow} from "./engines.ts";

/*
 * Requests that are nobody's, and clients of shortened addresses, say the same on every engine, whatever the rules; and a log that is read
 * anew takes the place of what it gave.
 */

const agents = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0",
];

function log(lines: number, client: (place: number) => string, more: (place: number) => string = () => ""): string {
  return Array.from({length: lines}, (_, place) => {
    const clock = `${String(8 + Math.floor(place / 60)).padStart(2, "0")}:${String(place % 60).padStart(2, "0")}`;
    const path = place === 40 ? "/robots.txt" : `/essays/${place % 7}.html`;
    return `${client(place)} - - [0${1 + (place % 9)}/Feb/2026:${clock}:0${place % 10} +0000] "GET ${path} HTTP/1.1" 200 512 "-" "${agents[place % 3]}"${more(place)}\n`;
  }).join("");
}

const logs: Readonly<Record<string, string>> = {
  "onion.log": log(70, () => "127.0.0.1"),
  "short.log": log(80, (place) => `198.51.${place % 3}.0`),
  "plain.log": log(90, (place) => `203.0.113.${place % 12}`),
  "proxied.log": log(
    60,
    (place) => `198.51.100.${20 + (place % 9)}`,
    (place) => ` "192.0.2.${place % 5}"`,
  ),
};

async function run(on: Workshop, ...words: readonly string[]): Promise<string> {
  const said = await runNow(["-C", on.folder, ...words], on.root);
  expect(said.status, said.stderr).toBe(0);
  return said.stdout;
}

const reports: readonly (readonly string[])[] = [
  [],
  ["--methodology", "counter-5.1"],
  ["--methodology", "goaccess", "--tables", "none"],
];

async function figures(on: Workshop): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const words of reports) {
    const report = JSON.parse(await run(on, "report", "2026-02", "--format", "json", ...words));
    const {measures, tables, account, notes, summary} = report;
    told.push({measures, tables, account, notes, summary});
  }
  return told;
}

async function readInto(on: Workshop): Promise<unknown> {
  for (const [name, content] of Object.entries(logs)) on.write(name, content);
  await run(on, "ingest", ...Object.keys(logs).filter((name) => name !== "proxied.log"));
  await run(on, "ingest", "--client", "connection", "proxied.log");
  const before = await figures(on);
  await run(on, "ingest", "--again", "--client", "x-forwarded-for", "proxied.log");
  return {before, after: await figures(on)};
}

let home: Workshop;
let wanted: unknown;
beforeAll(async () => {
  home = new Workshop(JSON.stringify({publication: "The Press", places: false}));
  wanted = await readInto(home);
});
afterAll(() => home?.remove());

// One shard does what two do.
for (const engine of otherEngines.slice(1)) {
  describe.skipIf(!engine.isThere)(`DuckDB beside ${engine.name}`, () => {
    test("nobody's requests are counted alike, and make no reader", async () => {
      const servers = await engine.start();
      const settings = {publication: "The Press", places: false, engine: servers.settings("nobody")};
      const there = new Workshop(JSON.stringify(settings));
      try {
        await run(there, "engine", "setup");
        expect(await readInto(there)).toEqual(wanted);
      } finally {
        there.remove();
        await servers.stop();
      }
    });
  });
}

test("readers are those of the other logs", () => {
  const {before, after} = wanted as Record<"before" | "after", {measures: {id: string; values: number[]}[]}[]>;
  const readers = [before, after].map(([first]) => first!.measures.find(({id}) => id === "readers")!.values[0]);
  // Three networks with three agents, of which one asked for /robots.txt; twelve plain clients, one of them likewise; nine proxies, one likewise,
  // and afterwards five readers behind them, one likewise. 40 of each log is /robots.txt.
  expect(readers).toEqual([readersOf(9), readersOf(5)]);
});

/** By hand: of 198.51.p.0 with agent p%3 there are three pairs, since both go by p%3. */
function readersOf(proxied: number): number {
  return 3 - 1 + (12 - 1) + (proxied - 1);
}
