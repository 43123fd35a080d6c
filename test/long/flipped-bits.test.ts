import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {allCommands, filesOf, fillPress, flipBits, sayAll} from "../flip-bits.ts";
import {Workshop} from "../intake/workshop.ts";
import {chanceOf, manyOf} from "./sizes.ts";

const flipsOf = {
  facts: manyOf({ci: 20, nightly: 1000}),
  places: manyOf({ci: 12, nightly: 600}),
  addresses: manyOf({ci: 8, nightly: 400}),
  retained: manyOf({ci: 8, nightly: 200}),
  catalogue: manyOf({ci: 25, nightly: 2000}),
  key: manyOf({ci: 12, nightly: 264}),
} as const;

describe("one bit that flipped in the store gives no other figure, and no bug", () => {
  const chance = chanceOf("flipped bits");
  let press: Workshop;
  let before: Awaited<ReturnType<typeof sayAll>>;
  beforeAll(async () => {
    press = new Workshop();
    await fillPress(press);
    before = await sayAll(press, allCommands);
    expect(before.map(({status}) => status)).toEqual([0, 0, 0, 0]);
  });
  afterAll(() => press.remove());

  for (const [kind, flips] of Object.entries(flipsOf)) {
    test(`${flips} in ${kind}`, {timeout: 1_200_000}, async () => {
      let refused = 0;
      for (let flip = 0; flip < flips; flip++) {
        // Anew each time: what was retained and is damaged goes, and comes again.
        const files = filesOf(press)[kind as keyof typeof flipsOf];
        const found = await flipBits(press, files[flip % files.length]!, [chance.below(1 << 24)], {before});
        refused += found.refused;
      }
      if (kind === "facts" || kind === "places" || kind === "key") expect(refused).toBeGreaterThan(0);
    });
  }
});
