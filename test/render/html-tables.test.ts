import fc from "fast-check";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html/report.ts";
import {longReport, report} from "./fixture.ts";
import {hostileText} from "./hostile.ts";
import {reportedReport, richReport} from "./rich-fixture.ts";

function parse(page: string): Document {
  return parseHTML(page).document;
}

function textsOf(parent: Element | Document, selector: string): string[] {
  return [...parent.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? "");
}

const page = parse(renderHtml(richReport));

/** The rows of the table that stands in the region with the name: of each, what is seen, and what is said instead. */
function rowsOf(name: string): string[][] {
  const region = [...page.querySelectorAll("[role=region]")].find((one) => one.getAttribute("aria-label") === name);
  return [...region!.querySelectorAll("tbody tr")].map((row) => textsOf(row, "th, td"));
}

describe("the whole period", () => {
  test("has a column of its own, whose head says which months it is", () => {
    expect(textsOf(page, ".figures thead .total")).toEqual(["Jul–Dec"]);
    expect(page.querySelector(".figures thead .total abbr")?.getAttribute("title")).toBe(
      "July to December 2005 as a whole",
    );
  });

  test("stands in the last table of a long period only", () => {
    const heads = [...parse(renderHtml(longReport(24))).querySelectorAll(".figures thead")];
    expect(heads.map((head) => textsOf(head, ".total"))).toEqual([[], ["Period"]]);
  });

  test("has no column where there is one month, which has no course either", () => {
    const columns = report.columns.slice(0, 1);
    const measures = report.measures.map(({values, reasons, ...one}) => ({
      ...one,
      values: values.slice(0, 1),
      reasons: reasons.slice(0, 1),
    }));
    const month = parse(renderHtml({...report, columns, measures}));
    expect(textsOf(month, ".figures thead th")).toEqual(["Figure", "Jul"]);
  });
});

describe("values that an older report gave", () => {
  const reported = parse(renderHtml(reportedReport));

  test("carry a mark that is seen and words that are heard", () => {
    const [, users] = [...reported.querySelectorAll(".figures tbody tr")];
    expect(textsOf(users!, "td").slice(0, 3)).toEqual([
      "48,817r reported, not measured",
      "52,213r reported, not measured",
      "66,730",
    ]);
    expect(users!.querySelector("sup.told")?.getAttribute("aria-hidden")).toBe("true");
  });

  test("are explained once, below the first table that has one", () => {
    expect(textsOf(reported, ".key")).toEqual(["r: reported by an older report, not measured."]);
    expect(reported.querySelector(".key")?.parentElement?.querySelector("h2")?.textContent).toBe("Readership by month");
    expect(page.querySelector(".key")?.parentElement?.querySelector("h2")?.textContent).toBe(
      "Compared with second half of 2004",
    );
    expect(textsOf(parse(renderHtml(report)), ".key")).toEqual([]);
  });

  test("are drawn in outline, and never as a month in part", () => {
    const [users] = reported.querySelectorAll(".charts figure");
    expect(users!.querySelectorAll(".told rect")).toHaveLength(2);
    expect(users!.querySelectorAll(".part rect")).toHaveLength(0);
    expect(textsOf(reported, ".caption")[0]).toContain("In outline: reported by an older report.");
  });
});

test("a figure of the whole period alone has no chart", () => {
  const [first, ...others] = report.measures;
  const whole = {...first!, values: report.columns.map(() => null)};
  expect(textsOf(parse(renderHtml({...report, measures: [whole, ...others]})), ".charts h3")).toEqual([
    "Megabytes per day",
    "Files per day",
  ]);
});

describe("the comparison", () => {
  const rows = rowsOf("Compared with second half of 2004: Month by month, July to December 2005");

  test("is a block of rows a measure, and each row names the measure to those who hear it", () => {
    expect(page.querySelectorAll(".compared tbody")).toHaveLength(3);
    expect(rows.slice(0, 5).map(([label]) => label)).toEqual([
      "Distinct users 2005",
      "Distinct users, 2004",
      "Distinct users, Change",
      "Distinct users, Index (2001-08 = 100)",
      "Megabytes per day 2005",
    ]);
  });

  test("says changes with a sign and in words", () => {
    expect(rows[2]!.slice(1, 3)).toEqual(["+19.1 %up 19.1 percent", "+15.7 %up 15.7 percent"]);
    expect(rows[6]![1]).toBe("−4.1 %down 4.1 percent");
    expect(rows[9]![2]).toBe("0.0 %unchanged");
    expect(rows[2]![7]).toBe("+19.2 %up 19.2 percent");
  });

  test("has the index in whole numbers, and none of the whole period", () => {
    expect(rows[3]!.slice(1)).toEqual(["136", "145", "185", "203", "225", "205", ""]);
  });

  test("has no row of dashes alone: the sentences below say why", () => {
    expect(rows[7]![0]).toBe("Files per day 2005");
  });

  test("has for each dash its reason", () => {
    expect(rows[5]![3]).toBe("–not recorded: this format has no byte count");
    expect(rows[6]![4]).toBe("–not recorded: this format has no byte count");
    expect(rows[9]![1]).toBe("–there is no percentage of 0");
    expect(rows[5]![7]).toBe("–not recorded for September");
  });

  test("with other months names them in a row of their own", () => {
    const columns = ["2004-10", "2004-11", "2004-12", "2005-01", "2005-02", "2005-03"];
    const comparison = {...richReport.comparison!, title: "October 2004 to March 2005", columns};
    const other = parse(renderHtml({...richReport, comparison}));
    expect(textsOf(other, ".compared .days td").slice(0, 2)).toEqual(["Oct 2004", "Nov 2004"]);
    expect(textsOf(other, ".compared tbody .then th")[0]).toBe("Distinct users, October 2004 to March 2005");
  });

  test("without one the index has the section to itself", () => {
    const index = parse(renderHtml({...richReport, comparison: null}));
    expect(textsOf(index, "h2")[1]).toBe("Index, 2001-08 = 100");
    expect(textsOf(index, ".compared thead th")).toHaveLength(7);
  });
});

