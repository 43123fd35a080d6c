import {z} from "zod";
import {refusal} from "../../fault.ts";
import {none} from "../../forms/route.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {hasEnded, type Job} from "../jobs.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {followJob} from "./follow.ts";
import {jobPage} from "./page.ts";

const params = z.object({id: z.string().regex(/^[\w-]{1,40}$/)});

/** The pages of long work: whoever has begun it sees it, and an editor all of it. */
export const jobRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "job", method: "GET", path: "/jobs/:id", who: "signed-in", params, query: none, form: none},
    purpose: "how far long work is, and what came of it",
    carryOut: ({desk, visitor, params: {id}}) => jobPage(desk, jobOf(id, desk, visitor)),
  }),
  defineDeskRoute({
    ...{id: "job-events", method: "GET", path: "/jobs/:id/events", who: "signed-in", params, query: none, form: none},
    purpose: "an event whenever something about long work changes, until it has ended",
    carryOut: ({desk, visitor, params: {id}, signal}) => {
      return {kind: "events", from: followJob(jobOf(id, desk, visitor).id, desk.jobs, signal)};
    },
  }),
  defineDeskRoute({
    ...{id: "job-stop", method: "POST", path: "/jobs/:id/stop", who: "signed-in", params, query: none, form: none},
    purpose: "stop long work; what it has done stays as its work leaves it",
    carryOut: ({desk, visitor, params: {id}}) => {
      const job = jobOf(id, desk, visitor);
      if (!hasEnded(job)) {
        desk.jobs.stop(id);
        desk.visitors.record(visitor!, "job-stop", job.title);
      }
      return {kind: "go", to: `/jobs/${id}`};
    },
  }),
  defineDeskRoute({
    ...{id: "job-forget", method: "POST", path: "/jobs/:id/forget", who: "signed-in", params, query: none, form: none},
    purpose: "take long work that has ended off the list",
    carryOut: ({desk, visitor, params: {id}}) => {
      desk.jobs.forget(jobOf(id, desk, visitor).id);
      return {kind: "go", to: "/"};
    },
  }),
];

/** May somebody see this long work? */
export function maySee(visitor: Visitor | null, {by}: Pick<Job, "by">): boolean {
  return visitor !== null && (visitor.person.id === by || may(visitor, "people"));
}

/** @throws {ServedFault} NOT_FOUND where there is none of that id, or where it is another's: which of the two is not said. */
function jobOf(id: string, {jobs}: Desk, visitor: Visitor | null): Job {
  const job = jobs.job(id);
  if (job !== undefined && maySee(visitor, job)) return job;
  throw refusal("NOT_FOUND", "there is no such work, or it was done so long ago that it is forgotten", {
    help: "see under Today what is under way",
  });
}
