import fc from "fast-check";
import {expect, test} from "vitest";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import {escapeMarkdown} from "../../src/report/commentary/escape-markdown.ts";
import {gappedReport, longReport} from "./fixture.ts";
import {hostileText} from "./hostile.ts";
import {reportedReport, reportWith, richReport} from "./rich-fixture.ts";

const lines = renderMarkdown(richReport).split("\n");

for (const line of [
  "# The Example Press: readership, second half of 2005",
  "| Figure | Jul | Aug | Sep | Oct | Nov | Dec | Jul–Dec |",
  "| Days covered | 31 | 7/31 | 30 | 31 | 30 | 31 | 160/184 |",
  "| Distinct users ¹ ² ³ | 48,817 | 52,213 | 66,730 | 73,193 | 80,836 | 73,928 | **240,103** |",
  "| Megabytes per day ¹ ² ³ | 443.2 | 370.6 | 558.7 | – | 535.2 | 471.5 | **–** |",
  "³ Left out from September on: 12 clients on the blacklist (25,700 requests).",
  "– Megabytes per day, October: not recorded: this format has no byte count.",
  "– Megabytes per day, July to December 2005 as a whole: not recorded for October.",
  "## Compared with second half of 2004",
  "| **Distinct users** | 2005 | 48,817 | 52,213 | 66,730 | 73,193 | 80,836 | 73,928 | 240,103 |",
  "|  | 2004 | 41,002ʳ | 45,118ʳ | 52,300ʳ | 60,911 | 66,240 | 70,018 | 201,500 |",
  "|  | Change | +19.1 % | +15.7 % | +27.6 % | +20.2 % | +22.0 % | +5.6 % | +19.2 % |",
  "|  | Index (2001-08 = 100) | 136 | 145 | 185 | 203 | 225 | 205 |  |",
  "ʳ: reported by an older report, not measured.",
  "– October 2004 is covered for 30 days of 31: a change against it is not one of whole months.",
  "## Behind the figures",
  "### Top documents",
  "Ranks against first half of 2005.",
  "| Rank | Moved | Document | Files | Users | Share of files |",
  "| -------: | -------- | -------------------------------------------- | ----------: | ---------: | -----------------: |",
  "| 1 | ▲6 | /news/ | 90,110 | 33,000 | 9.6% |",
  "| 4 | = | /b.html | 310 | 204 | \\<0.1% |",
  "|  |  | Others | 729,618 | – | 77.6% |",
  "The documents that were asked for most, by path. The home page of the site is left out.",
  "| Rank | Site | Kind | Files | Share of files |",
  "| 1 | search.example | Search engines | 51,000 | 51.0% |",
  "| 20:00 | 12,000 | 3,600 | 7.3% |",
  `Methodology plain-2005, SHA-256 ${"5e".repeat(32)}. Robot lists: isbot 5.2.3, crawler-user-agents 1.60.0.`,
]) {
  test(`has the line: ${line.slice(0, 50)}`, () => {
    expect(lines).toContain(line);
  });
}

test("a value that an older report gave carries its mark, explained once below the first table with one", () => {
  const text = renderMarkdown(reportedReport);
  expect(text).toContain("| Distinct users ¹ ² ³ | 48,817ʳ | 52,213ʳ | 66,730 |");
  expect(text.match(/^ʳ: reported/gm)).toHaveLength(1);
  expect(text.indexOf("\nʳ: ")).toBeLessThan(text.indexOf("\n## Compared with"));
});

test("a table without rows says so", () => {
  const [departments] = richReport.tables;
  expect(renderMarkdown({...richReport, tables: [{...departments!, rows: []}]})).toContain("\nNone in this period.\n");
});

test("months of several years carry the year", () => {
  expect(renderMarkdown(longReport(7))).toContain("| Dec 2005 | Jan 2006 |");
});

for (const [text, want] of [
  ["a|b", "a\\|b"],
  ["<script>", "\\<script\\>"],
  ["[x](y)", "\\[x\\](y)"],
  ["*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"],
  ["a\nb", "a\\\\x0ab"],
  ["http://x www.x", "http\\://x www\\.x"],
  ["&lt;", "\\&lt;"],
] as const) {
  test(`${JSON.stringify(text)} is escaped as ${want}`, () => {
    expect(escapeMarkdown(text)).toBe(want);
  });
}

test("text at the start of a paragraph begins no list or rule", () => {
  for (const [summary, want] of [
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["=== ", "\\==="],
    ["80,836 users", "80,836 users"],
  ] as const) {
    expect(renderMarkdown({...gappedReport, summary: [summary]}).split("\n")).toContain(want);
  }
});

test("hostile text adds no line, no cell and no tag", () => {
  const shapeOf = (markdown: string) =>
    markdown.split("\n").map((line) => [line.startsWith("|"), line.replace(/\\./g, "").split("|").length]);
  // An empty text would leave out its paragraph, so each begins with a letter.
  const want = shapeOf(renderMarkdown(reportWith("a")));
  fc.assert(
    fc.property(hostileText, (text) => {
      const markdown = renderMarkdown(reportWith(`a${text}`));
      expect(shapeOf(markdown)).toEqual(want);
      expect(markdown.replace(/\\./g, "")).not.toMatch(/[<>`[\]]|:\/\/|[^\P{Cc}\n]/u);
    }),
  );
});
