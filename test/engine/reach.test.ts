import {existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {DuckDbEngine} from "../../src/engine/duckdb/engine.ts";
import {parquetSql} from "../../src/engine/duckdb/paths.ts";
import type {FactStore} from "../../src/engine/fact-store.ts";
import {withFiles, withIntake} from "../../src/operations/store/open.ts";
import {openStore, storeOf} from "../../src/operations/store/store.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";

/*
 * What on the machine a statement reaches, whoever got it into the engine; and that a path means one file, whatever it is called.
 */

let workshop: Workshop;
let outside: string;
beforeAll(async () => {
  workshop = new Workshop();
  workshop.write("a.log", linesFrom(0, 3));
  await workshop.ingest(["a.log"]);
  outside = workshop.write("outside/secret.txt", "a secret\n");
  symlinkSync(join(workshop.root, "outside"), join(workshop.store.work, "way-out"));
});
afterAll(() => workshop.remove());

/** Opens an engine as a command does. */
const openings: Readonly<Record<string, (use: (engine: FactStore) => Promise<void>) => Promise<void>>> = {
  "a report": (use) => {
    const workspace = openWorkspace(workshop.folder);
    return withFiles(storeOf(workspace), async ({engine}) => use(engine), {retained: workspace.store.retained});
  },
  "an ingest": (use) =>
    withIntake(openStore(workshop.folder), async ({openReader}) => {
      const engine = await openReader([join(workshop.root, "a.log")]);
      const beside = await engine.beside();
      await use(beside);
      await beside.close();
      await engine.close();
    }),
};

for (const [what, withEngine] of Object.entries(openings)) {
  test(`the engine of ${what} reads and writes the workspace's facts, and nothing else`, async () => {
    const {store, root} = workshop;
    const sent = join(root, "outside", "sent.csv");
    await withEngine(async (engine) => {
      const part = join(store.facts, workshop.parts()[0]!.file);
      const [row] = await engine.rows(
        `select count(*) as rows from ${parquetSql(engine.file(part))} where word is null`,
      );
      expect(row).toEqual({rows: 3});
      for (const statement of [
        "select * from read_text('/etc/passwd')",
        "select * from read_csv('/etc/passwd')",
        "from '/etc/passwd'",
        `select * from read_text('${store.key}')`,
        `select * from read_text('${outside}')`,
        `select * from read_text('${join(store.work, "way-out", "secret.txt")}')`,
        `select * from read_text('${store.facts}/../../../outside/secret.txt')`,
        `select * from glob('${root}/*')`,
        "select * from read_csv('https://example.org/a.csv')",
        "select * from read_parquet('s3://bucket/a.parquet')",
        `copy (select 1) to '${sent}'`,
        `copy (select 1) to '${join(store.work, "way-out", "sent.csv")}'`,
        `copy (select 1) to '${store.key}'`,
        `export database '${join(root, "outside", "all")}'`,
        `attach '${join(root, "outside", "other.db")}'`,
        "install httpfs",
        "load httpfs",
        `load '${outside}'`,
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
        "set allowed_paths = ['/etc/passwd']",
        "set allowed_configs = ['enable_external_access']",
        "set lock_configuration = false",
        "set temp_directory = '/tmp'",
        "set threads = 1",
        "reset enable_external_access",
        "pragma enable_logging",
      ]) {
        await expect(engine.run(statement), statement).rejects.toThrow(
          /^DuckDB ended with [A-Za-z ]+ Error in a statement$/,
        );
      }
    });
    expect(existsSync(sent)).toBe(false);
    expect(workshop.key).toMatch(/^[0-9a-f]{32}$/);
  });
}

describe("a path means one file", () => {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-names-"));
  let engine: DuckDbEngine;
  beforeAll(async () => {
    engine = await DuckDbEngine.open(join(top, "spill"), {folders: [top]});
    await engine.run(`copy (select 'other' as name) to ${engine.file(join(top, "other.parquet"))} (format parquet)`);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(top, {recursive: true, force: true});
  });

  let count = 0;
  /** Writes a file under a name, in a folder of that name, and beside others; gives what is read of it. */
  async function written(name: string): Promise<unknown> {
    const folder = join(top, String(count++));
    for (const one of [name, "a", "b", "x=1"]) {
      mkdirSync(join(folder, one), {recursive: true});
      const path = engine.file(join(folder, one, "facts.parquet"));
      await engine.run(`copy (select ${one === name ? 1 : 2} as x, 3 as y) to ${path} (format parquet)`);
    }
    const log = join(folder, `${name}.log`);
    writeFileSync(log, "x\n7\n");
    const rows = await engine.rows(`select * from ${parquetSql(engine.file(join(folder, name, "facts.parquet")))}`);
    const lines = await engine.rows(`select * from read_csv(${engine.file(log)}, hive_partitioning = false)`);
    return [rows, lines];
  }

  const signs = [..."*?[]\\'\"{}=:;#%~-!^ .\n\tab1é漢", "🙂", "s3:", "y=5", "**"];
  const name = fc
    .array(fc.constantFrom(...signs), {minLength: 1, maxLength: 6})
    .map((parts) => parts.join(""))
    .filter((text) => text !== "." && text !== ".." && !["a", "b", "x=1"].includes(text));

  test("whatever its folder and itself are called", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        expect(await written(text)).toEqual([[{x: 1, y: 3}], [{x: 7}]]);
      }),
      {seed: 2025, numRuns: 40},
    );
  });

  for (const text of ["*", "?", "[ab]", "**", "\\*", "a\\", "x*\\y", "x=9", "~", "-rf", "s3:", "file:", "it's"]) {
    test(`${JSON.stringify(text)}, too`, async () => {
      expect(await written(text)).toEqual([[{x: 1, y: 3}], [{x: 7}]]);
    });
  }
});

test("files are read in no other way: none is taken for a pattern, no folder for a column", () => {
  const src = fileURLToPath(new URL("../../src/", import.meta.url));
  const faults = globSync("**/*.ts", {cwd: src}).flatMap((path) => {
    const text = readFileSync(join(src, path), "utf8");
    const other = path.endsWith("duckdb/paths.ts")
      ? []
      : [...text.matchAll(/read_parquet\(|parquet_scan\(|read_text\(|glob\('/g)];
    const csv = [...text.matchAll(/read_csv\(/g)].length > 0 && !text.includes("hive_partitioning = false");
    return other.length > 0 || csv ? [path] : [];
  });
  expect(faults).toEqual([]);
});
