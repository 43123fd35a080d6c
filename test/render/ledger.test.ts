import {parse as parseCsv} from "csv-parse/sync";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {renderPlanBar} from "../../src/render/charts/small-bars.ts";
import {ledgerSheets} from "../../src/render/content/ledger-sheets.ts";
import {renderCsv} from "../../src/render/csv/report.ts";
import {renderHtml} from "../../src/render/html/report.ts";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import {renderText} from "../../src/render/text/report.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {report} from "./fixture.ts";
import {ledgerPart} from "./ledger-fixture.ts";
import {ledgerReport} from "./rich-fixture.ts";

const plain = {width: 80, color: false};
const empty: Report = {
  ...report,
  ledger: {...ledgerPart, measures: [], notes: [], comparison: null, tables: [], plan: [], ranks: [], events: []},
};

describe("on the terminal", () => {
  const text = renderText(ledgerReport, plain);

  test("what moved stands below the main table, each with its reason", () => {
    expect(text).toContain(`The two figures that moved most
– Mail programme index: 400, up 100.0 percent from 200 in the first half of
  2005. Explained by: four more prisons (2005-07-01).
– Distinct users: 73,928 in December 2005, up 51.4 percent from 48,817 in July
  2005.
In the same period: the archive moved (2005-10-03 to 2005-10-14).
`);
    expect(text.indexOf("moved most")).toBeGreaterThan(text.indexOf("Megabytes per day"));
  });

  test("the books' figures have their months, notes numbered on, and the reasons for gaps", () => {
    expect(text).toContain(`From the books, second half of 2005

                         Jul   Aug   Sep   Oct   Nov   Dec    Jul–Dec
Print run index ⁴          –   210     –   212     –     –        211  ·▁·█··
Mail programme index ⁵   295   360   390   410   425   430        400  ▁▄▆▇██

⁴ Index: August 2001 = 100.
⁵ Index: June to July 2004 = 100.
– Print run index, July, September, November and December: no edition was
  printed in this month.
`);
  });

  test("a list has no ranks and no bars", () => {
    expect(text).toContain(`Editions
Edition               Printed on  Printed    Net
The Example Press 25  2005-08-01    2,100  1,900
The Example Press 26  2005-10-03    2,120  1,920
`);
  });

  test("the bar of what is better the less it is comes nearer to the mark the less is left", () => {
    const [line] = ledgerPart.plan;
    const drawn = (ratio: number, isMet: boolean) =>
      ledgerSheets(ledgerReport, {...ledgerPart, plan: [{...line!, ratio, isMet}]})[0]!.ratios[0];
    // Twelve days of three that are aimed at are a quarter of the way; two are more than all of it.
    expect([drawn(4, false), drawn(2 / 3, true), drawn(0, true)]).toEqual([0.25, 1.5, 1]);
    expect([drawn(0.2, false), drawn(1, true), drawn(1.06, true)]).toEqual([0.2, 1, 1.06]);
  });

  // 369,640 ÷ 73,928 = 5.0; 212 ÷ 200 = 106%.
  test("the plan says how far each target is, and why nothing is known", () => {
    expect(text).toMatch(/^Distinct users +2010-12-31 +369,640 +73,928 +20\.0% +× 5\.0 +× 1\.38 +Mar 2007$/m);
    expect(text).toMatch(/^Print run index +2006-12-31 +200 +212 +106\.0% +met$/m);
    expect(text).toContain("– Print run index: the latest value is that of October 2005.\n");
    expect(text).toContain("– days-to-80-percent, 2006-12-31: no value in the last 12 months.\n");
  });

  test("ranks name who passed whom, and which lists were looked at", () => {
    expect(text).toMatch(/^press\.example\.org \(ours\) +43,900 +41,200$/m);
    expect(text).toMatch(/^other-press\.example +38,700 +not in the first 1,000,000$/m);
    expect(text).toContain("– other-press.example has passed press.example.org.\n");
    expect(text).toContain("– Example List 05H2, 2005-12-31; before: Example List 05H1, 2005-06-30.\n");
  });

  test("events and credits are a line each", () => {
    expect(text).toContain("What happened\n– 2005-10-03 to 2005-10-14: the archive moved\n");
    expect(text).toContain("Credits\n– statistics: this report, by Mole\n");
  });

  test("of a book without rows there is nothing, not even a heading", () => {
    const printed = renderText(empty, plain);
    expect(printed).toContain("From the books, second half of 2005\n\nCredits\n");
    for (const heading of ["The plan", "Places in", "What happened", "moved most"]) {
      expect(printed).not.toContain(heading);
    }
    expect(renderText(report, plain)).not.toContain("From the books");
  });
});

