import fc from "fast-check";
import {RE2JS} from "re2js";
import {describe, expect, test} from "vitest";
import {foldCase} from "../../../src/methodology/robots/lists/find-texts.ts";
import {requiredText} from "../../../src/methodology/robots/lists/required-text.ts";
import {agent, expression} from "./arbitrary.ts";

describe("the text that every match holds", () => {
  for (const [pattern, want] of [
    ["bot", "bot"],
    ["^Buck\\/[0-9]", "Buck/"],
    ["[^a]fish", "fish"],
    ["^.?$", ""],
    ["Alexandria(\\s|\\+)prototype(\\s|\\+)project", "Alexandria"],
    ["one|other", ""],
    ["(one|other)bot", "bot"],
    ["bots?", "bot"],
    ["bots*x", "bot"],
    ["bots{0,2}x", "bot"],
    ["bots+x", "bots"],
    ["a{b|c}def", ""],
    ["bot\\b", "bot"],
    ["bot\\x41bc", ""],
    ["(?i)bot", ""],
    ["(?:web)bot", "bot"],
    ["\\Qa.b\\E", ""],
    ["[[:alpha:]]bot", ""],
    ["[a\\]b]cde", "cde"],
    ["[]a]cde", "cde"],
    ["破解bot", "bot"],
    ["", ""],
  ] as const) {
    test(`${pattern}: ${want}`, () => expect(requiredText(pattern)).toBe(want));
  }

  test("stands in every agent that the expression fits, whatever the expression", () => {
    fc.assert(
      fc.property(expression, agent, (pattern, text) => {
        const fits = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).test(text);
        return !fits || foldCase(text).includes(foldCase(requiredText(pattern)));
      }),
      {numRuns: 5000, seed: 20_051_201},
    );
  });
});
