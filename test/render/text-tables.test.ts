import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {textBar} from "../../src/render/text/drawn.ts";
import {layGrid} from "../../src/render/text/grid.ts";
import {renderText} from "../../src/render/text/report.ts";
import {widthOf} from "../../src/render/text/wrap.ts";
import {hostileText} from "./hostile.ts";
import {reportedReport, richReport} from "./rich-fixture.ts";

const plain = {width: 80, color: false};
const text = renderText(richReport, plain);

/** The lines from the one that begins with the text up to the next empty one. */
function blockFrom(start: string): string[] {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(start));
  return lines.slice(from, lines.indexOf("", from));
}

describe("the comparison on a terminal", () => {
  test("a block a measure: its months, those compared with, the change, the index", () => {
    expect(text).toContain(
      [
        "Compared with second half of 2004 · index, 2001-08 = 100",
        "",
        "                      Jul      Aug      Sep      Oct      Nov      Dec   Jul–Dec",
        "Distinct users",
        "  2005             48,817   52,213   66,730   73,193   80,836   73,928   240,103",
        "  2004             41,002ʳ  45,118ʳ  52,300ʳ  60,911   66,240   70,018   201,500",
        "  Change          +19.1 %  +15.7 %  +27.6 %  +20.2 %  +22.0 %   +5.6 %   +19.2 %",
        "  2001-08 = 100       136      145      185      203      225      205",
        "Megabytes per day",
        "  2005              443.2    370.6    558.7        –    535.2    471.5         –",
        "  2004              462.1    380.0        –    500.0    520.4    490.9         –",
        "  Change           −4.1 %   −2.5 %        –        –   +2.8 %   −4.0 %         –",
        "Files per day",
        "  2005              3,502    3,791    5,221    6,298    6,406    5,481     5,109",
        "  2004                  0    3,791    4,000    5,000    6,000    5,000     4,000",
        "  Change                –    0.0 %  +30.5 %  +26.0 %   +6.8 %   +9.6 %   +27.7 %",
        "  2001-08 = 100       175      190      261      315      320      274",
        "",
        "ʳ: reported by an older report, not measured.",
      ].join("\n"),
    );
  });

  test("what is missing in it has its reason, and only once", () => {
    const flat = text.replaceAll(/\n {2}/g, " ");
    for (const sentence of [
      "– October 2004 is covered for 30 days of 31: a change against it is not one of whole months.",
      "– Megabytes per day, September 2004: not recorded: this format has no byte count.",
      "– Megabytes per day, second half of 2004 as a whole: not recorded for September.",
      "– Change of Files per day, July: there is no percentage of 0.",
      "– Index of Megabytes per day, July to September, November and December: no figure for August 2001.",
    ]) {
      expect(flat.split(sentence)).toHaveLength(2);
    }
  });

  test("the mark is explained below the first table that carries it", () => {
    const both = renderText(reportedReport, plain);
    expect(both.match(/^ʳ: /gm)).toHaveLength(1);
    expect(both.indexOf("\nʳ: ")).toBeLessThan(both.indexOf("\nCompared with"));
  });

  test("months of other names are named below those of the report", () => {
    const columns = ["2005-01", "2005-02", "2005-03", "2005-04", "2005-05", "2005-06"];
    const comparison = {...richReport.comparison!, period: "2005-H1", title: "first half of 2005", columns};
    const before = renderText({...richReport, comparison}, plain);
    expect(before).toContain("\nCompared with         Jan      Feb      Mar      Apr      May      Jun\n");
    expect(before).toContain("\n  2005-H1          41,002ʳ");
  });

  test("an index without a comparison is a row a measure", () => {
    expect(renderText({...richReport, comparison: null}, plain)).toContain(
      [
        "Index, 2001-08 = 100",
        "",
        "                 Jul   Aug   Sep   Oct   Nov   Dec",
        "Distinct users   136   145   185   203   225   205",
        "Files per day    175   190   261   315   320   274",
      ].join("\n"),
    );
  });
});

