import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {lineShape, shownExcerpt} from "../../../src/intake/facts/line-shape.ts";
import {refuse} from "../../../src/intake/facts/quarantine.ts";

describe("the shape of a line", () => {
  for (const [what, line, column, shape] of [
    [
      "that is cut off in its request",
      '192.0.2.7 - frank [10/Oct/2005:13:55:36 +0000] "GET /s?q=words HTT',
      47,
      'word(9) - word(5) [time] ▸ "GET path(14)',
    ],
    [
      "with four digits where the status stands",
      '192.0.2.7 - - [10/Oct/2005:13:55:36 +0000] "GET / HTTP/1.1" 2000 5 "-" "x"',
      44,
      'word(9) - - [time] ▸ "GET path(1) HTTP/1.1" number(4) number(1) "-" "text(1)"',
    ],
    ["that is no request at all", "Segmentation fault", 1, "▸ word(12) word(5)"],
    ["of JSON", '{"ip":"192.0.2.7","q":"a b"}', 1, "▸ {}(24) word(3)"],
    [
      "whose time lacks its seconds",
      "host - - [10/Oct/2005:13:55 +0000]",
      1,
      "▸ word(4) - - [dd/mmm/dddd:dd:dd +dddd]",
    ],
    ["with an address for a time", "host - - [192-0-2-78]", 1, "▸ word(4) - - [ddd-d-d-dd]"],
    ["that ends before its fault", "host", 40, "word(4) ▸"],
    ["of nothing", "", 1, "▸"],
    ["with a long path", `"GET /${"a".repeat(5000)} HTTP/1.1" 404`, 1, '▸ "GET path(99+) HTTP/1.1" 404'],
    ["with a number that is no status", '"GET / HTTP/1.1" 192', 1, '▸ "GET path(1) HTTP/1.1" number(3)'],
    ["with more fields than are told", "a ".repeat(40), 40, `… ${"word(1) ".repeat(6)}▸ ${"word(1) ".repeat(10)}…`],
  ] as const) {
    test(`of a line ${what}`, () => {
      const found = lineShape(line, column, {expected: null, tellsTime: false});
      expect(found).toBe(shape);
      expect(shownExcerpt(found)).toBe(shape);
    });
  }

  test("shows a time where the time is what is wrong", () => {
    const line = 'host - - [31/Feb/2005:13:55:36 +0000] "GET / HTTP/1.1" 200 5';
    expect(refuse(1, line, {reason: "bad-time", column: 11}).excerpt).toBe(
      'word(4) - - ▸ [31/Feb/2005:13:55:36 +0000] "GET path(1) HTTP/1.1" 200 number(1)',
    );
  });

  test("of an older version's words is not shown", () => {
    for (const old of [
      '… "GET /news/ HT',
      "… fault",
      "word(9) frank",
      "number(3221226064)",
      '"GET /s path(3)"',
      "… 192 ",
    ]) {
      expect(shownExcerpt(old), old).toBe("");
    }
  });
});

describe("whatever a line holds", () => {
  const word = fc.string({minLength: 3, maxLength: 12, unit: fc.constantFrom(..."abcxyz0123456789".split(""))});
  const octet = fc.integer({min: 100, max: 255});
  const address = fc
    .tuple(octet, octet, octet, octet, fc.constantFrom(".", "-", "_", "%2E", "․", "。", "．", ":", "\\.", " .", ","))
    .map(([a, b, c, d, dot]) => [a, b, c, d].join(dot));
  const number = fc.integer({min: 2 ** 24, max: 2 ** 32 - 1});
  const client = fc.oneof(
    address,
    address.map((one) => one.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
    number.map(String),
    number.map((one) => `0x${one.toString(16)}`),
    fc.ipV6(),
    address.map((one) => `ip-${one}.example`),
  );
  const glue = fc.constantFrom(
    " ",
    '"',
    "[",
    "]",
    "/",
    "?q=",
    "&",
    " - ",
    '" ',
    ' "GET ',
    ' HTTP/1.1" ',
    ":",
    "{",
    "\t",
    '\\"',
  );
  const piece = fc.oneof(word, client);

  test("no piece of three characters of it is in its shape", () => {
    const line = fc.array(fc.tuple(glue, piece), {minLength: 1, maxLength: 12});
    fc.assert(
      fc.property(line, fc.nat(80), fc.boolean(), (parts, at, hasTime) => {
        const time = hasTime ? " [10/Oct/2005:13:55:36 +0000] " : "";
        const text = parts.map((part, place) => (place === 2 ? time : "") + part.join("")).join("");
        for (const excerpt of [
          lineShape(text, at + 1, {expected: null, tellsTime: false}),
          refuse(1, text, {reason: "bad-time", column: at + 1}).excerpt,
        ]) {
          for (const secret of parts
            .flatMap(([, said]) => said.split(/[^\p{L}\p{N}]+/u))
            .filter(({length}) => length > 2)) {
            // The status behind a request may be told, and so may the time that is wrong.
            expect(excerpt.replace(/\[10\/Oct\/2005:13:55:36 \+0000\]|(?<=") \d{3}(?= |$)/g, ""), text).not.toContain(
              secret,
            );
          }
        }
      }),
      {seed: 20051010, numRuns: 2000},
    );
  });
});
