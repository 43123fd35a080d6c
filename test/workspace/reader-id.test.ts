import {createHash} from "node:crypto";
import fc from "fast-check";
import {expect, test} from "vitest";
import {networkName, readerId} from "../../src/workspace/reader-id.ts";

const key = "000102030405060708090a0b0c0d0e0f";

test("a reader's number is the first 64 bits of SHA-256 over key and name", () => {
  const digest = createHash("sha256").update(key).update("192.0.2.10").digest();
  expect(readerId("192.0.2.10", key)).toBe(digest.readBigUInt64BE(0));
});

test("another key gives another number", () => {
  expect(readerId("192.0.2.10", key)).not.toBe(readerId("192.0.2.10", key.replace("00", "01")));
});

test("every number fits into 64 bits", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const id = readerId(name, key);
      expect(id >= 0n && id < 2n ** 64n).toBe(true);
    }),
  );
});

for (const [address, bits, want] of [
  ["2001:db8:1:2::9", 64, "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", 48, "2001:db8:1::/48"],
  ["2001:db8:1:2::9", 32, "2001:db8::/32"],
  ["2001:0DB8::", 64, "2001:db8:0:0::/64"],
  ["::1", 32, "0:0::/32"],
] as const) {
  test(`the /${bits} of ${address} is written ${want}`, () => expect(networkName(address, bits)).toBe(want));
}
