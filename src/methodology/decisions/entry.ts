import {hextets, ipv4Number, type Network, parseNetwork, unitBits} from "../../base/address.ts";
import {networkName, readerId} from "../../workspace/reader-id.ts";
import type {GroupSelector} from "./group.ts";

/**
 * Who is meant: a client or network, a client by its number, every agent whose name holds a text, or who is alike in several things.
 */
export type ClientSelector =
  | {readonly client: string}
  | {readonly number: string}
  | {readonly agentText: string}
  | {readonly group: GroupSelector};

/** One entry of a list. Days are `YYYY-MM-DD`, both inclusive; null is open. */
export interface ListEntry {
  readonly who: ClientSelector;
  readonly from: string | null;
  readonly until: string | null;
  /** What a person decided; nothing where the list as a whole says it. */
  readonly decision?: "robot" | "developer" | "reader";
}

/** How a network is looked for among hashed readers: by the hash of the reader, of its /48 or of its /32. */
export type ListEntryKind = "reader" | "network48" | "network32";

/** A block of IPv4 addresses as numbers. */
export interface AddressBlock {
  readonly first: number;
  readonly size: number;
}

/** What a listed client is looked for by: hashes, or a block whose addresses the engine hashes one by one. */
export type ListedIds =
  | {readonly kind: ListEntryKind; readonly ids: readonly bigint[]}
  | {readonly kind: "block"; readonly block: AddressBlock};

/** Wider blocks are spelt out by the engine; for narrower ones, of which a list may have thousands, asking takes longer. */
const mostSpeltOut = 1024;

/**
 * Which hashes does the store know a listed client or network by?
 *
 * The facts have no addresses, so that a network is spelt out: every address of an IPv4 network; of an IPv6 network
 * every /32, /48 or /64 in it. An IPv6 network narrower than /64 means the whole /64, which is one reader.
 *
 * @param client Address, network or host name.
 */
export function listedIds(client: string, key: string): ListedIds {
  const network = parseNetwork(client);
  if (!network) return {kind: "reader", ids: [readerId(client.toLowerCase(), key)]};
  if (network.family === 6) return ipv6Ids(network, key);
  const size = 2 ** (32 - network.bits);
  const first = Math.floor(ipv4Number(network.address) / size) * size;
  if (size > mostSpeltOut) return {kind: "block", block: {first, size}};
  const ids = Array.from({length: size}, (_, index) => readerId(addressOf(first + index), key));
  return {kind: "reader", ids};
}

/** Wider than any network: whoever is decided about by an address is meant more closely. */
const groupBits = 200;

/** How wide is what is listed, in bits of addresses? 0 for one client. Of two that fit a client, the narrower is about it. */
export function selectorBits(who: ClientSelector): number {
  if ("group" in who) return groupBits;
  const network = "client" in who ? parseNetwork(who.client) : null;
  return network === null ? 0 : Math.max(0, (network.family === 4 ? 32 : 64) - network.bits);
}

/** The number as an IPv4 address. */
function addressOf(number: number): string {
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join(".");
}

function ipv6Ids(network: Network, key: string): ListedIds {
  const unit = unitBits(network);
  const kind = unit === 64 ? "reader" : unit === 48 ? "network48" : "network32";
  const groups = hextets(network.address).slice(0, unit / 16);
  const whole = groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
  const size = 1n << BigInt(unit - Math.min(network.bits, unit));
  const first = (whole / size) * size;
  const ids = Array.from({length: Number(size)}, (_, index) => {
    const number = first + BigInt(index);
    const spelt = groups.map((_, place) =>
      ((number >> BigInt((groups.length - 1 - place) * 16)) & 0xffffn).toString(16),
    );
    return readerId(networkName(`${spelt.join(":")}::`, unit), key);
  });
  return {kind, ids};
}
