import {parseFragment} from "parse5";
import {expect, test} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {renderEmbed} from "../../../src/render/embed/embed.ts";
import {hostileTexts} from "../hostile.ts";
import {reportedReport, reportWith, richReport} from "../rich-fixture.ts";

test("a figure has its months, what it is compared with, its whole, its doubts before and its source below", () => {
  const made = renderEmbed(richReport, "readers");
  for (const text of ["48,817", "41,002", "+19.1 %", "240,103", "Source: server logs of The Example Press."])
    expect(made).toContain(text);
  expect(made.indexOf("The logs cover 7 of the 31 days")).toBeLessThan(made.indexOf("48,817"));
  expect(made.indexOf("Left out: graphics")).toBeGreaterThan(made.indexOf("240,103"));
  expect(renderEmbed(reportedReport, reportedReport.measures[0]!.id)).toContain("ʳ reported by an older report");
});

test("a table has its rows in order, how they moved, and what it does not tell", () => {
  const made = renderEmbed(richReport, "departments");
  expect(
    [...made.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)].map(([, name]) => name!.replace(/<[^>]*>/g, "")),
  ).toEqual([...["1. English", "2. Deutsch", "3. Français", "4. 中文", "Others", "No department"]]);
  for (const text of ["up 5 from 9", "Rows with fewer than 10 readers are among the others."])
    expect(made).toContain(text);
});

test("every name of a class and an id is its own, every rule is its element's and important, and nothing is fetched or run", () => {
  for (const id of ["readers", "departments", "hours"]) {
    const made = renderEmbed(richReport, id);
    for (const [, names] of made.matchAll(/ class="([^"]*)"/g)) {
      for (const name of names!.split(" ")) expect(name).toMatch(/^(bs-[a-z]+|broadsheet-embed|)$/);
    }
    expect([...made.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one)).toEqual([`broadsheet-${id}-2005-h2`]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(made)![1]!;
    const rules = style.replaceAll(/@media [^{]*\{/g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g);
    for (const [, selectors, declarations] of rules) {
      for (const one of selectors!.split(",")) expect(one.trim()).toMatch(/^(#broadsheet-[a-z0-9-]+){3}/);
      for (const one of declarations!.split(";").filter((text) => text !== "")) expect(one).toMatch(/!important$/);
    }
    expect(made).not.toMatch(/<script|\son[a-z]+=|https?:|url\(|@import/i);
  }
});

test("hostile texts stay text in every language, and the piece closes all that it opens", () => {
  for (const text of hostileTexts) {
    const report = reportWith(text);
    for (const language of languageIds) {
      for (const id of ["readers", report.tables[0]!.id]) {
        const root = parseFragment(`${renderEmbed({...report, language}, id)}<i></i>`);
        const elements = root.childNodes.filter((node) => "tagName" in node).map((node) => node.nodeName);
        expect(elements).toEqual(["div", "i"]);
      }
    }
  }
});

test("a figure that there is not is answered with the nearest", () => {
  expect(() => renderEmbed(richReport, "departmens")).toThrow(
    expect.objectContaining({
      code: "PICTURE_UNKNOWN",
      help: expect.stringMatching(/^write departments, or name one of readers,/),
    }),
  );
});
