import {isInside, usualOrder} from "./choose-client.ts";
import {bareAddress, clientKind} from "./client-word.ts";
import {type AddressSource, connection} from "./fields.ts";
import {InputLines, type ReadingPlan} from "./input-lines.ts";

/** How many of the lines have to come from one address, or from inside, before it is taken for a proxy's. */
const proxyShare = 0.9;

/** Fewer lines prove nothing. */
const fewestLines = 5;

/** What the lines of a sample name as addresses. */
interface Seen {
  requests: number;
  readonly clients: Map<string, number>;
  inside: number;
  readonly forwarded: Map<AddressSource, string[]>;
}

/**
 * Where is the client's address to be looked for?
 *
 * Where a person said so, there. Else the connection's own other end; but where that is one and the same, or an address from inside, in nine
 * of ten lines, and a header of the lines names better ones, that header: what stands before the server is a proxy then.
 */
export function chooseOrder(
  sample: readonly string[],
  plan: ReadingPlan,
  said: readonly AddressSource[] | null,
): Pick<ReadingPlan, "order" | "trusted"> {
  const seen = look(sample, plan);
  const header = said ? (said.find((source) => source !== connection) ?? null) : headerBehindProxy(seen);
  const order = said ?? (header === null ? usualOrder : [header, ...usualOrder.filter((source) => source !== header)]);
  const lists = header === null ? [] : (seen.forwarded.get(header) ?? []);
  return {order, trusted: plan.trusted.length > 0 || lists.length === 0 ? plan.trusted : proxiesIn(lists)};
}

function look(sample: readonly string[], plan: ReadingPlan): Seen {
  const seen: Seen = {requests: 0, clients: new Map(), inside: 0, forwarded: new Map()};
  const lines = new InputLines({...plan, order: [connection], trusted: []}, Number.POSITIVE_INFINITY);
  for (const text of sample) {
    if (lines.read(text) !== null) continue;
    const {client, forwarded} = lines.fields;
    seen.requests++;
    const bare = client === null ? "" : bareAddress(client);
    seen.clients.set(bare, (seen.clients.get(bare) ?? 0) + 1);
    if (client === null || isInside(client)) seen.inside++;
    for (const [source, list] of forwarded ?? [])
      seen.forwarded.set(source, [...(seen.forwarded.get(source) ?? []), list]);
  }
  return seen;
}

function headerBehindProxy({requests, clients, inside, forwarded}: Seen): AddressSource | null {
  if (requests < fewestLines) return null;
  const most = Math.max(0, ...clients.values());
  if (most < proxyShare * requests && inside < proxyShare * requests) return null;
  let best: {source: AddressSource; addresses: number} | null = null;
  for (const [source, lists] of forwarded) {
    const addresses = new Set(lists.flatMap((list) => list.split(",").map((word) => word.trim())).filter(isOutside))
      .size;
    if (addresses > Math.max(1, best?.addresses ?? 0)) best = {source, addresses};
  }
  return best?.source ?? null;
}

function isOutside(word: string): boolean {
  return clientKind(word) === "address" && !isInside(word);
}

/**
 * Which addresses at the end of lists are proxies'? Those that end most of the lists that have more than one, and so again before them:
 * a reader's stands at the end of few.
 */
function proxiesIn(lists: readonly string[]): string[] {
  const proxies = new Set<string>();
  const open = lists.map((list) => list.split(",").map((word) => bareAddress(word.trim())));
  for (;;) {
    const ends = open
      .map((list) => list.filter((word) => isOutside(word) && !proxies.has(word)))
      .filter((list) => list.length > 1);
    const counts = Map.groupBy(ends, (list) => list.at(-1)!);
    const [end, those] = [...counts].sort(([, one], [, other]) => other.length - one.length)[0] ?? ["", []];
    if (those.length < fewestLines || those.length * 2 < ends.length) return [...proxies];
    proxies.add(end);
  }
}
