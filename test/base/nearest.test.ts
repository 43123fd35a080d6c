import {expect, test} from "vitest";
import {nearest} from "../../src/base/nearest.ts";

const known = ["publication", "timeZone", "logs", "logFormat", "heavyReaders", "robots"];

for (const [word, want] of [
  ["log", "logs"],
  ["lgos", "logs"],
  ["time_zone", "timeZone"],
  ["timezone", "timeZone"],
  ["heavy-readers", "heavyReaders"],
  ["publicatoin", "publication"],
  ["robot", "robots"],
  ["colour", null],
  ["", null],
] as const) {
  test(`"${word}" ${want ? `probably means ${want}` : "is near nothing"}`, () => {
    expect(nearest(word, known)).toBe(want);
  });
}
