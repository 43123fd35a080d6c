import {describe, expect, test} from "vitest";
import {bookNames, books} from "../../../src/ledger/books.ts";
import {dayMeant} from "../../../src/ledger/cells/day.ts";
import {columnWords} from "../../../src/ledger/import/column-words.ts";
import {plainLetters} from "../../../src/ledger/spelling.ts";

describe("the names of columns in other languages", () => {
  for (const book of bookNames) {
    test(`are there for every column of ${book}, and none is that of two`, () => {
      const named = Object.keys(books[book].columns).map((column) => columnWords(column).map(plainLetters));
      for (const names of named) expect(names.length).toBeGreaterThan(1);
      const all = named.flatMap((names) => [...new Set(names)]);
      expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([]);
    });
  }
});

describe("a text that is not written as a day", () => {
  for (const [text, day] of [
    ["5.7.2005", "2005-07-05"],
    ["25/7/2005", "2005-07-25"],
    ["05/07/2005", null],
    ["3. Juli 2005", "2005-07-03"],
    ["3. M\u00e4rz 2005", "2005-03-03"],
    ["1er ao\u00fbt 2005", "2005-08-01"],
    ["12 f\u00e9vr. 2005", "2005-02-12"],
    ["6 de julio de 2005", "2005-07-06"],
    ["July 28th, 2005", "2005-07-28"],
    ["2005\u5e747\u67083\u65e5", "2005-07-03"],
    ["3 \u064a\u0648\u0644\u064a\u0648 2005", "2005-07-03"],
    ["30 Feb 2005", null],
    ["3 jui 2005", null],
    ["3 ma 2005", null],
    ["2005-07-03", null],
    ["soon", null],
  ] as const) {
    test(`${text} means ${day ?? "nothing that is sure"}`, () => expect(dayMeant(text)).toBe(day));
  }
});
