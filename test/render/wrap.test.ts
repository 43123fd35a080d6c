import {expect, test} from "vitest";
import {shorten, widthOf, wrap} from "../../src/render/text/wrap.ts";

for (const [text, want] of [
  ["", 0],
  ["report", 6],
  ["é as one character and as two: é", 32],
  ["中文", 4],
  ["☕", 2],
  ["👨‍👩‍👧‍👦", 2],
  ["🇫🇷", 2],
  ["ا", 1],
  ["\u200f\u2067ا\u2069\u200e", 1],
] as const) {
  test(`"${text}" takes ${want} columns of a terminal`, () => expect(widthOf(text)).toBe(want));
}

test("a word of emoji that fits no line is cut between families, never within one", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(wrap(family.repeat(3), 4)).toEqual([family.repeat(2), family]);
  expect(shorten(family.repeat(4), 5)).toBe(`${family}…${family}`);
});
