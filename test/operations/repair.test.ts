import {appendFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {lineOf, linesFrom, Workshop} from "../intake/workshop.ts";
import {rowsOf} from "../run/amounts.ts";

let press: Workshop;
let path: string;
beforeEach(async () => {
  press = new Workshop();
  path = press.write("a.log", `${linesFrom(0, 60)}no line\n`);
  await press.ingest([path, "--quiet"]);
  appendFileSync(path, linesFrom(100, 30) + lineOf(61, {day: "03/Feb/2026"}));
  await press.ingest([path, "--quiet"]);
  await press.ingest([press.write("b.log", linesFrom(300, 20)), "--quiet"]);
});
afterEach(() => press.remove());

const report = ["report", "2026-02", "--tables", "all", "--no-ranges", "--format", "json", "--quiet"];

/** Flips the middle bit of files whose names fit. */
function flip(names: RegExp): number {
  const folders = [press.store.facts, press.store.addresses];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const chosen = files.filter((file) => names.test(file));
  for (const file of chosen) {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 16;
    writeFileSync(file, bytes);
  }
  return chosen.length;
}

describe("a report after a repair is that of before the damage, byte for byte", () => {
  for (const [what, names, files] of rowsOf(
    [
      ["all", /./, 9],
      ["facts", /-\d+\.parquet$/, 3],
      ["places", /-places\.parquet$/, 3],
    ] as const,
    1,
  )) {
    test(`of ${what}; the log has grown since, and has another name and packing`, async () => {
      const before = await press.run(...report);
      expect(flip(names)).toBe(files);
      expect((await press.run(...report)).stderr).toContain("error WORKSPACE_DAMAGED");
      const other = press.write("other.gz", gzipSync(readFileSync(path, "utf8") + linesFrom(900, 5)));
      const {status, stdout, stderr} = await press.run("repair", other, join(press.root, "b.log"));
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Everything is as it was before.\n");
      expect((await press.run("check")).stdout).toContain("Nothing is wrong.");
      const after = await press.run(...report);
      expect([after.status, after.stderr, after.stdout]).toEqual([0, "", before.stdout]);
      expect(Object.values(press.addresses()).flat()).toHaveLength(111);
    });
  }
});

describe("what cannot be repaired is told, and left as it was", () => {
  const lost = async (says: string, ...words: string[]): Promise<void> => {
    const before = press.inputs();
    const {status, stdout} = await press.run("repair", ...words);
    expect(status).toBe(3);
    expect(stdout).toContain(says);
    expect(stdout).toContain("broadsheet inputs drop");
    expect(press.inputs()).toEqual(before);
  };

  test("where no log is named", async () => {
    flip(/places/);
    await lost("its log was not found");
  });

  test("where another log is", async () => {
    flip(/places/);
    const other = press.write("c.log", readFileSync(path, "utf8").replace("/page-7.html", "/page-8.html"));
    await lost("its log was not found", other, press.write("none.txt", "no log"));
  });

  test("and the rest is repaired", async () => {
    flip(/places/);
    await lost("repaired  b.log", join(press.root, "b.log"));
    rmSync(path);
    expect((await press.run("check", "--format", "json")).stdout).toContain('"name": "places",\n      "isFine": false');
  });
});

test("logs are those of the settings where none is named", async () => {
  renameSync(path, join(press.folder, "logs", "a.log"));
  appendFileSync(join(press.folder, "broadsheet.yaml"), "logs: [logs]\n");
  flip(/^(?!.*places).*-0\.parquet$/);
  const {stdout} = await press.run("repair");
  expect(stdout).toContain("repaired  a.log");
  expect(stdout).toContain("left      b.log");
});

test("where nothing is damaged, it says so and writes nothing", async () => {
  const stamps = (): number[] =>
    readdirSync(press.store.facts).map((name) => statSync(join(press.store.facts, name)).mtimeMs);
  const before = stamps();
  const {status, stdout} = await press.run("repair", path);
  expect([status, stdout]).toEqual([0, "No file is damaged.\n"]);
  expect(stamps()).toEqual(before);
});
