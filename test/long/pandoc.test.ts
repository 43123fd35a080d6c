import {spawnSync} from "node:child_process";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {visible} from "../../src/base/text.ts";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import type {Report} from "../../src/report/report.ts";
import {hostileText, hostileTexts} from "../render/hostile.ts";
import {ledgerReport, reportWith, richReport} from "../render/rich-fixture.ts";

/** Is pandoc there? `.ci/run` installs it. */
const hasPandoc = spawnSync("pandoc", ["--version"]).error === undefined;
const without = hasPandoc ? "" : " (skipped: Debian's pandoc is missing)";

interface Node {
  readonly t: string;
  readonly c: unknown;
}

/** The page as pandoc reads it. */
function readBy(from: string, text: string, ...options: readonly string[]): Node[] {
  const {stdout, stderr, status} = spawnSync("pandoc", ["-f", from, "-t", "json", ...options], {
    input: text,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  expect(status, stderr).toBe(0);
  return (JSON.parse(stdout) as {blocks: Node[]}).blocks;
}

/** All words within, with one space between two. */
function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (typeof node !== "object" || node === null) return "";
  const {t, c} = node as Node;
  if (t === "Str") return c as string;
  if (t === "Space" || t === "SoftBreak") return " ";
  if (t === "Quoted") return wordsOf(c);
  return Object.values(node).map(wordsOf).join("");
}

/** A cell: its attributes, alignment, two spans and blocks. */
type Cell = readonly [unknown, unknown, number, number, unknown];
type Row = readonly [unknown, readonly Cell[]];

function tablesOf(blocks: readonly Node[]) {
  return blocks
    .filter(({t}) => t === "Table")
    .map(({c}) => {
      const [, , columns, [, heads], [[, , , rows]]] = c as [
        unknown,
        unknown,
        [Node, Node & {c: number}][],
        [unknown, Row[]],
        [[unknown, unknown, unknown, Row[]]],
      ];
      return {
        aligned: columns.map(([alignment]) => alignment.t),
        widths: columns.map(([, width]) => (width.t === "ColWidth" ? width.c : null)),
        rows: [...heads, ...rows].map(([, cells]) => cells.map((cell) => wordsOf(cell[4]))),
      };
    });
}

/** Markers of ours, and curly quotes and dots, which pandoc makes of straight ones. */
const plain = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();

const kinds = [
  ["markdown", "--columns=10"],
  ["gfm", "--columns=72"],
] as const;

for (const [from, option] of kinds) {
  describe(`pandoc, reading ${from}${without}`, () => {
    test.skipIf(!hasPandoc)("finds every table with its cells, figures at the right", () => {
      const tables = tablesOf(readBy(from, renderMarkdown(ledgerReport), option));
      const main = tables.find(({rows}) => rows[0]![0] === "Figure")!;
      expect(main.aligned).toEqual(["AlignDefault", ...main.aligned.slice(1).map(() => "AlignRight")]);
      expect(main.rows.find(([label]) => label!.startsWith("Distinct users"))!.slice(1)).toEqual([
        "48,817",
        "52,213",
        "66,730",
        "73,193",
        "80,836",
        "73,928",
        "240,103",
      ]);
      const ranked = tables.find(({rows}) => rows[0]!.includes("Document"))!;
      expect(ranked.rows[1]).toEqual(["1", "▲6", "/news/", "90,110", "33,000", "9.6%"]);
    });

    test.skipIf(!hasPandoc)("takes no name for a mark", async () => {
      const holds = (texts: readonly string[]) => {
        const [table] = richReport.tables;
        const rows = texts.map((text) => ({...table!.rows[0]!, label: text}));
        const blocks = readBy(from, renderMarkdown({...richReport, tables: [{...table!, rows}]}), option);
        const cells = tablesOf(blocks).flatMap((one) => one.rows.flat().map(plain));
        for (const text of texts) expect(cells).toContain(plain(visible(text)));
      };
      holds([
        ...hostileTexts,
        "a^b^c ~d~ {.x} --- ... :smile: H~2~O @one [^1] $x$ (@) \\begin{x}",
        "(1) one",
        "iv. two",
        "a) three",
      ]);
      await fc.assert(
        fc.asyncProperty(hostileText, async (text) => holds([text])),
        {numRuns: 20, seed: 2005},
      );
    });

    test.skipIf(!hasPandoc)("has headings, and no list, quote or note where none is", () => {
      const one: Report = {...reportWith("1. name: # x"), summary: ["(a) 5 readers", "iv. 6"], tables: []};
      const blocks = readBy(from, renderMarkdown(one), option);
      expect(blocks[0]!.t).toBe("Header");
      expect(blocks.map(({t}) => t)).not.toContain("OrderedList");
      expect(JSON.stringify(blocks)).not.toMatch(
        /"t":"(Note|Cite|Superscript|Subscript|Math|RawInline|RawBlock|BlockQuote)"/,
      );
    });
  });
}

test.skipIf(!hasPandoc)(`pandoc shares a page's width by what stands in the columns${without}`, () => {
  for (const {widths, rows} of tablesOf(readBy("markdown", renderMarkdown(ledgerReport), "--columns=10"))) {
    const letters = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
    const sum = letters.reduce((all, one) => all + Math.min(44, one + 3), 0);
    for (const [i, width] of widths.entries()) {
      expect(width!, rows[0]![i]!).toBeGreaterThan((Math.min(44, letters[i]! + 3) / sum) * 0.8);
    }
  }
});
