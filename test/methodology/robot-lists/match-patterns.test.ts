import crawlers from "crawler-user-agents";
import fc from "fast-check";
import {RE2JS} from "re2js";
import {describe, expect, test} from "vitest";
import {matchPatterns} from "../../../src/methodology/robots/lists/match-patterns.ts";
import {agent, expression} from "./arbitrary.ts";
import {faultOf} from "./list-folder.ts";

const anyCase = {path: "list.json", isCaseSensitive: false};

function expressionsOf(...texts: string[]) {
  return texts.map((text, place) => ({text, isExpression: true, line: place + 2}));
}

describe("an agent fits a list", () => {
  for (const [patterns, text, want] of [
    [["bot"], "ExampleBOT/1.0", true],
    [["bot"], "Example/1.0", false],
    [["^Buck\\/[0-9]"], "buck/7", true],
    [["^Buck\\/[0-9]"], "x Buck/7", false],
    [["^.?$"], "", true],
    [["^.?$"], "-", true],
    [["^.?$"], "--", false],
    [["[^a]fish"], "bluefish", true],
    [["[^a]fish"], "afish fish", true],
    [["[^a]fish"], "afish", false],
    [["no", "such", "x.z"], "xyz", true],
    [["one|other", "(a|b)c"], "another", true],
    [["\\bgo\\b"], "let go now", true],
    [["\\bgo\\b"], "Gopher", false],
    // In any case is so beyond ASCII too: the Kelvin sign and the long s.
    [["kiss"], "\u212aIſS", true],
    [["k[i]ss"], "\u212aIſS", true],
    // A name may stand in several patterns.
    [["(?P<n>a)x", "(?P<n>b)y"], "by", true],
    [[], "anything", false],
  ] as const) {
    test(`${JSON.stringify(text)} ${want ? "fits" : "does not fit"} ${patterns.join(", ")}`, () => {
      expect(matchPatterns(expressionsOf(...patterns), anyCase)(text)).toBe(want);
    });
  }

  for (const [text, patterns, want] of [
    ["example.bot/1", ["Example.Bot"], true],
    ["examplexbot/1", ["Example.Bot"], false],
    ["Go (x)", ["(x)"], true],
  ] as const) {
    test(`texts are looked for as they stand: ${text}, ${patterns}`, () => {
      const given = patterns.map((pattern) => ({text: pattern, isExpression: false, line: null}));
      expect(matchPatterns(given, anyCase)(text)).toBe(want);
    });
  }

  test("in a list that heeds case, only as it is written", () => {
    const fits = matchPatterns(expressionsOf("Wget", "[cC]url"), {path: "list.json", isCaseSensitive: true});
    expect(["Wget/1", "wget/1", "curl/8", "CURL/8"].map(fits)).toEqual([true, false, true, false]);
  });

  test("just when one of the patterns by itself does", () => {
    fc.assert(
      fc.property(fc.array(expression, {maxLength: 6}), fc.array(agent, {maxLength: 6}), (patterns, agents) => {
        const own = patterns.filter((pattern) => !RE2JS.compile(pattern, 1).test("zq 0"));
        const alone = own.map((pattern) => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE));
        const fits = matchPatterns(expressionsOf(...own), anyCase);
        return agents.every((one) => fits(one) === alone.some((pattern) => pattern.test(one)));
      }),
      {numRuns: 2000, seed: 20_051_201},
    );
  });

  test("just when the expressions of JavaScript do, on a public list and the agents in it", () => {
    const patterns = crawlers.map(({pattern}) => pattern);
    const fits = matchPatterns(expressionsOf(...patterns), {path: "list.json", isCaseSensitive: true});
    const known = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|"));
    const agents = crawlers.flatMap(({instances}) =>
      instances.flatMap((one) => [one, one.toLowerCase(), one.slice(9)]),
    );
    expect(agents.length).toBeGreaterThan(3000);
    expect(agents.filter((one) => fits(one) !== known.test(one))).toEqual([]);
  });
});

describe("a pattern made to take forever is answered", () => {
  const agents = ["a".repeat(1000), `${"a".repeat(999)}!`, "ab".repeat(500), "x".repeat(1000)];
  for (const pattern of ["(a+)+$", "(a|a)*b", "([a-z]+)*@", "(.*)*y", "(.*a){25}b", "x.{200}y.{150}z", "(a?){100}b"]) {
    test(pattern, () => {
      const fits = matchPatterns(expressionsOf(...Array<string>(20).fill(pattern)), anyCase);
      const once = new Set(agents.map((one) => fits(one)));
      expect(once.size).toBeGreaterThan(0);
    });
  }
});

describe("a pattern is refused with its line", () => {
  for (const [pattern, why] of [
    ["bot(?!tom)", "cannot be used: invalid or unsupported Perl syntax: `(?!`"],
    ["(?<!ro)bot", "cannot be used: "],
    ["(a)\\1", "cannot be used: invalid escape sequence: `\\1`"],
    ["(bot", "cannot be used: missing closing )"],
    ["[bot", "cannot be used: missing closing ]"],
    ["a{2000}", "cannot be used: invalid repeat count"],
    ["(?:a{100}){10}b{100}", "is too large"],
    [".*", "fits every agent"],
    ["x?", "fits every agent"],
  ] as const) {
    test(pattern, () => {
      const fault = faultOf(() => matchPatterns(expressionsOf("bot", pattern), anyCase));
      expect(fault).toMatchObject({code: "ROBOT_LIST_REFUSED", where: "list.json:3"});
      expect(fault.message).toContain(`the pattern "${pattern}" ${why}`);
      expect(fault.help).toMatch(/list$/);
    });
  }

  test("and so are patterns that are too large together", () => {
    const many = Array.from({length: 200}, (_, place) => `a${place}.{0,400}b`);
    const fault = faultOf(() => matchPatterns(expressionsOf(...many), anyCase));
    expect(fault).toMatchObject({code: "ROBOT_LIST_REFUSED", where: "list.json"});
    expect(fault.message).toBe("the patterns are too large together");
  });
});
