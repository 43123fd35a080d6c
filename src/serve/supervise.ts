import {type ChildProcess, spawn} from "node:child_process";

/** A part of what is served, as a process of its own. */
export interface ServedPart {
  readonly name: string;
  /** The program and its words. */
  readonly command: string;
  readonly args: readonly string[];
  /** Where what it was refused for may be mended by itself: something that changes with it. Undefined where it may not. */
  readonly stamp?: () => string;
}

/** Told of what happens to the parts. */
export interface SupervisorListener {
  /** It has ended by itself, and is started again after so many milliseconds. */
  readonly died: (name: string, how: string, againInMs: number) => void;
  /** It cannot begin, and has said why; it is tried again once what it reads has changed. */
  readonly waits: (name: string) => void;
}

/** How soon one that has died is started again, and how often what may have been mended is looked at. */
export interface SupervisorPace {
  readonly firstMs: number;
  readonly longestMs: number;
  /** One that has lived so long begins with the shortest wait again. */
  readonly settledMs: number;
  readonly lookEveryMs: number;
}

const usualPace: SupervisorPace = {firstMs: 500, longestMs: 30_000, settledMs: 60_000, lookEveryMs: 5000};

/** Ended by a person's mistake that it has told: it would end the same way again. */
const refusedCodes: ReadonlySet<number> = new Set([2, 3]);

/**
 * Keeps parts running until it is told to end: one that dies is started again, later each time; the end is passed on, and waited for.
 *
 * A part ends, too, when this process does, however it ends: its standard input is a pipe that closes then.
 *
 * @param env Of the parts.
 * @returns The exit status: 0, or that of a part that was refused and cannot be waited for.
 */
export async function supervise(
  parts: readonly ServedPart[],
  env: Readonly<Record<string, string | undefined>>,
  end: AbortSignal,
  listener: SupervisorListener,
  pace: SupervisorPace = usualPace,
): Promise<number> {
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  end.addEventListener("abort", stop, {once: true});
  if (end.aborted) stop();
  const statuses = await Promise.all(
    parts.map(async (part) => {
      const status = await keep(part, env, ending.signal, listener, pace);
      // Nobody asked for half of it.
      if (status !== 0) stop();
      return status;
    }),
  );
  end.removeEventListener("abort", stop);
  return statuses.find((status) => status !== 0) ?? 0;
}

async function keep(
  part: ServedPart,
  env: Readonly<Record<string, string | undefined>>,
  end: AbortSignal,
  listener: SupervisorListener,
  {firstMs, longestMs, settledMs, lookEveryMs}: SupervisorPace,
): Promise<number> {
  let waitMs = firstMs;
  while (!end.aborted) {
    const stamp = part.stamp?.();
    const began = performance.now();
    const {code, how} = await runOnce(part, env, end);
    if (end.aborted) break;
    if (code !== null && refusedCodes.has(code)) {
      if (part.stamp === undefined) return code;
      listener.waits(part.name);
      while (!end.aborted && part.stamp() === stamp) await pause(lookEveryMs, end);
      continue;
    }
    if (performance.now() - began > settledMs) waitMs = firstMs;
    listener.died(part.name, how, waitMs);
    await pause(waitMs, end);
    waitMs = Math.min(waitMs * 2, longestMs);
  }
  return 0;
}

function runOnce(
  {command, args}: ServedPart,
  env: Readonly<Record<string, string | undefined>>,
  end: AbortSignal,
): Promise<{readonly code: number | null; readonly how: string}> {
  // A group of its own: what a terminal tells all of its processes is passed on once.
  const child: ChildProcess = spawn(command, args, {
    stdio: ["pipe", "inherit", "inherit"],
    env: {...env},
    detached: true,
  });
  // A part that ends before it has read of it.
  child.stdin?.on("error", () => {});
  const passOn = (): void => void child.kill("SIGTERM");
  end.addEventListener("abort", passOn, {once: true});
  return new Promise((done) => {
    const over = (code: number | null, how: string): void => {
      end.removeEventListener("abort", passOn);
      done({code, how});
    };
    child.once("error", (fault) => over(null, String(fault)));
    child.once("exit", (code, signal) => over(code, signal ?? `status ${code}`));
  });
}

function pause(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const over = (): void => {
      clearTimeout(timer);
      end.removeEventListener("abort", over);
      done();
    };
    const timer = setTimeout(over, ms);
    end.addEventListener("abort", over, {once: true});
    if (end.aborted) over();
  });
}
