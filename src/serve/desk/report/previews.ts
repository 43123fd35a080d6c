import {setTimeout as sleep} from "node:timers/promises";
import {stopped} from "../../../base/ending/stopping.ts";
import {sha256} from "../../../base/sha256.ts";
import type {Attendance} from "../../../operations/listener.ts";
import {reportsRestOn} from "../../../operations/report/rests-on.ts";
import type {Store} from "../../../operations/store/store.ts";
import type {Desk, Visitor} from "../desk.ts";
import {deskMemory} from "../desk-memory.ts";
import {beginOnce} from "../jobs/begin.ts";
import {hasEnded, type Job} from "../jobs.ts";

/** What is made at some cost from a workspace as it is now, and kept for as long as it is so. */
export interface Costly<T> {
  /** What is made, with what it is made by; the same name gives the same. */
  readonly name: string;
  /** What is done, as the page of the job says. */
  readonly title: string;
  /** Where it is seen. */
  readonly to: string;
  readonly make: (store: Store, attendance: Attendance) => Promise<T>;
}

/** It is there, or it is being made by a job. */
export type MadeOnce<T> =
  | {readonly kind: "made"; readonly value: T; readonly key: string}
  | {readonly kind: "making"; readonly job: Job};

/** So many are kept; a report of a year has some megabytes. */
const mostKept = 24;
/** How long a page waits before it says that something is being made. */
const patienceMs = 6000;

const keptOf = deskMemory(() => new Map<string, unknown>());

/**
 * Something that takes long, made by a job of the desk, of which two run at a time; kept by what it was made of, so that a second look
 * takes a moment. Whoever asks waits for some seconds.
 *
 * @throws what making it throws; {ServedFault} BUSY where too much waits already.
 */
export async function makeOnce<T>(
  desk: Desk,
  visitor: Visitor,
  {name, title, to, make}: Costly<T>,
  signal: AbortSignal,
): Promise<MadeOnce<T>> {
  const values = keptOf(desk);
  const store = desk.store();
  const key = sha256(JSON.stringify([await reportsRestOn(store), name]));
  const found = (): MadeOnce<T> | null =>
    values.has(key) ? {kind: "made", value: values.get(key) as T, key: key.slice(0, 32)} : null;
  const known = found();
  if (known !== null) {
    // The one that was looked at last is let go last.
    const value = values.get(key);
    values.delete(key);
    values.set(key, value);
    return known;
  }
  const run = async (attendance: Attendance): Promise<{readonly to: string}> => {
    values.set(key, await make(store, attendance));
    for (const oldest of values.keys()) if (values.size > mostKept) values.delete(oldest);
    return {to};
  };
  const job = beginOnce(desk, visitor, key, {title, run});
  const late = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  for (let now: Job | undefined = job; now !== undefined && !late.aborted; now = desk.jobs.job(job.id)) {
    if (hasEnded(now)) break;
    await Promise.race([desk.jobs.changed(job.id, late), sleep(500)]);
  }
  const ended = desk.jobs.job(job.id) ?? job;
  // One that somebody stopped is not begun again by a page that asks by itself.
  if (ended.state === "failed" || ended.state === "stopped") throw ended.fault ?? stopped();
  return found() ?? {kind: "making", job: ended};
}
