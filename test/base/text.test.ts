import fc from "fast-check";
import {expect, test} from "vitest";
import {listed, plural, superscript, visible} from "../../src/base/text.ts";

for (const [what, text, want] of [
  ["plain text", "GET /index.html", "GET /index.html"],
  ["letters of other scripts", "新闻 é ا 🗞", "新闻 é ا 🗞"],
  ["an escape sequence", "\x1b[31mred", "\\x1b[31mred"],
  ["a line break and a tab", "a\r\nb\tc", "a\\x0d\\x0ab\\x09c"],
  ["DEL and C1", "\x7f\x9b", "\\x7f\\x9b"],
  ["an override of direction", "log\u202egz.exe", "log\\u{202e}gz.exe"],
  ["isolates and marks", "\u2066\u2069\u200e\u200f", "\\u{2066}\\u{2069}\\u{200e}\\u{200f}"],
  ["the other line ends", "\u2028\u2029\u0085", "\\u{2028}\\u{2029}\\x85"],
  ["half a surrogate pair", "a\ud800b", "a\\u{d800}b"],
] as const) {
  test(`visible: ${what}`, () => {
    expect(visible(text)).toBe(want);
  });
}

test("visible: what comes back holds no control character, whatever went in", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
    }),
  );
});

for (const [count, want] of [
  [0, "0 lines"],
  [1, "1 line"],
  [3_761_882, "3,761,882 lines"],
] as const) {
  test(`plural: ${want}`, () => {
    expect(plural(count, "line", "lines")).toBe(want);
  });
}

for (const [parts, want] of [
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
] as const) {
  test(`listed: ${parts.length} parts`, () => {
    expect(listed(parts)).toBe(want);
  });
}

test("superscript: every digit is raised", () => {
  expect(superscript(1234567890)).toBe("¹²³⁴⁵⁶⁷⁸⁹⁰");
});
