import {readFileSync} from "node:fs";
import {afterAll, beforeAll, expect, test} from "vitest";
import {filesOf, fillPress, flipBits, sayAll} from "../flip-bits.ts";
import {Workshop} from "../intake/workshop.ts";
import {rowsOf} from "../run/amounts.ts";

let press: Workshop;
const commands = [
  [
    "report",
    "2026-01..2026-02",
    "--tables",
    "countries",
    "--compare",
    "none",
    "--no-ranges",
    "--format",
    "json",
    "--quiet",
  ],
];
let before: Awaited<ReturnType<typeof sayAll>>;
beforeAll(async () => {
  press = new Workshop();
  await fillPress(press, 40);
  before = await sayAll(press, commands);
  expect(before.map(({status}) => status)).toEqual([0]);
});
afterAll(() => press.remove());

// Where in the file, in thousandths: the first and the last bytes are what a reader looks at first.
const places = rowsOf([0, 3, 250, 500, 750, 997, 999], 4);
for (const kind of ["facts", "places", "catalogue", "key"] as const) {
  test(`a bit that flipped in ${kind} is told, or changes nothing`, async () => {
    for (const path of filesOf(press)[kind].slice(0, 2)) {
      const {length} = readFileSync(path);
      const bits = places.map((place, at) => Math.floor((place / 1000) * length) * 8 + at);
      const {refused} = await flipBits(press, path, bits, {commands, before});
      if (kind === "facts" || kind === "places") expect(refused).toBe(bits.length);
    }
  });
}
