import {canonicalClient, hextets, ipv4Number, type Network, parseNetwork} from "../base/address.ts";
import {networkName, readerId} from "../workspace/reader-id.ts";

/** Who is meant: a client or network, or every agent whose name holds a text. */
export type Listed = {readonly client: string} | {readonly agentText: string};

/** One entry of a list. Days are `YYYY-MM-DD`, both inclusive; null is open. */
export interface Listing {
  readonly who: Listed;
  readonly from: string | null;
  readonly until: string | null;
}

/** How a network is looked for among hashed readers: by the hash of the reader, of its /48 or of its /32. */
export type ListingKind = "reader" | "network48" | "network32";

/** What a listed client is looked for by: how, and the hashes. */
export interface ListedIds {
  readonly kind: ListingKind;
  readonly ids: Iterable<bigint>;
}

/**
 * Which hashes does the store know a listed client or network by?
 *
 * The store has no addresses, so that a network is spelt out: every address of an IPv4 network; of an IPv6 network
 * every /32, /48 or /64 in it. An IPv6 network narrower than /64 means the whole /64, which is one reader.
 *
 * @param client Address, network or host name.
 */
export function listedIds(client: string, key: string): ListedIds {
  const network = parseNetwork(client);
  if (!network) return {kind: "reader", ids: [readerId(client.toLowerCase(), key)]};
  if (network.family === 4) return {kind: "reader", ids: ipv4Ids(network, key)};
  const mapped = canonicalClient(network.address);
  if (!mapped.includes(":")) return {kind: "reader", ids: [readerId(mapped, key)]};
  return ipv6Ids(network, key);
}

/** How many hashes would {@link listedIds} have to try? */
export function countListedIds(client: string): number {
  const network = parseNetwork(client);
  if (!network) return 1;
  if (network.family === 4) return 2 ** (32 - network.bits);
  return 2 ** (unitFor(network.bits) - Math.min(network.bits, unitFor(network.bits)));
}

function* ipv4Ids({address, bits}: Network, key: string): Generator<bigint> {
  const size = 2 ** (32 - bits);
  const first = Math.floor(ipv4Number(address) / size) * size;
  for (let number = first; number < first + size; number++) {
    yield readerId([24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join("."), key);
  }
}

function ipv6Ids({address, bits}: Network, key: string): ListedIds {
  const unit = unitFor(bits);
  const kind = unit === 64 ? "reader" : unit === 48 ? "network48" : "network32";
  return {kind, ids: ipv6UnitIds(address, Math.min(bits, unit), unit, key)};
}

function* ipv6UnitIds(address: string, bits: number, unit: 32 | 48 | 64, key: string): Generator<bigint> {
  const groups = hextets(address).slice(0, unit / 16);
  const whole = groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
  const size = 1n << BigInt(unit - bits);
  const first = (whole / size) * size;
  for (let number = first; number < first + size; number++) {
    const spelt = groups.map((_, index) =>
      ((number >> BigInt((groups.length - 1 - index) * 16)) & 0xffffn).toString(16),
    );
    yield readerId(networkName(`${spelt.join(":")}::`, unit), key);
  }
}

function unitFor(bits: number): 32 | 48 | 64 {
  return bits <= 32 ? 32 : bits <= 48 ? 48 : 64;
}
