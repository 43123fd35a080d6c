import {describe, expect, test} from "vitest";
import type {RankRow} from "../../../src/ledger/rows.ts";
import {listOf, type MeasuredRank} from "../../../src/measures/ledger/rank-lines.ts";
import {exampleLedger, exampleSurvey, measureInEnglish} from "./example-books.ts";

function ranksOf(ranks: readonly RankRow[] = exampleLedger.ranks): readonly MeasuredRank[] {
  return measureInEnglish({...exampleLedger, ranks}, exampleSurvey).ranks;
}

test("the ranks of docs/ledger-measures.md: ours first, then the others in their order", () => {
  const [ours, other, third] = ranksOf();
  expect(ours).toEqual({
    list: "tranco",
    name: "The Example Press",
    isOurs: true,
    now: {rank: 120_000, reason: null, on: "2005-12-28", version: "tranco 4KLX"},
    before: {rank: 110_000, reason: null, on: "2005-06-30", version: "tranco 3ABC"},
    passed: [],
    passedBy: ["Other Press"],
    note: "tranco 4KLX, 2005-12-28; before: tranco 3ABC, 2005-06-30",
  });
  expect(other).toMatchObject({name: "Other Press", isOurs: false, passed: ["The Example Press"], passedBy: []});
  expect(third).toMatchObject({name: "Third Press", passed: [], passedBy: []});
  expect(third?.before).toMatchObject({rank: null, reason: "not in the first 1,000,000"});
});

/** A and B at the end of the period before, and at the end of this one; `>N` is not in the first N, `-` not looked up. */
const passes: readonly (readonly [
  what: string,
  before: readonly [string, string],
  now: readonly [string, string],
  aPassesB: boolean,
])[] = [
  ["from behind to before", ["20", "10"], ["10", "20"], true],
  ["from behind to the same place", ["20", "10"], ["10", "10"], false],
  ["from the same place to before", ["10", "10"], ["10", "20"], false],
  ["still behind", ["20", "10"], ["15", "12"], false],
  ["from outside of the list to before", [">100", "90"], ["50", "90"], true],
  ["the other falls out of the list", ["90", "50"], ["90", ">100"], true],
  ["the other falls out of a shorter list than the rank", ["190", "50"], ["190", ">100"], false],
  ["out of a list of unknown length", ["90", "50"], ["90", ">"], true],
  ["both outside before", [">100", ">100"], ["10", "20"], false],
  ["not looked up before", ["-", "10"], ["5", "10"], false],
  ["not looked up now", ["20", "10"], ["5", "-"], false],
];

describe("who passed whom", () => {
  for (const [what, before, now, aPassesB] of passes) {
    test(what, () => {
      const rowsOn = (on: string, [a, b]: readonly [string, string]): RankRow[] =>
        [rankRow("A", on, a), rankRow("B", on, b)].filter((row) => row !== null);
      const lines = ranksOf([...rowsOn("2005-06-30", before), ...rowsOn("2005-12-31", now)]);
      expect(lines.find(({name}) => name === "A")?.passed).toEqual(aPassesB ? ["B"] : []);
      expect(lines.find(({name}) => name === "B")?.passedBy).toEqual(aPassesB ? ["A"] : []);
    });
  }
});

function rankRow(name: string, on: string, text: string): RankRow | null {
  if (text === "-") return null;
  const isOut = text.startsWith(">");
  const notInFirst = isOut && text !== ">" ? Number(text.slice(1)) : null;
  return {list: "tranco", on, name, rank: isOut ? null : Number(text), notInFirst};
}

test("the last row of a period is taken, and one before it is not this period's", () => {
  const rows = (["2005-07-01", "2005-11-30", "2006-01-01"] as const).map((on, index) => {
    return {list: "tranco", on, name: "A", rank: 10 + index, notInFirst: null};
  });
  expect(ranksOf(rows)[0]).toMatchObject({
    now: {rank: 11, on: "2005-11-30"},
    before: {rank: null, reason: "not looked up in this period"},
  });
  expect(ranksOf(rows.slice(2))).toEqual([]);
});

describe("a list without the id of its version", () => {
  for (const [list, want] of [
    ["tranco 4KLX", "tranco"],
    ["tranco Z3L49", "tranco"],
    ["Alexa top sites", "Alexa top sites"],
    ["Alexa US", "Alexa US"],
    ["tranco", "tranco"],
    ["4KLX", "4KLX"],
  ] as const) {
    test(list, () => expect(listOf(list)).toBe(want));
  }
});
