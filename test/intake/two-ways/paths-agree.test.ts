import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {LineScanner} from "../../../src/intake/scanner/line-scanner.ts";
import {amount} from "../../run/amounts.ts";
import {Typist} from "./typed-rows.ts";

const typist = new Typist();
afterAll(() => typist.close());

const hex = fc.integer({min: 0, max: 0xffff}).map((group) => group.toString(16));
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.tuple(hex, hex).map(([a, b]) => `2001:db8:${a}:${b}::1`),
  fc.constantFrom("unknown", "Anonymous", "anon", "x.x.x.x", "xxx.xxx.xxx.xxx", "none", "hidden.example", "private"),
  fc.constantFrom("Reader.example.net", "localhost", "-", "2001:DB8::", "::1", "[2001:db8::7]", "192.0.2.1:4711"),
);
const words = fc.constantFrom(
  ...[
    '"',
    "\\",
    " ",
    "  ",
    ",",
    "[",
    "]",
    "-",
    "+",
    "?",
    "#",
    "a",
    "0",
    "200",
    "304 -",
    '" 200 5',
    '" "',
    "HTTP/1.1",
    " HTTP/2.0",
  ],
  ...[
    "/",
    "//",
    ":",
    "%",
    "é",
    "新",
    "\t",
    "e3",
    "_",
    "1e9",
    "[10/Oct/2005:13:55:36 -0700]",
    ' "GET / HTTP/1.0" 200 7',
  ],
);
const text = fc.oneof(
  {weight: 4, arbitrary: fc.webPath()},
  {weight: 1, arbitrary: fc.array(words, {maxLength: 5}).map((parts) => parts.join(""))},
);
const odd = (usual: readonly string[]) =>
  fc.oneof({weight: 30, arbitrary: fc.constantFrom(...usual)}, {weight: 1, arbitrary: text});

const day = fc.tuple(
  fc.integer({min: 1, max: 31}),
  fc.constantFrom("Jan", "Feb", "Oct", "Dez"),
  fc.integer({min: 1989, max: 2027}),
);
const clock = fc.tuple(fc.integer({max: 24, min: 0}), fc.integer({max: 60, min: 0}), fc.integer({max: 61, min: 0}));
const two = (number: number): string => String(number).padStart(2, "0");
const instant = fc
  .tuple(day, clock, fc.constantFrom("+0000", "-0700", "+0545", "+1400", "-2500"))
  .map(([[d, month, year], time, zone]) => `${two(d)}/${month}/${year}:${time.map(two).join(":")} ${zone}`);

const line = fc
  .record({
    host: odd(["www.example.org:80 ", "[2001:db8::80]:443 ", "", ""]),
    client: odd(["192.0.2.7", "192.0.2.7, 10.0.0.1"]).chain((usual) => fc.oneof(fc.constant(usual), address)),
    user: odd([" - - ", " - frank ", " - john smith ", " x y "]),
    time: fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom("10/Oct/2005:13:55:36 -0700", "1/Jan/2024:00:00:00 +0000")},
      {weight: 1, arbitrary: instant},
    ),
    method: odd(["GET", "HEAD", "POST"]),
    path: text,
    protocol: odd([" HTTP/1.1", " HTTP/1.0", " HTTP/2.0", " HTTP/3", ""]),
    status: odd(["200", "200", "200", "304", "404", "000", "99", "+20", "1e2", "0x1"]),
    bytes: odd([
      "5",
      "7",
      "1234567",
      "2326",
      "512",
      "10",
      "-",
      "5",
      "-",
      "0",
      "1e3",
      "+5",
      "1_000",
      "-5",
      "5 6",
      "18446744073709551616",
      "1000000000000001",
    ]),
    origin: odd([
      "",
      ' "-" "-"',
      ' "https://example.org/a?b" "Mozilla/5.0"',
      ' "-" ""',
      ' "" ""',
      ' "-" "a \\"b\\" c"',
    ]),
    rest: odd(["", "", "", ' "203.0.113.9"', " 0.003", " "]),
  })
  .map((part) => {
    const before = `${part.host}${part.client}${part.user}[${part.time}]`;
    return `${before} "${part.method} ${part.path}${part.protocol}" ${part.status} ${part.bytes}${part.origin}${part.rest}`;
  });

/** Cuts a line, or puts something into it, or takes something out. */
const damaged = fc
  .tuple(line, fc.nat(), fc.nat({max: 12}), fc.constantFrom("cut", "put", "take"), words)
  .map(([whole, place, length, what, word]) => {
    const at = place % (whole.length + 1);
    if (what === "cut") return whole.slice(0, at);
    return whole.slice(0, at) + (what === "put" ? word : "") + whole.slice(at + (what === "take" ? length : 0));
  });

/** The formats whose plain lines the scanner knows. */
const shapes = {
  combined: {hasHost: false, hasOrigin: true},
  "combined-vhost": {hasHost: true, hasOrigin: true},
  common: {hasHost: false, hasOrigin: false},
  "common-vhost": {hasHost: true, hasOrigin: false},
} as const;

/** What is usual, and now and then what is not. */
const mostly = (usual: readonly string[], odd: readonly string[]) =>
  fc.oneof({weight: 15, arbitrary: fc.constantFrom(...usual)}, {weight: 1, arbitrary: fc.constantFrom(...odd)});

