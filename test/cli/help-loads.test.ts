import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test} from "vitest";
import {commands} from "../../src/cli/commands.ts";
import {longTest, rowsOf} from "../run/amounts.ts";
import {spyOnModules} from "./module-spy.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "broadsheet-help-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Every module that a command line loads, packages by their address. */
function loadedBy(...words: string[]): string[] {
  const {options, loaded} = spyOnModules(folder);
  const done = spawnSync(process.execPath, [...options, program, ...words], {
    encoding: "utf8",
    env: {...process.env, TZ: "Asia/Kathmandu"},
  });
  expect(done.status, done.stderr).toBe(0);
  return loaded();
}

const heavy =
  /@duckdb|observablehq|linkedom|@clack|cli-progress|isbot|crawler-user-agents|temporal-polyfill|\/zod\/|\/yaml\/|node:sqlite|\/src\/(engine|intake|render|measures|methodology|report)\//;

for (const words of [
  ["--help"],
  ["--version"],
  [],
  ...rowsOf(commands, 4).map(({name}) => [...name.split(" "), "--help"]),
]) {
  test(`broadsheet ${words.join(" ")} loads no engine, drawing library or list of robots`, () => {
    const loaded = loadedBy(...words);
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
    expect(loaded.some((url) => url.includes("commander"))).toBe(true);
  });
}

test("the spy sees what a command does load", () => {
  expect(loadedBy("formats").some((url) => url.endsWith("/src/intake/formats/all.ts"))).toBe(true);
});

test("broadsheet ledger check loads of the outputs only what prints JSON", () => {
  const example = fileURLToPath(new URL("../../examples/second-half-2005", import.meta.url));
  const loaded = loadedBy("-C", example, "ledger", "check");
  expect(loaded.filter((url) => /\/src\/(?:render|report)\/|observablehq|linkedom/.test(url))).toEqual([]);
  expect(loaded.some((url) => url.endsWith("/src/base/json.ts"))).toBe(true);
});

test("broadsheet init loads neither the reader of settings nor an engine", () => {
  const loaded = loadedBy("init", join(folder, "press"), "--yes");
  expect(loaded.some((url) => url.endsWith("/src/workspace/make-workspace.ts"))).toBe(true);
  expect(loaded.filter((url) => /@duckdb|\/zod\/|\/yaml\/|node:sqlite|\/src\/(?:engine|intake)\//.test(url))).toEqual(
    [],
  );
});

longTest("a report of logs alone loads nothing that speaks to servers", () => {
  const log = fileURLToPath(new URL("../fixtures/logs/combined", import.meta.url));
  const loaded = loadedBy("quick", log, "--quiet", "--tables", "none");
  expect(loaded.some((url) => url.includes("@duckdb"))).toBe(true);
  expect(loaded.filter((url) => /@clickhouse|\/engine\/clickhouse\/(?:server|cluster|engine)\.ts$/.test(url))).toEqual(
    [],
  );
});
