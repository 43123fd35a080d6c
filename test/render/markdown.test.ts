import fc from "fast-check";
import {expect, test} from "vitest";
import {escapeMarkdown, renderMarkdown} from "../../src/render/markdown.ts";
import {gappedReport, longReport, reportWith} from "./fixture.ts";
import {hostileText} from "./hostile.ts";

const lines = renderMarkdown(gappedReport).split("\n");

for (const line of [
  "# The Example Press: readership, second half of 2005",
  "| Figure | Jul | Aug | Sep | Oct | Nov | Dec |",
  "| Days covered | 31 | 7/31 | 30 | 31 | 30 | 31 |",
  "| Megabytes per day ¹ ² ³ | 443.2 | 370.6 | 558.7 | – | 535.2 | 471.5 |",
  "³ Left out from September on: 12 clients on the blacklist (25,700 requests).",
  "– Megabytes per day, October: not recorded: this format has no byte count.",
  `Methodology plain-2005, SHA-256 ${"5e".repeat(32)}. Robot lists: isbot 5.2.3, crawler-user-agents 1.60.0.`,
]) {
  test(`has the line: ${line.slice(0, 50)}`, () => {
    expect(lines).toContain(line);
  });
}

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
