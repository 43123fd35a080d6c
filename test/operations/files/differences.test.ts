import fc from "fast-check";
import {expect, test} from "vitest";
import {textDifferences} from "../../../src/operations/files/differences.ts";

const lines = (text: string): string => text.replaceAll(" ", "\n");

for (const [what, before, after, want] of [
  ["nothing", "a\nb\n", "a\nb\n", []],
  ["line ends alone", "a\r\nb\r\n", "a\nb\n", []],
  ["a line", "a\nb\nc\n", "a\nB\nc\n", ["1: a|-b|+B| c"]],
  ["an end at the last line", "a", "a\n", ["1:-a|+a"]],
  ["a file that was empty", "", "a\n", ["1:+a"]],
  [
    "two places far from each other",
    lines("a b c d e f g h i j k l "),
    lines("A b c d e f g h i j k L "),
    ["1:-a|+A| b| c| d", "9: i| j| k|-l|+L"],
  ],
] as const) {
  test(`two texts that differ in ${what}`, () => {
    const sign = {out: "-", in: "+", same: " "} as const;
    const found = textDifferences(before, after)!.map(
      ({line, lines: all}) => `${line}:${all.map(({kind, text}) => `${sign[kind]}${text}`).join("|")}`,
    );
    expect(found).toEqual(want);
  });
}

test("what goes and what comes makes the one text of the other", () => {
  const some = fc.array(fc.constantFrom("a", "b", "c", ""), {maxLength: 12});
  fc.assert(
    fc.property(some, some, (one, other) => {
      const text = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
      const made: string[] = [...one];
      let moved = 0;
      for (const {line, lines: all} of textDifferences(text(one), text(other))!) {
        const [out, come] = (["in", "out"] as const).map((not) => all.filter(({kind}) => kind !== not));
        made.splice(line - 1 + moved, out!.length, ...come!.map((each) => each.text));
        moved += come!.length - out!.length;
      }
      expect(made).toEqual(other);
    }),
    {seed: 2005},
  );
});

test("texts that have nothing in common are not looked through for ever", () => {
  const [one, other] = ["a", "b"].map((sign) =>
    Array.from({length: 20_000}, (_, place) => `${sign}${place}\n`).join(""),
  );
  const began = performance.now();
  expect(textDifferences(one!, other!)).toBeNull();
  expect(performance.now() - began).toBeLessThan(10_000);
});
