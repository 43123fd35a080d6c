import {afterAll, describe, expect, test} from "vitest";
import {chanceFrom} from "../../../examples/second-half-2005/model/random.ts";
import {mutatedLines} from "./mutate-lines.ts";
import {TwoWays} from "./two-ways.ts";

const ways = new TwoWays();
const waysWithQueries = new TwoWays({
  names: ["id", "p", "q"],
  conditions: [{name: "a", value: null, text: "a", isOfDocument: false}],
});
afterAll(() => Promise.all([ways.close(), waysWithQueries.close()]));

// 100,000 of them, and 2,000,000 a night, are in test/long.
describe("lines of every kind of damage say the same, whichever way their file is read", () => {
  for (const format of ["combined", "combined-vhost", "common", "common-vhost"] as const) {
    test(format, async () => {
      const {differences, lines, requests} = await ways.compare(mutatedLines(1200, format, chanceFrom(2005)), format);
      expect(differences.slice(0, 5)).toEqual([]);
      expect([lines, requests > 300, requests < 1000]).toEqual([1200, true, true]);
    });

    test(`${format}, with a part of the queries`, async () => {
      const lines = mutatedLines(600, format, chanceFrom(2007));
      expect((await waysWithQueries.compare(lines, format)).differences.slice(0, 5)).toEqual([]);
    });
  }
});
