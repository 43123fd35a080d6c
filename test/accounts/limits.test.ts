import {beforeEach, describe, expect, test} from "vitest";
import {type AttemptLimits, openLimits, signInRates} from "../../src/accounts/limits.ts";
import {longTest} from "../run/amounts.ts";

let clock = 0;
let limits: AttemptLimits;
beforeEach(() => {
  clock = Date.UTC(2026, 10, 5, 9);
  limits = openLimits(() => clock);
});

describe("limits", () => {
  for (const [kind, {burst, everyMs}] of Object.entries(signInRates)) {
    test(`${kind}: ${burst} at once, then one in ${everyMs / 1000} seconds`, () => {
      const take = (): number => limits.take(kind as "name", "A");
      for (let times = 0; times < burst; times++) expect(take()).toBe(0);
      expect(take()).toBe(everyMs / 1000);
      clock += everyMs - 1;
      expect(take()).toBe(1);
      clock += 1;
      expect([take(), take()]).toEqual([0, everyMs / 1000]);
      clock += 2 * everyMs;
      if (burst > 1) expect([take(), take(), take()]).toEqual([0, 0, everyMs / 1000]);
    });
  }

  test("one takes nothing from another, and one kind nothing from another", () => {
    for (let times = 0; times < 7; times++) limits.take("name", "A");
    expect(limits.take("name", "A")).toBeGreaterThan(0);
    expect([limits.take("name", "B"), limits.take("address", "A")]).toEqual([0, 0]);
  });

  test("an address that nobody knows is not limited", () => {
    for (let times = 0; times < 100; times++) expect(limits.take("address", "")).toBe(0);
  });

  test("what went well is forgotten, and so is everything at midnight", () => {
    const exhaust = (): void => {
      while (limits.take("name", "A") === 0);
    };
    exhaust();
    limits.forget("name", "A");
    expect(limits.take("name", "A")).toBe(0);
    clock = Date.UTC(2026, 10, 5, 23, 59, 59);
    exhaust();
    clock += 1000;
    expect(limits.take("name", "A")).toBe(0);
  });

  longTest("a hundred thousand names take no more room than twenty thousand", () => {
    for (let name = 0; name < 100_000; name++) limits.take("name", String(name));
    for (let times = 0; times < 6; times++) expect(limits.take("name", "99999")).toBe(times < 5 ? 0 : 30);
  });
});
