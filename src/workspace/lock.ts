import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {DatabaseSync} from "node:sqlite";
import {setTimeout as sleep} from "node:timers/promises";
import {advise} from "../base/advice.ts";
import {stopped} from "../base/ending/stopping.ts";
import {UserError} from "../base/error.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {holderNote, type StorePaths} from "./workspace-files.ts";

/** The right to add to a workspace. It ends with `release`, and with the process however that ends. */
export interface IngestLock {
  release(): void;
}

/**
 * Takes the right to add to a workspace; one process at a time has it.
 *
 * @param options `wait`: seconds to wait for another to finish. `onWait`: told once, who holds it, before waiting.
 * @throws {UserError} WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL or ABORTED
 */
export async function lockWorkspace(
  store: StorePaths,
  who: string,
  options: {wait: number; onWait: (holder: string) => void; signal?: AbortSignal | undefined},
): Promise<IngestLock> {
  // SQLite's lock is the operating system's: it cannot be left behind by a process that was killed.
  const database = openLock(store);
  const note = holderNote(store);
  const until = performance.now() + options.wait * 1000;
  for (let tries = 0; ; tries++) {
    if (tryLock(database, store)) break;
    const holder = holderOf(note);
    if (performance.now() >= until) {
      database.close();
      throw new UserError("WORKSPACE_BUSY", `the workspace is held by ${holder}`, advise("wait-longer"), store.folder);
    }
    if (tries === 0) options.onWait(holder);
    await sleep(100);
    if (options.signal?.aborted) {
      database.close();
      throw stopped();
    }
  }
  try {
    rmSync(note, {force: true});
    writeFileSync(note, who, {mode: 0o600, flag: "wx"});
  } catch (cause) {
    database.close();
    throw asWriteFault(cause, note) ?? cause;
  }
  return {
    release() {
      rmSync(note, {force: true});
      database.close();
    },
  };
}

/**
 * Does something to what was published that one process at a time may do; others wait for a moment.
 *
 * @param who Who does it, as one that waits in vain is told.
 * @throws {UserError} WORKSPACE_BUSY, WORKSPACE_DENIED or DISK_FULL
 */
export async function whilePublishing<T>(store: StorePaths, who: string, act: () => T): Promise<T> {
  const held = await lockWorkspace({...store, lock: store.publishing}, who, {wait: 60, onWait: () => {}});
  try {
    return act();
  } finally {
    held.release();
  }
}

/**
 * Does something to a file that people edit, which one process at a time may do; others wait for a moment.
 *
 * @param who Who does it, as one that waits in vain is told.
 * @throws {UserError} WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL or ABORTED
 */
export async function whileEditing<T>(
  store: StorePaths,
  who: string,
  {onWait = () => {}, signal}: {readonly onWait?: (holder: string) => void; readonly signal?: AbortSignal | undefined},
  act: () => T | Promise<T>,
): Promise<T> {
  const held = await lockWorkspace({...store, lock: store.editing}, who, {wait: 60, onWait, signal});
  try {
    return await act();
  } finally {
    held.release();
  }
}

function openLock({lock}: StorePaths): DatabaseSync {
  try {
    return new DatabaseSync(lock);
  } catch (cause) {
    throw asWriteFault(cause, lock) ?? cause;
  }
}

function tryLock(database: DatabaseSync, {lock}: StorePaths): boolean {
  try {
    database.exec("begin exclusive");
    return true;
  } catch (fault) {
    if (/locked|busy/i.test((fault as Error).message)) return false;
    database.close();
    throw asWriteFault(fault, lock) ?? fault;
  }
}

function holderOf(note: string): string {
  const unnamed = "another ingest";
  try {
    // Between the making of the note and its writing there is nothing in it.
    return readFileSync(note, "utf8") || unnamed;
  } catch {
    return unnamed;
  }
}