describe("ranked tables", () => {
  test("say rank, movement in words, name and figures; others and unknown last and without a rank", () => {
    expect(textsOf(page, ".table h3")).toEqual([
      "Departments",
      "Top documents",
      "Where readers came from",
      "Hours of the day",
      "Days of the week",
    ]);
    expect(rowsOf("Departments: July to December 2005; ranks against first half of 2005")).toEqual([
      ["1", "=unchanged", "English", "470,021", "120,455", "50.0%"],
      ["2", "▲1up 1 from 3", "Deutsch", "188,008", "51,002", "20.0%"],
      ["3", "▼1down 1 from 2", "Français", "141,006", "40,990", "15.0%"],
      ["4", "▲5up 5 from 9", "中文", "108,106", "30,112", "11.5%"],
      ["", "", "Others", "28,201", "–", "3.0%"],
      ["", "", "No department", "4,700", "–", "0.5%"],
    ]);
  });

  test("have a column for groups, and none for movement where there is nothing before", () => {
    expect(rowsOf("Where readers came from: July to December 2005")[0]).toEqual([
      "1",
      "search.example",
      "Search engines",
      "51,000",
      "51.0%",
    ]);
  });

  test("have bars of shares from zero, the highest item the longest, none for the rest", () => {
    const [departments] = page.querySelectorAll(".table");
    const lengths = [...departments!.querySelectorAll("svg.share rect")].map((bar) =>
      Number(bar.getAttribute("width")),
    );
    // 56 for 50 percent: 20 percent are 22.4.
    expect(lengths).toEqual([56, 22.4, 16.8, 12.9, 0, 0]);
    for (const bar of page.querySelectorAll("svg.share")) expect(bar.getAttribute("aria-hidden")).toBe("true");
  });

  test("have what they show and their notes below", () => {
    expect(textsOf(page.querySelector(".table")!, ".remarks p, .remarks li")).toEqual([
      "Documents by the department that the first part of the path names. A reader of two counts in both.",
      "Rows with fewer than 10 readers are among the others.",
    ]);
  });

  test("without rows say so", () => {
    const [departments] = richReport.tables;
    const empty = parse(renderHtml({...richReport, tables: [{...departments!, rows: []}]}));
    expect(textsOf(empty, ".table p")[0]).toBe("None in this period.");
  });
});

describe("cycles", () => {
  test("are drawn from zero and say in a sentence what they show", () => {
    const [hours, week] = page.querySelectorAll(".cycles svg");
    expect(hours!.getAttribute("aria-label")).toBe(
      "Hours of the day, Files: lowest 0 (04:00), highest 12,000 (20:00).",
    );
    const heights = [...week!.querySelectorAll(".bar rect")].map((bar) => Number(bar.getAttribute("height")));
    expect(heights).toHaveLength(7);
    expect(heights[5]! / heights[1]!).toBeCloseTo(4300 / 5600, 3);
    expect(textsOf(week!, ".value text")).toEqual(["5,200", "5,600", "5,500", "5,450", "5,100", "4,300", "4,605"]);
    expect(textsOf(week!, ".tick text")).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
  });

  test("stand in tables too, a day in two halves", () => {
    expect(textsOf(page, ".cycle caption")).toEqual([
      "Hours of the day: 00:00 to 11:00",
      "Hours of the day: 12:00 to 23:00",
      "Days of the week: Monday to Sunday",
    ]);
    expect(rowsOf("Hours of the day: 12:00 to 23:00")[8]).toEqual(["20:00", "12,000", "3,600", "7.3%"]);
  });

  test("of zeros only, without any value or of one row are drawn", () => {
    const week = richReport.tables.find(({id}) => id === "weekdays")!;
    for (const value of [0, null]) {
      for (const count of [1, 7]) {
        const rows = week.rows.slice(0, count).map((row) => ({...row, values: [value]}));
        const html = renderHtml({...richReport, tables: [{...week, rows}]});
        expect(html).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });
});

test("names of a log add no element and no attribute to a table or a chart, whatever they are", () => {
  const shapeOf = (text: string) => {
    const tables = richReport.tables.map((table) => ({
      ...table,
      title: text,
      rowLabel: text,
      groupLabel: text,
      definition: text,
      rows: table.rows.map((row) => ({...row, key: text, label: text, group: row.group && text})),
      notes: table.notes.map((note) => ({...note, text})),
    }));
    const html = renderHtml({...richReport, tables});
    expect(html).not.toMatch(
      /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u{e0000}-\u{e007f}]/u,
    );
    return [...parse(html).querySelectorAll("*")].map((one) => [one.tagName, ...one.getAttributeNames()].join(" "));
  };
  const want = shapeOf("a");
  fc.assert(
    fc.property(hostileText, (text) => {
      // An empty name is not drawn below its bar, so each begins with a letter.
      expect(shapeOf(`a${text}`)).toEqual(want);
    }),
    {numRuns: 40},
  );
});
