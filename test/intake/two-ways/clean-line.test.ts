import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {CleanCheck, cleanLine, longestLine, tooLongMark} from "../../../src/intake/line/clean.ts";
import {amount} from "../../run/amounts.ts";
import {lineOf, linesFrom, Workshop} from "../workshop.ts";

const bytesOf = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const mark = [0xef, 0xbb, 0xbf];

describe("a line is made clean", () => {
  for (const [what, line, want] of [
    [
      "as it stands",
      bytesOf('192.0.2.1 - - "GET /é 新 \u{1f5de}\u2028\u00a0\t"'),
      '192.0.2.1 - - "GET /é 新 \u{1f5de}\u2028\u00a0\t"',
    ],
    ["control characters", bytesOf("a\x01\x02\x08\x0b\x0c\x1b\x1f\x7fb"), "a\\x01\\x02\\x08\\x0B\\x0C\\x1B\\x1F\\x7Fb"],
    ["control characters of two bytes", bytesOf("a\u0080\u0085\u009fb"), "a\\xC2\\x80\\xC2\\x85\\xC2\\x9Fb"],
    ["NUL in the middle and at the end", bytesOf("a\0b\0"), "a\\x00b\\x00"],
    ["NUL before it", bytesOf("\0\0\0a"), "a"],
    ["NUL alone", bytesOf("\0\0\0"), "\\x00"],
    ["NUL alone, and a return", bytesOf("\0\0\r"), "\\x00"],
    ["a mark before it", bytesOf(mark, "a"), "a"],
    ["marks and NUL before it", bytesOf(mark, "\0", mark, mark, "\0a"), "a"],
    ["a mark alone", bytesOf(mark), ""],
    ["a mark in the middle", bytesOf("GET ", mark, "/"), "GET \\xEF\\xBB\\xBF/"],
    ["the half of a mark", bytesOf([0xef, 0xbb], "a"), "\\xEF\\xBBa"],
    ["a return at the end", bytesOf("a\r"), "a"],
    ["returns", bytesOf("\ra\r\r"), "\\x0Da"],
    [
      "bytes that are not UTF-8",
      bytesOf("é", [0xff, 0xc0, 0xaf], "é", [0xed, 0xa0, 0x80, 0xe2, 0x82]),
      "é\\xFF\\xC0\\xAFé\\xED\\xA0\\x80\\xE2\\x82",
    ],
    ["a letter beyond Unicode", bytesOf([0xf4, 0x90, 0x80, 0x80]), "\\xF4\\x90\\x80\\x80"],
    ["nothing", bytesOf(""), ""],
    ["as long as a line may be", Buffer.alloc(longestLine, "a"), "a".repeat(longestLine)],
    ["longer", Buffer.alloc(longestLine + 1, "a"), tooLongMark],
    [
      "as long as it may be behind NUL",
      bytesOf([...Buffer.alloc(1000)], "a".repeat(longestLine - 1)),
      "a".repeat(longestLine - 1),
    ],
    ["too long when it is written out", Buffer.alloc(longestLine / 2, 0xff), tooLongMark],
    ["just not", Buffer.alloc(longestLine / 4, 0xff), "\\xFF".repeat(longestLine / 4)],
    ["too long for its letters of three bytes", bytesOf("新".repeat(longestLine / 3), [0xff]), tooLongMark],
  ] as const) {
    test(what, () => expect(cleanLine(line) === want).toBe(true));
  }
});

