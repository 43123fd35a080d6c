import type {ClientCounts} from "./line/client-counts.ts";
import {fewestLines, insidePool, proxiesOfMost, proxyShare} from "./line/judge-clients.ts";
import {isNoAgent} from "./line/no-agent.ts";
import type {RecordedReading} from "./recorded-reading.ts";

/** What an input's clients are, where they are not simply readers. */
export type DoubtKind =
  /** Addresses of a CDN or a cloud's load balancers. */
  | "known-proxy"
  /** One and the same address for everybody. */
  | "one-for-all"
  /** No address at all. */
  | "nameless"
  /** Private addresses, several of them, and no more than proxies may be. */
  | "inside-pool"
  /** Private addresses. */
  | "inside"
  /** One client alone made nearly all requests, and may be a reader. */
  | "one-client"
  /** Networks, their addresses' ends left out. */
  | "shortened"
  /** Another field of the lines holds addresses of more clients. */
  | "better-field"
  /** One agent, that no browser has, for clients of all kinds. */
  | "one-agent"
  /** Times that name no zone. */
  | "zoneless";

/** A doubt about who an input's clients are. */
export interface ClientDoubt {
  readonly kind: DoubtKind;
  /** Requests that it is about. */
  readonly requests: number;
  /** Whose proxies they are, or the field that may be the better one; null where there is nothing to name. */
  readonly name: string | null;
  /** Are these requests nobody's, so that readers are not counted by them? */
  readonly isNobody: boolean;
}

/** From this share of times without a zone on, days may be others. */
const zonelessShare = 0.05;

/** What is to be told of an input's clients before any figure? The weightiest first. */
export function doubtsOf({clients, everybody, shortened, better}: RecordedReading): ClientDoubt[] {
  const {requests, nameless, inside, most, ipv4, ipv6} = clients;
  if (requests < fewestLines) return [];
  const isMost = (count: number): boolean => count >= proxyShare * requests;
  const known = proxiesOfMost(clients);
  const doubts: ClientDoubt[] = [];
  if (known) {
    const isNobody = everybody.includes(known.id);
    doubts.push({kind: "known-proxy", requests: clients.proxies[known.id]!, name: known.label, isNobody});
  } else if (everybody.includes(insidePool))
    doubts.push({kind: "inside-pool", requests: inside, name: null, isNobody: true});
  else if (everybody.length > 0) doubts.push({kind: "one-for-all", requests: most, name: null, isNobody: true});
  else if (isMost(nameless)) doubts.push({kind: "nameless", requests: nameless, name: null, isNobody: true});
  else if (isMost(inside)) doubts.push({kind: "inside", requests: inside, name: null, isNobody: false});
  else if (isMost(most)) doubts.push({kind: "one-client", requests: most, name: null, isNobody: false});
  if (better !== null) doubts.push({kind: "better-field", requests, name: better, isNobody: false});
  if (shortened.length > 0) {
    const own = (shortened.includes(4) ? ipv4.shortened : 0) + (shortened.includes(6) ? ipv6.shortened : 0);
    doubts.push({kind: "shortened", requests: own, name: null, isNobody: false});
  }
  if (isWrittenByProxy(clients)) {
    doubts.push({kind: "one-agent", requests: clients.mostAgent, name: clients.agent, isNobody: false});
  }
  if (clients.zoneless >= zonelessShare * requests) {
    doubts.push({kind: "zoneless", requests: clients.zoneless, name: null, isNobody: false});
  }
  return doubts;
}

/** Have nearly all requests, of clients of whom none made most, one agent, and one that is no browser's? */
function isWrittenByProxy({requests, nameless, most, mostAgent, agent}: ClientCounts): boolean {
  if (agent === null || /^(?:mozilla|opera)\//i.test(agent) || requests < fewestOfOneAgent) return false;
  // That it is not recorded is told otherwise.
  if (isNoAgent(agent)) return false;
  return mostAgent >= proxyShare * requests && most * 4 <= requests && nameless * 2 < requests;
}

/** A robot that asks for a few pages from a few addresses is no proxy. */
const fewestOfOneAgent = 20;