/** Lines that are plain, mostly but for one thing. */
const nearlyPlain = fc
  .record({
    host: mostly(
      ["www.example.org:80 ", "www.example.org:443 ", "www.example.org "],
      ["a:b:80 ", "www.example.org:123456 ", ":80 "],
    ),
    client: fc.oneof(
      {weight: 15, arbitrary: address},
      fc.constantFrom("a,b", "a\tb", "Ü", "", "a[b", "192n0.2.56", "192.0.2.256", "192.0.2", "4.example"),
    ),
    user: mostly([" - - ", " - frank "], [" ", "  ", " -  - ", " a [b ", " - \t ", ' - " ']),
    time: fc.oneof(
      {weight: 15, arbitrary: fc.constantFrom("10/Oct/2005:13:55:36 -0700", "01/Jan/2024:00:00:00 +0000")},
      {weight: 5, arbitrary: instant},
      fc.constantFrom("10/oct/2005:13:55:36 -0700", "10/Oct/2005 13:55:36 -0700", "10/Oct/2005:1a:55:36 -0700"),
    ),
    method: mostly(["GET", "HEAD"], ["get", "G\u00c9T", ""]),
    path: fc.oneof(
      {weight: 15, arbitrary: fc.constantFrom("/", "/a.html", "/a#b", "/a?b=c", "/a?b#c", "/%C3%A9")},
      fc.constantFrom("/a?b c", "?", ""),
      text,
    ),
    protocol: mostly([" HTTP/1.1", " HTTP/1.0", " HTTP/2.0", " HTTP/3"], [" HTTP/", " HTTP", " http/1.1", ""]),
    answer: mostly(["200 5", "304 -", "000 0", "200 007"], ["20 5", "200  5", "200 ", "2x0 5", "200 5 "]),
    size: mostly([""], ["0", "00000000000000", "999999999999999"]),
    origin: mostly(
      [' "-" "Lynx"', ' "https://u@a.org/b" "Lynx"', ' "http:/x" ""', ' "" "a"', ' "a/b/c@d@e/f" "x"', ' "//@/" "-"'],
      [' "-" "é"', ' "-"  "Lynx"', ' "-" "Ly"nx"', ' "-" "Lynx', ' "-" "a\\b"', ' "a@b" "\t"'],
    ),
    rest: mostly(["", "", "", ' "203.0.113.9"'], [' "', ' ""', "  ", " x", ' "a" "b"', ' "é"']),
  })
  .map((part) => {
    const before = `${part.client}${part.user}[${part.time}]`;
    return [
      part.host,
      `${before} "${part.method} ${part.path}${part.protocol}" ${part.answer}${part.size}`,
      `${part.origin}${part.rest}`,
    ] as const;
  });

/** All that is kept of a client. */
const ids = "concat_ws(' ', reader, address, network48, network32)";

describe("the scanner gives what reading as text gives", () => {
  for (const [format, {hasHost, hasOrigin}] of Object.entries(shapes)) {
    test(`${format}: for lines of every kind, whole and damaged`, async () => {
      const nearly = nearlyPlain.map(([host, all, origin]) => `${hasHost ? host : ""}${all}${hasOrigin ? origin : ""}`);
      const lines = fc
        .sample(fc.oneof(line, damaged, {weight: 4, arbitrary: nearly}), {
          seed: 2005,
          numRuns: amount({few: 4000, all: 12_000}),
        })
        // A newline would make two lines of one.
        .map((one) => one.replaceAll(/[\n\r]/g, ""));
      const wanted = await typist.rows(format, lines, ids);
      const scanned = await typist.scanned(format, lines, 5000, ids);
      expect(scanned).toHaveLength(lines.length);
      const differing = lines.flatMap((one, place) => {
        const [scan, exact] = [JSON.stringify(scanned[place]), JSON.stringify(wanted[place])];
        return scan === exact ? [] : [{line: one, scan, exact}];
      });
      expect(differing.slice(0, 5)).toEqual([]);
      // Of use only when the scanner takes many of them and leaves many.
      const scanner = new LineScanner();
      const order = {shape: {hasHost, hasOrigin}, earliest: 1, latest: Number.POSITIVE_INFINITY};
      const {odd} = scanner.read(Buffer.from(lines.map((one) => `${one}\n`).join("")), order, null);
      expect(Math.min(odd.length, lines.length - odd.length)).toBeGreaterThan(500);
      expect(wanted.filter((row) => row === null).length).toBeGreaterThan(500);
    });
  }
});

test("both ways of reading cut a long text alike", async () => {
  const long = (sign: string, end: string): string => `${sign.repeat(2100)}${end}`;
  const texts = ["a", "é"].flatMap((sign) => [long(sign, "1"), long(sign, "2")]);
  for (const [format, {hasHost, hasOrigin}] of Object.entries(shapes)) {
    const lines = texts.map((text) => {
      const host = hasHost ? "www.example.org:80 " : "";
      const origin = hasOrigin ? ` "https://${text}.example.org/" "Lynx ${text}"` : "";
      return `${host}192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /${text}?b HTTP/1.1" 200 5${origin}`;
    });
    const wanted = await typist.rows(format, lines);
    expect(await typist.scanned(format, lines, 10)).toEqual(wanted);
    expect(new Set(wanted.map((row) => row?.path)).size).toBe(lines.length);
    for (const row of wanted) {
      for (const text of [row!.path, row!.site, row!.agent, row!.host]) expect(text?.length ?? 0).toBeLessThan(2049);
    }
  }
});
