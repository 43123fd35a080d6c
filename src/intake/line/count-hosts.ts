import {impersonalHost} from "../facts/impersonal-text.ts";
import {type ReadingPlan, requestsIn} from "./input-lines.ts";

/** How often a virtual host was named, as the log has it, and how often a document came of it; null for lines that name none. */
export interface NamedHost {
  readonly host: string | null;
  readonly requests: number;
  readonly answered: number;
}

/** Which virtual hosts do lines of an input name? */
export function countNamedHosts(sample: readonly string[], plan: ReadingPlan): NamedHost[] {
  const hosts = new Map<string | null, {requests: number; answered: number}>();
  for (const {host, status} of requestsIn(sample, plan)) {
    const name = host === null ? null : impersonalHost(host);
    const known = hosts.get(name) ?? {requests: 0, answered: 0};
    hosts.set(name, known);
    known.requests++;
    if (status !== null && ((status >= 200 && status < 300) || status === 304)) known.answered++;
  }
  return [...hosts].map(([host, counts]) => ({host, ...counts}));
}
