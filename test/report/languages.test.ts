import {parse as parseCsv} from "csv-parse/sync";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {type LanguageId, languageIds, languages} from "../../src/base/words/language.ts";
import {renderCsv} from "../../src/render/csv/report.ts";
import {renderHtml} from "../../src/render/html/report.ts";
import {markPaths} from "../../src/render/html/right-to-left.ts";
import {renderMarkdown} from "../../src/render/markdown/report.ts";
import {renderStandingText, renderText} from "../../src/render/text/report.ts";
import {widthOf} from "../../src/render/text/wrap.ts";
import {renderAccountText} from "../../src/render/views/account.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {rowsOf} from "../run/amounts.ts";
import {greekReport} from "./greek-press.ts";

const reports = new Map<LanguageId, Report>();
for (const id of languageIds) reports.set(id, await greekReport(id));
const inLanguage = (id: LanguageId): Report => reports.get(id)!;
const terminal = {width: 80, color: false};

/** What a page says: its text, and what is said to those who cannot see it. */
function pageText(html: string): string {
  const {document} = parseHTML(html);
  for (const style of document.querySelectorAll("style")) style.remove();
  const spoken = [...document.querySelectorAll("[aria-label], abbr[title]")].flatMap((element) => [
    ...[element.getAttribute("aria-label"), element.getAttribute("title")],
  ]);
  return [document.documentElement.textContent, ...spoken].join("\n");
}

/** The values of a JSON that are for people. */
function jsonTexts(value: unknown, key = ""): string[] {
  if (typeof value === "string")
    return /label|text|title|definition|unit(?!Id)|reason|note|summary|standing|sentence|group|previous/i.test(key)
      ? [value]
      : [];
  if (Array.isArray(value)) return value.flatMap((one) => jsonTexts(one, key));
  if (value === null || typeof value !== "object") return [];
  // The ids of notes stand in lists of that name.
  return Object.entries(value).flatMap(([name, within]) => {
    const isIds = name === "notes" && Array.isArray(within) && within.every((one) => typeof one === "string");
    return isIds ? [] : jsonTexts(within, /^(?:reasons|totalReasons)$/.test(key) ? key : name);
  });
}

/** The columns of a CSV that are for people: what a row is called, and its unit. */
function csvTexts(csv: string): string[] {
  return (parseCsv(csv) as string[][]).flatMap(([section = "", , label = "", unit = ""]) => {
    const isOfIds = /^(?:section|input|report|range)$/.test(section);
    return isOfIds ? [] : [label, unit];
  });
}

/** What stands in a report of any language: names of programs, formats, lists and forms, and what is typed. */
const names = new Set(
  [
    "AllTheWeb Broadsheet COUNTER CVC GET GPTBot Google Googlebot HEAD IPv PS SHA UTC bot",
    // Lines of statements, and the mark of what was reported.
    "A B C D E F G H a b c d e f g h i r",
    // Lists, settings and commands; money for mail is called so in the book of funds.
    "isbot crawler user agents sites broadsheet departments account report notes mail central task press other example log",
  ].flatMap((line) => line.split(" ")),
);

/** The database of places is called by its own name. */
const places = /Looked up in (.+) when/.exec(renderJson(inLanguage("en")))![1]!;

/** The words in Latin letters that a report of Chinese or Arabic holds and that are no names. */
function latinWords(text: string): string[] {
  const plain = text
    .replace(/[0-9a-f]{64}/g, "")
    .replaceAll("\\", "")
    .replace(/\s+/g, " ")
    .replaceAll(places, "")
    .replace(/\/[\w./-]*/g, "");
  return [...new Set(plain.match(/[A-Za-z]+/g) ?? [])].filter((word) => !names.has(word));
}

describe("no English is left in a report of another language", () => {
  for (const id of ["zh", "ar"] as const) {
    const report = inLanguage(id);
    for (const [what, text] of [
      ["the terminal", renderText(report, terminal)],
      ["the terminal after quick", renderText(report, {...terminal, canAsk: false})],
      ["the standing notes", renderStandingText(report, terminal)],
      ["the account", renderAccountText(report, terminal)],
      ["Markdown", renderMarkdown(report).replaceAll(/<\/?div[^>]*>/g, "")],
      ["the page", pageText(renderHtml(report))],
      ["the texts of JSON", jsonTexts(JSON.parse(renderJson(report))).join("\n")],
      ["the labels of CSV", csvTexts(renderCsv(report)).join("\n")],
    ] as const) {
      test(`${languages[id].name}: ${what}`, () => expect(latinWords(text)).toEqual([]));
    }
  }
});

