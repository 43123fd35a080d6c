import {describe, expect, test} from "vitest";
import {parseNetwork} from "../../../src/base/address.ts";
import {allProxies, proxiesAt, proxiesNamed} from "../../../src/intake/proxies/all-proxies.ts";
import {NetworkSet} from "../../../src/intake/proxies/network-set.ts";
import {proxyNames} from "../../../src/workspace/config/reading.ts";

test("every name that the settings take has a list, and every list a name", () => {
  expect(allProxies.map(({id}) => id).toSorted()).toEqual(proxyNames.toSorted());
});

for (const {id, networks, date, source} of allProxies) {
  test(`the list of ${id} holds networks alone, has a day and a source`, () => {
    expect(networks.filter((network) => parseNetwork(network) === null)).toEqual([]);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source).toMatch(/^https:/);
  });
}

describe("whose proxy an address is", () => {
  for (const [address, want] of [
    ["172.68.1.1", "cloudflare"],
    ["2606:4700::1", "cloudflare"],
    ["::ffff:104.16.0.1", "cloudflare"],
    ["[2606:4700::1]:443", "cloudflare"],
    ["151.101.1.1", "fastly"],
    ["130.176.0.9", "cloudfront"],
    ["35.191.3.4", "google"],
    ["23.0.0.1", "akamai"],
    ["5.9.71.119", "bunny"],
    ["45.60.1.1", "imperva"],
    ["203.0.113.7", null],
    ["2001:db8::1", null],
    ["press.example", null],
  ] as const) {
    test(`${address}: ${want ?? "nobody's"}`, () => expect(proxiesAt(address)?.id ?? null).toBe(want));
  }
});

test("names are known in whatever letters", () => expect(proxiesNamed(" CloudFlare ")?.id).toBe("cloudflare"));

describe("a set of networks", () => {
  const set = new NetworkSet(["198.51.100.64/26", "198.51.100.0/25", "203.0.113.7", "2001:db8:1::/48", "no network"]);
  for (const [address, want] of [
    ["198.51.99.255", false],
    ["198.51.100.0", true],
    ["198.51.100.127", true],
    ["198.51.100.128", false],
    ["203.0.113.6", false],
    ["203.0.113.7", true],
    ["203.0.113.8", false],
    ["2001:db8:0:ffff::1", false],
    ["2001:db8:1::", true],
    ["2001:db8:1:ffff:ffff:ffff:ffff:ffff", true],
    ["2001:db8:2::", false],
  ] as const) {
    test(`${address} is ${want ? "" : "not "}in it`, () => expect(set.has(address)).toBe(want));
  }
  test("of all there is holds everything", () => {
    const all = new NetworkSet(["0.0.0.0/0", "::/0"]);
    expect(["0.0.0.0", "255.255.255.255", "::2", "ffff::1"].map((address) => all.has(address))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
