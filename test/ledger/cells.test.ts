import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {z} from "zod";
import {countCell} from "../../src/ledger/cells/count.ts";
import {dayCell, serialDay} from "../../src/ledger/cells/day.ts";
import {amountCell, moneyCell} from "../../src/ledger/cells/money.ts";
import {periodCell} from "../../src/ledger/cells/period.ts";
import {rankCell} from "../../src/ledger/cells/rank.ts";
import {wordCell} from "../../src/ledger/cells/word.ts";

function refusalOf(cell: z.ZodType<unknown, string>, text: string): [what: string, help: unknown] {
  const issue = cell.safeParse(text).error?.issues[0];
  if (issue?.code !== "custom") throw new Error(`${text} was not refused in words`);
  return [issue.message, issue.params?.["help"]];
}

const format = "or format the column as YYYY-MM-DD, and save it as CSV again";
describe("a day that is refused", () => {
  for (const [text, what, help] of [
    ["", '"" is not a day', "write it like 2005-09-01"],
    ["soon", '"soon" is not a day', "write it like 2005-09-01"],
    ["2005", '"2005" is not a day', "write it like 2005-09-01"],
    ["2005-07", '"2005-07" is a month, not a day', "write a day of it, like 2005-07-01"],
    ["2005-02-29", "there is no day 2005-02-29: February 2005 has 28 days", "write a day up to 2005-02-28"],
    ["2005-02-31", "there is no day 2005-02-31: February 2005 has 28 days", "write a day up to 2005-02-28"],
    ["2004-02-30", "there is no day 2004-02-30: February 2004 has 29 days", "write a day up to 2004-02-29"],
    ["2005-06-31", "there is no day 2005-06-31: June 2005 has 30 days", "write a day up to 2005-06-30"],
    ["2005-13-01", '"2005-13-01" is not a day', "write it like 2005-09-01"],
    [
      "38534",
      '"38534" is a spreadsheet\'s number for the day 2005-07-01 (2009-07-02 where it counts from 1904)',
      `write 2005-07-01, ${format}`,
    ],
    [
      "38534.5",
      '"38534.5" is a spreadsheet\'s number for the day 2005-07-01 (2009-07-02 where it counts from 1904)',
      `write 2005-07-01, ${format}`,
    ],
    ["05/07/2005", '"05/07/2005" may be 2005-07-05 or 2005-05-07', `write the one that is meant, ${format}`],
    ["5-7-2005", '"5-7-2005" may be 2005-07-05 or 2005-05-07', `write the one that is meant, ${format}`],
    ["05/05/2005", '"05/05/2005" is not written as a day', "write 2005-05-05"],
    ["25/07/2005", '"25/07/2005" is not written as a day', "write 2005-07-25"],
    ["07/25/2005", '"07/25/2005" is not written as a day', "write 2005-07-25"],
    ["5.7.2005", '"5.7.2005" is not written as a day', "write 2005-07-05"],
    ["5. 7. 2005", '"5. 7. 2005" is not written as a day', "write 2005-07-05"],
    ["2005/7/5", '"2005/7/5" is not written as a day', "write 2005-07-05"],
    ["2005-7-5", '"2005-7-5" is not written as a day', "write 2005-07-05"],
    ["20050705", '"20050705" is not written as a day', "write 2005-07-05"],
    ["2005年7月5日", '"2005年7月5日" is not written as a day', "write 2005-07-05"],
    ["2005-07-05 13:45", '"2005-07-05 13:45" is not written as a day', "write 2005-07-05"],
    ["2005-07-05T00:00:00Z", '"2005-07-05T00:00:00Z" is not written as a day', "write 2005-07-05"],
    ["5 July 2005", '"5 July 2005" is not written as a day', "write 2005-07-05"],
    ["5-Jul-2005", '"5-Jul-2005" is not written as a day', "write 2005-07-05"],
    ["July 5th, 2005", '"July 5th, 2005" is not written as a day', "write 2005-07-05"],
    ["Jly 5, 2005", '"Jly 5, 2005" is not a day', "write it like 2005-09-01"],
    ["31/06/2005", '"31/06/2005" is not a day', "write it like 2005-09-01"],
    ["05/07/05", '"05/07/05" is not a day', "write it like 2005-09-01"],
  ] as const) {
    test(`${text}: ${what}`, () => expect(refusalOf(dayCell, text)).toEqual([what, help]));
  }
});

describe("the day that a spreadsheet means by a number", () => {
  // Known from Excel: its first day that is right is 1 March 1900, number 61.
  for (const [serial, day] of [
    [61, "1900-03-01"],
    [25569, "1970-01-01"],
    [36525, "1999-12-31"],
    [38411, "2005-02-28"],
    [38412, "2005-03-01"],
    [38534.999, "2005-07-01"],
  ] as const) {
    test(`${serial} is ${day}`, () => expect(serialDay(serial)).toBe(day));
  }
});

