import {hash} from "node:crypto";
import {hextets} from "../base/address.ts";

/**
 * Under which number does the store know this client?
 *
 * A keyed hash: SHA-256 over the workspace's key and the client's canonical name, of which the first 64 bits are kept.
 * Without the key a number leads to no address. Two of n readers share a number with a chance of n²/2⁶⁵: for a hundred
 * million readers, three in ten thousand.
 *
 * @param name From `canonicalClient`, or a network from {@link networkName}.
 */
export function readerId(name: string, key: string): bigint {
  return BigInt(`0x${hash("sha256", key + name, "hex").slice(0, 16)}`);
}

/** How a network of an IPv6 address is written to be hashed; the macros of `intake/reader-sql.ts` write it alike. */
export function networkName(address: string, bits: 64 | 48 | 32): string {
  return `${hextets(address)
    .slice(0, bits / 16)
    .map((group) => group.toString(16))
    .join(":")}::/${bits}`;
}