/** Bytes that are odd, alone or together. */
const odd = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...[0x61, 0x22, 0x20, 9, 0x7e].map((byte) => [byte]))},
  {
    weight: 2,
    arbitrary: fc.constantFrom([10], [13], [13, 10], [0], [1], [0x7f], mark, [0xef], [0xbb], [0xbf], [0xc2], [0x80]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("é", "新", "\u{1f5de}", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ufffd")
      .map((text) => [...Buffer.from(text)]),
  },
  {weight: 1, arbitrary: fc.integer({min: 0, max: 255}).map((byte) => [byte])},
);
const bytes = fc.array(odd, {maxLength: 14}).map((parts) => Buffer.from(parts.flat()));

test("a clean line is left as it is", () => {
  fc.assert(
    fc.property(bytes, (line) => {
      const clean = cleanLine(line);
      expect(cleanLine(Buffer.from(clean))).toBe(clean);
      expect(Buffer.from(clean).includes(0)).toBe(false);
    }),
    {seed: 2005, numRuns: amount({few: 1000, all: 3000})},
  );
});

test("whether lines are clean is told as cleaning does, in however many pieces they come", () => {
  const counts = {clean: 0, other: 0};
  fc.assert(
    fc.property(bytes, fc.array(fc.nat({max: 40}), {maxLength: 4}), (text, cuts) => {
      const check = new CleanCheck();
      let from = 0;
      for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
        check.see(text.subarray(from, cut));
        from = Math.max(from, Math.min(cut, text.length));
      }
      const lines = text
        .toString("latin1")
        .split("\n")
        .map((line) => Buffer.from(line, "latin1"));
      const areClean = lines.every((line) => Buffer.from(cleanLine(line)).equals(line));
      counts[areClean ? "clean" : "other"]++;
      expect(check.isClean).toBe(areClean);
    }),
    {seed: 2005, numRuns: amount({few: 2000, all: 6000})},
  );
  expect(counts.clean).toBeGreaterThan(300);
  expect(counts.other).toBeGreaterThan(300);
});

test("a line that is too long is not clean, however it comes", () => {
  for (const [length, want] of [
    [longestLine, true],
    [longestLine + 1, false],
  ] as const) {
    const check = new CleanCheck();
    const text = Buffer.from(`a\n${"x".repeat(length)}\nb`);
    for (let from = 0; from < text.length; from += 300_000) check.see(text.subarray(from, from + 300_000));
    expect(check.isClean).toBe(want);
  }
});

describe("whichever way a file is read, its figures are those of its lines", () => {
  let workshop: Workshop;
  beforeEach(() => {
    workshop = new Workshop();
  });
  afterEach(() => workshop.remove());
  const given = '%h %l %u %t "%r" %>s %B "%{Referer}i" "%{User-Agent}i"';

  test("that hold bytes which are made clean", async () => {
    const strange = ["\x02", "\x0c", "\x1b[31m", "\x7f", "\ufeff", "\u0085"];
    const lines = strange.flatMap((sign, place) => [
      sign.startsWith("\ufeff") ? sign + lineOf(place) : lineOf(place),
      lineOf(10 + place, {path: `/a${sign}b`}),
      lineOf(20 + place).replace("Firefox", `Fire${sign}fox`),
    ]);
    workshop.write("plain.log", linesFrom(100, 200) + lines.join(""));
    await workshop.ingest(["plain.log"]);
    const other = new Workshop("publication: The Test Press\n", "other");
    try {
      other.write("given.log", linesFrom(100, 200) + lines.join(""));
      await other.ingest(["given.log", "--log-format", given]);
      const columns = "bytes, method, path, site, agent";
      expect(await other.facts(columns)).toEqual(await workshop.facts(columns));
      expect(Object.values(other.counts())).toEqual(Object.values(workshop.counts()));
      expect(JSON.stringify(await other.facts("path"))).toContain("/a\\\\x1B[31mb");
    } finally {
      other.remove();
    }
  });

  for (const [what, run] of [
    ["NUL", 0],
    ["bytes that are not UTF-8", 0xff],
  ] as const) {
    test(`that grow when they are made clean: ${what}`, async () => {
      const damage = Buffer.concat([
        Buffer.from(`${lineOf(1).slice(0, 70)}`),
        Buffer.alloc(600_000, run),
        Buffer.from("\n"),
      ]);
      const content = Buffer.concat([Buffer.from(linesFrom(100, 20)), damage, Buffer.from(linesFrom(200, 20))]);
      workshop.write("grown.log", content);
      await workshop.ingest(["grown.log", "--log-format", given]);
      expect(workshop.counts()).toEqual({"grown.log": [41, 40, 1, 0]});
      expect((await workshop.run("quarantine")).stdout).toContain("grown.log:21:1  too-long");
    });
  }
});
