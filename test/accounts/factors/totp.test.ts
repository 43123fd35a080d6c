import {describe, expect, test} from "vitest";
import {makeTotpSecret, stepOfCode, totpAddress, totpCode} from "../../../src/accounts/factors/totp.ts";

/** "12345678901234567890" in base 32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("codes of the time", () => {
  // RFC 6238, appendix B, the rows of SHA-1.
  for (const [seconds, code] of [
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ] as const) {
    test(`at ${seconds} seconds the code is ${code}`, () => {
      expect(totpCode(secret, Math.floor(seconds / 30), 8)).toBe(code);
      expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code.slice(2));
    });
  }

  const at = 1111111109_000;
  const step = 37037036;
  for (const [what, typed, used, want] of [
    ["the code of now", "081804", 0, step],
    ["the same in two parts", " 081 804", 0, step],
    ["the one before", totpCode(secret, step - 1), 0, step - 1],
    ["the one before that", totpCode(secret, step - 2), 0, null],
    ["the next", totpCode(secret, step + 1), 0, null],
    ["one that was used", "081804", step, null],
    ["one from before one that was used", totpCode(secret, step - 1), step, null],
    ["eight digits", "07081804", 0, null],
    ["no digits", "abcdef", 0, null],
    ["nothing", "", 0, null],
    ["digits of another script", "٠٨١٨٠٤", 0, null],
  ] as const) {
    test(`${what}: ${want === null ? "not taken" : `taken as step ${want}`}`, () => {
      expect(stepOfCode(secret, typed, at, used)).toBe(want);
    });
  }

  test("a secret has 160 bits in base 32, and no two are the same", () => {
    expect(makeTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(makeTotpSecret()).not.toBe(makeTotpSecret());
  });

  test("an address holds names with any sign", () => {
    const address = new URL(totpAddress(secret, "Ä: B & C", "Press: the?"));
    expect(address.protocol).toBe("otpauth:");
    expect(decodeURIComponent(address.pathname)).toBe("/Press  the?:Ä  B & C");
    expect(address.searchParams.get("secret")).toBe(secret);
    expect(address.searchParams.get("issuer")).toBe("Press  the?");
  });
});
