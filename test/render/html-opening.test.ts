import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {leadSentence} from "../../src/render/content/large-figures.ts";
import {renderHtml} from "../../src/render/html/report.ts";
import type {Report} from "../../src/report/report.ts";
import {report} from "./fixture.ts";
import {richReport} from "./rich-fixture.ts";

function parse(page: Report): Document {
  return parseHTML(renderHtml(page)).document;
}

function textsOf(parent: Element | Document, selector: string): string[] {
  return [...parent.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? "");
}

/** The fixture with all of its days in the logs. */
const covered: Report = {
  ...richReport,
  columns: richReport.columns.map((column) => ({...column, daysCovered: column.days, missingDays: []})),
};

describe("the figures set large", () => {
  const large = (one: Report) =>
    [...parse(one).querySelectorAll(".large > div")].map((figure) => textsOf(figure, "dt, dd"));

  test("are of the whole period where that can be compared", () => {
    expect(large(covered)).toEqual([
      ["Distinct users", "240,103", "Jul–Dec", "+19.2 % the second half of 2004: 201,500"],
      ["Files per day", "5,109", "Jul–Dec", "+27.7 % the second half of 2004: 4,000"],
    ]);
  });

  test("are of the last whole month where days are missing", () => {
    expect(large(richReport)[0]).toEqual(["Distinct users", "73,928", "December 2005", "+5.6 % December 2004: 70,018"]);
  });

  test("say between what they lay where nothing is compared with", () => {
    expect(large(report)[0]).toEqual(["Distinct users", "240,103", "Jul–Dec", "48,817 to 80,836 by month"]);
  });

  test("are four at most", () => {
    const [users] = report.measures;
    const measures = Array.from({length: 7}, (_, i) => ({...users!, id: `m${i}`}));
    expect(large({...report, measures})).toHaveLength(4);
  });
});

describe("the sentence that leads", () => {
  test("tells the change, and the summary stands below the main table", () => {
    const page = parse(covered);
    expect(textsOf(page, "header .summary p")[0]).toBe(
      "Distinct users up 19.2 percent on the second half of 2004: 240,103, from 201,500.",
    );
    expect(textsOf(page, "#figures .summary p")).toEqual(covered.summary);
  });

  test("is that of the summary where nothing is compared with", () => {
    expect(leadSentence(report)).toBe(null);
    const page = parse(report);
    expect(textsOf(page, "header .summary p")).toEqual(report.summary.slice(0, 1));
    expect(textsOf(page, "#figures .summary p")).toEqual(report.summary.slice(1));
  });

  test("has beside it what has to be known of the months compared with", () => {
    const comparison = {...covered.comparison!, notes: ["Counted by other rules."]};
    expect(textsOf(parse({...covered, comparison}), "header .doubt")).toEqual(["Counted by other rules."]);
  });
});

describe("the contents", () => {
  test("name every part, in every language by the same ids", () => {
    const idsOf = (language: Report["language"]) =>
      [...parse({...richReport, language}).querySelectorAll("[id]")].map(({id}) => id);
    const links = [...parse(richReport).querySelectorAll("#contents a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual([
      "#figures",
      "#comparison",
      "#courses",
      "#tables",
      "#account",
      "#meanings",
      "#standing",
      "#provenance",
    ]);
    expect(idsOf("en")).toEqual(
      expect.arrayContaining(["contents", "table-departments", "chart-readers", "table-hours"]),
    );
    for (const language of ["de", "zh", "ar"] as const) expect(idsOf(language)).toEqual(idsOf("en"));
  });

  test("every heading of a part or table is a link to it", () => {
    const page = parse(richReport);
    for (const heading of page.querySelectorAll("h2, .table h3, .charts h3")) {
      const link = heading.querySelector("a.self");
      expect(heading.parentElement?.id).toBe(link?.getAttribute("href")?.slice(1));
    }
  });

  test("the id of a table that a stranger named is letters, digits and codes", () => {
    const [departments] = richReport.tables;
    const page = parse({...richReport, tables: [{...departments!, id: 'top-documents:中 文"><b>'}]});
    expect(page.querySelector(".table")?.id).toBe("table-top-documents.3a.4e2d.20.6587.22.3e.3cb.3e");
  });
});

describe("long tables", () => {
  test("show five rows until they are opened, with what is left over", () => {
    const [departments] = richReport.tables;
    const [row] = departments!.rows;
    const rows = Array.from({length: 9}, (_, i) => ({...row!, key: `k${i}`, rank: i + 1}));
    const folded = parse({...richReport, tables: [{...departments!, rows}]});
    expect(textsOf(folded, ".table details.rows summary")[0]).toMatch(/^All 9 rows: Departments/);
    expect(folded.querySelectorAll(".table tbody tr")).toHaveLength(9);
    expect(parse({...richReport, tables: [departments!]}).querySelector("details.rows")).toBe(null);
  });
});

test("on paper the name of a stranger stands in the running head as text, and ends neither it nor the style sheet", () => {
  const page = parse({...report, publication: 'a"; } </style><b>\u202e\\ü'});
  const style = page.querySelector("style")?.textContent ?? "";
  expect(style).toContain('@top-left { content: "a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e ');
  expect(page.querySelectorAll("style")).toHaveLength(1);
  expect(style).toContain('content: "Page " counter(page) " of " counter(pages) ""');
});

test("a page that was given no name begins with what it is of, and its title, its running head and its source name nobody", () => {
  const unnamed = parse({...richReport, publication: null, site: null});
  const what = "Readership, second half of 2005";
  expect(textsOf(unnamed, "head > title, .publication, h1")).toEqual([what, what]);
  expect(unnamed.querySelector("style")!.textContent).toContain(
    '@top-left { content: "Readership\\2c  second half of 2005"',
  );
  expect(textsOf(unnamed, ".caption")[0]).toContain("Source: server logs.");
  const ofOneSite = parse({...richReport, publication: null, site: "press.example"});
  expect(textsOf(ofOneSite, ".publication")).toEqual(["press.example"]);
});
