import {parseNetwork} from "../../base/address.ts";
import {isUndecided, type Review, type ReviewedClient, waveIn} from "../../report/review.ts";
import {networkName} from "../../workspace/reader-id.ts";

/** By what clients are alike: the wave that they are of, the grounds that they are listed for, the agent that they name most, or the network that they are in. */
export const likenesses = ["wave", "grounds", "agent", "network"] as const;

/** One way in which clients are alike. */
export type Likeness = (typeof likenesses)[number];

/** Undecided clients that are alike. */
export interface ClientGroup {
  readonly by: Likeness;
  /** What they share: ids of grounds with a space between them, an agent, a network. */
  readonly shared: string;
  /** Two or more, in the order of the review. */
  readonly clients: readonly ReviewedClient[];
}

/** What a client shares with others; null where nothing is known of it. */
export function sharedBy(client: ReviewedClient, by: Likeness): string | null {
  if (by === "agent") return client.agents[0]?.agent || null;
  if (by === "network") return networkOf(client.entry);
  if (by === "wave") return waveIn(client)?.id ?? null;
  const grounds = client.listed.flatMap(({isOverLimit, grounds: own}) => [
    ...(isOverLimit ? [overLimit] : []),
    ...own.map(({id}) => id),
  ]);
  return [...new Set(grounds)].sort().join(" ") || null;
}

/** How the limit is written among the grounds of a group. */
export const overLimit = "over-limit";

/** Undecided clients like this one, itself among them where it is undecided. */
export function clientsLike(review: Review, client: ReviewedClient, by: Likeness): ReviewedClient[] {
  const shared = sharedBy(client, by);
  if (shared === null) return [];
  return review.clients.filter((one) => isUndecided(one) && sharedBy(one, by) === shared);
}

/** Every group of two undecided clients or more; the largest first. */
export function groupsOf({clients}: Review): ClientGroup[] {
  const undecided = clients.filter(isUndecided);
  return likenesses
    .flatMap((by) =>
      [...Map.groupBy(undecided, (client) => sharedBy(client, by))].flatMap(([shared, own]): ClientGroup[] =>
        shared === null || own.length < 2 ? [] : [{by, shared, clients: own}],
      ),
    )
    .toSorted((one, other) => other.clients.length - one.clients.length);
}

/** The /24 of an IPv4 address, the /48 of an IPv6 address; null of anything else. */
function networkOf(entry: string): string | null {
  const network = parseNetwork(entry);
  if (network === null) return null;
  if (network.family === 4) return `${network.address.split(".").slice(0, 3).join(".")}.0/24`;
  return networkName(network.address, 48);
}
