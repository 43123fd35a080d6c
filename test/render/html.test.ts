import fc from "fast-check";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html/report.ts";
import {amount} from "../run/amounts.ts";
import {longReport, report} from "./fixture.ts";
import {hostileText, hostileTexts} from "./hostile.ts";
import {ledgerReport, reportWith, richReport} from "./rich-fixture.ts";

function parse(page: string): Document {
  return parseHTML(page).document;
}

function textsOf(parent: Element | Document, selector: string): string[] {
  return [...parent.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? "");
}

const page = parse(renderHtml(richReport));

describe("the page", () => {
  test("the same report gives the same bytes", () => {
    expect(renderHtml(structuredClone(richReport))).toBe(renderHtml(richReport));
  });

  test("says its language, its width and its policy", () => {
    expect(page.documentElement.getAttribute("lang")).toBe("en");
    expect(page.querySelector('meta[name="viewport"]')?.getAttribute("content")).toBe(
      "width=device-width, initial-scale=1",
    );
    expect(page.querySelector('meta[name="referrer"]')?.getAttribute("content")).toBe("no-referrer");
    expect(page.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';/,
    );
  });

  test("asks for nothing: no script, no address, no frame", () => {
    const html = renderHtml(richReport);
    expect(html).not.toMatch(/<(script|link|iframe|object|embed|img|base|form)\b|\bon\w+=|https?:|@import|url\(/i);
  });

  test("headings come in order, with one of the first rank", () => {
    expect(textsOf(page, "h1")).toEqual(["Readership, second half of 2005"]);
    const ranks = [...page.querySelectorAll("h1,h2,h3,h4")].map(({tagName}) => Number(tagName.slice(1)));
    ranks.forEach((rank, i) => {
      expect(rank).toBeLessThanOrEqual((ranks[i - 1] ?? 0) + 1);
    });
  });

  test("keeps the order a reader wants", () => {
    expect(textsOf(page, "h2")).toEqual([
      "Readership by month",
      "Compared with second half of 2004",
      "The course of each figure",
      "Behind the figures",
      "Where every request went",
      "What the figures mean",
      "What logs cannot tell",
      "Where the figures come from",
    ]);
    const plain = textsOf(parse(renderHtml(report)), "h2");
    expect(plain).not.toContain("Behind the figures");
    expect(plain[1]).toBe("The course of each figure");
  });

  test("no id stands twice, and every link inside the page arrives", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll("a")) expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });
});

describe("tables", () => {
  test("every table has a caption, and every head a scope", () => {
    for (const table of page.querySelectorAll("table")) {
      expect(textsOf(table, "caption")).toHaveLength(1);
      for (const head of table.querySelectorAll("thead th")) expect(head.getAttribute("scope")).toBe("col");
      for (const head of table.querySelectorAll("tbody th")) expect(head.getAttribute("scope")).toBe("row");
    }
  });

  test("every row is as wide as the head", () => {
    for (const table of page.querySelectorAll("table")) {
      for (const row of table.querySelectorAll("tr")) {
        expect(row.children).toHaveLength(table.querySelectorAll("thead th").length);
      }
    }
  });

  test("a table scrolls in a region of its own that takes the focus and has a name", () => {
    for (const table of page.querySelectorAll("table")) {
      const region = table.parentElement!;
      expect(region.getAttribute("role")).toBe("region");
      expect(region.getAttribute("tabindex")).toBe("0");
      expect(region.getAttribute("aria-label")).toBe(table.querySelector("caption")?.textContent);
    }
  });

  test("the main table holds the figures of the model case", () => {
    const rows = [...parse(renderHtml(report)).querySelectorAll(".figures tbody tr")].map((row) =>
      textsOf(row, "td").slice(0, 7),
    );
    expect(rows).toEqual([
      ["48,817", "52,213", "66,730", "73,193", "80,836", "73,928", "240,103"],
      ["443.2", "370.6", "558.7", "602.7", "535.2", "471.5", "496.4"],
      ["3,502", "3,791", "5,221", "6,298", "6,406", "5,481", "5,109"],
    ]);
  });

  test("a missing figure is a dash that says its reason, and a month in part says its days", () => {
    const rows = [...page.querySelectorAll(".figures tbody tr")].map((row) => textsOf(row, "td"));
    expect(rows[0]).toEqual(["31", "7 of 31", "30", "31", "30", "31", "160 of 184", ""]);
    expect(rows[2]![3]).toBe("–not recorded: this format has no byte count");
    expect(rows[2]![6]).toBe("–not recorded for October");
    expect(textsOf(page, ".gaps li").slice(0, 2)).toEqual([
      "Megabytes per day, October: not recorded: this format has no byte count.",
      "Megabytes per day, July to December 2005 as a whole: not recorded for October.",
    ]);
  });

  test("two years are two tables with the year over each month", () => {
    const long = parse(renderHtml(longReport(24)));
    expect(textsOf(long, ".figures caption")).toEqual([
      "Figures by month, July 2005 to June 2006",
      "Figures by month, July 2006 to June 2007",
    ]);
    expect(textsOf(long, ".figures thead .year").slice(5, 7)).toEqual(["2005", "2006"]);
  });
});

