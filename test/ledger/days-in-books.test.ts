import {describe, expect, test} from "vitest";
import {daysInBooks} from "../../src/ledger/days-in-books.ts";
import {type BookTexts, heads, ledgerOf} from "./workshop.ts";

const july = ["2005-07"];

describe("the last day of July 2005 that the books speak of", () => {
  for (const [what, texts, lastDay] of [
    ["is that of the last row", {funds: [heads.funds, "2005-07-02,5,print,,", "2005-07-09,5,print,,"]}, "2005-07-09"],
    [
      "is the month's last where a row is of the month",
      {history: ["measure,month,value,source", "readers,2005-07,5,a"]},
      "2005-07-31",
    ],
    [
      "is the month's last where a row is of a longer time",
      {credits: ["period,post,what,by", "2005-H2,editor,all,Li"]},
      "2005-07-31",
    ],
    [
      "is that on which an event ends",
      {events: ["date,until,measure,text", "2005-06-30,2005-07-03,,rain"]},
      "2005-07-03",
    ],
    [
      "is none where every row is of other months",
      {funds: [heads.funds, "2005-06-30,5,print,,", "2005-08-01,5,print,,"]},
      null,
    ],
    ["is none where a target alone is of it", {plan: ["measure,date,target", "readers,2005-07-31,5"]}, null],
    ["is none where the row is withdrawn", {funds: [heads.funds, "2005-07-02,5,print,f1,", ",,,,f1"]}, null],
  ] satisfies readonly (readonly [string, BookTexts, string | null])[]) {
    test(what, () => {
      expect(daysInBooks(ledgerOf(texts), july).lastDay).toBe(lastDay);
    });
  }

  test("is none where no book is kept, and it is said that there is none", () => {
    expect(daysInBooks(ledgerOf({}), july)).toEqual({lastDay: null, hasRows: false});
    expect(daysInBooks(ledgerOf({funds: [heads.funds, "2004-07-02,5,print,,"]}), july)).toEqual({
      lastDay: null,
      hasRows: true,
    });
  });
});
