import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {detect} from "../../../src/intake/formats/detect.ts";
import {formatNamed} from "../../../src/intake/formats/named.ts";
import type {Refusal} from "../../../src/intake/line/fields.ts";
import {InputLines} from "../../../src/intake/line/input-lines.ts";
import {amount} from "../../run/amounts.ts";
import {planOfFormats} from "../plan-of.ts";

const latest = Date.UTC(2026, 2, 1) / 1000;

function judge(format: string, lines: readonly string[]): (Refusal | null)[] {
  const reader = new InputLines(planOfFormats([format]), latest);
  return lines.map((line) => {
    const reading = reader.read(line);
    return reading === "ignored" ? null : reading;
  });
}

const combined = "combined";
const rest = '"GET / HTTP/1.1" 200 5 "-" "-"';

describe("a line that is no request is refused where it goes wrong", () => {
  for (const [what, line, want] of [
    ["no instant", "damage", "no-time 1"],
    ["cut after the instant", "192.0.2.1 - - [10/Oct/2005:13:55:36 +0000]", "no-match 43"],
    ["a day that no calendar has", `192.0.2.1 - - [31/Feb/2005:13:55:36 +0000] ${rest}`, "bad-time 16"],
    ["a time before the Web", `192.0.2.1 - - [31/Dec/1990:13:55:36 +0000] ${rest}`, "absurd-time 16"],
    [
      "too large",
      `192.0.2.1 - - [31/Dec/2005:13:55:36 +0000] ${rest}`.replace("200 5", "200 1000000000000001"),
      "bad-bytes 65",
    ],
    [
      "of more digits than a number has",
      `192.0.2.1 - - [31/Dec/2005:13:55:36 +0000] ${rest}`.replace("200 5", `200 ${"9".repeat(400)}`),
      "bad-bytes 65",
    ],
    ["behind a letter of two units", `192.0.2.1 - \u{1f5de} [31/Feb/2005:13:55:36 +0000] ${rest}`, "bad-time 17"],
    [
      "behind a separator of lines that is none here",
      `192.0.2.1 - \u2028 [31/Feb/2005:13:55:36 +0000] ${rest}`,
      "bad-time 16",
    ],
  ] as const) {
    test(what, () => {
      const [refusal] = judge(combined, [line]);
      expect(`${refusal?.reason} ${refusal?.column}`).toBe(want);
    });
  }

  test("in a format whose size comes before its instant, and in one without a size", () => {
    const sized = formatNamed('%b (%s) %h %t "%r"');
    const unsized = formatNamed('%h "%r" %s [%t]'.replace("[%t]", "%t"));
    expect(judge(sized, ['5 (200) 192.0.2.1 [31/Feb/2005:13:55:36 +0000] "GET / HTTP/1.1"'])).toEqual([
      expect.objectContaining({reason: "bad-time", column: 20}),
    ]);
    expect(judge(sized, ['1000000000000001 (200) 192.0.2.1 [01/Feb/2005:13:55:36 +0000] "GET / HTTP/1.1"'])).toEqual([
      {reason: "bad-bytes", column: 1},
    ]);
    expect(judge(unsized, ['192.0.2.1 "GET / HTTP/1.1" 200 [31/Feb/2005:13:55:36 +0000]'])).toEqual([
      {reason: "bad-time", column: 33},
    ]);
  });
});

/** What an expression that goes back may go back over, again and again. */
const pieces = [
  ' [10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.0" 200 7',
  ' "GET / HTTP/1.0" 200 7 "-" "-"',
  '" "',
  ' "" ""',
  "[10/Oct/2005:13:55:36 +0000]",
  " 200 5",
  '\\"',
  "\u2028",
  "\u2029",
  " ",
  '"',
  "a:80 b ",
  "é",
];

// Minutes, and then hours, where an expression goes back; a moment where none does.
test("detection and refusal of any 64 kB come to an end", {timeout: 120_000}, () => {
  const lines = fc.sample(
    fc
      .tuple(
        fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 4}),
        fc.constantFrom("", "\u2028", '"', "192.0.2.1 "),
      )
      .map(([parts, end]) => {
        const part = parts.join("");
        return `192.0.2.1 - - ${part.repeat(Math.ceil(65_000 / part.length))}`.slice(0, 65_000) + end;
      }),
    {seed: 2005, numRuns: amount({few: 15, all: 40})},
  );
  for (const line of lines) detect([line]);
  for (const name of ["combined", "combined-vhost", "common"]) {
    expect(judge(formatNamed(name), lines)).toHaveLength(lines.length);
  }
});

test("a line that was made to hang its reader hangs none, and the file's format is found", () => {
  const made = (count: number): string =>
    `192.0.2.1 - - ${'[10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.0" 200 7 '.repeat(count)}\u2028 "x`;
  // What stands behind its first size is passed over.
  expect(judge(combined, [made(120)])).toEqual([null]);
  const plain = `192.0.2.1 - - [10/Oct/2005:13:55:36 -0700] ${rest}`;
  expect(detect([made(120), plain])?.format.name).toBe("combined");
});

test("a leap second is read as the second before it", () => {
  const reader = new InputLines(planOfFormats([combined]), latest);
  expect(reader.read(`192.0.2.1 - - [31/Dec/2016:23:59:60 +0000] ${rest}`)).toBeNull();
  expect(reader.fields.second).toBe(Date.UTC(2016, 11, 31, 23, 59, 59) / 1000);
  expect(judge(combined, [`192.0.2.1 - - [31/Dec/2016:23:59:61 +0000] ${rest}`])).toEqual([
    {reason: "bad-time", column: 16},
  ]);
});
