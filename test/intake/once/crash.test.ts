import {randomUUID} from "node:crypto";
import {cpSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {chanceFrom} from "../../../examples/second-half-2005/model/random.ts";
import {DuckDbEngine} from "../../../src/engine/duckdb/engine.ts";
import {quoteText} from "../../../src/engine/duckdb/literal.ts";
import {Catalogue} from "../../../src/workspace/catalogue/catalogue.ts";
import {storePaths} from "../../../src/workspace/workspace-files.ts";
import {amount, longTest} from "../../run/amounts.ts";
import {linesFrom, Running, runHere, Workshop} from "../workshop.ts";

/*
 * A workspace that knows an earlier state of one log, cut inside a line, and reads that log again with four others:
 * clean and not clean, plain and packed, large and small. Killed at any moment, it has to be whole.
 */

/** `test/long/kills/` has many, of every command. */
const kills = amount({few: 1, all: 8});
const names = ["access.log", "b.log", "c.log", "d.log.gz", "e.log"];
const commands = {
  report: ["report", "2026-02", "--tables", "countries", "--no-ranges", "--format", "json", "--quiet"],
  ingest: ["ingest", "--quiet"],
};

let workshop: Workshop;
let undisturbed = "";
let durationMs = 0;
/** Requests of each input before and after, by name. */
let before: Readonly<Record<string, number>> = {};
let after: Readonly<Record<string, number>> = {};

function requestsIn(folder: string): Record<string, number> {
  const catalogue = Catalogue.open(storePaths(folder).catalogue);
  const rows = catalogue.inputs().map(({name, requests}) => [name, requests] as const);
  catalogue.close();
  return Object.fromEntries(rows);
}

async function json(folder: string): Promise<string> {
  const said = await runHere(["-C", folder, ...commands.report], workshop.root);
  expect(said.status, said.stderr).toBe(0);
  return said.stdout;
}

/** How many readers of facts that count are in no file of places that counts? */
async function readersWithoutPlace(folder: string): Promise<unknown> {
  const {catalogue: path, facts} = storePaths(folder);
  const catalogue = Catalogue.open(path);
  const list = (names: Set<string>): string => [...names].map((name) => quoteText(join(facts, name))).join(", ");
  const [factFiles, placeFiles] = [list(catalogue.files()), list(catalogue.placesFiles())];
  catalogue.close();
  const engine = await DuckDbEngine.open(join(folder, "spill"), {folders: [folder]});
  const [row] = await engine.rows(`select count(*) as readers from read_parquet([${factFiles}]) as fact
    anti join read_parquet([${placeFiles}]) as place using (reader) where second is not null`);
  await engine.close();
  return row?.["readers"];
}

function copyOf(name: string): string {
  const folder = join(workshop.root, name);
  cpSync(workshop.folder, folder, {recursive: true});
  return folder;
}

beforeAll(async () => {
  workshop = new Workshop();
  const [first, second, third] = [linesFrom(0, 8000), linesFrom(20_000, 8000), linesFrom(40_000, 6000)];
  workshop.write("access.log", first.slice(0, 600_050));
  await workshop.ingest(["access.log"]);
  before = requestsIn(workshop.folder);
  workshop.write("access.log", first);
  workshop.write("b.log", second);
  workshop.write("c.log", third.replaceAll("\n", "\r\n"));
  workshop.write("d.log.gz", gzipSync(linesFrom(60_000, 6000)));
  workshop.write("e.log", `${linesFrom(80_000, 10)}damage\n# comment\n`);
  const folder = copyOf("undisturbed");
  const started = performance.now();
  const said = await new Running(["-C", folder, ...commands.ingest, ...names], {cwd: workshop.root}).done;
  durationMs = performance.now() - started;
  expect(said.status, said.stderr).toBe(0);
  undisturbed = await json(folder);
  after = requestsIn(folder);
});

afterAll(() => workshop.remove());

test("the undisturbed run has every request once", () => {
  expect(after).toEqual({"access.log": 8000, "b.log": 8000, "c.log": 6000, "d.log.gz": 6000, "e.log": 10});
});

describe("killed with -9, an ingest leaves the workspace whole", () => {
  const {next} = chanceFrom(2005);
  const killed: boolean[] = [];
  // Spread over the run, at a moment of chance in each stretch; the program's start is short of interest.
  const moments = Array.from({length: kills}, (_, place) => 0.15 + (0.85 * (place + next())) / kills);

  for (const [place, share] of moments.entries()) {
    test(`after ${Math.round(share * 100)} % of the undisturbed time`, async () => {
      const folder = copyOf(`killed-${place}`);
      const store = storePaths(folder);
      const running = new Running(["-C", folder, ...commands.ingest, ...names], {cwd: workshop.root});
      await Promise.race([sleep(share * durationMs), running.done]);
      running.process.kill("SIGKILL");
      killed.push((await running.done).status === null);

      // Each input counts as it did before, or as it does after, and the report is that of what counts.
      const counted = requestsIn(folder);
      for (const [name, requests] of Object.entries(counted)) expect([before[name], after[name]]).toContain(requests);
      const between = JSON.parse(await json(folder)) as {account: {requests: number}[]};
      const sum = Object.values(counted).reduce((total, requests) => total + requests, 0);
      expect(between.account[0]?.requests).toBe(sum);

      const again = await runHere(["-C", folder, ...commands.ingest, "--wait", "0", ...names], workshop.root);
      expect(again.status, again.stderr).toBe(0);
      expect(await json(folder)).toBe(undisturbed);
      expect(readdirSync(store.work)).toEqual([]);
      // What was replaced stays for an hour, for a report that may be reading it.
      expect(readdirSync(store.facts).length).toBeLessThanOrEqual(2 * (names.length + 1));
      expect(await readersWithoutPlace(folder)).toBe(0);
      expect(readdirSync(store.folder).filter((name) => name.endsWith(".holder"))).toEqual([]);
    });
  }

  test("enough of those kills came while it was at work", () => {
    expect(killed.filter(Boolean).length).toBeGreaterThan(kills / 4);
  });

  longTest("killed again and again, it is done in the end", async () => {
    const folder = copyOf("again-and-again");
    for (const share of [0.6, 0.7, 0.8, 0.75, 0.65]) {
      const running = new Running(["-C", folder, ...commands.ingest, ...names], {cwd: workshop.root});
      await Promise.race([sleep(share * durationMs), running.done]);
      running.process.kill("SIGKILL");
      await running.done;
    }
    expect((await runHere(["-C", folder, ...commands.ingest, ...names], workshop.root)).status).toBe(0);
    expect(await json(folder)).toBe(undisturbed);
  });
});

test("interrupted by a person, it takes its unfinished work away and ends with 130", async () => {
  const folder = copyOf("interrupted");
  const running = new Running(["-C", folder, ...commands.ingest, ...names], {cwd: workshop.root});
  const {work} = storePaths(folder);
  while (readdirSync(work).length === 0 && running.process.exitCode === null) await sleep(5);
  running.process.kill("SIGINT");
  const {status} = await running.done;
  expect(status).toBe(130);
  // The folder may be gone with what was in it, so that nothing is written there while the process ends.
  expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
  expect((await runHere(["-C", folder, ...commands.ingest, ...names], workshop.root)).status).toBe(0);
  expect(await json(folder)).toBe(undisturbed);
});

test("what a killed ingest and a killed report left is taken away by the next ingest when it is an hour old", async () => {
  const folder = copyOf("left-behind");
  const {facts, folder: store, work} = storePaths(folder);
  const old = new Date(Date.now() - 2 * 3_600_000);
  writeFileSync(join(work, `${randomUUID()}.spool`), linesFrom(0, 1));
  writeFileSync(join(work, "thesis.txt"), "");
  const counted = readdirSync(facts);
  const filesOf = (digit: string): string[] => ["", "-places"].map((part) => `${digit.repeat(32)}-0${part}.parquet`);
  const [young, gone] = [filesOf("a"), filesOf("b")];
  const spills = [0, 1].map(() => `spill-${randomUUID()}`);
  for (const name of [...young, ...gone, "mine.parquet"]) writeFileSync(join(facts, name), "");
  for (const name of spills) mkdirSync(join(store, name));
  for (const name of [...counted, ...gone, "mine.parquet"]) utimesSync(join(facts, name), old, old);
  utimesSync(join(store, spills[0]!), old, old);
  await runHere(["-C", folder, ...commands.ingest, "e.log"], workshop.root);
  expect(readdirSync(work)).toEqual(["thesis.txt"]);
  expect(readdirSync(facts)).toEqual(expect.arrayContaining([...counted, ...young, "mine.parquet"]));
  expect(counted.some((name) => name.endsWith("-places.parquet"))).toBe(true);
  for (const name of gone) expect(readdirSync(facts)).not.toContain(name);
  expect(readdirSync(store)).toContain(spills[1]);
  expect(readdirSync(store)).not.toContain(spills[0]);
});
