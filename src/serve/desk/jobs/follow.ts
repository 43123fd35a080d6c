import {setTimeout as after} from "node:timers/promises";
import {hasEnded, type Jobs} from "../jobs.ts";

/** No more often than this, in milliseconds: a page that is drawn anew is read by somebody. */
const leastBetweenMs = 400;

/** After so many milliseconds the same is told again: who hears nothing for long is taken for gone, by servers between them, too. */
const mostBetweenMs = 30_000;

/** An event whenever something about a job changes, with its state, until it has ended or nobody listens any more. */
export async function* followJob(id: string, jobs: Jobs, signal: AbortSignal): AsyncIterable<string> {
  for (let job = jobs.job(id); job !== undefined && !signal.aborted; job = jobs.job(id)) {
    yield job.state;
    if (hasEnded(job)) return;
    await jobs.changed(id, AbortSignal.any([signal, AbortSignal.timeout(mostBetweenMs)]));
    await after(leastBetweenMs, null, {signal}).catch(() => {});
  }
}
