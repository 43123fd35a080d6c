import {describe, expect, test} from "vitest";
import {isIgnored} from "../../../src/intake/line/ignored.ts";

describe("a line that is neither a request nor a fault", () => {
  for (const [what, line, want] of [
    ["nothing", "", true],
    ["blanks of any kind", " \t\r\u00a0", true],
    ["a comment", "#Fields: date time", true],
    ["a sign of a comment alone", "#", true],
    ["a comment behind a blank is no comment", " #Fields: date time", false],
    ["a dash", "-", false],
    ["a byte order mark before a request", "\ufeff192.0.2.1 - -", false],
  ] as const) {
    test(what, () => expect(isIgnored(line)).toBe(want));
  }
});
