import crawlers from "crawler-user-agents";
import fc from "fast-check";
import {list as isbotPatterns} from "isbot";
import {describe, expect, test} from "vitest";
import {builtInList} from "../../../src/methodology/robots/lists/built-in.ts";
import {fitsAny} from "../../../src/methodology/robots/lists/compile.ts";

/** The plain way: one expression of them all. */
function plainly(patterns: readonly string[]): (agent: string) => boolean {
  const any = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|") || "(?!)");
  return (agent) => any.test(agent);
}

const patterns = crawlers.map(({pattern}) => pattern);
const agents = crawlers.flatMap(({instances}) => instances);
const browsers = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
  "",
  "-",
];

const rows: readonly {what: string; patterns: readonly string[]; agent: string; fits: boolean}[] = [
  {what: "a text within the agent", patterns: ["Bot"], agent: "TheBot/1", fits: true},
  {what: "no text in another case", patterns: ["Bot"], agent: "thebot/1", fits: false},
  {what: "an escaped text", patterns: ["Bot\\/1\\.0"], agent: "Bot/1.0", fits: true},
  {what: "the text that it holds, and no more of it", patterns: ["[Ww]get/\\d"], agent: "get/x", fits: false},
  {what: "an expression that holds no text", patterns: ["[a-c]\\d|zz"], agent: "b7", fits: true},
  {what: "a choice, though neither text is certain", patterns: ["Netumo|netumo"], agent: "netumo", fits: true},
  {what: "what need not be there", patterns: ["bots?$"], agent: "a bot", fits: true},
  {what: "the beginning alone", patterns: ["^curl"], agent: "libcurl", fits: false},
  {what: "nothing where there are no patterns", patterns: [], agent: "Googlebot", fits: false},
];

describe("one of the expressions fits:", () => {
  for (const {what, patterns, agent, fits} of rows) {
    test(what, () => {
      expect(fitsAny(patterns)(agent)).toBe(fits);
      expect(plainly(patterns)(agent)).toBe(fits);
    });
  }
});

test("crawler-user-agents fits each of its own agents, and no browser", () => {
  expect(agents.length).toBeGreaterThan(2000);
  const {isRobot} = builtInList("crawler-user-agents");
  expect(agents.filter((agent) => !isRobot(agent))).toEqual([]);
  expect(browsers.filter((agent) => isRobot(agent))).toEqual([]);
});

for (const [name, list] of [
  ["crawler-user-agents", patterns],
  ["isbot, in one case", isbotPatterns],
] as const) {
  test(`${name}: the quick way says what the plain way says of agents cut, joined and in other cases`, () => {
    const [quick, plain] = [fitsAny(list), plainly(list)];
    const piece = fc
      .tuple(fc.constantFrom(...agents, ...browsers, ...list), fc.nat(60), fc.nat(60), fc.constantFrom("", "l", "u"))
      .map(([text, from, length, form]) => {
        const cut = text.slice(from, from + length);
        return form === "l" ? cut.toLowerCase() : form === "u" ? cut.toUpperCase() : cut;
      });
    fc.assert(
      fc.property(fc.array(piece, {minLength: 1, maxLength: 4}), (pieces) => {
        const agent = pieces.join(" ");
        expect(quick(agent)).toBe(plain(agent));
      }),
      {numRuns: 2000},
    );
    for (const agent of [...agents, ...browsers]) expect(quick(agent), agent).toBe(plain(agent));
  });
}

test("any expressions: the quick way says what the plain way says", () => {
  const atom = fc.constantFrom("a", "b", "ab", "\\.", "\\/", "[ab]", "(?:ab)", "(a|b)", "\\d", ".", "(?!a)", "(?<=b)");
  const part = fc.tuple(atom, fc.constantFrom("", "", "?", "*", "+", "{0,2}", "|", "$")).map((both) => both.join(""));
  const pattern = fc.array(part, {minLength: 1, maxLength: 5}).map((parts) => parts.join(""));
  const valid = pattern.filter((text) => {
    try {
      return new RegExp(text) !== null;
    } catch {
      return false;
    }
  });
  const agent = fc.array(fc.constantFrom("a", "b", ".", "/", "1", " "), {maxLength: 12}).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.array(valid, {maxLength: 3}), fc.array(agent, {minLength: 1, maxLength: 5}), (some, texts) => {
      const [quick, plain] = [fitsAny(some), plainly(some)];
      for (const text of texts) expect(quick(text), `${some} in ${text}`).toBe(plain(text));
    }),
    {numRuns: 2000},
  );
});
