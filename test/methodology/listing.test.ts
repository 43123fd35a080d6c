import {expect, test} from "vitest";
import {listedIds} from "../../src/methodology/decisions/entry.ts";
import {readerId} from "../../src/workspace/reader-id.ts";

const key = "000102030405060708090a0b0c0d0e0f";

for (const [client, kind, count, first, last] of [
  ["192.0.2.10", "reader", 1, "192.0.2.10", "192.0.2.10"],
  ["198.51.100.0/24", "reader", 256, "198.51.100.0", "198.51.100.255"],
  ["198.51.100.77/24", "reader", 256, "198.51.100.0", "198.51.100.255"],
  ["198.51.100.77/31", "reader", 2, "198.51.100.76", "198.51.100.77"],
  ["203.0.0.0/16", "reader", 65_536, "203.0.0.0", "203.0.255.255"],
  ["255.255.255.255/32", "reader", 1, "255.255.255.255", "255.255.255.255"],
  ["::ffff:198.51.100.0/120", "reader", 256, "198.51.100.0", "198.51.100.255"],
  ["::ffff:192.0.2.10", "reader", 1, "192.0.2.10", "192.0.2.10"],
  ["Proxy.Example.org", "reader", 1, "proxy.example.org", "proxy.example.org"],
  ["2001:db8::/32", "network32", 1, "2001:db8::/32", "2001:db8::/32"],
  ["2001:db8::/28", "network32", 16, "2001:db0::/32", "2001:dbf::/32"],
  ["2001:db8:ff12::/40", "network48", 256, "2001:db8:ff00::/48", "2001:db8:ffff::/48"],
  ["2001:db8:1::/48", "network48", 1, "2001:db8:1::/48", "2001:db8:1::/48"],
  ["2001:db8:1:200::/56", "reader", 256, "2001:db8:1:200::/64", "2001:db8:1:2ff::/64"],
  ["2001:db8:1:2::/64", "reader", 1, "2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "reader", 1, "2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9/100", "reader", 1, "2001:db8:1:2::/64", "2001:db8:1:2::/64"],
] as const) {
  test(`${client} is looked for by ${count} ${kind}: ${first} to ${last}`, () => {
    const listed = listedIds(client, key);
    const ids = listed.kind === "block" ? idsOf(listed.block) : listed.ids;
    expect(listed.kind === "block" ? "reader" : listed.kind).toBe(kind);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids[0]).toBe(readerId(first, key));
    expect(ids.at(-1)).toBe(readerId(last, key));
  });
}

/** A block as the engine spells it out, which `second-method.test.ts` holds it to. */
function idsOf({first, size}: {first: number; size: number}): bigint[] {
  return Array.from({length: size}, (_, index) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(first + index);
    return readerId([...bytes].join("."), key);
  });
}
