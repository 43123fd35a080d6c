import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {message} from "../../src/base/words/message.ts";
import {describeChart} from "../../src/render/charts/captions.ts";
import {describeCycle} from "../../src/render/content/bars.ts";
import {changeInWords, formatChange} from "../../src/render/content/change.ts";
import {coverageSentences} from "../../src/render/content/coverage.ts";
import {gapSentences} from "../../src/render/content/gaps.ts";
import {inBlocks, monthsInWords, printedSpan, shortMonth} from "../../src/render/content/months.ts";
import {movementOf} from "../../src/render/content/movement.ts";
import {totalName} from "../../src/render/content/totals.ts";
import {formatValue} from "../../src/render/content/values.ts";
import {sparkLine} from "../../src/render/text/drawn.ts";
import {shorten, widthOf, wrap} from "../../src/render/text/wrap.ts";
import {english} from "../in-english.ts";
import {gappedReport, report} from "./fixture.ts";
import {reportedReport, richReport} from "./rich-fixture.ts";

const halfYear = report.columns.map(({period}) => period);

describe("the line in a row", () => {
  for (const [what, values, want] of [
    ["the rows of look.md: users", [48_817, 52_213, 66_730, 73_193, 80_836, 73_928], "▁▂▅▆█▆"],
    ["the rows of look.md: megabytes", [443.2, 370.6, 558.7, 602.7, 535.2, 471.5], "▃▁▇█▆▄"],
    ["the rows of look.md: files", [3502, 3791, 5221, 6298, 6406, 5481], "▁▂▅██▆"],
    ["a gap", [1, null, 2], "▁·█"],
    ["no value at all", [null, null], "··"],
    ["a row that never changes", [7, 7], "▄▄"],
    ["one value", [7], "▄"],
    ["no month", [], ""],
  ] as const) {
    test(`${what}: ${want}`, () => {
      expect(sparkLine(values)).toBe(want);
    });
  }
});

describe("months in words", () => {
  for (const [some, want] of [
    [["2005-07"], "July"],
    [["2005-07", "2005-08"], "July and August"],
    [["2005-07", "2005-08", "2005-09"], "July to September"],
    [["2005-07", "2005-09", "2005-10", "2005-11"], "July and September to November"],
    [["2005-07", "2005-09", "2005-11"], "July, September and November"],
  ] as const) {
    test(want, () => {
      expect(monthsInWords(some, halfYear, english)).toBe(want);
    });
  }

  test("carry the year where the report crosses years", () => {
    expect(monthsInWords(["2005-12", "2006-01"], ["2005-12", "2006-01"], english)).toBe(
      "December 2005 and January 2006",
    );
  });

  test("spans name each year once", () => {
    expect(printedSpan(halfYear, english)).toBe("July to December 2005");
    expect(printedSpan(["2005-12", "2006-01"], english)).toBe("December 2005 to January 2006");
    expect(printedSpan(["2005-12"], english)).toBe("December 2005");
  });

  test("a period that is no month is given back, made visible", () => {
    expect(shortMonth("2005-13\x1b", english)).toBe("2005-13\\x1b");
  });
});

for (const [count, most, want] of [
  [6, 12, [6]],
  [24, 6, [6, 6, 6, 6]],
  [24, 5, [5, 5, 5, 5, 4]],
  [13, 12, [7, 6]],
  [3, 0, [1, 1, 1]],
  [0, 6, []],
] as const) {
  test(`${count} columns of which ${most} fit are set in blocks of ${want.join(", ") || "none"}`, () => {
    const blocks = inBlocks(count, most);
    expect(blocks.map((block) => block.length)).toEqual(want);
    expect(blocks.flat()).toEqual(Array.from({length: count}, (_, i) => i));
  });
}

test("figures that lack the same month for the same reason share a sentence", () => {
  const reason = "no log was read for this month";
  const measures = report.measures.map((measure) => ({
    ...measure,
    values: measure.values.map((value, i) => (i === 1 ? null : value)),
    reasons: measure.reasons.map((_, i) => (i === 1 ? reason : null)),
  }));
  expect(gapSentences({...report, measures})).toEqual([
    "Distinct users, Megabytes per day and Files per day, August: no log was read for this month.",
  ]);
});

test("a month in part says its days, a month without any says so", () => {
  const [july] = report.columns;
  const days = ["2005-07-01", "2005-07-08", "2005-07-09"];
  expect(coverageSentences([{...july!, daysCovered: 28, missingDays: days}], english)).toEqual([
    "The logs cover 28 of the 31 days of July 2005. No line for day 1 and 8–9.",
  ]);
  expect(coverageSentences([{...july!, daysCovered: 0, missingDays: days}], english)).toEqual([
    "The logs cover none of the 31 days of July 2005.",
  ]);
  expect(coverageSentences(gappedReport.columns, english)).toHaveLength(1);
});

