import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type LanguageId, languages} from "../../src/base/words/language.ts";
import {wordsOf} from "../../src/render/content/report-words.ts";
import {formatFigure, formatTotal} from "../../src/render/content/values.ts";
import {columnWidths} from "../../src/render/options.ts";
import {renderText} from "../../src/render/text/report.ts";
import {widthOf} from "../../src/render/text/wrap.ts";
import type {Report} from "../../src/report/report.ts";
import {amount} from "../run/amounts.ts";
import {longReport, report} from "./fixture.ts";
import {hostileText} from "./hostile.ts";
import {rangedReport} from "./ranged-fixture.ts";
import {ledgerReport, reportedReport, reportWith, richReport} from "./rich-fixture.ts";

const ids = Object.keys(languages) as LanguageId[];

function columnOf(given: Report, width: number, isPlain = false): string[] {
  return renderText(given, {width: 80, color: true, column: {width, isPlain}}).split("\n");
}

function tooWide(lines: readonly string[], width: number): string[] {
  return lines.filter((line) => widthOf(line) > width);
}

/** Does the figure stand there whole, with nothing but space, a mark of direction or a mark of origin around it? */
function isCellOf(line: string, figure: string): boolean {
  return line.split(/[ \u200e]+/).some((cell) => cell.replace(/[ʳ*]$/u, "") === figure);
}

describe("the report for a column of a newspaper", () => {
  test("the half-year of the model case stands in blocks of months, the whole period last", () => {
    expect(columnOf(report, 40).slice(7, 28)).toEqual([
      "                         Jul     Aug",
      "Distinct users ¹ ² ³  48,817  52,213",
      "Megabytes per",
      "day ¹ ² ³              443.2   370.6",
      "Files per day ¹ ² ³    3,502   3,791",
      "",
      "                         Sep     Oct",
      "Distinct users ¹ ² ³  66,730  73,193",
      "Megabytes per",
      "day ¹ ² ³              558.7   602.7",
      "Files per day ¹ ² ³    5,221   6,298",
      "",
      "                         Nov     Dec",
      "Distinct users ¹ ² ³  80,836  73,928",
      "Megabytes per",
      "day ¹ ² ³              535.2   471.5",
      "Files per day ¹ ² ³    6,406   5,481",
      "",
      "                       Jul–Dec",
      "Distinct users ¹ ² ³   240,103",
      "Megabytes per",
    ]);
  });

  const reports = {report, richReport, ledgerReport, reportedReport, rangedReport, twoYears: longReport(24)};
  for (const [name, given] of Object.entries(reports)) {
    test(`${name}: in each language and width no line is wider, and every figure of the main table is there`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...ids),
          fc.integer({min: columnWidths.least, max: columnWidths.most}),
          fc.boolean(),
          (language, width, isPlain) => {
            const told = {...given, language};
            const lines = columnOf(told, width, isPlain);
            expect(tooWide(lines, width)).toEqual([]);
            const words = wordsOf(told);
            const wanted = told.measures.flatMap((figures) => [
              ...told.columns.map((_, i) => formatFigure(figures, i, words)),
              ...(figures.total === null ? [] : [formatTotal(figures, words)]),
            ]);
            expect(wanted.filter((figure) => !lines.some((line) => isCellOf(line, figure)))).toEqual([]);
          },
        ),
        {numRuns: amount({few: 15, all: 60}), seed: 2005},
      );
    });
  }

  test("whatever strangers wrote, no line is wider", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({min: columnWidths.least, max: columnWidths.most}), (text, width) => {
        expect(tooWide(columnOf(reportWith(text), width), width)).toEqual([]);
      }),
      {numRuns: amount({few: 15, all: 50}), seed: 2005},
    );
  });

  test("the marks of notes stand on the line of the word that they are of", () => {
    for (const [width, isPlain] of [
      [34, false],
      [40, false],
      [40, true],
    ] as const) {
      const alone = columnOf(richReport, width, isPlain).filter((line) =>
        /^(?:[⁰¹²³⁴-⁹]+|\(\d+\))(?: |$)(?=.* {2}\d)/u.test(line),
      );
      expect([width, isPlain, alone]).toEqual([width, isPlain, []]);
    }
  });

  test("plain, it has no raised digit", () => {
    const text = columnOf(richReport, 40, true).join("\n");
    expect(text).not.toMatch(/[⁰¹²³⁴-⁹]/);
    expect(text).toContain("(1)");
  });

  test("nothing is drawn, painted or asked to be typed", () => {
    expect(columnOf(richReport, 60).join("\n")).not.toMatch(/[▁-█]|\p{Cc}\[|broadsheet (report|account)/u);
  });
});
