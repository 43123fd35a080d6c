import {randomUUID} from "node:crypto";
import {mkdtempSync, realpathSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {onStop} from "../../base/ending/stopping.ts";
import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {deleteOwn, ownForms} from "../../base/own-files.ts";
import {DuckDbEngine} from "../../engine/duckdb/engine.ts";
import {mayWrite} from "../../workspace/may-write.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";
import type {OpenIntake} from "./intake.ts";
import {memoryFor} from "./memory.ts";
import type {Store} from "./store.ts";

/** Has a folder for what engines spill, for as long as `use` takes; engines that are opened stop when the signal says so. */
export async function withSpill<T>(
  store: Store,
  signal: AbortSignal | undefined,
  use: (openReader: OpenIntake["openReader"], spill: string) => Promise<T>,
): Promise<T> {
  const {store: paths} = store.workspace;
  const {path: spill, remove} = makeSpillFolder(paths);
  const reach = {folders: [paths.facts, paths.work], memoryBytes: memoryFor(store)};
  const opened = new Set<DuckDbEngine>();
  const letGo = onStop(signal, () => {
    for (const engine of opened) engine.stop();
  });
  try {
    return await use(async (files) => {
      const engine = await DuckDbEngine.open(spill, {...reach, files});
      opened.add(engine);
      if (signal?.aborted) engine.stop();
      return engine;
    }, spill);
  } finally {
    letGo();
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
  const done = removeAtEnd(clear);
  return {
    path,
    remove() {
      done();
      clear();
    },
  };
}
