import {read, utils, type WorkBook} from "@e965/xlsx";
import {beforeEach, expect, test, vi} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {renderOds} from "../../../src/render/sheets/ods.ts";
import {renderXlsx} from "../../../src/render/sheets/xlsx.ts";
import {renderJson} from "../../../src/report/json/report.ts";
import type {Report} from "../../../src/report/report.ts";
import {hostileTexts} from "../hostile.ts";
import {rangedReport} from "../ranged-fixture.ts";
import {ledgerReport, reportWith, richReport} from "../rich-fixture.ts";
import {elements, unpack, xmlFaults} from "./unpacked.ts";

// SheetJS warns of conditions of formats that stand as XML has them.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const makers = [
  ["xlsx", renderXlsx],
  ["ods", renderOds],
] as const;

type Json = Record<string, never> & {
  measures: {label: string; values: (number | null)[]}[];
  totals: Record<string, number | null>;
  tables: {title: string; rows: {label: string; kind: string; values: (number | null)[]}[]}[];
};

/** A sheet as rows of what is in its cells, by a reader that has nothing to do with what writes them. */
function rowsOf(book: WorkBook, name: string): unknown[][] {
  return utils.sheet_to_json(book.Sheets[name]!, {header: 1, raw: true, defval: null, UTC: true});
}

for (const [form, make] of makers) {
  test(`${form}: every figure of JSON is a number in its cell, unrounded, and what is missing is empty with its reason beside`, async () => {
    const book = read(await make(richReport), {cellDates: true});
    const json = JSON.parse(renderJson(richReport)) as Json;
    const rows = rowsOf(book, "Readership by month");
    for (const {label, values} of json.measures) {
      const row = rows.find(([first]) => first === label)!;
      expect(row.slice(3, 9), label).toEqual(values);
    }
    expect(rows.find(([first]) => first === "Files per day")!.at(-1)).toBe(940_042 / 184);
    expect(rows.find(([first]) => first === "Megabytes per day")![2]).toBe(
      "1, 2, 3; Oct 2005: not recorded: this format has no byte count; Jul–Dec: not recorded for October",
    );
    expect(rows[0]!.slice(3, 9).map((month) => (month as Date).toISOString().slice(0, 10))).toEqual(
      ["07", "08", "09", "10", "11", "12"].map((month) => `2005-${month}-01`),
    );
    for (const table of json.tables) {
      const cells = rowsOf(book, table.title).slice(1);
      for (const {label, values} of table.rows) {
        const row = cells.find((one) => one.includes(label))!;
        expect(row.slice(-values.length), `${table.title}, ${label}`).toEqual(values);
      }
    }
  });

  test(`${form}: the books, ranges and what moved have sheets of their own, and dates are dates`, async () => {
    const book = read(await make(ledgerReport), {cellDates: true});
    expect(book.SheetNames).toEqual(
      expect.arrayContaining(["What moved most", "From the books", "Editions", "The plan"]),
    );
    const [, first] = rowsOf(book, "Editions");
    expect(first![0]).toBe("The Example Press 25");
    expect((first![1] as Date).toISOString()).toBe("2005-08-01T00:00:00.000Z");
    expect(first!.slice(2)).toEqual([2100, 1900]);
    const ranges = rowsOf(read(await make(rangedReport)), "How far the figures would move");
    expect(ranges.slice(1).map((row) => row[2])).toContain("Least");
  });

  test(`${form}: notes and provenance say whose it is, what was left out, by which rules and from which logs`, async () => {
    const book = read(await make(richReport));
    const notes = rowsOf(book, "Notes").map((row) => row.join("|"));
    expect(notes).toContain("Readership by month|2|This may wrongly leave out devoted readers and shared connections.");
    expect(notes).toContain("Departments||Rows with fewer than 10 readers are among the others.");
    const from = rowsOf(book, "Where the figures come from").map((row) => row.join("|"));
    expect(from).toEqual(
      expect.arrayContaining([
        "Publication|The Example Press|",
        "Period|2005-H2|",
        "Program|Broadsheet 0.1.0|",
        `Methodology|plain-2005|${"5e".repeat(32)}`,
        `Log|logs/access-2005-07.log.gz|${"07".repeat(32)}`,
      ]),
    );
    expect(from.some((row) => row.startsWith("Note 1|Left out: graphics"))).toBe(true);
  });

  test(`${form}: the same report is the same bytes, in every time zone`, async () => {
    const made = await make(ledgerReport);
    const zone = process.env["TZ"];
    process.env["TZ"] = "America/St_Johns";
    try {
      expect(Buffer.from(await make(ledgerReport)).equals(Buffer.from(made))).toBe(true);
    } finally {
      process.env["TZ"] = zone;
    }
  });

  test(`${form}: what strangers wrote stays text, is no formula, and every part is right XML`, async () => {
    for (const text of [
      ...hostileTexts,
      "=1+1",
      "+cmd|' /C calc'!A0",
      "@SUM(A1)",
      "a\u0000b\ufffe",
      "_x0041_",
      "  x  ",
    ]) {
      const files = unpack(await make(reportWith(text)));
      for (const [name, {content}] of files) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        expect(elements(content, "f"), name).toEqual([]);
        expect(/table:formula|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(content), name).toBeNull();
      }
    }
    const all = unpack(await make(reportWith(hostileTexts.join(" "))));
    for (const [name, {content}] of all) if (name.endsWith(".xml")) expect(xmlFaults(content), name).toBe("");
    const book = read(await make({...richReport, publication: "=HYPERLINK(1)"}));
    const cells = Object.values(book.Sheets["Where the figures come from"]!).filter(
      (cell) => cell?.v === "=HYPERLINK(1)",
    );
    expect(cells.map(({t, f}) => [t, f])).toEqual([["s", undefined]]);
  });

  test(`${form}: names of sheets are legal, short and told apart in every language, however they are called`, async () => {
    const [table] = richReport.tables;
    const titles = ["History", "a/b:c*d?e[f]g\\h", "'quoted'", "", "x".repeat(80), "X".repeat(80), "👩‍👩‍👧".repeat(20)];
    const tables = titles.map((title, i) => ({...table!, id: `t${i}`, title}));
    for (const language of languageIds) {
      const names = read(await make({...richReport, language, tables})).SheetNames;
      expect(names.length).toBe(titles.length + 5);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
        expect(name.toLowerCase()).not.toBe("history");
        expect(name.isWellFormed()).toBe(true);
      }
    }
  });
}

