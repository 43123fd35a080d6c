import {existsSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import type {DuckDbEngine} from "../engine/duckdb.ts";
import type {Catalogue} from "../workspace/catalogue.ts";
import type {StorePaths} from "../workspace/workspace.ts";
import {readHead} from "./head.ts";
import {type IntakeContext, ingestInput, type Outcome} from "./ingest-input.ts";
import {readerMacros} from "./reader-sql.ts";
import type {AskedSource} from "./sources.ts";

/** What became of an input, or why nothing of it counts. */
export type Result =
  | {readonly source: AskedSource; readonly outcome: Outcome; readonly fault: null}
  | {readonly source: AskedSource; readonly outcome: null; readonly fault: UserError};

/** How far an ingest is. */
export interface Progress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly inputsRead: number;
  readonly inputs: number;
}

/** What an ingest tells while it goes on. */
export interface Listener {
  onProgress(progress: Progress): void;
  onResult(result: Result): void;
}

/** Packed files keep one core busy each; more at once than cores would only take memory. */
const inputsAtOnce = 2;

/**
 * Reads inputs into a workspace whose lock is held. One that cannot be read does not keep the others from being read.
 *
 * @throws {UserError} DISK_FULL and the like, that would stop every input.
 */
export async function ingest(
  sources: readonly AskedSource[],
  context: IntakeContext,
  listener: Listener,
): Promise<Result[]> {
  clearLeftovers(context.workspace.store, context.catalogue);
  for (const macro of readerMacros) await context.engine.run(macro);
  const waiting = sources.entries();
  const results: Result[] = [];
  const state = {bytesRead: 0, heads: new Map<string, Promise<unknown>>()};
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const running = new Map<AskedSource, DuckDbEngine>();
  const tell = (): void => {
    const under = [...running].reduce((sum, [source, engine]) => sum + source.bytes * engine.shareDone, 0);
    listener.onProgress({
      bytesRead: state.bytesRead + under,
      bytes,
      inputsRead: results.length,
      inputs: sources.length,
    });
  };
  const timer = setInterval(tell, 200);
  const work = async (): Promise<void> => {
    const engine = await context.engine.beside();
    for (const [index, source] of waiting) {
      running.set(source, engine);
      const result = await readOne(source, {...context, engine}, state.heads);
      running.delete(source);
      results[index] = result;
      state.bytesRead += source.bytes;
      listener.onResult(result);
    }
    engine.close();
  };
  try {
    await Promise.all(Array.from({length: Math.min(inputsAtOnce, sources.length)}, work));
  } finally {
    clearInterval(timer);
  }
  return results;
}

async function readOne(
  source: AskedSource,
  context: IntakeContext,
  heads: Map<string, Promise<unknown>>,
): Promise<Result> {
  try {
    const head = await readHead(source.path);
    // Two files with one beginning may be one file twice: the second waits for what the first turns out to be.
    const before = heads.get(head.mark);
    const mine = Promise.resolve(before).then(
      () => ingestInput(source, head, context),
      () => ingestInput(source, head, context),
    );
    heads.set(head.mark, mine);
    return {source, outcome: await mine, fault: null};
  } catch (fault) {
    if (fault instanceof UserError && fault.code.startsWith("INPUT_")) return {source, outcome: null, fault};
    throw fault;
  }
}

/** Takes away what ingests that were killed have left: files that no row of the catalogue counts. */
function clearLeftovers(store: StorePaths, catalogue: Catalogue): void {
  for (const name of readdirSync(store.work)) rmSync(join(store.work, name), {recursive: true, force: true});
  const counted = catalogue.files();
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(store.facts)) {
    // A report that began before may still read a file that was replaced since: those go an hour later.
    const path = join(store.facts, name);
    if (!counted.has(name) && existsSync(path) && statSync(path).mtimeMs < hourAgo) rmSync(path, {force: true});
  }
}
