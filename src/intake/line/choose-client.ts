import {BlockList, isIP} from "node:net";
import {parseNetwork} from "../../base/address.ts";
import {bareAddress, clientKind, couldBeHost} from "./client-word.ts";
import {type AddressSource, connection, type LineFields} from "./fields.ts";

/** Addresses that no reader comes from over the net: private, of the machine itself, of the link, and those that providers share out inside. */
const insideNetworks = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::/128",
  "::1/128",
  "fc00::/7",
  "fe80::/10",
] as const;

/** Networks to look addresses up in. */
export class NetworkSet {
  readonly #list = new BlockList();

  /** @param networks As {@link parseNetwork} takes them; what is none is left out. */
  constructor(networks: Iterable<string>) {
    for (const text of networks) {
      const network = parseNetwork(text);
      if (network) this.#list.addSubnet(network.address, network.bits, network.family === 4 ? "ipv4" : "ipv6");
    }
  }

  /** Is the address in one of them? Ports and brackets are passed over. */
  has(word: string): boolean {
    const bare = bareAddress(word).replace(/^::ffff:(?=\d+\.)/i, "");
    const family = isIP(bare);
    return family !== 0 && this.#list.check(bare, family === 4 ? "ipv4" : "ipv6");
  }
}

const inside = new NetworkSet(insideNetworks);

/** Is it an address that no reader comes from over the net? */
export function isInside(word: string): boolean {
  return inside.has(word);
}

/** Where a line's client is to be looked for. */
export interface ClientChoice {
  /** The first that holds one is taken. */
  readonly order: readonly AddressSource[];
  /** Proxies of the publisher's own, and of CDNs. */
  readonly trusted: NetworkSet;
}

/** The connection's own other end; and where a line does not tell it, whatever a proxy wrote. */
export const usualOrder: readonly AddressSource[] = [
  connection,
  "cf-connecting-ip",
  "true-client-ip",
  "x-real-ip",
  "x-forwarded-for",
];

/**
 * Who asked, of all that the line names?
 *
 * Of a list that proxies wrote, each behind the one before, the client is the last address that is none of a trusted proxy: what stands
 * before it anybody may have written. `unknown`, addresses from inside and garbage are passed over.
 *
 * @returns The word as it stands there; null where the line names nobody.
 */
export function chooseClient(fields: LineFields, {order, trusted}: ClientChoice): string | null {
  for (const source of order) {
    const text = source === connection ? fields.client : (fields.forwarded?.get(source) ?? null);
    if (text === null) continue;
    const found = text.includes(",") || source !== connection ? fromList(text, trusted) : bareWord(text);
    if (found !== null) return found;
    // Names, or addresses from inside: where the connection itself is written so, the first is the client.
    if (source === connection && text.includes(","))
      return (
        text
          .split(",")
          .map(forwardedWord)
          .find((word) => clientKind(word) !== null) ?? null
      );
  }
  return null;
}

function fromList(text: string, trusted: NetworkSet): string | null {
  const words = text.split(",").slice(-mostHops).map(forwardedWord);
  let own: string | null = null;
  for (const word of words.reverse()) {
    if (clientKind(word) !== "address") continue;
    own ??= isInside(word) ? null : word;
    if (!isInside(word) && !trusted.has(word)) return word;
  }
  // Trusted proxies alone: the first of them asked for itself.
  return own;
}

/** Longer lists are made up. */
const mostHops = 32;

/** An entry of a list; of RFC 7239's `for="[2001:db8::1]:4711";proto=https` the address. */
function forwardedWord(entry: string): string {
  const named = /\bfor="?([^";]{1,80})"?/i.exec(entry.slice(0, 200))?.[1];
  return (named ?? entry).trim().replace(/^"|"$/g, "");
}

/** Null for what says that there is none: a hyphen, a socket of the machine's own. */
function bareWord(text: string): string | null {
  if (text === "-" || text === "" || text.startsWith("unix:")) return null;
  return clientKind(text) !== null || couldBeHost(text) ? text : null;
}
