import type {GoAnswer} from "../../forms/answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {deskMemory} from "../desk-memory.ts";
import {hasEnded, type Job, type JobRequest} from "../jobs.ts";

/** What is done, and what it is called. */
export type JobWork = Pick<JobRequest, "title" | "run">;

/** The ids of jobs that are begun once for everybody, by what they do. */
const begunOf = deskMemory(() => new Map<string, string>());

/** Begins long work in the name of whoever asks for it. @throws {ServedFault} BUSY where too much waits already. */
export function beginJob({jobs}: Desk, {person}: Visitor, work: JobWork): Job {
  return jobs.start({...work, by: person.id, byName: person.name});
}

/** The same, and leads to its page. */
export function goToJob(desk: Desk, visitor: Visitor, work: JobWork): GoAnswer {
  return goTo(beginJob(desk, visitor, work));
}

/** The way to the page of a job. */
export function goTo({id}: Job): GoAnswer {
  return {kind: "go", to: `/jobs/${id}`};
}

/** The work of that name that goes on or went on last; undefined where none was begun, or it was forgotten. */
export function lastJob(desk: Desk, name: string): Job | undefined {
  return desk.jobs.job(begunOf(desk).get(name) ?? "");
}

/**
 * The work of that name: the one that goes on, whoever has begun it, else a new one.
 *
 * @throws {ServedFault} BUSY where too much waits already.
 */
export function beginOnce(desk: Desk, visitor: Visitor, name: string, work: JobWork): Job {
  const last = lastJob(desk, name);
  if (last !== undefined && !hasEnded(last)) return last;
  const job = beginJob(desk, visitor, work);
  const begun = begunOf(desk);
  for (const [other, id] of begun) if (desk.jobs.job(id) === undefined) begun.delete(other);
  begun.set(name, job.id);
  return job;
}
