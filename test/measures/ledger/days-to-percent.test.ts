import {describe, expect, test} from "vitest";
import {daysTo} from "../../../src/measures/print/days-to-percent.ts";
import {inEnglish} from "../../in-english.ts";
import {exampleLedger} from "./example-books.ts";

const [edition] = exampleLedger.editions;
const [delivery] = exampleLedger.deliveries;

/** Printed on 10 January 2005; the deliveries as days and copies. */
function daysTo80(printedCopies: number, deliveries: readonly (readonly [on: string, copies: number])[]) {
  const rows = deliveries.map(([on, copies]) => ({...delivery!, on, copies}));
  return daysTo({edition: {...edition!, printedCopies}, deliveries: rows}, 80);
}

describe("days to 80% of an edition", () => {
  for (const [what, printed, deliveries, want] of [
    ["exactly 80%", 10_000, [["2005-01-15", 8000]], 5],
    ["one copy less", 10_000, [["2005-01-15", 7999]], "79% delivered so far"],
    ["nothing", 10_000, [], "nothing delivered so far"],
    ["a delivery dated before the print date", 1000, [["2005-01-08", 900]], 0],
    [
      "a day on which two deliveries were made",
      1000,
      [
        ["2005-01-11", 400],
        ["2005-01-11", 400],
      ],
      1,
    ],
    [
      "over 29 February",
      1000,
      [
        ["2005-01-11", 10],
        ["2008-03-01", 900],
      ],
      1146,
    ],
    [
      "over the days on which clocks change",
      1000,
      [
        ["2005-04-30", 100],
        ["2005-10-31", 700],
      ],
      294,
    ],
    ["more than was printed", 1000, [["2005-01-10", 2000]], 0],
  ] as const) {
    test(`${what}: ${want}`, () => {
      const {value, reason} = inEnglish(daysTo80(printed, deliveries));
      expect(value ?? reason).toBe(want);
    });
  }
});
