import {randomBytes} from "node:crypto";
import {UserError} from "../../base/error.ts";
import type {Attendance, Progress} from "../../operations/listener.ts";
import type {Notice} from "../../operations/notice.ts";
import {refusal} from "../fault.ts";
import type {JobNote, JobNotes} from "./job-notes.ts";

/** What becomes of a job. `interrupted`: its desk ended before it did. */
export type JobState = "waiting" | "running" | "done" | "failed" | "stopped" | "interrupted";

/** What a job is to do. */
export interface JobRequest {
  /** What is done, in the language of the desk. */
  readonly title: string;
  /** Who has begun it: the id of a person. */
  readonly by: string;
  /** What that person is called, for others who may see it. */
  readonly byName?: string;
  /** Gives the path where its outcome is seen. */
  readonly run: (attendance: Required<Attendance>) => Promise<{readonly to: string}>;
}

/** Long work that goes on while its page is looked at. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  /** Null where nobody said it. */
  readonly byName: string | null;
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
  /** Forgets one that has ended. */
  readonly forget: (id: string) => void;
  /** Resolves when something about it changes, or at once where it has ended. */
  readonly changed: (id: string, signal: AbortSignal) => Promise<void>;
  /** Stops all, and resolves when they have ended. */
  readonly end: () => Promise<void>;
}

/** How many work at a time, wait, and are remembered. */
const mostAtOnce = 2;
const mostWaiting = 20;
/** Of one person: whoever opens a page after the other keeps nobody else from working. */
const mostWaitingOfOne = 10;
const mostKept = 200;
const mostNotices = 200;

interface Kept {
  job: Job;
  readonly request: JobRequest;
  readonly stopping: AbortController;
  readonly watchers: Set<() => void>;
  work: Promise<void> | null;
}

const endStates: ReadonlySet<JobState> = new Set(["done", "failed", "stopped", "interrupted"]);

const nothingYet = {progress: null, holder: null, notices: [], fault: null, to: null} as const;

/** With one more; where there are too many, one that says of an input that all is well makes room for it. */
function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  if (notices.length < mostNotices) return [...notices, notice];
  const place = notices.findIndex((one) => one.about === "input" && one.result.fault === null);
  return place === -1 ? notices : [...notices.toSpliced(place, 1), notice];
}

/** Is there nothing more to come of it? */
export function hasEnded({state}: Job): boolean {
  return endStates.has(state);
}

/**
 * The jobs of one desk. They live as long as its process; those that were cut off with it are told by the next.
 *
 * @param onBug Told of what failed without being a fault that a person can repair.
 * @param notes Where is noted what has not ended, so that the next desk knows what was cut off.
 */
export function openJobs(onBug: (fault: unknown, title: string) => void, notes: JobNotes | null = null): Jobs {
  let isEnding = false;
  const kept = new Map<string, Kept>(notes?.read().map((note) => [note.id, interrupted(note)]));
  const note = (): void => {
    const open = [...kept.values()].filter(({job}) => !hasEnded(job) || job.state === "interrupted");
    notes?.write(open.map(({job: {id, title, by, byName}}) => ({id, title, by, byName})));
  };
  const change = (one: Kept, changes: Partial<Job>): void => {
    one.job = {...one.job, ...changes};
    if (changes.state !== undefined && hasEnded(one.job)) note();
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
        change(one, {notices: withNotice(one.job.notices, notice)});
      },
    };
    try {
      const {to} = await one.request.run({listener, signal});
      change(one, {state: "done", to, holder: null});
    } catch (fault) {
      if (!(fault instanceof UserError)) onBug(fault, one.request.title);
      // What was stopped with the desk was stopped by nobody, and is told by the next.
      change(one, {state: isEnding ? "interrupted" : signal.aborted ? "stopped" : "failed", fault, holder: null});
    }
    next();
  };
  const next = (): void => {
    while (isIn("running").length < mostAtOnce) {
      const [waiting, busy] = [isIn("waiting"), new Set(isIn("running").map(({job}) => job.by))];
      // The longest waiting, but of somebody for whom nothing is being done before anybody's second.
      const one = waiting.find(({job}) => !busy.has(job.by)) ?? waiting[0];
      if (one === undefined) break;
      one.work = carryOut(one);
    }
    const ended = [...kept.values()].filter(({job}) => hasEnded(job));
    for (const {job} of ended.slice(0, Math.max(0, ended.length - mostKept))) kept.delete(job.id);
  };

  return {
    start: (request) => {
      const waiting = isIn("waiting");
      const own = waiting.filter(({job}) => job.by === request.by);
      if (waiting.length >= mostWaiting || own.length >= mostWaitingOfOne) {
        throw refusal("BUSY", "too much is waiting to be done");
      }
      const id = randomBytes(9).toString("base64url");
      const {title, by, byName = null} = request;
      const one: Kept = {
        ...{job: {id, title, by, byName, state: "waiting", ...nothingYet}, request, work: null},
        ...{stopping: new AbortController(), watchers: new Set<() => void>()},
      };
      kept.set(id, one);
      note();
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
    forget: (id) => {
      const one = kept.get(id);
      if (one === undefined || !hasEnded(one.job)) return;
      kept.delete(id);
      note();
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
      isEnding = true;
      for (const one of isIn("waiting")) change(one, {state: "interrupted"});
      for (const {job, stopping} of kept.values()) if (!hasEnded(job)) stopping.abort();
      await Promise.all([...kept.values()].map(({work}) => work));
    },
  };
}

function interrupted(note: JobNote): Kept {
  const run = () => Promise.reject(new Error("it has ended"));
  return {
    ...{job: {...note, state: "interrupted", ...nothingYet}, request: {...note, byName: note.byName ?? "", run}},
    ...{stopping: new AbortController(), watchers: new Set<() => void>(), work: null},
  };
}
