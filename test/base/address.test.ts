import {expect, test} from "vitest";
import {hextets, ipv4Number, isHostName, isTooWide, parseNetwork} from "../../src/base/address.ts";
import {canonicalClient} from "../../src/base/client-name.ts";

for (const [what, client, want] of [
  ["an IPv4 address is itself", "192.0.2.10", "192.0.2.10"],
  ["a port is taken off", "192.0.2.10:52114", "192.0.2.10"],
  ["a host name is in lower case", "Proxy-7.Example.ORG", "proxy-7.example.org"],
  ["IPv4 in IPv6 clothing is IPv4", "::ffff:192.0.2.10", "192.0.2.10"],
  ["the clothing may be in capitals", "::FFFF:192.0.2.10", "192.0.2.10"],
  ["an IPv6 address is its /64", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["another of the same /64 is the same", "2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["leading zeros make no difference", "2001:0db8:0001:0002:0000:0000:0000:0001", "2001:db8:1:2::/64"],
  ["zeros left out at the front", "::1", "0:0:0:0::/64"],
  ["zeros left out in the middle", "2001:db8::5:6:7:8:9", "2001:db8:0:5::/64"],
  ["zeros left out at the end", "2001:db8:1::", "2001:db8:1:0::/64"],
  ["brackets and a port are taken off", "[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
  ["a zone is taken off", "fe80::1%eth0", "fe80:0:0:0::/64"],
  ["an IPv4 tail counts as two groups", "2001:db8::5:6:192.0.2.1", "2001:db8:0:0::/64"],
] as const) {
  test(`canonicalClient: ${what}`, () => expect(canonicalClient(client)).toBe(want));
}

for (const [text, want] of [
  ["192.0.2.10", {address: "192.0.2.10", family: 4, bits: 32}],
  [" 198.51.100.0/24 ", {address: "198.51.100.0", family: 4, bits: 24}],
  ["0.0.0.0/0", {address: "0.0.0.0", family: 4, bits: 0}],
  ["2001:db8::/32", {address: "2001:db8::", family: 6, bits: 32}],
  ["2001:db8::1", {address: "2001:db8::1", family: 6, bits: 128}],
  ["::ffff:192.0.2.10", {address: "192.0.2.10", family: 4, bits: 32}],
  ["::ffff:192.0.2.0/120", {address: "192.0.2.0", family: 4, bits: 24}],
  ["::ffff:c000:200/120", {address: "192.0.2.0", family: 4, bits: 24}],
] as const) {
  test(`parseNetwork: ${text.trim()} is a network`, () => expect(parseNetwork(text)).toEqual(want));
}

for (const text of [
  "",
  "192.0.2.300",
  "192.0.2",
  "192.0.2.0/33",
  "192.0.2.0/",
  "192.0.2.0/-1",
  "192.0.2.0/24/8",
  "192.0.2.0/2 4",
  "2001:db8::/129",
  "2001:db8:::1",
  "example.org",
  "example.org/24",
]) {
  test(`parseNetwork: ${JSON.stringify(text)} is none`, () => expect(parseNetwork(text)).toBeNull());
}

for (const [text, want] of [
  ["10.0.0.0/8", false],
  ["10.0.0.0/7", true],
  ["0.0.0.0/0", true],
  ["2001:db8::/32", false],
  ["2001::/16", false],
  ["2001::/15", true],
  ["2001:db8::/33", false],
  ["2001:db8::/49", false],
  ["2001:db8::1", false],
] as const) {
  test(`${text} is ${want ? "" : "not "}too wide to be spelt out`, () => {
    expect(isTooWide(parseNetwork(text)!)).toBe(want);
  });
}

for (const [text, want] of [
  ["example.org", true],
  ["localhost", true],
  ["proxy-7.Example.ORG", true],
  ["_dmarc.example.org", true],
  ["3com.example", true],
  ["192.0.2.300", false],
  ["192.0.2", false],
  ["12345", false],
  ["", false],
  ["example..org", false],
  ["-example.org", false],
  ["example-.org", false],
  ["a b", false],
  ["example.org/x", false],
  ["2001:db8::1", false],
  ["agent:Foo", false],
] as const) {
  test(`isHostName: ${JSON.stringify(text)} ${want ? "could be" : "is not"} one`, () => {
    expect(isHostName(text)).toBe(want);
  });
}

test("hextets: eight groups, whatever was left out", () => {
  expect(hextets("::")).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(hextets("2001:db8::1")).toEqual([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]);
  expect(hextets("64:ff9b::192.0.2.33")).toEqual([0x64, 0xff9b, 0, 0, 0, 0, 0xc000, 0x221]);
});

test("ipv4Number: the 32 bits of an address, and of nothing else", () => {
  expect(ipv4Number("0.0.0.0")).toBe(0);
  expect(ipv4Number("192.0.2.1")).toBe(3_221_225_985);
  expect(ipv4Number("255.255.255.255")).toBe(4_294_967_295);
  expect(() => ipv4Number("192.0.2.300")).toThrow(RangeError);
});