function partOf(files: ReturnType<typeof unpack>, name: string): string {
  return files.get(name)!.content;
}

test("xlsx: styles and texts are counted rightly, each part has its type, heads are frozen, and Arabic runs from the right", async () => {
  const files = unpack(await renderXlsx({...richReport, language: "ar"}));
  const styles = partOf(files, "xl/styles.xml");
  for (const [list, item] of [
    ["numFmts", "numFmt"],
    ["fonts", "font"],
    ["fills", "fill"],
    ["borders", "border"],
  ] as const) {
    const [own] = elements(styles, list);
    expect(Number(own!.getAttribute("count")), list).toBe(
      [...own!.children].filter(({tagName}) => tagName === item).length,
    );
  }
  const forms = elements(styles, "xf").length;
  const texts = elements(partOf(files, "xl/sharedStrings.xml"), "si").length;
  const typed = elements(partOf(files, "[Content_Types].xml"), "Override").map((one) =>
    one.getAttribute("PartName")!.slice(1),
  );
  const sheets = [...files.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));
  expect(typed.toSorted()).toEqual([...sheets, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"].toSorted());
  for (const name of sheets) {
    const sheet = partOf(files, name);
    expect(elements(sheet, "pane")[0]!.getAttribute("state")).toBe("frozen");
    expect(elements(sheet, "pane")[0]!.getAttribute("ySplit")).toBe("1");
    expect(elements(sheet, "sheetView")[0]!.getAttribute("rightToLeft")).toBe("1");
    for (const cell of elements(sheet, "c")) {
      expect(Number(cell.getAttribute("s"))).toBeLessThan(forms);
      if (cell.getAttribute("t") === "s") expect(Number(cell.textContent)).toBeLessThan(texts);
    }
  }
});

test("ods: its type stands first and unpacked, every style that is named is there, heads are frozen, and Arabic runs from the right", async () => {
  const files = unpack(await renderOds({...ledgerReport, language: "ar"}));
  const [first] = files;
  expect([first![0], first![1].method]).toEqual(["mimetype", 0]);
  const content = partOf(files, "content.xml");
  const named = new Set([...content.matchAll(/ style:name="([^"]+)"/g)].map(([, name]) => name));
  const asked = [...content.matchAll(/ (?:table|style):(?:style-name|data-style-name|apply-style-name)="([^"]+)"/g)];
  for (const [, name] of asked) expect(named).toContain(name);
  expect(content).toContain('style:writing-mode="rl-tb"');
  const listed = elements(partOf(files, "META-INF/manifest.xml"), "file-entry").map((one) =>
    one.getAttribute("manifest:full-path"),
  );
  expect(listed).toEqual(["/", "content.xml", "styles.xml", "meta.xml", "settings.xml"]);
  expect(partOf(files, "settings.xml").match(/VerticalSplitPosition" config:type="int">1</g)).toHaveLength(
    elements(content, "table").length,
  );
});

test("a text that is longer than a cell of Excel holds is cut, and a day before 1900-03 is text", async () => {
  const old: Report = {...richReport, publication: "x".repeat(40_000), date: "1899-12-31"};
  for (const [, make] of makers) {
    const rows = rowsOf(read(await make(old)), "Where the figures come from");
    expect((rows[1]![1] as string).length).toBe(32_767);
    expect(rows.find(([label]) => label === "Date")![1]).toBe("1899-12-31");
  }
});