describe("tables on a terminal", () => {
  test("rank, movement, name and figures stand under each other, others and unknown last", () => {
    expect(blockFrom("Departments")).toEqual([
      "Departments           against first half of 2005",
      "                                        Share of",
      "       Department       Files    Users     files",
      "1  =   English        470,021  120,455     50.0%",
      "2  ▲1  Deutsch        188,008   51,002     20.0%",
      "3  ▼1  Français       141,006   40,990     15.0%",
      "4  ▲5  中文           108,106   30,112     11.5%",
      "       Others          28,201        –      3.0%",
      "       No department    4,700        –      0.5%",
    ]);
    expect(text).toContain("\n\n– Rows with fewer than 10 readers are among the others.\n");
  });

  test("a long name loses its middle, so that a row is one line", () => {
    expect(blockFrom("Top documents")).toEqual([
      "Top documents                                         against first half of 2005",
      "                                                                        Share of",
      "        Document                                         Files   Users     files",
      "1  ▲6   /news/                                          90,110  33,000      9.6%",
      "2  new  /archive/2005/septembe…hat-came-after-it.html   60,002  28,114      6.4%",
      "2  =    /zh/a.html                                      60,002  12,010      6.4%",
      "4  =    /b.html                                            310     204     <0.1%",
      "        Others                                         729,618       –     77.6%",
    ]);
    const wide = renderText(richReport, {width: 140, color: false});
    expect(wide).toContain(" /archive/2005/september/special-edition/letters-from-readers-on-the-flood-and-what-");
  });

  test("groups have a column, and nothing moved where there is nothing before", () => {
    expect(blockFrom("Where readers came from")).toEqual([
      "Where readers came from",
      "                                                Share of",
      "   Site                 Kind             Files     files",
      "1  search.example       Search engines  51,000     51.0%",
      "2  other-press.example  Other sites     30,000     30.0%",
      "3  find.example         Search engines  11,000     11.0%",
      "   Not named                             8,000      8.0%",
    ]);
  });

  test("a week is drawn in bars from zero", () => {
    // The highest takes 20 columns: 4,300 of 5,600 are 15.36 columns, 15 and three eighths.
    expect(blockFrom("Days of the week")).toEqual([
      "Days of the week",
      "Day        Files",
      "Monday     5,200  ██████████████████▋",
      "Tuesday    5,600  ████████████████████",
      "Wednesday  5,500  ███████████████████▋",
      "Thursday   5,450  ███████████████████▌",
      "Friday     5,100  ██████████████████▎",
      "Saturday   4,300  ███████████████▍",
      "Sunday     4,605  ████████████████▌",
    ]);
    expect(blockFrom("04:00")[0]).toBe("04:00       0      0      0.0%");
  });

  test("what it means is left out, and a table without rows says so", () => {
    expect(text).not.toContain("Sites that the reader's program named");
    const [departments] = richReport.tables;
    expect(renderText({...richReport, tables: [{...departments!, rows: []}]}, plain)).toContain(
      "\nNone in this period.\n",
    );
  });

  test("the tables stand after the comparison and before the logs", () => {
    const places = ["Compared with", "Departments", "Days of the week", "3,059,292 lines"].map((start) =>
      text.indexOf(`\n${start}`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

for (const [value, highest, want] of [
  [10, 10, "██████████"],
  [5, 10, "█████"],
  [5.5, 10, "█████▌"],
  [1, 10_000, "▏"],
  [0, 10, ""],
  [0, 0, ""],
  [-1, 10, ""],
] as const) {
  test(`a bar of ten columns for ${value} of ${highest} is "${want}"`, () => {
    expect(textBar(value, highest, 10)).toBe(want);
  });
}

test("a grid is never wider than it may be, and each of its blocks has one line a row, whatever stands in it", () => {
  const column = fc.record({
    head: fc.string({unit: "grapheme"}),
    cells: fc.array(fc.string({unit: "grapheme"}), {minLength: 3, maxLength: 3}),
    isText: fc.boolean(),
    canShrink: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(column, {minLength: 1, maxLength: 6}), fc.integer({min: 30, max: 120}), (columns, width) => {
      const {lines, rows} = layGrid(columns, width);
      const printed = rows.filter((row) => row !== null);
      expect(printed).toEqual(printed.map((_, i) => i % 3));
      expect(rows).toHaveLength(lines.length);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test("figures that do not fit beside each other stand in blocks, each with the names of its rows, and lose no digit", () => {
  const figures = ["Copies", "Returned", "Sold"].map((head) => ({head, cells: ["123,456,789", "2,345"]}));
  const grid = layGrid(
    [{head: "Place", cells: ["Springfield, Illinois", "Rome"], isText: true, canShrink: true}, ...figures],
    40,
  );
  expect(grid.lines).toEqual([
    "Place                Copies     Returned",
    "Springf…linois  123,456,789  123,456,789",
    "Rome                  2,345        2,345",
    "",
    "Place                         Sold",
    "Springfield, Illinois  123,456,789",
    "Rome                         2,345",
  ]);
  expect(grid.rows).toEqual([null, 0, 1, null, null, 0, 1]);
});

test("a name from a log is one line and does nothing, whatever it is", () => {
  const [departments] = richReport.tables;
  fc.assert(
    fc.property(hostileText, (name) => {
      const rows = departments!.rows.map((row) => ({...row, key: name, label: name, group: name}));
      const printed = renderText({...richReport, tables: [{...departments!, rows}]}, plain);
      const from = printed.split("\n").findIndex((line) => line.startsWith("Departments"));
      const lines = printed.split("\n").slice(from);
      expect(lines.indexOf("")).toBe(3 + rows.length);
      expect(printed).not.toMatch(
        /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u{e0000}-\u{e007f}]/u,
      );
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    }),
  );
});