describe("in every language", () => {
  for (const id of rowsOf(languageIds, 2)) {
    const {name, tag, direction} = languages[id];
    const report = inLanguage(id);

    test(`${name}: ids, keys, figures and days are those of the English report`, () => {
      const bare = (value: unknown): unknown => {
        if (typeof value === "string")
          return /^[\w:./-]*$/.test(value) && /\d{4}-\d\d|^[a-z]+[-:]/.test(value) ? value : "";
        if (Array.isArray(value)) return value.map(bare);
        if (value === null || typeof value !== "object") return value;
        return Object.fromEntries(Object.entries(value).map(([key, within]) => [key, bare(within)]));
      };
      const jsonOf = (one: Report): unknown => bare(JSON.parse(renderJson(one)));
      const {summary: _, ...own} = jsonOf(report) as Record<string, unknown>;
      const {summary: __, ...english} = jsonOf(inLanguage("en")) as Record<string, unknown>;
      expect(own).toEqual(english);
    });

    test(`${name}: the page says its language${direction === "rtl" ? ", and that it runs from the right" : ""}`, () => {
      const dir = direction === "rtl" ? ' dir="rtl"' : "";
      expect(renderHtml(report)).toContain(`<html lang="${tag}"${dir}>`);
    });

    test(`${name}: no line of the terminal is wider than it is`, () => {
      for (const width of [80, 100, 140]) {
        const lines = renderText(report, {width, color: false}).split("\n");
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      }
    });
  }

  for (const id of rowsOf(languageIds, 1)) {
    test(`${languages[id].name}: the same report gives the same bytes`, async () => {
      expect(renderHtml(await greekReport(id))).toBe(renderHtml(inLanguage(id)));
    });
  }
});

describe("from the right", () => {
  const report = inLanguage("ar");
  test("cells keep their order in a terminal: each stands behind a mark of direction", () => {
    const line = renderText(report, terminal)
      .split("\n")
      .find((one) => one.startsWith("المستخدمون"));
    expect(line?.split("\u200e").length).toBeGreaterThan(2);
  });
  test("slashes stay with their paths, and nothing else of the page is changed", () => {
    const page = renderHtml(report);
    expect(page).toContain("&lrm;/robots.txt&lrm;");
    expect(page).not.toMatch(/(?<!&lrm;)\/robots\.txt/);
    expect(markPaths(page.replaceAll("&lrm;", ""))).toBe(page);
  });
  test("Markdown says so, and its tables stay tables", () => {
    const markdown = renderMarkdown(report);
    expect(markdown.startsWith('<div dir="rtl">\n\n# Τυπος')).toBe(true);
    expect(markdown.endsWith("\n\n</div>\n")).toBe(true);
  });
  test("the months of a chart run as those of the table", () => {
    const [chart = ""] = /<svg class="chart".*?<\/svg>/s.exec(renderHtml(report)) ?? [];
    expect(chart.indexOf("أغسطس")).toBeGreaterThan(-1);
    const places = ["يوليو", "أغسطس"].map((name) =>
      Number(new RegExp(`translate\\(([\\d.]+),[^>]*>${name}<`).exec(chart)?.[1]),
    );
    expect(places[0]).toBeGreaterThan(places[1]!);
  });
});

describe("the publisher's own labels", () => {
  test("stand in all outputs, in whatever language", async () => {
    const labels = {
      "measure.readers": "ΑΑΑ",
      "measure.section-readers:NAME": "ΒΒΒ {name}",
      "measure.print-run-index": "ΓΓΓ",
      "table.departments": "ΔΔΔ",
      "column.departments.readers": "ΕΕΕ",
      "column.departments.rowLabel": "ΖΖΖ",
      "verdict.graphics": "ΗΗΗ",
      "section.ledger": "ΘΘΘ",
      "section.ranks": "ΙΙΙ {list}",
    };
    const report = await greekReport("de", labels);
    const outputs = [renderText(report, terminal), renderMarkdown(report), pageText(renderHtml(report))];
    for (const text of outputs) {
      for (const label of Object.values(labels)) {
        const shown = label.replace("{name}", "1").replace("{list}", "Λιστα");
        expect(text.replace(/\s+/g, " ")).toContain(shown);
      }
    }
    expect(outputs[0]).not.toMatch(/^Verschiedene Nutzer/m);
    for (const label of ["ΑΑΑ", "ΒΒΒ 1", "ΓΓΓ", "ΔΔΔ", "ΗΗΗ"]) {
      expect(renderCsv(report)).toContain(label);
      expect(renderJson(report)).toContain(label);
    }
  });
});
