import {afterAll, describe, expect, test} from "vitest";
import {mutatedLines} from "../intake/two-ways/mutate-lines.ts";
import {TwoWays} from "../intake/two-ways/two-ways.ts";
import {chanceOf, manyOf} from "./sizes.ts";

const ways = new TwoWays();
afterAll(() => ways.close());

const formats = ["combined", "combined-vhost", "common", "common-vhost"] as const;
const linesAtOnce = 10_000;
/** `BROADSHEET_LINES` asks for another number. */
const lines = Number(process.env["BROADSHEET_LINES"] ?? manyOf({ci: 100_000, nightly: 2_000_000}));

describe(`${lines} lines of every kind of damage say the same, whichever way their file is read`, () => {
  for (const format of formats) {
    test(format, async () => {
      const chance = chanceOf(`mutated ${format}`);
      for (let left = lines / formats.length; left > 0; left -= linesAtOnce) {
        const some = mutatedLines(Math.min(left, linesAtOnce), format, chance);
        const {differences} = await ways.compare(some, format);
        expect(differences.slice(0, 5)).toEqual([]);
      }
    });
  }
});
