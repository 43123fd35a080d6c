import {expect, test} from "vitest";
import {newestDay} from "../../../src/methodology/robots/lists/newest-day.ts";

for (const [text, want] of [
  ["", null],
  ["# a list of robots", null],
  ["2017-08-08", "2017-08-08"],
  ["2017-08-08 2024-04-22 2019-11-19", "2024-04-22"],
  ["2014/02/28", "2014-02-28"],
  ["2026-10-01T22:00:29.000000", "2026-10-01"],
  ["# last updated 06/25/2014", "2014-06-25"],
  ["# 06/25/2014 and 2013-01-01", "2014-06-25"],
  // 2024 had a 29 February, 2023 none.
  ["2024-02-29 2023-02-29", "2024-02-29"],
  ["2024-13-01", null],
  ["12024-01-01 2024-01-011", null],
  ["31/12/2014", null],
  ["2014-02/28", null],
] as const) {
  test(`the newest day of ${JSON.stringify(text)} is ${want}`, () => expect(newestDay(text)).toBe(want));
}