test("one figure that moved is the figure that moved most", () => {
  const [first] = ledgerReport.moved;
  expect(renderText({...report, moved: [first!]}, plain)).toContain("\nThe figure that moved most\n");
});

test("in Markdown the parts stand below the tables, and before the account", () => {
  const markdown = renderMarkdown(ledgerReport);
  const headings = markdown.split("\n").filter((line) => line.startsWith("#"));
  expect(headings.slice(headings.indexOf("## From the books"))).toEqual([
    "## From the books",
    "### Compared with second half of 2004",
    "### Editions",
    "### The plan",
    "### Places in Example List",
    "### What happened",
    "### Credits",
    "## Commentary",
    "## Where every request went",
    "## What the figures mean",
    "## What logs cannot tell",
    "## Where the figures come from",
  ]);
  expect(markdown).toContain(
    "| Distinct users | 2010-12-31 | 369,640 | 73,928 | 20.0% | × 5.0 | × 1.38 | Mar 2007 |\n",
  );
  expect(markdown).toContain("| The Example Press 25 | 2005-08-01 | 2,100 | 1,900 |\n");
  expect(markdown).toContain("- **Mail programme index**: 400, up 100.0 percent from 200 in the first half of 2005.");
  expect(markdown).toContain("- **Print run index** (points): Print run index: what the fixture's books say.");
});

describe("in HTML", () => {
  const source = renderHtml(ledgerReport);
  const {document} = parseHTML(source);
  const words = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent ?? "");

  test("the part has its heading after the tables, and what moved stands below the main table", () => {
    const titles = words("h2");
    expect(titles.slice(0, 2)).toEqual(["Readership by month", "The two figures that moved most"]);
    expect(titles.indexOf("From the books")).toBe(1 + titles.indexOf("Behind the figures"));
    expect(titles[1 + titles.indexOf("From the books")]).toBe("Commentary");
  });

  test("no id stands twice, every note leads somewhere, and no two regions are called alike", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll("a")) expect(ids).toContain(link.getAttribute("href")?.slice(1));
    const names = [...document.querySelectorAll("[role=region]")].map((one) => one.getAttribute("aria-label"));
    expect(new Set(names).size).toBe(names.length);
  });

  test("a list has no column of ranks", () => {
    const editions = [...document.querySelectorAll(".sheet")].find((one) =>
      one.getAttribute("aria-label")?.startsWith("Editions:"),
    );
    expect([...editions!.querySelectorAll("thead th")].map(({textContent}) => textContent)).toEqual([
      "Edition",
      "Printed on",
      "Printed",
      "Net",
    ]);
  });

  test("each target has its bar, and a dash its reason", () => {
    expect(document.querySelectorAll("svg.plan")).toHaveLength(2);
    // Latest, of target, growth, growth a year, trend.
    expect(words(".sheet .unseen").filter((text) => text.includes("12 months"))).toHaveLength(5);
  });
});

// The bar has 98 of 100 for the larger of value and target.
for (const [ratio, bar, mark] of [
  [0.2, 19.6, 98],
  [1, 98, 98],
  [2, 98, 49],
  [0, 0, 98],
] as const) {
  test(`at ${ratio} of the target the bar is ${bar} long, and the mark is at ${mark}`, () => {
    const {html} = renderPlanBar(ratio);
    expect(html).toContain(`<rect y="2" width="${bar}" height="7"/>`);
    expect(html).toContain(`<rect class="target" x="${mark}"`);
  });
}

