import {checkRunning} from "../base/ending/stopping.ts";
import type {UserError} from "../base/error.ts";
import {asWriteFault} from "../base/write-fault.ts";
import type {FactStore} from "../engine/fact-store.ts";
import {type OpeningPlace, openSource, withoutLog} from "./archives/open.ts";
import {type Head, readHead} from "./bytes/head.ts";
import type {IntakeContext, Outcome} from "./commit.ts";
import {ingestInput} from "./input.ts";
import {SketchBook} from "./overlap/sketch.ts";
import {ChunkPool} from "./scanner/pool.ts";
import {Overtaken} from "./shared/store.ts";
import type {AskedSource, SourceFinding} from "./sources.ts";

/** What became of an input, or why nothing of it counts. */
export type Result =
  | {readonly source: AskedSource; readonly outcome: Outcome; readonly fault: null}
  | {readonly source: AskedSource; readonly outcome: null; readonly fault: UserError};

/** How far an ingest is. */
export interface IntakeProgress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly inputsRead: number;
  readonly inputs: number;
}

/** What an ingest tells while it goes on. */
export interface IntakeListener {
  onProgress(progress: IntakeProgress): void;
  onResult(result: Result): void;
}

/** Packed files keep one core busy each; more at once than cores would only take memory. */
const inputsAtOnce = 2;

/**
 * Reads inputs into a workspace whose lock is held and whose leftovers are cleared. One that cannot be read does not keep the others from being read.
 *
 * @throws {UserError} DISK_FULL and the like, that would stop every input; ABORTED where the signal says so.
 */
export async function ingest(
  sources: readonly AskedSource[],
  given: Omit<IntakeContext, "pool" | "sketches" | "before">,
  listener: IntakeListener,
): Promise<Result[]> {
  const results: Result[] = [];
  const state = {bytesRead: 0, inputsRead: 0, told: 0, isOver: false};
  const {config, store} = given.workspace;
  const waiting = inputsIn(sources, {work: store.work, limits: config.unpacking});
  const turns = new Turns();
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const pool = new ChunkPool({key: given.workspace.key, query: given.reading.query}, bytes, inputsAtOnce);
  const context = {...given, pool, sketches: new SketchBook()};
  let before: Promise<unknown> = Promise.resolve();
  const running = new Map<AskedSource, FactStore>();
  const tell = (): void => {
    const under = [...running].reduce((sum, [source, engine]) => sum + source.bytes * engine.shareDone, 0);
    const {bytesRead, inputsRead} = state;
    listener.onProgress({bytesRead: bytesRead + under, bytes, inputsRead, inputs: sources.length});
  };
  const timer = setInterval(tell, 200);
  const work = async (): Promise<void> => {
    const engine = await context.engine.beside();
    try {
      for (let next = await waiting.next(); !next.done && !state.isOver; next = await waiting.next()) {
        checkRunning(given.signal);
        const {place, asked, source, fault} = next.value;
        running.set(source, engine);
        state.inputsRead = asked;
        const reading = fault
          ? Promise.resolve({source, outcome: null, fault})
          : readOne(source, {...context, engine, before}, turns).finally(() => source.archive && source.close?.());
        before = Promise.allSettled([before, reading]);
        results[place] = await reading;
        running.delete(source);
        state.bytesRead += source.bytes;
        // Told in the order in which they were named, whichever was done first.
        for (; results[state.told]; state.told++) listener.onResult(results[state.told]!);
      }
    } catch (fault) {
      state.isOver = true;
      throw fault;
    } finally {
      await engine.close();
    }
  };
  // What one cannot go on with, the other is let finish: nothing is at work in the store when this is over.
  const ends = await Promise.allSettled(Array.from({length: Math.min(inputsAtOnce, sources.length)}, work));
  clearInterval(timer);
  await waiting.return();
  await context.pool.close();
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) {
    // One may have been done after one that was not: it counts, and is told.
    for (const result of results.slice(state.told)) if (result) listener.onResult(result);
    throw failed.reason;
  }
  const empty = archivesWithoutLog(results);
  for (const result of empty) listener.onResult(result);
  return [...results, ...empty];
}

/** An input that is to be read, or why it cannot be. */
interface WaitingInput extends SourceFinding {
  /** Its place among all inputs, and that of the source that it was asked for as. */
  readonly place: number;
  readonly asked: number;
}

/** What there is to read, in order: the files themselves, and those that are in archives. */
async function* inputsIn(sources: readonly AskedSource[], opening: OpeningPlace): AsyncGenerator<WaitingInput, void> {
  let place = 0;
  for (const [asked, source] of sources.entries()) {
    for await (const finding of openSource(source, opening)) yield {...finding, asked, place: place++};
  }
}

/** A result for each archive in which there is nothing but other things. */
function archivesWithoutLog(results: readonly Result[]): Result[] {
  const byArchive = Map.groupBy(results, ({source}) => source.archive?.source);
  return [...byArchive].flatMap(([source, within]) => {
    const {archive} = within[0]!.source;
    const isEmpty = source !== undefined && within.every(({fault}) => fault?.code === "INPUT_NOT_A_LOG");
    return isEmpty ? [{source, outcome: null, fault: withoutLog(archive!)}] : [];
  });
}

/** Two files with one beginning may be one file twice: the second waits for what the first turns out to be. */
class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  #heads: Promise<unknown> = Promise.resolve();

  /** Beginnings are read one after the other: of two files with the same lines the first named is the one that counts. */
  readInTurn(source: AskedSource, key: string): Promise<Head> {
    const mine = this.#heads.then(() => readHead(source, key));
    this.#heads = mine.catch(() => {});
    return mine;
  }

  take<T>({mark, isOpen}: Head, read: () => Promise<T>): Promise<T> {
    // A beginning that is not written to its end may be that of any file.
    const before = isOpen ? [...this.#last.values()] : [this.#last.get(mark), this.#last.get(anyMark)];
    const mine = Promise.allSettled(before).then(read);
    if (isOpen) this.#last.clear();
    this.#last.set(isOpen ? anyMark : mark, mine);
    return mine;
  }
}

const anyMark = "";

async function readOne(source: AskedSource, context: IntakeContext, turns: Turns): Promise<Result> {
  try {
    const head = await turns.readInTurn(source, context.workspace.key);
    return {source, outcome: await turns.take(head, () => ingestAgain(source, head, context)), fault: null};
  } catch (cause) {
    const fault = asWriteFault(cause, context.workspace.store.folder);
    if (fault?.code.startsWith("INPUT_")) return {source, outcome: null, fault};
    throw fault ?? cause;
  }
}

/** Reads an input, and again for as long as other machines are faster with a file that begins alike. */
async function ingestAgain(source: AskedSource, head: Head, context: IntakeContext): Promise<Outcome> {
  for (;;) {
    try {
      return await ingestInput(source, head, context);
    } catch (fault) {
      if (!(fault instanceof Overtaken)) throw fault;
    }
  }
}
