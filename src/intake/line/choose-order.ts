import {addressOf, hostOf} from "../../base/client-name.ts";
import {usualMembers} from "../formats/servers/nginx-json.ts";
import {trustedNetworks} from "../proxies/all-proxies.ts";
import type {KnownProxies} from "../proxies/known-proxies.ts";
import type {NetworkSet} from "../proxies/network-set.ts";
import {addressHeaders} from "../strings/apache.ts";
import {fieldsWithAddresses} from "./address-fields.ts";
import {addressesIn, usualOrder} from "./choose-client.ts";
import {ClientTally} from "./client-counts.ts";
import {isNoAddress} from "./client-word.ts";
import {type AddressSource, connection} from "./fields.ts";
import {type ReadingPlan, requestsIn} from "./input-lines.ts";
import {isInside} from "./inside.ts";
import {fewestLines, proxiesOfMost, proxyShare} from "./judge-clients.ts";

/** What a place of addresses holds in the lines of a sample. */
export interface SourceSeen {
  /** In how many lines it names somebody from outside. */
  readonly lines: number;
  /** How many different clients it would give. */
  readonly clients: number;
  /** In how many lines it names another client than the connection. */
  readonly others: number;
  /** In how many lines that name somebody the connection is from inside. */
  readonly fromInside: number;
  /** Addresses of proxies that end most of its lists. */
  readonly proxies: readonly string[];
  /** Is it a field that holds readers' addresses wherever there is one of its name? */
  readonly isKnown: boolean;
}

/** What the lines of a sample name as addresses. */
export interface AddressesSeen {
  readonly requests: number;
  readonly connections: number;
  /** Does any line name the connection's other end? */
  readonly namesConnections: boolean;
  /** Where nine of ten connections are one, or from inside: what stands before the server is a proxy. */
  readonly isProxied: boolean;
  /** Whose proxies nine of ten connections come from; null where they are no known ones. */
  readonly proxies: KnownProxies | null;
  readonly sources: ReadonlyMap<AddressSource, SourceSeen>;
}

/** How a line's client is found, and why so. */
export interface OrderChosen {
  readonly order: readonly AddressSource[];
  /** Networks and names of proxies. */
  readonly trusted: readonly string[];
  /** Two places that would give other readers, and nothing to choose by; null where it is clear. */
  readonly unclear: readonly [AddressSource, AddressSource] | null;
}

/**
 * Where is the client's address to be looked for?
 *
 * Where a person said so, there. Else the connection's own other end; but where that is one and the same, or an address from inside, or of
 * a known proxy, in nine of ten lines, and a header of the lines names better ones, that header: what stands before the server is a proxy
 * then. A header that nearly every line has, with other addresses, is no browser's doing either; nor is one that hardly any line has
 * but those from inside: there a proxy wrote it, and others came past it.
 */
export function chooseOrder(
  seen: AddressesSeen,
  plan: Pick<ReadingPlan, "trusted">,
  said: readonly AddressSource[] | null,
): OrderChosen {
  const {header, unclear} = said
    ? {header: said.find((source) => source !== connection) ?? null, unclear: null}
    : headerIn(seen, plan.trusted.length > 0);
  const order = said ?? (header === null ? usualOrder : [header, ...usualOrder.filter((source) => source !== header)]);
  const own = seen.proxies && header !== null ? [...plan.trusted, seen.proxies.id] : plan.trusted;
  const found = header === null ? [] : (seen.sources.get(header)?.proxies ?? []);
  return {order, trusted: [...new Set([...own, ...found])], unclear};
}

/** What do the lines of a sample name as addresses? */
export function lookAtAddresses(sample: readonly string[], plan: ReadingPlan): AddressesSeen {
  const found = fieldsWithAddresses(sample);
  const fields = [...plan.order, ...addressHeaders, ...found];
  const tally = new ClientTally();
  const connections = new Set<string>();
  const held = new Map<AddressSource, HeldList[]>();
  for (const {client, forwarded} of requestsIn(sample, {...plan, order: [connection], fields, trusted: []})) {
    tally.addClient(client, 1);
    const own = client === null ? "" : (addressOf(client) ?? hostOf(client));
    connections.add(own);
    for (const [source, list] of forwarded ?? []) {
      const lists = held.get(source) ?? [];
      held.set(source, lists);
      lists.push({list, own});
    }
  }
  const counts = tally.counts();
  const {requests, nameless, inside, most} = counts;
  const isMost = (count: number): boolean => count >= proxyShare * requests;
  const proxies = proxiesOfMost(counts);
  const trusted = trustedNetworks([...plan.trusted, ...(proxies ? [proxies.id] : [])]);
  const told = {isTrustSaid: plan.trusted.length > 0};
  return {
    requests,
    connections: connections.size,
    namesConnections: [...connections].some((own) => !isNoAddress(own)),
    isProxied: proxies !== null || isMost(nameless + inside) || isMost(most),
    proxies,
    sources: new Map(
      [...held]
        .map(
          ([source, lists]) =>
            [source, {...sourceSeen(lists, trusted, told), isKnown: clientNames.has(source)}] as const,
        )
        // The connection by another name.
        .filter(([, {others}]) => others > 0),
    ),
  };
}

