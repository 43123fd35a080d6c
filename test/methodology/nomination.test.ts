import fc from "fast-check";
import {expect, test} from "vitest";
import {type Conduct, findGrounds, mostWithin} from "../../src/methodology/suspects/signals.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/** Somebody who reads so many different documents, one every so many seconds. */
function reading(count: number, everySeconds: number, more: Partial<Conduct> = {}): Conduct {
  return {
    seconds: Array.from({length: count}, (_, index) => index * everySeconds),
    documents: Array.from({length: count}, (_, index) => index),
    agents: [firefox],
    hasFetchedFurniture: true,
    ...more,
  };
}

for (const [who, conduct, want] of [
  ["a person who reads forty documents", reading(40, 60), []],
  ["800 documents in a day", reading(800, 100), []],
  // 864 hundred seconds make a day: the 865th comes when the first is a day old.
  ["801 documents in a day", reading(801, 100), [["many-in-a-day", 801]]],
  ["801 documents, never more than 800 within 24 hours", reading(801, 108), []],
  ["30 documents in a minute", reading(30, 2), [["many-a-minute", 30]]],
  ["29 documents in a minute", reading(29, 2), []],
  // 100 intervals of 2 seconds are 200 seconds: 101 documents in 3⅓ minutes.
  ["30.3 documents a minute for minutes", reading(101, 2), [["many-a-minute", 30.3]]],
  ["one document after 2.1 seconds, for minutes", reading(101, 2.1), []],
  [
    "101 documents, 20 of them different",
    reading(101, 60, {documents: Array.from({length: 101}, (_, i) => i % 20)}),
    [["few-different", 20 / 101]],
  ],
  ["100 documents, one of them different", reading(100, 60, {documents: Array(100).fill(1)}), []],
  [
    "101 documents, 21 of them different",
    reading(101, 60, {documents: Array.from({length: 101}, (_, i) => i % 21)}),
    [],
  ],
  ["an agent of 24 characters", reading(1, 60, {agents: ["x".repeat(24)]}), [["short-agent", 24]]],
  ["an agent of 25 characters", reading(1, 60, {agents: ["x".repeat(25)]}), []],
  ["an agent of 400 characters", reading(1, 60, {agents: ["x".repeat(400)]}), []],
  ["an agent of 401 characters", reading(1, 60, {agents: ["x".repeat(401)]}), [["long-agent", 401]]],
  ["nobody who names an agent", reading(1, 60, {agents: [""]}), []],
  [
    "a browser that fetches 51 documents and no style sheet",
    reading(51, 60, {hasFetchedFurniture: false}),
    [["no-furniture", 51]],
  ],
  ["a browser that fetches 50 documents and no style sheet", reading(50, 60, {hasFetchedFurniture: false}), []],
  [
    "no browser by its name, and no style sheet",
    reading(51, 60, {hasFetchedFurniture: false, agents: ["NewsReader of the Example Press"]}),
    [],
  ],
] as const) {
  test(`${who}: ${want.length === 0 ? "nothing to look at" : want.map(([id]) => id).join(", ")}`, () => {
    const found = findGrounds(conduct as Conduct).map(({id, found: figure}) => [id, Math.round(figure * 1e6) / 1e6]);
    expect(found).toEqual(want.map(([id, figure]) => [id, Math.round(figure * 1e6) / 1e6]));
  });
}

test("the most within a span is what looking from every request finds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 500})), fc.integer({min: 1, max: 100}), (given, span) => {
      const seconds = given.sort((a, b) => a - b);
      const naive = seconds.map((from) => seconds.filter((one) => one >= from && one < from + span).length);
      expect(mostWithin(seconds, span)).toBe(Math.max(0, ...naive));
    }),
  );
});