describe("in CSV", () => {
  const rows: string[][] = parseCsv(renderCsv(ledgerReport), {relax_column_count: true});
  const rowsOf = (section: string, id?: string) =>
    rows.filter((row) => row[0] === section && (id === undefined || row[1] === id));

  test("the figures of the books have sections of their own", () => {
    expect(rowsOf("ledgerMeasure").map((row) => row.slice(1, 11))).toEqual([
      ["print-run-index", "Print run index", "points", "", "210", "", "212", "", "", "211"],
      ["mail-index", "Mail programme index", "points", "295", "360", "390", "410", "425", "430", "400"],
    ]);
    expect(rowsOf("ledgerReason")).toHaveLength(1);
    expect(rowsOf("ledgerComparison", "print-run-index")[0]!.slice(4, 11)).toEqual([
      "",
      "200",
      "",
      "200",
      "",
      "",
      "200",
    ]);
    expect(rowsOf("ledgerChange")[0]!.slice(4, 11)).toEqual(["", "5", "", "6", "", "", "5.5"]);
    expect(rowsOf("ledgerNote")[1]!.slice(1, 5)).toEqual(["mail-base", "Index: June to July 2004 = 100.", "", "5"]);
    expect(rowsOf("measure")).toHaveLength(3);
  });

  test("plan, ranks, events, credits and what moved are tables that name their columns", () => {
    for (const [id, count] of [
      ["moved", 2],
      ["ledger-ranges", 1],
      ["plan", 3],
      ["ranks", 2],
      ["events", 1],
      ["credits", 1],
    ] as const) {
      expect(rowsOf("table", id)).toHaveLength(1);
      expect(rowsOf("row", id)).toHaveLength(count);
    }
    const [heads, plan] = [rowsOf("table", "plan")[0]!, rowsOf("row", "plan")[0]!];
    expect(plan[heads.indexOf("target")]).toBe("369640");
    expect(plan[heads.indexOf("growthNeeded")]).toBe("1.3797");
    const [names, moved] = [rowsOf("table", "moved")[0]!, rowsOf("row", "moved")[0]!];
    expect(moved[names.indexOf("explanations")]).toBe("four more prisons");
    const [lists, ours] = [rowsOf("table", "ranks")[0]!, rowsOf("row", "ranks")[0]!];
    expect(ours[lists.indexOf("passedBy")]).toBe("other-press.example");
  });
});

describe("in JSON", () => {
  const parsed = JSON.parse(renderJson(ledgerReport));

  for (const [where, object, want] of [
    ["ledger", parsed.ledger, "measures tables notes totals totalReasons comparison totalLow totalHigh events map"],
    ["ledger's measure", parsed.ledger.measures[0], Object.keys(parsed.measures[0]).join(" ")],
    ["ledger's table", parsed.ledger.tables[0], Object.keys(parsed.tables[0]).join(" ")],
    [
      "plan",
      parsed.plan[0],
      "measure label unit date target actual actualMonth actualReason ratio isMet growthNeeded growthReason trendMonth trendReason decimals unitId",
    ],
    ["rank", parsed.ranks[0], "list name isOurs now before passed passedBy note"],
    ["place", parsed.ranks[0].now, "rank reason date version"],
    ["credit", parsed.credits[0], "period post what by"],
    ["event", parsed.ledger.events[0], "date until measure text"],
    [
      "figure that moved",
      parsed.moved[0],
      "id label unit from to fromMonth toMonth changePercent explanations decimals note unitId",
    ],
  ] as const) {
    test(`the keys of a ${where} stand in the order of the contract`, () => {
      expect(Object.keys(object).join(" ")).toBe(want);
    });
  }

  test("totals and ranges stand under the measure's id", () => {
    expect(parsed.ledger.totals).toEqual({"print-run-index": 211, "mail-index": 400});
    expect(parsed.ledger.totalLow).toEqual({"print-run-index": null, "mail-index": 380});
    expect(parsed.ledger.totalHigh).toEqual({"print-run-index": null, "mail-index": 420});
    expect(parsed.ledger.tables[0].form).toBe("list");
  });

  test("a report without books says so", () => {
    const {ledger, plan, ranks, credits, moved} = JSON.parse(renderJson(report));
    expect({ledger, plan, ranks, credits, moved}).toEqual({ledger: null, plan: [], ranks: [], credits: [], moved: []});
  });
});

