import fc from "fast-check";
import {list} from "isbot";
import {RE2JS} from "re2js";
import {describe, expect, test} from "vitest";
import {withoutLookaround} from "../../../src/methodology/robots/lists/lookaround.ts";
import {amount} from "../../run/amounts.ts";

/** What goes back when it fails is the second method. */
function isSameOn(pattern: string, pieces: readonly string[]): void {
  const [theirs, ours] = [new RegExp(pattern, "i"), RE2JS.compile(withoutLookaround(pattern)!, RE2JS.CASE_INSENSITIVE)];
  const text = fc.array(fc.constantFrom(...pieces, " ", "x", "/", "A"), {maxLength: 8}).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (agent) => void expect(ours.test(agent), agent).toBe(theirs.test(agent))),
    {numRuns: amount({few: 300, all: 20_000}), seed: 2005},
  );
}

describe("an expression that says what is not to stand there fits the same texts without saying it so:", () => {
  for (const [pattern, ...pieces] of [
    ["(?<!cam)scan", "cam", "scan", "am", "c", "SCAN"],
    ["java(?!;)", "java", ";", "jav"],
    [
      "(?<! channel/|google/)google(?!(?:wv|app|/google| pixel))",
      " channel/",
      "google",
      "/",
      "wv",
      "app",
      "/google",
      " pixel",
      "w",
      "pix",
    ],
    ["(?:^|[^g])news(?!sapphire)", "news", "g", "sapphire", "sapp"],
    ["(?<!ab|b|cab)d", "a", "b", "c", "d"],
    ["x(?!a|ab|b.)", "a"],
  ] as const) {
    test(pattern, () => {
      if (pattern.includes(".")) expect(withoutLookaround(pattern)).toBeNull();
      else isSameOn(pattern, pieces);
    });
  }
});

test("every expression of isbot can be said so, and fits the same", () => {
  for (const pattern of list) {
    const said = withoutLookaround(pattern);
    expect(said, pattern).not.toBeNull();
    if (said !== pattern)
      isSameOn(pattern, ["bots", "google", "channel/", "http", "lib", "cu", "scan", "news", "java", ";"]);
  }
});

test("one in the midst, or beside others, is left alone", () => {
  for (const pattern of ["a(?!b)c", "(?<!a)b|c", "a|b(?!c)", "(?=a)b", "(?<=a)b"])
    expect(withoutLookaround(pattern)).toBeNull();
});