describe("charts", () => {
  test("each says in a sentence what it shows", () => {
    const charts = [...page.querySelectorAll(".charts svg")];
    expect(charts.map((chart) => [chart.getAttribute("role"), chart.getAttribute("aria-label")])).toEqual([
      [
        "img",
        "Distinct users, July to December 2005: lowest 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.",
      ],
      [
        "img",
        "Megabytes per day, July to December 2005: lowest 370.6 in August 2005, highest 558.7 in September 2005, last 471.5 in December 2005. No figure for October.",
      ],
      [
        "img",
        "Files per day, July to December 2005: lowest 3,502 in July 2005, highest 6,406 in November 2005, last 5,481 in December 2005.",
      ],
    ]);
  });

  test("bars stand on zero: heights are in proportion to the figures", () => {
    const [users] = parse(renderHtml(report)).querySelectorAll("figure svg");
    const heights = [...users!.querySelectorAll(".bar rect")].map((bar) => Number(bar.getAttribute("height")));
    expect(heights).toHaveLength(6);
    expect(heights[0]! / heights[4]!).toBeCloseTo(48_817 / 80_836, 3);
  });

  test("a missing figure has no bar, a month in part has another kind of bar", () => {
    const [, megabytes] = page.querySelectorAll("figure svg");
    expect(megabytes!.querySelectorAll(".bar rect")).toHaveLength(4);
    expect(megabytes!.querySelectorAll(".part rect")).toHaveLength(1);
    expect(textsOf(megabytes!, ".value text")).toEqual(["558.7", "471.5", "–"]);
  });

  test("stand before outlines of the months compared with, and the highest and the last figure are named", () => {
    const [users, , files] = page.querySelectorAll("figure svg");
    const [then, now] = [".then rect", ".bar rect"].map((kind) =>
      [...users!.querySelectorAll(kind)].map((bar) => Number(bar.getAttribute("height"))),
    );
    expect(then).toHaveLength(6);
    expect(then![5]! / now!.at(-1)!).toBeCloseTo(70_018 / 73_928, 3);
    expect(textsOf(users!, ".value text")).toEqual(["73,928"]);
    expect(files!.querySelectorAll(".then rect").length).toBeGreaterThan(0);
  });

  test("have one caption, and stand in rows of which none has a chart alone", () => {
    expect(textsOf(page, ".caption")).toEqual([
      "July to December 2005, months in UTC. Source: server logs of The Example Press. Outlined behind: second half of 2004. Lighter, with a broken outline: a month that the logs cover in part (August 2005, 7 of 31 days).",
    ]);
    const [users] = report.measures;
    for (const [count, across] of [
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 3],
      [6, 4],
      [8, 4],
      [9, 3],
      [13, 5],
    ] as const) {
      const measures = Array.from({length: count}, (_, i) => ({...users!, id: `m${i}`}));
      const html = renderHtml({...report, measures});
      expect(html).toContain(`<div class="charts by-${across}">`);
    }
  });

  test("mark the months of events that speak of the figure or of none, and name a publication only where it has a name", () => {
    const event = (on: string, measure: string | null) => ({on, until: on, measure, text: `what was on ${on}`});
    const events = [event("2005-08-02", "readers"), event("2005-10-03", null), event("2005-11-05", "print-run-index")];
    const ledger = {...ledgerReport.ledger!, events};
    const marked = parse(renderHtml({...report, ledger, publication: null}));
    const counts = [...marked.querySelectorAll(".charts svg")].map((chart) => textsOf(chart, ".event text"));
    expect(counts).toEqual([["▼", "▼"], ["▼"], ["▼"]]);
    expect(textsOf(marked, ".caption")).toEqual([
      "July to December 2005, months in UTC. Source: server logs. ▼ what was on 2005-08-02 (2005-08-02); what was on 2005-10-03 (2005-10-03).",
    ]);
  });

  test("the line in the table breaks where a figure is missing", () => {
    const [, megabytes] = page.querySelectorAll(".spark path");
    expect(megabytes!.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  });

  test("measures without any figure, of zeros only, or of one month are drawn", () => {
    const [users] = report.measures;
    for (const values of [[null, null, null, null, null, null], [0, 0, 0, 0, 0, 0], [5]]) {
      const columns = report.columns.slice(0, values.length);
      const html = renderHtml({...report, columns, measures: [{...users!, values, reasons: values.map(() => null)}]});
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe("notes", () => {
  test("are numbered once, those that share a number together", () => {
    const notes = [...page.querySelectorAll(".notes li")];
    expect(notes.map((note) => note.getAttribute("value"))).toEqual(["1", "2", "3"]);
    expect(notes[1]!.textContent).toContain("(48,113 requests). This may wrongly leave out");
  });

  test("are linked, those of every row from one place, and back", () => {
    // All three concern every row: they are said once.
    expect([...page.querySelectorAll(".figures sup a")]).toEqual([]);
    const links = [...page.querySelectorAll(".common sup a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["#note-1", "#note-2", "#note-3"]);
    expect([...page.querySelectorAll(".notes .back")].map((link) => link.getAttribute("href"))).toEqual([
      "#note-1-all",
      "#note-2-all",
      "#note-3-all",
    ]);
  });

  test("a note of one row only is linked back to that row", () => {
    const [users, ...others] = report.measures;
    const one = {...report, measures: [users!, ...others.map((measure) => ({...measure, notes: ["left-out"]}))]};
    const back = [...parse(renderHtml(one)).querySelectorAll("#note-3 .back")];
    expect(back.map((link) => link.getAttribute("aria-label"))).toEqual(["Back to Distinct users"]);
  });
});

describe("provenance", () => {
  test("names every log with its whole hash, the rules and the lists", () => {
    const text = page.querySelector("section:last-of-type")?.textContent ?? "";
    for (const {sha256} of report.inputs) expect(text).toContain(sha256);
    for (const part of ["plain-2005", "5e".repeat(32), "isbot, version 5.2.3", "Broadsheet 0.1.0"])
      expect(text).toContain(part);
  });
});

describe("hostile text", () => {
  const elementsOf = (html: string) => [...parse(html).querySelectorAll("*")].map(({tagName}) => tagName);

  test.each(hostileTexts)("is shown and does nothing: %j", (text) => {
    const html = renderHtml(reportWith(text));
    expect(elementsOf(html)).toEqual(elementsOf(renderHtml(reportWith("a"))));
    expect(html).not.toMatch(
      /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u{e0000}-\u{e007f}]/u,
    );
  });

  test("stands in the page as it was written", () => {
    const text = "<b>&amp;\"'</b>";
    expect(textsOf(parse(renderHtml(reportWith(text))), ".publication")).toEqual([text]);
  });

  test("adds no element and no attribute, whatever it is", () => {
    const shapeOf = (html: string) =>
      [...parse(html).querySelectorAll("*")].map((element) =>
        [element.tagName, ...element.getAttributeNames()].join(" "),
      );
    const want = shapeOf(renderHtml(reportWith("a")));
    fc.assert(
      fc.property(hostileText, (text) => {
        // An empty name is not drawn below its bar, so each begins with a letter.
        expect(shapeOf(renderHtml(reportWith(`a${text}`)))).toEqual(want);
      }),
      {numRuns: amount({few: 12, all: 40})},
    );
  });
});
