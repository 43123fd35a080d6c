import fc from "fast-check";
import {RE2JS} from "re2js";

const pieces = ["a", "b", "bot", "S", "k", "ſ", "K", "İ", "é", "/", " ", "1", "x", "{", "}", "|", "-"];

/** A text of few different characters, so that expressions of the same ones fit it now and then. */
export const agent: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), {maxLength: 8})
  .map((all) => all.join(""));

const tokens = [
  ...["a", "b", "bot", "s", "k", "i", "é", "x", "1", " ", "-"],
  ...["(", "(?:", ")", "|", "*", "+", "?", "{2}", "{0,1}", "{", "}", "[ab]", "[^a]", "[]x]", "[a\\]b]", "[[:alpha:]]"],
  ...[
    "\\/",
    "\\.",
    "\\|",
    "\\(",
    "\\[",
    "\\b",
    "\\d",
    "\\s",
    "\\x61",
    ".",
    "^",
    "$",
    "(?i)",
    "(?-i:",
    "(?P<n>",
    "\\Q",
    "\\E",
  ],
];

/** Any regular expression that the engine takes. */
export const expression: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...tokens), {minLength: 1, maxLength: 7})
  .map((all) => all.join(""))
  .filter(isTaken);

function isTaken(text: string): boolean {
  try {
    RE2JS.compile(text, RE2JS.CASE_INSENSITIVE);
    return true;
  } catch {
    return false;
  }
}