test("every day of the calendar is a day, and is found again from how others write it", () => {
  const days = fc.date({min: new Date("1900-03-01"), max: new Date("2150-01-01"), noInvalidDate: true});
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, number] = day.split("-").map(Number);
      expect(dayCell.parse(day)).toBe(day);
      for (const text of [`${number}.${month}.${year}`, `${year}/${month}/${number}`, day.replaceAll("-", "")]) {
        expect(refusalOf(dayCell, text)[1]).toBe(`write ${day}`);
      }
      expect(String(refusalOf(dayCell, `${number}/${month}/${year}`))).toContain(day);
    }),
  );
});

describe("a number of copies", () => {
  for (const [text, want] of [
    ["0", 0],
    ["12000", 12000],
    ["12.0", 12],
    ["007", 7],
  ] as const) {
    test(`${text} is ${want}`, () => expect(countCell.parse(text)).toBe(want));
  }
  for (const [text, what, help] of [
    ["-3", '"-3" is less than 0', "write a number from 0 up"],
    ["12,000", '"12,000" is not written in plain digits', "write 12000"],
    ["12.000,0", '"12.000,0" is not written in plain digits', "write a whole number"],
    ["1,5", '"1,5" is not written in plain digits', "write a whole number"],
    ["1.5", '"1.5" is not a whole number', "write a whole number"],
    ["2.500", '"2.500" is not a whole number', "write 2500 if that is meant"],
    ["many", '"many" is not a number', "write it in plain digits, like 48817 or 443.2"],
  ] as const) {
    test(`${text}: ${what}`, () => expect(refusalOf(countCell, text)).toEqual([what, help]));
  }
});

describe("an amount of money", () => {
  for (const [text, want] of [
    ["0", 0],
    ["1234.5", 1234.5],
    ["-12.50", -12.5],
    ["−12.50", -12.5],
    ["- 3", -3],
    ["-0", 0],
  ] as const) {
    test(`${text} is ${want}`, () => expect(amountCell.parse(text)).toBe(want));
  }
  for (const [text, what, help] of [
    ["$12.50", '"$12.50" has a currency beside its digits', "write 12.50"],
    ["€ 1.234,50", '"€ 1.234,50" has a currency beside its digits', "write 1234.50"],
    ["12 EUR", '"12 EUR" has a currency beside its digits', "write 12"],
    ["US$ 1,000", '"US$ 1,000" has a currency beside its digits', "write 1000"],
    ["120,50 €", '"120,50 €" has a currency beside its digits', "write 120.50"],
    ["-€5", '"-€5" has a currency beside its digits', "write -5"],
    ["kr 12", '"kr 12" has a currency beside its digits', "write 12"],
    ["12,-", '"12,-" has a currency beside its digits', "write 12"],
    ["(12.50)", '"(12.50)" is not written in plain digits', "write -12.50"],
    ["-1,250.00", '"-1,250.00" is not written in plain digits', "write -1250.00"],
    ["12 apples", '"12 apples" is not a number', "write it in plain digits, like 48817 or 443.2"],
    ["€", '"€" is not a number', "write it in plain digits, like 48817 or 443.2"],
    ["", '"" is not a number', "write it in plain digits, like 48817 or 443.2"],
  ] as const) {
    test(`${text}: ${what}`, () => expect(refusalOf(amountCell, text)).toEqual([what, help]));
  }
  test("that was spent is not below 0", () => {
    expect(refusalOf(moneyCell, "-5")).toEqual(['"-5" is less than 0', "write a number from 0 up"]);
  });
});

describe("other cells", () => {
  const rankHelp = "write a rank like 1042, or like not in the first 1000000";
  for (const [cell, text, what, help] of [
    [rankCell, "0", "ranks are counted from 1", rankHelp],
    [rankCell, "1.5", '"1.5" is not a rank', rankHelp],
    [rankCell, "first", '"first" is not a rank', rankHelp],
    [rankCell, "not in the first million", '"not in the first million" is not a rank', rankHelp],
    [wordCell(["street", "shop"]), "Shops", '"Shops" is not one of street, shop', "write shop"],
    [wordCell(["street", "shop"]), "kiosk", '"kiosk" is not one of street, shop', "write one of street, shop"],
    [wordCell(["street", "shop"]), "", "the cell is empty", "write one of street, shop"],
    [periodCell, "last-month", '"last-month" will mean another month next month', "write it like 2005-07"],
    [periodCell, "2005-H3", '"2005-H3" is not a period', "write it like 2005-H2, 2005-07 or 2005"],
  ] as const) {
    test(`${text}: ${what}`, () => expect(refusalOf(cell, text)).toEqual([what, help]));
  }
});
