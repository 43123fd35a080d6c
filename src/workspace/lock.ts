import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {DatabaseSync} from "node:sqlite";
import {setTimeout as sleep} from "node:timers/promises";
import {advise, type Help} from "../base/advice.ts";
import {stopped} from "../base/ending/stopping.ts";
import {UserError} from "../base/error.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {holderNote, type StorePaths} from "./workspace-files.ts";

/** The right to add to a workspace. It ends with `release`, and with the process however that ends. */
export interface IngestLock {
  release(): void;
}

interface LockOptions {
  /** Seconds to wait for another to finish. */
  readonly wait: number;
  /** Told once, who holds it, before waiting. */
  readonly onWait: (holder: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** What to try where it was waited for in vain; that it may be waited for longer where it is left out. */
  readonly help?: Help;
}

/**
 * Takes the right to add to a workspace; one process at a time has it.
 *
 * @throws {UserError} WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL or ABORTED
 */
export async function lockWorkspace(store: StorePaths, who: string, options: LockOptions): Promise<IngestLock> {
  // SQLite's lock is the operating system's: it cannot be left behind by a process that was killed.
  const database = openLock(store);
  const note = holderNote(store);
  const until = performance.now() + options.wait * 1000;
  for (let tries = 0; ; tries++) {
    if (tryLock(database, store)) break;
    const holder = holderOf(note);
    if (performance.now() >= until) {
      database.close();
      const help = options.help ?? advise("wait-longer");
      throw new UserError("WORKSPACE_BUSY", `the workspace is held by ${holder}`, help, store.folder);
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

/**
 * Builds the public archive, which one process of a workspace at a time does; others wait until it is done.
 *
 * Where there is no store, or none that may be written, nobody is waited for.
 *
 * @throws {UserError} WORKSPACE_BUSY after ten minutes; WORKSPACE_DAMAGED where the lock is a link; ABORTED
 */
export async function whileBuilding<T>(
  store: StorePaths,
  {onWait = () => {}, signal}: {readonly onWait?: (holder: string) => void; readonly signal?: AbortSignal | undefined},
  act: () => Promise<T>,
): Promise<T> {
  const lock = {...store, lock: store.building};
  refuseLinks([store.folder, lock.lock, holderNote(lock)]);
  const options = {wait: 600, onWait, signal, help: "wait until it is done, and build again"};
  const held = existsSync(store.folder) ? await lockWorkspace(lock, "site build", options).catch(unlessReadOnly) : null;
  try {
    return await act();
  } finally {
    held?.release();
  }
}

function unlessReadOnly(fault: unknown): null {
  if (fault instanceof UserError && (fault.code === "WORKSPACE_DENIED" || fault.code === "DISK_FULL")) return null;
  throw fault;
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
