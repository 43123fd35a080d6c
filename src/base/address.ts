import {isIP, isIPv4} from "node:net";

/** A block of addresses: the address it begins with and how many leading bits count. */
export interface Network {
  readonly address: string;
  readonly family: 4 | 6;
  readonly bits: number;
}

/**
 * The network that the text names: `198.51.100.0/24`, `2001:db8::/32`, or one address.
 *
 * IPv4 in IPv6 clothing (`::ffff:192.0.2.0/120`) is IPv4.
 *
 * @returns null when it is none.
 */
export function parseNetwork(text: string): Network | null {
  const [address = "", length, more] = text.trim().split("/");
  const family = isIP(address);
  if (family === 0 || more !== undefined) return null;
  const most = family === 4 ? 32 : 128;
  if (length !== undefined && (!/^\d{1,3}$/.test(length) || Number(length) > most)) return null;
  const bits = length === undefined ? most : Number(length);
  const groups = family === 6 ? hextets(address) : [];
  if (family === 4 || bits < 96 || !isMapped(groups)) return {address, family: family as 4 | 6, bits};
  return {address: ipv4Of(groups), family: 4, bits: bits - 96};
}

/** Is it an IPv4 address in IPv6 clothing: 80 zeros, 16 ones? */
export function isMapped(groups: readonly number[]): boolean {
  return groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
}

/** The IPv4 address in the last two of the groups. */
export function ipv4Of(groups: readonly number[]): string {
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
}

/** More than this cannot be looked for in a moment: an IPv4 /8, an IPv6 /16. */
const mostUnits = {4: 2 ** 24, 6: 2 ** 16} as const;

/**
 * In which units is a network looked for? IPv4: address by address. IPv6: by /64, the reader, or by the /48s or /32s
 * that a wide one is made of.
 */
export function unitBits({family, bits}: Network): 32 | 48 | 64 {
  if (family === 4 || bits <= 32) return 32;
  return bits <= 48 ? 48 : 64;
}

/** Is the network so wide that its clients cannot be spelt out one by one? */
export function isTooWide(network: Network): boolean {
  return 2 ** Math.max(0, unitBits(network) - network.bits) > mostUnits[network.family];
}

/** Could the text be the name of a host, as logs write it where the server looks names up? */
export function isHostName(text: string): boolean {
  const label = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
  return new RegExp(`^${label}(\\.${label})*$`, "i").test(text) && !/^[\d.]+$/.test(text);
}

/** The eight groups of an IPv6 address. */
export function hextets(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [left = "", right] = plain.split("::");
  const before = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? [] : right.split(":");
  const zeros = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill("0"), ...after].map((group) => Number.parseInt(group, 16));
}

/** The 32 bits of an IPv4 address as a number. */
export function ipv4Number(address: string): number {
  if (!isIPv4(address)) throw new RangeError(`${address} is not an IPv4 address`);
  return address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
}
