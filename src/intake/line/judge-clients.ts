import {allProxies} from "../proxies/all-proxies.ts";
import type {KnownProxies} from "../proxies/known-proxies.ts";
import type {ClientCounts, FamilyCounts} from "./client-counts.ts";
import {isInside} from "./inside.ts";

/** So much of the requests has to come from one place before it is taken for what stands before the readers. */
export const proxyShare = 0.9;

/** Fewer lines prove nothing. */
export const fewestLines = 5;

/** An address that is not from inside stands for everybody only where so many agents are usual behind it: one person has fewer. */
const fewestAgents = 3;

/** So much of a family's addresses has to end in zeros: of those that nobody shortened one in 256 does. */
const shortenedShare = 0.95;

/** What clients are, where they are no readers. */
export interface ClientJudgement {
  /** Clients that stand for everybody behind them, and names of proxies whose addresses do. */
  readonly everybody: readonly string[];
  /** Families whose addresses were shortened: those that end in zeros are networks. */
  readonly shortened: readonly (4 | 6)[];
}

/** Stands for all addresses from inside. */
export const insidePool = "inside";

/** More private addresses than this are rather readers of a house's own net than proxies. */
const mostProxies = 16;

/**
 * Who stands for everybody behind it, and whose addresses are networks?
 *
 * @param plan Where a person said where clients are, several private addresses are clients.
 */
export function judgeClients(counts: ClientCounts, {isOrderSaid}: {readonly isOrderSaid: boolean}): ClientJudgement {
  return {everybody: everybodyIn(counts, isOrderSaid), shortened: shortenedIn(counts)};
}

/** Whose proxies do nearly all requests come from? Null where they are no known ones. */
export function proxiesOfMost({requests, proxies}: Pick<ClientCounts, "requests" | "proxies">): KnownProxies | null {
  return allProxies.find(({id}) => id in proxies && proxies[id]! >= proxyShare * requests) ?? null;
}

function everybodyIn(counts: ClientCounts, isOrderSaid: boolean): string[] {
  const {requests, most, mostClient, usualAgents, inside, insideClients} = counts;
  if (requests < fewestLines) return [];
  const proxies = proxiesOfMost(counts);
  if (proxies !== null) return [proxies.id];
  const isPool = inside >= proxyShare * requests && insideClients > 1 && insideClients <= mostProxies;
  if (isPool && usualAgents >= fewestAgents && !isOrderSaid) return [insidePool];
  if (mostClient === null || most < proxyShare * requests) return [];
  return isInside(mostClient) || usualAgents >= fewestAgents ? [mostClient] : [];
}

function shortenedIn({ipv4, ipv6}: ClientCounts): (4 | 6)[] {
  const found = [[4, ipv4, ipv6] as const, [6, ipv6, ipv4] as const].flatMap(([family, own, other]) => {
    // A few addresses of one family prove what many of the other do.
    const isProven = isAllShort(own) && (own.networks > 1 || (isAllShort(other) && other.networks > 1));
    return isProven ? [family] : [];
  });
  return ipv4.shortened + ipv6.shortened < fewestLines ? [] : found;
}

function isAllShort({requests, shortened}: FamilyCounts): boolean {
  return requests > 0 && shortened >= shortenedShare * requests;
}
