import {Resolver} from "node:dns/promises";
import {isIP} from "node:net";
import type {Review} from "../../report/review.ts";

/** Gives the names that an address is said to have. */
export type LookUp = (address: string) => Promise<readonly string[]>;

const [timeoutMs, atOnce] = [2000, 8];

/**
 * Asks the net what the clients' addresses are called. Whoever answers learns that somebody is interested in them, so that it
 * is done only where a person wants it.
 *
 * A name is what its owner says, and may be anything. One that does not come in time is none.
 */
export async function withReverseNames(review: Review, lookUp: LookUp = askTheNet()): Promise<Review> {
  const names = new Map<string, string>();
  const waiting = review.clients
    .map(({entry}) => entry)
    .filter((entry) => isIP(entry) !== 0)
    .values();
  const work = async (): Promise<void> => {
    for (const address of waiting) {
      const [name] = await lookUp(address).catch(() => []);
      if (name !== undefined) names.set(address, name);
    }
  };
  await Promise.all(Array.from({length: atOnce}, work));
  const clients = review.clients.map((client) => ({...client, reverseName: names.get(client.entry) ?? null}));
  return {...review, clients};
}

function askTheNet(): LookUp {
  const resolver = new Resolver({timeout: timeoutMs, tries: 1});
  return (address) => resolver.reverse(address);
}
