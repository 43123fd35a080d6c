import {randomBytes} from "node:crypto";
import {UserError} from "../../base/error.ts";
import type {Attendance, Progress} from "../../operations/listener.ts";
import type {Notice} from "../../operations/notice.ts";
import {refusal} from "../fault.ts";

/** What becomes of a job. */
export type JobState = "waiting" | "running" | "done" | "failed" | "stopped";

/** What a job is to do. */
export interface JobRequest {
  /** What is done, in the language of the desk. */
  readonly title: string;
  /** Who has begun it: the id of a person. */
  readonly by: string;
  /** Gives the path where its outcome is seen. */
  readonly run: (attendance: Required<Attendance>) => Promise<{readonly to: string}>;
}

/** Long work that goes on while its page is looked at. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly state: JobState;
  readonly progress: Progress | null;
  /** Who holds the workspace meanwhile; null where nobody is waited for. */
  readonly holder: string | null;
  readonly notices: readonly Notice[];
  /** Why it failed. */
  readonly fault: unknown;
  /** Where its outcome is seen; null until it is done. */
  readonly to: string | null;
}

/** The long work of the desk: two at a time, the others wait. */
export interface Jobs {
  /** @throws {ServedFault} BUSY where too many wait already. */
  readonly start: (request: JobRequest) => Job;
  /** As it is now; undefined where there is none of that id. */
  readonly job: (id: string) => Job | undefined;
  /** The newest first. */
  readonly all: () => readonly Job[];
  /** Stops it; what it has done stays as its work leaves it. */
  readonly stop: (id: string) => void;
  /** Resolves when something about it changes, or at once where it has ended. */
  readonly changed: (id: string, signal: AbortSignal) => Promise<void>;
  /** Stops all, and resolves when they have ended. */
  readonly end: () => Promise<void>;
}

/** How many work at a time, wait, and are remembered. */
const mostAtOnce = 2;
const mostWaiting = 20;
const mostKept = 200;
const mostNotices = 200;

interface Kept {
  job: Job;
  readonly request: JobRequest;
  readonly stopping: AbortController;
  readonly watchers: Set<() => void>;
  work: Promise<void> | null;
}

const endStates: ReadonlySet<JobState> = new Set(["done", "failed", "stopped"]);

/** Is there nothing more to come of it? */
export function hasEnded({state}: Job): boolean {
  return endStates.has(state);
}

/**
 * The jobs of one desk. They live as long as its process.
 *
 * @param onBug Told of what failed without being a fault that a person can repair.
 */
export function openJobs(onBug: (fault: unknown, title: string) => void): Jobs {
  const kept = new Map<string, Kept>();
  const change = (one: Kept, changes: Partial<Job>): void => {
    one.job = {...one.job, ...changes};
    for (const told of [...one.watchers]) told();
  };
  const isIn = (state: JobState) => [...kept.values()].filter(({job}) => job.state === state);

  const carryOut = async (one: Kept): Promise<void> => {
    change(one, {state: "running"});
    const {signal} = one.stopping;
    const listener = {
      progress: (progress: Progress) => change(one, {progress, holder: null}),
      waiting: (holder: string) => change(one, {holder}),
      notice: (notice: Notice) => {
        if (one.job.notices.length < mostNotices) change(one, {notices: [...one.job.notices, notice]});
      },
    };
    try {
      const {to} = await one.request.run({listener, signal});
      change(one, {state: "done", to, holder: null});
    } catch (fault) {
      if (!(fault instanceof UserError)) onBug(fault, one.request.title);
      change(one, {state: signal.aborted ? "stopped" : "failed", fault, holder: null});
    }
    next();
  };
  const next = (): void => {
    for (const one of isIn("waiting").slice(0, Math.max(0, mostAtOnce - isIn("running").length))) {
      one.work = carryOut(one);
    }
    const ended = [...kept.values()].filter(({job}) => hasEnded(job));
    for (const {job} of ended.slice(0, Math.max(0, ended.length - mostKept))) kept.delete(job.id);
  };

  return {
    start: (request) => {
      if (isIn("waiting").length >= mostWaiting) throw refusal("BUSY", "too much is waiting to be done");
      const id = randomBytes(9).toString("base64url");
      const {title, by} = request;
      const job = {id, title, by, state: "waiting", progress: null, holder: null, notices: [], fault: null, to: null};
      const one: Kept = {
        ...{job: job as Job, request, stopping: new AbortController(), watchers: new Set<() => void>(), work: null},
      };
      kept.set(id, one);
      next();
      return one.job;
    },
    job: (id) => kept.get(id)?.job,
    all: () => [...kept.values()].map(({job}) => job).reverse(),
    stop: (id) => {
      const one = kept.get(id);
      if (one === undefined || hasEnded(one.job)) return;
      one.stopping.abort();
      if (one.job.state === "waiting") change(one, {state: "stopped"});
    },
    changed: (id, signal) => {
      const one = kept.get(id);
      if (one === undefined || hasEnded(one.job) || signal.aborted) return Promise.resolve();
      return new Promise((done) => {
        const told = (): void => {
          one.watchers.delete(told);
          signal.removeEventListener("abort", told);
          done();
        };
        one.watchers.add(told);
        signal.addEventListener("abort", told);
      });
    },
    end: async () => {
      for (const {job, stopping} of kept.values()) if (!hasEnded(job)) stopping.abort();
      for (const one of isIn("waiting")) change(one, {state: "stopped"});
      await Promise.all([...kept.values()].map(({work}) => work));
    },
  };
}
