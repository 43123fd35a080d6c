import {addressOf} from "../../base/client-name.ts";
import type {QueryOrder} from "../../base/paths/query.ts";
import type {Head} from "../bytes/head.ts";
import {isClientField} from "../formats/all.ts";
import {detect} from "../formats/detect.ts";
import {formatNamed} from "../formats/named.ts";
import {addressesIn} from "./choose-client.ts";
import {type AddressesSeen, chooseOrder, lookAtAddresses} from "./choose-order.ts";
import {ClientTally} from "./client-counts.ts";
import {type AddressSource, connection} from "./fields.ts";
import {headerKinds, type ReadingPlan, requestsIn} from "./input-lines.ts";
import {judgeClients} from "./judge-clients.ts";

/** What a person said of how logs are to be read. */
export interface ReadingSettings {
  /** The name of a format, or a format string; null where it is found out. */
  readonly format: string | null;
  /** Where the client's address is looked for; null where that is found out. */
  readonly client: readonly AddressSource[] | null;
  /** Networks of proxies, and names of those that are known. */
  readonly trustedProxies: readonly string[];
  /** What of queries is kept; null where nothing is. */
  readonly query: QueryOrder | null;
}

/** How an input is to be read, or why that is not clear. */
export type PlanFound =
  | {readonly plan: ReadingPlan; readonly fault: null}
  /** No line of it fits any format. */
  | {readonly plan: null; readonly fault: "no-log"}
  /** Two places of its lines hold addresses that change, would give other readers, and there is nothing to choose by. */
  | {readonly plan: null; readonly fault: "unclear"; readonly between: readonly [AddressSource, AddressSource]}
  /** Its lines hold no address where a person said that it is; they do in these places. */
  | {readonly plan: null; readonly fault: "no-client"; readonly held: readonly AddressSource[]};

/** The first and the second of two addresses at the beginning of a line, as a person names them. */
const [first, second]: readonly AddressSource[] = ["first", "second"];

/**
 * How is the input to be read?
 *
 * @param known Of two addresses at the beginning of a line, which was the client before? Nothing is unclear then.
 */
export function planOf(
  {sample, hasLines}: Head,
  settings: ReadingSettings,
  known: {readonly client?: ReadingPlan["client"] | undefined} = {},
): PlanFound {
  const found = settings.format === null && hasLines ? detect(sample) : null;
  if (settings.format === null && hasLines && found === null) return {plan: null, fault: "no-log"};
  const said = settings.client?.find((source) => source === first || source === second);
  if (found?.client === null && said === undefined && known.client === undefined)
    return {plan: null, fault: "unclear", between: [first!, second!]};
  const formats =
    settings.format !== null
      ? [formatNamed(settings.format)]
      : // One without a line that tells is taken for what most servers write.
        [...new Set([found?.format.name ?? "combined", ...(found?.others.map(({name}) => name) ?? [])])];
  const plan: ReadingPlan = {
    formats,
    isNamed: settings.format !== null,
    client: known.client ?? (said === second ? "second" : said === first ? "first" : (found?.client ?? "first")),
    isClientSaid: said !== undefined,
    isOrderSaid: settings.client !== null,
    // Every place that was named is looked at.
    order: [...(settings.client ?? []), connection],
    fields: [],
    trusted: settings.trustedProxies,
    asksBehindTrusted: settings.client === null && settings.trustedProxies.length > 0,
    headers: headerKinds.flatMap((kind) => sample.filter((line) => kind.test(line)).slice(-1)),
    everybody: [],
    shortened: [],
    better: null,
  };
  const isClient = (source: AddressSource): boolean =>
    source === first || source === second || formats.some((name) => isClientField(name, source));
  const order = settings.client && [
    ...new Set(settings.client.map((source) => (isClient(source) ? connection : source))),
  ];
  const seen = lookAtAddresses(sample, plan);
  const chosen = chooseOrder(seen, plan, order);
  if (chosen.unclear && known.client === undefined) return {plan: null, fault: "unclear", between: chosen.unclear};
  const ordered = {...plan, order: chosen.order, trusted: chosen.trusted, better: betterThan(chosen.order, seen)};
  const counts = countClients(sample, ordered);
  if (order !== null && known.client === undefined && counts.requests > 0 && counts.nameless === counts.requests) {
    const held = [...(seen.namesConnections ? [connection] : []), ...seen.sources.keys()];
    const others = held.filter((source) => !order.includes(source));
    if (others.length > 0) return {plan: null, fault: "no-client", held: others};
  }
  return {plan: {...ordered, ...judgeClients(counts, plan)}, fault: null};
}

/**
 * A place that most lines have, and that holds at least twice as many clients as the first of those that are looked at; any that holds
 * several where connections are a proxy's and are taken for clients.
 */
function betterThan(
  order: readonly AddressSource[],
  {requests, connections, isProxied, sources}: AddressesSeen,
): AddressSource | null {
  const [taken] = order;
  const clients = taken === connection ? connections : (sources.get(taken!)?.clients ?? 0);
  const better = [...sources].filter(([source, seen]) => {
    return (
      source !== taken &&
      seen.lines * 2 >= requests &&
      seen.clients > 1 &&
      (seen.isKnown || isProxied) &&
      (seen.clients >= 2 * clients || (isProxied && taken === connection))
    );
  });
  return better.sort(([, one], [, other]) => other.clients - one.clients)[0]?.[0] ?? null;
}

/** The addresses that lists of a sample name. */
export function addressesOf(sample: readonly string[], plan: ReadingPlan): Set<string> {
  const named = new Set<string>();
  for (const {forwarded} of requestsIn(sample, plan)) {
    for (const list of forwarded?.values() ?? []) for (const word of addressesIn(list)) named.add(addressOf(word)!);
  }
  return named;
}

/** The clients of a sample's requests. */
export function namedClients(sample: readonly string[], plan: ReadingPlan): Set<string> {
  const named = new Set<string>();
  for (const {client} of requestsIn(sample, plan)) if (client !== null) named.add(client);
  return named;
}

/** Whose are the requests of a sample? */
function countClients(sample: readonly string[], plan: ReadingPlan) {
  const tally = new ClientTally();
  for (const {client, agent} of requestsIn(sample, plan)) {
    tally.addClient(client, 1);
    if (agent !== null) tally.addAgent(agent, 1);
  }
  return tally.counts();
}
