import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {DuckDbEngine} from "../../src/engine/duckdb/engine.ts";

/** An engine and a folder of a test file's own; both go when its tests are done. */
export async function ownEngine(): Promise<{readonly engine: DuckDbEngine; readonly folder: string}> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-engine-"));
  const engine = await DuckDbEngine.open(join(folder, "spill"), {folders: [folder]});
  afterAll(async () => {
    await engine.close();
    rmSync(folder, {recursive: true, force: true});
  });
  return {engine, folder};
}