/** A list of addresses as it stands in a line, and the connection's own other end. */
interface HeldList {
  readonly list: string;
  readonly own: string;
}

/** Where lines hold an address, whatever it may be: behind the agent, in the place of the user's name, among what HAProxy captured. */
const unnamed: readonly AddressSource[] = ["appended", "user", "captured"];

/** Names that formats of their own give to the reader's address. */
const clientNames: ReadonlySet<string> = new Set([
  ...usualMembers.client!.map((name) => name.toLowerCase()),
  "connection-behind",
  "proxy-protocol",
  ...addressHeaders,
]);

/** What a place holds in some lines, each with the connection's own other end. */
function sourceSeen(
  held: readonly HeldList[],
  trusted: NetworkSet,
  {isTrustSaid}: {readonly isTrustSaid: boolean},
): Omit<SourceSeen, "isKnown"> {
  const proxies = isTrustSaid
    ? []
    : proxiesIn(
        held.map(({list}) => list),
        trusted,
      );
  const passedOver = trustedNetworks(proxies);
  const found = held.flatMap(({list, own}) => {
    const words = addressesIn(list);
    const client = words.findLast((word) => !trusted.has(word) && !passedOver.has(word)) ?? words[0];
    return client === undefined ? [] : [{client: addressOf(client)!, own}];
  });
  return {
    lines: found.length,
    clients: new Set(found.map(({client}) => client)).size,
    others: found.filter(({client, own}) => client !== own).length,
    fromInside: found.filter(({own}) => isInside(own)).length,
    proxies,
  };
}

function headerIn(
  seen: AddressesSeen,
  isTrustSaid: boolean,
): {readonly header: AddressSource | null; readonly unclear: OrderChosen["unclear"]} {
  const none = {header: null, unclear: null};
  if (seen.requests < fewestLines) return none;
  // The proxy's own header says more than what anybody may have written in front of it.
  const own = seen.proxies?.header ?? null;
  if (own !== null && (seen.sources.get(own)?.clients ?? 0) > 1) return {header: own, unclear: null};
  const [best] = [...seen.sources]
    .filter(([source, {isKnown}]) => isKnown || (seen.isProxied && unnamed.includes(source)))
    .sort(([, one], [, other]) => other.clients - one.clients);
  if (best === undefined || best[1].clients < 2) return none;
  const [header, {lines, clients, others, fromInside}] = best;
  if (seen.isProxied) return {header, unclear: null};
  // Whom to trust says by itself when a header is to be believed.
  if (isTrustSaid) return none;
  if (fromInside >= fewestLines && fromInside >= proxyShare * lines) return {header, unclear: null};
  if (lines < proxyShare * seen.requests || others * 2 < lines) return none;
  if (clients >= 2 * seen.connections) return {header, unclear: null};
  return seen.connections >= 2 * clients ? none : {header: null, unclear: [connection, header]};
}

/**
 * Which addresses at the end of lists are proxies'? Those that end most of the lists that have more than one, and so again before them:
 * a reader's stands at the end of few.
 */
function proxiesIn(lists: readonly string[], trusted: NetworkSet): string[] {
  const proxies = new Set<string>();
  const open = lists.map((list) => addressesIn(list).map((word) => addressOf(word)!));
  for (;;) {
    const ends = open
      .map((list) => list.filter((word) => !trusted.has(word) && !proxies.has(word)))
      .filter((list) => list.length > 1);
    const counts = Map.groupBy(ends, (list) => list.at(-1)!);
    const [end, those] = [...counts].sort(([, one], [, other]) => other.length - one.length)[0] ?? ["", []];
    if (those.length < fewestLines || those.length * 2 < ends.length) return [...proxies];
    proxies.add(end);
  }
}
