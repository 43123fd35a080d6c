import {randomUUID} from "node:crypto";
import {join} from "node:path";
import {deleteOwn, ownForms} from "../base/own-files.ts";
import {DuckDbEngine} from "../engine/duckdb.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {memoryFor} from "./memory.ts";
import type {OpenIntake} from "./open-intake.ts";

/** Has a folder for what engines spill, for as long as `use` takes. */
export async function withSpill<T>(
  {store, config}: Workspace,
  use: (openReader: OpenIntake["openReader"], spill: string) => Promise<T>,
): Promise<T> {
  const ownName = `spill-${randomUUID()}`;
  const spill = join(store.folder, ownName);
  try {
    const reach = {folders: [store.facts, store.work], memoryBytes: memoryFor(config)};
    return await use((files) => DuckDbEngine.open(spill, {...reach, files}), spill);
  } finally {
    deleteOwn(store.folder, ownForms.spill, (name) => name === ownName);
  }
}
