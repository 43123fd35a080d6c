import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {renderCsv} from "../../src/render/csv/report.ts";
import {renderHtml} from "../../src/render/html/report.ts";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import {renderText} from "../../src/render/text/report.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {rangedReport} from "./ranged-fixture.ts";
import {richReport} from "./rich-fixture.ts";

const {document} = parseHTML(renderHtml(rangedReport));
const textsOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({textContent}) => textContent);

describe("the ranges of a report", () => {
  test("on a terminal are sentences below the tables", () => {
    const text = renderText(rangedReport, {width: 80, color: false});
    expect(text).toContain(
      [
        "How far the figures would move",
        "– Distinct users: between 100,000 (if all heavy readers are people) and 600,000.",
      ].join("\n"),
    );
  });

  test("in HTML have the least, the figure and the greatest, and are drawn to one scale from zero", () => {
    const row = [...document.querySelectorAll("tr")].find(({innerHTML}) => innerHTML.includes('svg class="range"'))!;
    expect([...row.querySelectorAll("td")].slice(0, 3).map(({textContent}) => textContent)).toEqual([
      "100,000",
      "200,000",
      "600,000",
    ]);
    // 140 wide, two of them for the mark: a sixth, a third and all of 138.
    const [bar, mark] = [...row.querySelectorAll("rect")];
    expect([bar!.getAttribute("x"), bar!.getAttribute("width"), mark!.getAttribute("x")]).toEqual(["23", "115", "46"]);
  });

  test("in HTML have a row for each alternative", () => {
    const rows = textsOf("tr").filter((text) => text.startsWith("if "));
    expect(rows).toEqual([
      "if all heavy readers are people100,000",
      "if robots that only isbot knows are people600,000",
    ]);
  });

  test("in Markdown have a table of the alternatives", () => {
    expect(renderMarkdown(rangedReport)).toContain("| Distinct users | 200,000 | 100,000 | 600,000 |");
  });

  test("in CSV have the least and the greatest, and a row for each alternative", () => {
    const rows = renderCsv(rangedReport)
      .split("\r\n")
      .filter((row) => row.startsWith("range,readers"))
      .map((row) => row.split(",").slice(3, 5));
    expect(rows).toEqual([
      ["least", "100"],
      ["greatest", "300"],
      ["heavy-readers-in", "100"],
      ["isbot-in", "300"],
    ]);
  });

  test("in JSON stand by measure", () => {
    expect((JSON.parse(renderJson(rangedReport)) as Report).ranges).toMatchObject({
      alternatives: [{id: "heavy-readers-in"}, {id: "isbot-in"}],
      totalLow: {readers: 100_000},
      totals: {readers: {"heavy-readers-in": 100_000, "isbot-in": 600_000}},
    });
  });

  test("are nowhere where they were not asked for", () => {
    expect(renderText(richReport, {width: 80, color: false})).not.toContain("How far");
    expect(renderHtml(richReport)).not.toContain("How far");
    expect(renderCsv(richReport)).not.toContain("range,");
    expect((JSON.parse(renderJson(richReport)) as Report).ranges).toBeNull();
  });
});
