import type {GoAnswer} from "../../forms/answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import type {Job, JobRequest} from "../jobs.ts";

/** Begins long work in the name of whoever asks for it. @throws {ServedFault} BUSY where too much waits already. */
export function beginJob({jobs}: Desk, {person}: Visitor, work: Pick<JobRequest, "title" | "run">): Job {
  return jobs.start({...work, by: person.id, byName: person.name});
}

/** The same, and leads to its page. */
export function goToJob(desk: Desk, visitor: Visitor, work: Pick<JobRequest, "title" | "run">): GoAnswer {
  return {kind: "go", to: `/jobs/${beginJob(desk, visitor, work).id}`};
}
