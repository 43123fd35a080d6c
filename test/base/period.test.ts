import {expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {addMonths, daysInMonth, monthTitle, parsePeriod, periodOf, periodTitle} from "../../src/base/period.ts";

const today = "2006-01-15";

for (const [text, first, last, months, name, title] of [
  ["2005-07", "2005-07", "2005-07", 1, "2005-07", "July 2005"],
  ["2005-Q1", "2005-01", "2005-03", 3, "2005-Q1", "first quarter of 2005"],
  ["2005-Q3", "2005-07", "2005-09", 3, "2005-Q3", "third quarter of 2005"],
  ["2005-q4", "2005-10", "2005-12", 3, "2005-Q4", "fourth quarter of 2005"],
  ["2005-H1", "2005-01", "2005-06", 6, "2005-H1", "first half of 2005"],
  ["2005-h2", "2005-07", "2005-12", 6, "2005-H2", "second half of 2005"],
  ["2005", "2005-01", "2005-12", 12, "2005", "2005"],
  ["2005-07..2005-12", "2005-07", "2005-12", 6, "2005-H2", "second half of 2005"],
  ["2005-01..2005-12", "2005-01", "2005-12", 12, "2005", "2005"],
  ["2005-04..2005-06", "2005-04", "2005-06", 3, "2005-Q2", "second quarter of 2005"],
  ["2005-07..2005-10", "2005-07", "2005-10", 4, "2005-07..2005-10", "July to October 2005"],
  ["2005-02..2005-04", "2005-02", "2005-04", 3, "2005-02..2005-04", "February to April 2005"],
  ["2005-11..2006-02", "2005-11", "2006-02", 4, "2005-11..2006-02", "November 2005 to February 2006"],
  ["2005-H2..2006-Q1", "2005-07", "2006-03", 9, "2005-07..2006-03", "July 2005 to March 2006"],
  ["2004..2005", "2004-01", "2005-12", 24, "2004-01..2005-12", "January 2004 to December 2005"],
  ["2005-07..2005-07", "2005-07", "2005-07", 1, "2005-07", "July 2005"],
  ["2005-10..last-month", "2005-10", "2005-12", 3, "2005-Q4", "fourth quarter of 2005"],
  ["9999", "9999-01", "9999-12", 12, "9999", "9999"],
] as const) {
  test(`${text} is ${months} months, ${first} to ${last}, called ${title}`, () => {
    const period = parsePeriod(text, today);
    expect([period.months[0], period.months.at(-1), period.months.length]).toEqual([first, last, months]);
    expect(period.name).toBe(name);
    expect(periodTitle(period)).toBe(title);
    expect(new Set(period.months).size).toBe(months);
  });
}

for (const [day, want] of [
  ["2006-01-01", "2005-12"],
  ["2006-01-31", "2005-12"],
  ["2006-12-31", "2006-11"],
  ["2004-03-31", "2004-02"],
] as const) {
  test(`seen from ${day}, last-month is ${want}`, () => {
    expect(parsePeriod("last-month", day).months).toEqual([want]);
  });
}

test("a period may be a hundred years long", () => {
  expect(parsePeriod("1950..2049", today).months).toHaveLength(1200);
});

for (const [text, what, help] of [
  ["", '"" is not a period', "write it like 2005-07"],
  ["July 2005", '"July 2005" is not a period', "write it like 2005-07"],
  ["2005-7", '"2005-7" is not a period', "write it like 2005-07"],
  ["2005-00", '"2005-00" is not a period', "write it like 2005-07"],
  ["2005-13", '"2005-13" is not a period', "write it like 2005-07"],
  ["2005-Q0", '"2005-Q0" is not a period', "write it like 2005-07"],
  ["2005-Q5", '"2005-Q5" is not a period', "write it like 2005-07"],
  ["2005-H3", '"2005-H3" is not a period', "write it like 2005-07"],
  ["05", '"05" is not a period', "write it like 2005-07"],
  ["2005-07-01", '"2005-07-01" is not a period', "write it like 2005-07"],
  ["2005-07..", '"2005-07.." is not a period', "write it like 2005-07"],
  ["..2005-07", '"..2005-07" is not a period', "write it like 2005-07"],
  ["2005..2006..2007", '"2005..2006..2007" is not a period', "write it like 2005-07"],
  ["2005-12..2005-07", "the period 2005-12..2005-07 ends before it begins", "write 2005-07..2005-12"],
  ["2005-H2..2005-03", "the period 2005-H2..2005-03 ends before it begins", "write 2005-03..2005-H2"],
  ["0001..9999", "the period 0001..9999 is longer than a hundred years", "name fewer"],
] as const) {
  test(`"${text}" is refused: ${what}`, () => {
    const refuse = () => parsePeriod(text, today, "--period");
    expect(refuse).toThrow(UserError);
    expect(refuse).toThrow(expect.objectContaining({code: "PERIOD_UNREADABLE", message: what, where: "--period"}));
    expect(refuse).toThrow(expect.objectContaining({help: expect.stringContaining(help)}));
  });
}

test("periodOf counts its months over the end of the year 9999 without running on", () => {
  expect(periodOf("9999-11", "9999-12").months).toEqual(["9999-11", "9999-12"]);
});

for (const [month, count, want] of [
  ["2005-12", 1, "2006-01"],
  ["2006-01", -1, "2005-12"],
  ["2005-07", 0, "2005-07"],
  ["2004-02", 12, "2005-02"],
] as const) {
  test(`${count} months after ${month} is ${want}`, () => expect(addMonths(month, count)).toBe(want));
}

for (const [month, want] of [
  ["2004-02", 29],
  ["2005-02", 28],
  ["1900-02", 28],
  ["2000-02", 29],
  ["2005-04", 30],
  ["2005-12", 31],
] as const) {
  test(`${month} has ${want} days`, () => expect(daysInMonth(month)).toBe(want));
}

test("a month's title is its name and year", () => {
  expect(monthTitle("2005-01")).toBe("January 2005");
  expect(monthTitle("2005-12")).toBe("December 2005");
});