describe("the map", () => {
  const {map, ...books} = ledgerReport.ledger!;
  const gary = {region: "Indiana", country: "US", latitude: 41.59, longitude: -87.35};
  const further = [9_000, 5_400, 3_070, 700].map((copies, i) => {
    return {...gary, city: `Further ${i + 1}`, longitude: gary.longitude + 3 * i, copies, isReached: copies >= 1000};
  });
  const places = [...map!.places, ...further].sort((one, other) => other.copies - one.copies);
  const mapped = {...ledgerReport, ledger: {...books, map: {...map!, places}}};
  const figure = parseHTML(renderHtml(mapped)).document.querySelector("#map figure")!;
  const dotsOf = (kinds: readonly string[]) =>
    [...figure.querySelectorAll("circle")].flatMap((dot) => {
      const kind = dot.parentElement!.getAttribute("class")!;
      return kinds.includes(kind) ? [{kind, radius: Number(dot.getAttribute("r"))}] : [];
    });
  test("has a dot a city, its area in step with its copies, and a ring for one that is not reached", () => {
    const dots = dotsOf(["reached", "small"]);
    expect(dots.map(({kind}) => kind)).toEqual(["reached", "reached", "reached", "reached", "small", "small"]);
    expect((dots[0]!.radius / dots[5]!.radius) ** 2).toBeCloseTo(15_400 / 600, 0);
  });
  test("has a scale: three circles of round numbers, as large as dots of so many copies", () => {
    const numbers = [...figure.querySelectorAll("g.scale text")].map(({textContent}) => textContent);
    expect(numbers).toEqual(["10,000", "2,000", "500"]);
    // A dot of 15,400 copies has a radius of 16.
    const radii = [10_000, 2000, 500].map((copies) => Math.round(160 * Math.sqrt(copies / 15_400)) / 10);
    expect(dotsOf(["scale"]).map(({radius}) => radius)).toEqual(radii);
  });
  test("has the lines of the states that its cities are in", () => {
    expect(figure.querySelectorAll("g.regions path[d]").length).toBeGreaterThan(0);
  });
  test("says what it shows, and what is not on it", () => {
    expect(figure.querySelector("svg")!.getAttribute("aria-label")).toBe(
      "A map of 4 cities of at least 1,000 copies, 2 smaller ones. Most copies: Springfield 15,400, Further 1 9,000, Further 2 5,400.",
    );
    expect(figure.querySelector("figcaption")!.textContent).toContain("Not on the map: Nowhere (7 copies).");
  });
  test("names cities beside their dots, in order, and has no path without a line", () => {
    const names = [...figure.querySelectorAll("g.name text")].map(({textContent}) => textContent);
    expect(names.slice(0, 2)).toEqual(["Springfield", "Further 1"]);
    expect([...figure.querySelectorAll("path")].every((path) => path.getAttribute("d"))).toBe(true);
  });
  test("is not drawn of five places, which the table of cities tells better", () => {
    const few = {...ledgerReport, ledger: {...books, map: {...map!, places: places.slice(0, 5)}}};
    expect(parseHTML(renderHtml(few)).document.querySelector("#map")).toBeNull();
  });
  test("is in the CSV as a table", () => {
    expect(renderCsv(ledgerReport)).toContain("row,map,Springfield,copies,Illinois,US,15400,39.82,-89.65");
  });
});
