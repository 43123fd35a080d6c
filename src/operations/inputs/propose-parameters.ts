import type {QueryCount} from "../../intake/line/count-queries.ts";
import {querySystems} from "../../workspace/config/documents.ts";

/** So many requests have to be for documents before anything can be told of them. */
const fewestRequests = 10;

/** A parameter that no system is known by has to be in so many of the requests, with so many different values. */
const [leastShare, fewestValues] = [0.2, 3];

/** What tells how somebody came, what was searched for or how it is shown makes no document. */
const otherwise =
  /^(?:utm_.*|mtm_.*|pk_.*|[a-z]*clid|mc_[ce]id|ref|source|src|s|q|query|search|keywords?|page|paged|start|limit|offset|order|orderby|sort|dir|lang|preview.*|replytocom|share|v|ver|version|_.*|t|ts|time|timestamp|rand|nocache|cache.*|callback|token|key|sid|.*sess.*)$/i;

const known: ReadonlySet<string> = new Set(Object.values(querySystems).flat());

/**
 * Which parameters seem to make documents, where most of them lie on one path and differ in their queries?
 *
 * @param counts Of the lines that were looked at in each input.
 * @returns Names, in order; none where nothing seems so.
 */
export function proposeParameters(counts: readonly QueryCount[]): string[] {
  const documents = counts.reduce((sum, count) => sum + count.documents, 0);
  if (documents < fewestRequests) return [];
  const requestsAt = new Map<string, number>();
  for (const {byPath} of counts) {
    for (const [path, {requests}] of byPath) requestsAt.set(path, (requestsAt.get(path) ?? 0) + requests);
  }
  const [path, requests] = [...requestsAt].reduce((most, one) => (one[1] > most[1] ? one : most), ["", 0]);
  if (requests * 2 <= documents) return [];
  const found = new Map<string, {requests: number; values: number}>();
  for (const {byPath} of counts) {
    for (const [name, own] of byPath.get(path)?.parameters ?? []) {
      const before = found.get(name) ?? {requests: 0, values: 0};
      // Values of several inputs may be the same: more than the most of one are not told apart.
      found.set(name, {requests: before.requests + own.requests, values: Math.max(before.values, own.values)});
    }
  }
  const ofSystems = [...found].filter(([name]) => known.has(name) && !["q", "t", "m"].includes(name));
  if (ofSystems.some(([, {values}]) => values > 1)) return ofSystems.map(([name]) => name).sort();
  const others = [...found].filter(([name, own]) => {
    const isUsual = own.values >= fewestValues && own.requests >= leastShare * requests;
    return isUsual && (known.has(name) || !otherwise.test(name));
  });
  return others.map(([name]) => name).sort();
}
