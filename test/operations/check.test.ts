import {chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {checkWorkspace} from "../../src/operations/check/check-workspace.ts";
import {workspaceChecks} from "../../src/operations/check/checks.ts";
import {filesOf} from "../flip-bits.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";

let press: Workshop;
beforeEach(async () => {
  press = new Workshop("publication: The Test Press\nmethodology: {blacklist: blacklist.csv}\n");
  await press.ingest([press.write("a.log", linesFrom(0, 20)), "--quiet"]);
});
afterEach(() => press.remove());

const now = Date.UTC(2026, 2, 1);

async function wrongAt(at = now): Promise<string[]> {
  const found = await checkWorkspace(press.folder, at);
  expect(found.map(({name}) => name)).toEqual(workspaceChecks.map(({name}) => name));
  return found.filter(({faults}) => faults.length > 0).map(({name}) => name);
}

test("a whole workspace is fine: status 0, a line for each check", async () => {
  const {status, stdout} = await press.run("check");
  expect(status).toBe(0);
  const lines = stdout.split("\n");
  expect(lines.slice(0, workspaceChecks.length).every((line) => line.startsWith("fine "))).toBe(true);
  expect(lines.slice(workspaceChecks.length)).toEqual(["", "Nothing is wrong.", ""]);
});

test("so is one into which nothing was read, and looking makes no file in it", async () => {
  rmSync(press.store.folder, {recursive: true});
  expect(await wrongAt()).toEqual([]);
  expect((await press.run("check", "--format", "json")).status).toBe(0);
});

const flip = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
};
const sql = (text: string): void => {
  const database = new DatabaseSync(press.store.catalogue);
  database.exec(text);
  database.close();
};

describe("what is wrong is told by the check of its name alone, with status 3", () => {
  for (const [name, harm] of [
    ["settings", () => writeFileSync(join(press.folder, "broadsheet.yaml"), "publication: [")],
    ["settings", () => writeFileSync(join(press.folder, "blacklist.csv"), "entry\nnot,a,row\n")],
    ["key", () => writeFileSync(press.store.key, "0123\n")],
    ["key", () => writeFileSync(press.store.key, `${"0".repeat(32)}\n`)],
    ["key", () => rmSync(press.store.key)],
    ["key", () => chmodSync(press.store.key, 0o644)],
    ["key", () => chmodSync(press.store.facts, 0o777)],
    ["catalogue", () => writeFileSync(press.store.catalogue, "this is no database".repeat(300))],
    ["catalogue", () => sql("update input set lines = 21")],
    ["facts", () => flip(filesOf(press).facts[0]!)],
    ["facts", () => rmSync(filesOf(press).facts[0]!)],
    ["places", () => flip(filesOf(press).places[0]!)],
    ["addresses", () => flip(filesOf(press).addresses[0]!)],
    ["published", () => published("{}")],
    ["ledger", () => book("no such column\n1\n")],
  ] as const) {
    test(`${name}: ${String(harm).slice(6)}`, async () => {
      harm();
      expect(await wrongAt()).toEqual([name]);
      const {status, stdout, stderr} = await press.run("check");
      expect([status, stderr]).toEqual([3, ""]);
      expect(stdout).toContain(`wrong  ${name}`);
    });
  }

  test("clock: a request that is to come", async () => {
    expect(await wrongAt(Date.UTC(2026, 0, 25))).toEqual(["clock"]);
  });
});

test("a book of addresses that is gone, and files that nobody names, are told and no fault", async () => {
  rmSync(filesOf(press).addresses[0]!);
  writeFileSync(join(press.store.facts, "left.parquet"), "left");
  const {status, stdout} = await press.run("check", "--format", "json");
  expect(status).toBe(0);
  const {isFine, checks: found} = JSON.parse(stdout) as {isFine: boolean; checks: {name: string; notes: string[]}[]};
  expect(isFine).toBe(true);
  expect(found.flatMap(({name, notes}) => (notes.length > 0 ? [name] : []))).toEqual(["addresses", "unnamed"]);
});

function published(text: string): void {
  mkdirSync(join(press.folder, "published"));
  writeFileSync(join(press.folder, "published", "2026-02.json"), text);
}

function book(text: string): void {
  mkdirSync(join(press.folder, "ledger"));
  writeFileSync(join(press.folder, "ledger", "editions.csv"), text);
}