describe("wrapped text", () => {
  test("hangs under its mark", () => {
    expect(wrap("one two three", 9, {first: "¹ ", rest: "  "})).toEqual(["¹ one two", "  three"]);
  });

  test("cuts a word that fits no line, and counts Chinese characters as two", () => {
    expect(wrap("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(wrap("新闻网络", 5)).toEqual(["新闻", "网络"]);
    expect(widthOf("e\u0301新")).toBe(3);
  });

  test("keeps every character but the spaces at which it breaks, and its width", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), fc.integer({min: 2, max: 40}), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("a shortened name", () => {
  for (const [text, width, want] of [
    ["/news/", 6, "/news/"],
    ["/news/today.html", 11, "/news….html"],
    ["/news/today.html", 10, "/news…html"],
    ["新闻网络存档", 7, "新闻…档"],
    ["e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301…e\u0301"],
    ["abc", 1, "…"],
  ] as const) {
    test(`${text} in ${width} columns is ${want}`, () => expect(shorten(text, width)).toBe(want));
  }

  test("is never wider, and whole where it fits", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), fc.integer({min: 1, max: 40}), (text, width) => {
        const short = shorten(text, width);
        expect(widthOf(short)).toBeLessThanOrEqual(width);
        expect(short === text).toBe(widthOf(text) <= width);
      }),
    );
  });
});

describe("a movement", () => {
  for (const [rank, previousRank, sign, words] of [
    [4, 6, "▲2", "up 2 from 6"],
    [4, 3, "▼1", "down 1 from 3"],
    [4, 4, "=", "unchanged"],
    [4, null, "new", "new"],
  ] as const) {
    test(`to ${rank} from ${previousRank} is ${sign}: ${words}`, () => {
      expect(movementOf({rank, previousRank}, {previous: "first half of 2005"}, english)).toEqual({sign, words});
    });
  }

  test("is none without a rank, and none without a period before", () => {
    expect(movementOf({rank: null, previousRank: 3}, {previous: "first half of 2005"}, english)).toBeNull();
    expect(movementOf({rank: 1, previousRank: null}, {previous: null}, english)).toBeNull();
  });
});

describe("a change in percent", () => {
  for (const [changePercent, sign, words] of [
    [12.34, "+12.3 %", "up 12.3 percent"],
    [-4.09, "−4.1 %", "down 4.1 percent"],
    [0, "0.0 %", "unchanged"],
    [0.04, "0.0 %", "unchanged"],
    [-0.04, "0.0 %", "unchanged"],
    [1234.5, "+1,234.5 %", "up 1,234.5 percent"],
    [-100, "−100.0 %", "down 100.0 percent"],
  ] as const) {
    test(`of ${changePercent} is ${sign}: ${words}`, () => {
      expect(formatChange(changePercent, english)).toBe(sign);
      expect(changeInWords(changePercent, english)).toBe(words);
    });
  }
});

for (const [periods, want] of [
  [halfYear, "Jul–Dec"],
  [["2005-12", "2006-01"], "Period"],
  [Array.from({length: 12}, (_, i) => `2005-${String(i + 1).padStart(2, "0")}`), "2005"],
] as const) {
  test(`the column of the whole of ${printedSpan(periods, english)} is headed ${want}`, () => {
    expect(totalName(periods, english)).toBe(want);
  });
}

for (const [value, isPercent, decimals, want] of [
  [null, false, 0, "–"],
  [1234.56, false, 1, "1,234.6"],
  [34.56, true, 1, "34.6%"],
  [0.01, true, 1, "<0.1%"],
  [99.99, true, 1, ">99.9%"],
  [130, true, 0, "130%"],
] as const) {
  test(`${value}${isPercent ? " percent" : ""} is printed ${want}`, () => {
    expect(formatValue(value, {decimals, unit: isPercent ? message("unit.percent") : null}, english)).toBe(want);
  });
}

test("a figure whose whole period is missing says why where there is a column for it", () => {
  const [first, ...others] = report.measures;
  const missing = {...first!, total: null, totalReason: "logs of August are missing"};
  expect(gapSentences({...report, measures: [missing, ...others]})).toEqual([
    "Distinct users, July to December 2005 as a whole: logs of August are missing.",
  ]);
  expect(gapSentences({...report, measures: [missing]})).toEqual([]);
});

test("the chart of figures that were not measured says which", () => {
  const [users] = reportedReport.measures;
  expect(describeChart(users!, reportedReport.columns, english)).toBe(
    "Distinct users, July to December 2005: lowest 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005. Reported, not measured: July and August.",
  );
});

test("the chart of a cycle says its lowest and its highest", () => {
  const hours = richReport.tables.find(({id}) => id === "hours")!;
  expect(describeCycle(hours, english)).toBe("Hours of the day, Files: lowest 0 (04:00), highest 12,000 (20:00).");
  expect(describeCycle({...hours, rows: []}, english)).toBe("Hours of the day, Files: no figures.");
});
