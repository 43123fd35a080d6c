import {describe, expect, test} from "vitest";
import {findGaps} from "../../src/measures/gaps.ts";

const hour = 3600;
/** Requests of so many days from the first hour on, all alike, but for some hours. */
function quartersOf(days: number, perHour: number, without: readonly number[] = []): Map<number, number> {
  const all = Array.from({length: 24 * days}, (_, at) => at).filter((at) => !without.includes(at));
  return new Map(all.map((at) => [4 * at + 1, perHour]));
}

describe("hours without a line", () => {
  test.for([
    ["are a gap where the days around have many", quartersOf(10, 50, [100, 101, 102]), [[100, 103]]],
    [
      "are two where there are lines between them",
      quartersOf(10, 50, [100, 102]),
      [
        [100, 101],
        [102, 103],
      ],
    ],
    ["are none where the days around have few", quartersOf(10, 19, [100]), []],
    ["are none where nobody reads at that hour", quartersOf(10, 50, [4, 28, 52, 76, 100, 124, 148, 172, 196, 220]), []],
    [
      "are none of a day without any line",
      quartersOf(
        10,
        50,
        Array.from({length: 24}, (_, at) => 96 + at),
      ),
      [],
    ],
    ["are none before the first and after the last line", quartersOf(10, 50, [0, 1, 238, 239]), []],
    ["are none where there are too few days to tell", quartersOf(3, 50, [30]), []],
    ["are none of nothing", new Map<number, number>(), []],
  ] as const)("%s", ([, quarters, gaps]) => {
    expect(findGaps(quarters)).toEqual(gaps.map(([from, until]) => ({from: from * hour, until: until * hour})));
  });

  test("are gaps before the first line and after the last where a stretch is asked about that reaches beyond", () => {
    const asked = {from: 0, until: 240 * hour};
    const told = findGaps(quartersOf(10, 50, [0, 1, 238, 239]), asked);
    expect(told).toEqual([
      {from: 0, until: 2 * hour},
      {from: 238 * hour, until: 240 * hour},
    ]);
    expect(findGaps(quartersOf(10, 19, [0, 239]), asked)).toEqual([]);
  });
});
