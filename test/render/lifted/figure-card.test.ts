import {expect, test} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {drawFigureCard} from "../../../src/render/pictures/figure-card.ts";
import {drawPicture} from "../../../src/render/pictures/picture.ts";
import {renderPng} from "../../../src/render/pictures/png.ts";
import {report} from "../fixture.ts";
import {hostileTexts} from "../hostile.ts";
import {rangedReport} from "../ranged-fixture.ts";
import {ledgerReport, reportWith, richReport} from "../rich-fixture.ts";

const usual = {isDark: false, width: 1200};

/** What a card says, line by line, from above. */
function linesOf(svg: string): {text: string; px: number; y: number}[] {
  return [...svg.matchAll(/<text x="[^"]*" y="([^"]*)" font-size="([^"]*)"[^>]*>(.*?)<\/text>/g)].map(
    ([, y, px, text]) => {
      return {text: text!.replaceAll(/<[^>]*>/g, ""), px: Number(px), y: Number(y)};
    },
  );
}

test("the figure that the report leads with stands large, its change below it and its doubts before", () => {
  const {svg, alt, width, height} = drawFigureCard(richReport, null, usual);
  const lines = linesOf(svg);
  const texts = lines.map(({text}) => text);
  expect(texts).toEqual([
    "The Example Press · readership, second half of 2005",
    "Distinct users",
    "The logs cover 7 of the 31 days of August 2005. No line for day 8–31.",
    "73,928",
    "December 2005",
    "+5.6 % (December 2004: 70,018)",
    "In users, July to December 2005, months in UTC. Source: server logs of The Example Press.",
  ]);
  expect(Math.max(...lines.map(({px}) => px))).toBe(lines[3]!.px);
  expect([width, height]).toEqual([1200, 675]);
  expect(alt).toBe(
    "The logs cover 7 of the 31 days of August 2005. No line for day 8–31. Distinct users: 73,928, December 2005, +5.6 % (December 2004: 70,018).",
  );
});

test("where nothing is known of an earlier time, it says between what it lay; a range stands before the figure", () => {
  expect(linesOf(drawFigureCard(report, null, usual).svg).map(({text}) => text)).toEqual(
    expect.arrayContaining(["240,103", "Jul–Dec", "48,817 to 80,836 by month"]),
  );
  const ranged = rangedReport.ranges!.measures.find(({sentence}) => sentence !== null)!;
  const {alt} = drawFigureCard(rangedReport, ranged.id, usual);
  expect(alt).toContain(ranged.sentence!);
});

test("in every language and with long names nothing leaves the card, which keeps its size", async () => {
  for (const language of languageIds) {
    const long = {...ledgerReport, language, publication: "Publication ".repeat(30)};
    for (const id of [null, "print-run-index"]) {
      const {svg, height} = drawFigureCard(long, id, usual);
      expect(height).toBe(675);
      for (const {text, px, y} of linesOf(svg)) {
        expect(text.length * px * 0.4).toBeLessThan(1200);
        expect(y).toBeLessThan(675);
      }
    }
  }
  const png = Buffer.from(await renderPng(drawFigureCard(richReport, null, {isDark: true, width: 600})));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 338]);
});

test("hostile names stay text", () => {
  for (const text of hostileTexts) {
    const {svg} = drawFigureCard(reportWith(text), null, usual);
    const tags = new Set([...svg.matchAll(/<\/?([^\s>/]*)/g)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !/^(svg|title|desc|style|rect|text|g)$/.test(tag!))).toEqual([]);
  }
});

test("a dark picture has light letters on a dark ground, and as many pixels as it is asked for", async () => {
  const picture = drawPicture(richReport, "readers", {look: {isDark: true, width: 2400}});
  expect(picture.svg).toContain('width="2400" height="1350" viewBox="0 0 1200 675"');
  expect(picture.svg).toContain("text { fill: #ece9e4;");
  expect(picture.svg).toContain('fill="#191817"');
  expect(Buffer.from(await renderPng(picture)).readUInt32BE(16)).toBe(2400);
});
