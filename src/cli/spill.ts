import {randomUUID} from "node:crypto";
import {mkdtempSync, realpathSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {deleteOwn, ownForms} from "../base/own-files.ts";
import {DuckDbEngine} from "../engine/duckdb/engine.ts";
import type {OpenIntake} from "../operations/store/intake.ts";
import {mayWrite} from "../workspace/may-write.ts";
import type {Workspace} from "../workspace/workspace.ts";
import type {StorePaths} from "../workspace/workspace-files.ts";
import {memoryFor} from "./memory.ts";

/** Has a folder for what engines spill, for as long as `use` takes. */
export async function withSpill<T>(
  {store, config}: Workspace,
  use: (openReader: OpenIntake["openReader"], spill: string) => Promise<T>,
): Promise<T> {
  const {path: spill, remove} = makeSpillFolder(store);
  try {
    const reach = {folders: [store.facts, store.work], memoryBytes: memoryFor(config)};
    return await use((files) => DuckDbEngine.open(spill, {...reach, files}), spill);
  } finally {
    remove();
  }
}

/** In the store; where that may only be read, in the folder for temporary files, closed to others. */
function makeSpillFolder({folder}: StorePaths): {readonly path: string; remove(): void} {
  if (mayWrite(folder)) {
    const ownName = `spill-${randomUUID()}`;
    const remove = (): void => deleteOwn(folder, ownForms.spill, (name) => name === ownName);
    return {path: join(folder, ownName), remove};
  }
  const path = mkdtempSync(join(realpathSync(tmpdir()), "broadsheet-spill-"));
  const clear = (): void => rmSync(path, {recursive: true, force: true, maxRetries: 20, retryDelay: 10});
  process.once("exit", clear);
  return {
    path,
    remove() {
      process.off("exit", clear);
      clear();
    },
  };
}
