import fc from "fast-check";
import {expect, test} from "vitest";
import {joinAnd, plural, superscript, visible} from "../../src/base/text.ts";

for (const [what, text, want] of [
  ["plain text", "GET /index.html", "GET /index.html"],
  ["letters of other scripts", "新闻 é ا 🗞", "新闻 é ا 🗞"],
  ["an escape sequence", "\x1b[31mred", "\\x1b[31mred"],
  ["a line break and a tab", "a\r\nb\tc", "a\\x0d\\x0ab\\x09c"],
  ["DEL and C1", "\x7f\x9b", "\\x7f\\x9b"],
  ["an override of direction", "log\u202egz.exe", "log\\u{202e}gz.exe"],
  ["isolates and marks", "\u2066\u2069\u200e\u200f", "\\u{2066}\\u{2069}\\u{200e}\\u{200f}"],
  ["the other line ends", "\u2028\u2029\u0085", "\\u{2028}\\u{2029}\\x85"],
  ["zero-width spaces and joiners", "a\u200bb\u200cc\u200dd\ufeff", "a\\u{200b}b\\u{200c}c\\u{200d}d\\u{feff}"],
  [
    "what joins words and means signs",
    "\u2060\u2061\u2062\u2063\u2064",
    "\\u{2060}\\u{2061}\\u{2062}\\u{2063}\\u{2064}",
  ],
  ["embeddings, overrides and their end", "\u202a\u202b\u202c\u202d", "\\u{202a}\\u{202b}\\u{202c}\\u{202d}"],
  ["a soft hyphen", "se\u00adcret", "se\\xadcret"],
  ["tags", "\u{e0041}\u{e0001}", "\\u{e0041}\\u{e0001}"],
  ["fillers that are letters", "\u3164\u115f\uffa0", "\\u{3164}\\u{115f}\\u{ffa0}"],
  ["selectors that select nothing", "a\ufe0f1\ufe0f\u{e0100}", "a\\u{fe0f}1\\u{fe0f}\\u{e0100}"],
  ["a non-joiner that Persian is written with", "می\u200cخواهم", "می\u200cخواهم"],
  ["a joiner that Hindi is written with", "क्\u200dष", "क्\u200dष"],
  ["a joiner at a word's end in Malayalam", "അവന്\u200d", "അവന്\u200d"],
  ["non-joiners one after the other", "می\u200c\u200cخواهم", "می\\u{200c}\\u{200c}خواهم"],
  ["a non-joiner at a word's end", "می\u200c", "می\\u{200c}"],
  ["a non-joiner between two scripts that join none", "a\u200cم", "a\\u{200c}م"],
  ["emoji of several", "👩🏽\u200d💻 ❤\ufe0f 1\ufe0f\u20e3", "👩🏽\u200d💻 ❤\ufe0f 1\ufe0f\u20e3"],
  ["a variant of a Chinese character, and one too many", "葛\u{e0100}\u{e0101}", "葛\u{e0100}\\u{e0101}"],
  ["half a surrogate pair", "a\ud800b", "a\\u{d800}b"],
] as const) {
  test(`visible: ${what}`, () => {
    expect(visible(text)).toBe(want);
  });
}

test("visible: what comes back holds no control character, whatever went in", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      const shown = visible(text);
      expect(shown).not.toMatch(
        /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u,
      );
      expect(visible(shown)).toBe(shown);
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
    expect(joinAnd(parts)).toBe(want);
  });
}

test("superscript: every digit is raised", () => {
  expect(superscript(1234567890)).toBe("¹²³⁴⁵⁶⁷⁸⁹⁰");
});
