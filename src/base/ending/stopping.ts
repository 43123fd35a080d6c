import {advise} from "../advice.ts";
import {UserError} from "../error.ts";

/** The fault of work that was stopped from outside, before it was done. */
export function stopped(what = "the work was stopped before it was done"): UserError {
  return new UserError("ABORTED", what, advise("go-on"));
}

/**
 * May the work go on?
 *
 * @throws {UserError} ABORTED
 */
export function checkRunning(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted) throw stopped();
}

/** Was the work stopped from outside? What Node stopped for it says so in its own way. */
export function isStopped(fault: unknown): boolean {
  return (fault instanceof UserError && fault.code === "ABORTED") || (fault as Error | null)?.name === "AbortError";
}

/**
 * Does something that can be stopped, and says in one sentence what was done where it is.
 *
 * @param say What was done, and what was not. No full stop.
 * @throws {UserError} ABORTED, and whatever `act` throws
 */
export async function untilStopped<T>(
  signal: AbortSignal | undefined,
  say: () => string,
  act: () => Promise<T>,
): Promise<T> {
  checkRunningAs(signal, say);
  try {
    return await act();
  } catch (fault) {
    throw isStopped(fault) ? stopped(say()) : fault;
  }
}

function checkRunningAs(signal: AbortSignal | undefined, say: () => string): void {
  if (signal?.aborted) throw stopped(say());
}

/** Calls `stop` when the work is to stop; at once, where it is to stop already. @returns Lets go of it. */
export function onStop(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, {once: true});
  return () => signal?.removeEventListener("abort", stop);
}
