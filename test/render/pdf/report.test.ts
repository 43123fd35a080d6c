import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {languageIds} from "../../../src/base/words/language.ts";
import {loadPdf} from "../../../src/render/pdf/report.ts";
import {renderJson} from "../../../src/report/json/report.ts";
import type {Report} from "../../../src/report/report.ts";
import {longTest} from "../../run/amounts.ts";
import {longReport, report} from "../fixture.ts";
import {hostileText} from "../hostile.ts";
import {ledgerReport, reportedReport, reportWith, richReport} from "../rich-fixture.ts";
import {hasPdfPrograms, PdfFile, pdfPrograms} from "./pdf-file.ts";

const renderPdf = await loadPdf();

/** The same document keeps the standard for pages that are read out, which is the stricter one. */
const isReadable = async (one: Report) =>
  expect((await renderPdf(one, {standard: "ua-1"})).length).toBeGreaterThan(50_000);

describe("a report as PDF/UA-1 and PDF/A-3a", () => {
  for (const language of languageIds) {
    test(`is readable with all that a report may hold, in ${language}`, () => isReadable({...ledgerReport, language}));
  }

  test("is for archives, too", async () => {
    const archived = await renderPdf({...ledgerReport, language: "zh"}, {paper: "letter"});
    expect(Buffer.from(archived).toString("latin1")).toContain("<pdfaid:part>3</pdfaid:part>");
  });

  const others: [string, Report][] = [
    ["of three figures", report],
    ["with figures of an older report", reportedReport],
    ["of 24 months", longReport(24)],
    [
      "of no month that has a figure",
      {...report, measures: report.measures.map((one) => ({...one, total: null, values: one.values.map(() => null)}))},
    ],
    ["without summary, tables and notes", {...report, summary: [], notes: [], standing: [], measures: []}],
    [
      "of names that look like the template's language",
      reportWith("#panic() $x$ *b* `r` <l> @r [c] #(1+1) \\ // /* \u202eevil\u202c \x1b[31m\n\t</text>"),
    ],
    ["of an Arabic name and a path", reportWith("أخبار /news/ (12)")],
    [
      "of one word of three thousand letters",
      {
        ...richReport,
        tables: richReport.tables.map((table) => ({
          ...table,
          rows: table.rows.map((row) => ({...row, label: "x".repeat(3000)})),
        })),
      },
    ],
  ];
  for (const [name, one] of others) test(`keeps them ${name}`, () => isReadable(one));
});

describe("what strangers wrote", () => {
  test("is set, whatever it is", async () => {
    const property = fc.asyncProperty(hostileText, async (text) => {
      const tables = richReport.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({...row, label: text, group: text})),
      }));
      const inputs = richReport.inputs.map((input) => ({...input, name: text}));
      await isReadable({
        ...richReport,
        tables,
        inputs,
        summary: [text, text],
        unread: [{name: text, reason: "damaged"}],
      });
    });
    await fc.assert(property, {numRuns: 3});
  });
});

describe("what no font has", () => {
  const inRows = (label: string): Report => ({
    ...richReport,
    tables: richReport.tables.slice(0, 1).map((table) => ({...table, rows: [{...table.rows[0]!, label}]})),
  });

  test("takes no report away where strangers wrote it", () => isReadable(inRows("/कहानी/😀👨‍👩‍👧/한국어.html")));

  const own: [string, Report, RegExp][] = [
    ["the publication's name", {...report, publication: "दैनिक"}, /"दैनिक" cannot be set.*द \(U\+0926\)/],
    [
      "a label",
      {...report, measures: [{...report.measures[0]!, label: "Readers 😀"}]},
      /"Readers 😀".*😀 \(U\+1F600\)/,
    ],
    [
      "the commentary",
      {
        ...ledgerReport,
        commentary: {
          title: null,
          by: "Mole",
          date: "2006-01-15",
          blocks: [
            {
              kind: "quote",
              blocks: [{kind: "paragraph", content: [{kind: "strong", content: [{kind: "text", text: "한"}]}]}],
            },
          ],
        },
      },
      /"한".*한 \(U\+D55C\)/,
    ],
  ];
  for (const [name, one, fault] of own) {
    test(`is a fault that names text and letter in ${name}`, async () => {
      await expect(renderPdf(one, {})).rejects.toMatchObject({
        code: "PDF_GLYPH_MISSING",
        message: expect.stringMatching(fault),
      });
    });
  }
});

/** A home with a font that is called as ours is, and has no width in any letter. */
function homeWithFont(): string {
  const home = mkdtempSync(join(tmpdir(), "broadsheet-home-"));
  const font = readFileSync(new URL("../../../src/render/pdf/fonts/broadsheet-sans.ttf", import.meta.url));
  const at = font.indexOf("hmtx");
  font.fill(0, font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  mkdirSync(join(home, ".local/share/fonts"), {recursive: true});
  writeFileSync(join(home, ".local/share/fonts/other.ttf"), font);
  return home;
}

longTest(
  "the same report gives the same bytes in every time zone, with any number of threads, whatever fonts the machine has",
  async () => {
    const script = `
    import {createHash} from "node:crypto";
    const {loadPdf} = await import(${JSON.stringify(new URL("../../../src/render/pdf/report.ts", import.meta.url).href)});
    const {ledgerReport} = await import(${JSON.stringify(new URL("../rich-fixture.ts", import.meta.url).href)});
    const pdf = await (await loadPdf())(ledgerReport, {});
    console.log(createHash("sha256").update(pdf).digest("hex"));`;
    const hashIn = (env: Record<string, string>): string => {
      const {stdout, stderr} = spawnSync(process.execPath, ["--input-type=module", "--no-warnings", "-e", script], {
        encoding: "utf8",
        env: {...process.env, ...env},
      });
      expect(stderr).toBe("");
      return stdout.trim();
    };
    const here = createHash("sha256")
      .update(await renderPdf(ledgerReport, {}))
      .digest("hex");
    const home = homeWithFont();
    expect(hashIn({TZ: "Asia/Tokyo", RAYON_NUM_THREADS: "4", LC_ALL: "C.UTF-8"})).toBe(here);
    expect(hashIn({TZ: "America/New_York", RAYON_NUM_THREADS: "1", HOME: home, XDG_DATA_HOME: ""})).toBe(here);
    rmSync(home, {recursive: true});
  },
);

describe.skipIf(!hasPdfPrograms)(`what other programs find in it${pdfPrograms}`, () => {
  let file: PdfFile;
  let arabic: PdfFile;
  let strange: PdfFile;
  beforeAll(async () => {
    file = new PdfFile(await renderPdf(ledgerReport, {}));
    arabic = new PdfFile(await renderPdf({...ledgerReport, language: "ar"}, {paper: "letter"}));
    const [table] = richReport.tables;
    const rows = [{...table!.rows[0]!, label: "/#panic()/$x$/😀/\u202egnp.exe/कa"}];
    strange = new PdfFile(await renderPdf({...richReport, tables: [{...table!, rows}]}, {}));
  });
  afterAll(() => {
    for (const one of [file, arabic, strange]) one.remove();
  });

  test("qpdf finds nothing wrong", () => {
    for (const one of [file, arabic, strange]) expect(one.run("qpdf", "--check", "PDF").status).toBe(0);
  });

  test("pages of A4 and letter, a title, the report's date, tags", () => {
    const {stdout} = file.run("pdfinfo", "PDF");
    expect(stdout).toMatch(/Title: +The Example Press: readership, second half of 2005\n/);
    expect(stdout).toMatch(/CreationDate: +Thu Jan +5 .* 2006/);
    expect(stdout).toMatch(/Tagged: +yes/);
    expect(stdout).toMatch(/\(A4\)/);
    expect(arabic.run("pdfinfo", "PDF").stdout).toMatch(/\(letter\)/);
  });

  test("no font but ours, and all of each that is needed", () => {
    for (const one of [file, arabic, strange]) {
      const lines = one.run("pdffonts", "PDF").stdout.trim().split("\n").slice(2);
      expect(lines.length).toBeGreaterThan(2);
      for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+Broadsheet\w+-\w+ .* yes +yes +yes /);
    }
  });

  test("the report as JSON, whose hash stands in the foot of every page", () => {
    const json = renderJson(ledgerReport);
    expect(file.attached("report.json")).toBe(json);
    const groups = createHash("sha256").update(json).digest("hex").match(/.{4}/g)!.join(" ");
    const pages = Number(/Pages: +(\d+)/.exec(file.run("pdfinfo", "PDF").stdout)![1]);
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page++) {
      expect(file.text(page)).toContain(`SHA-256 of the attached report.json ${groups} `);
      expect(file.text(page)).toContain(`Page ${page} of ${pages}`);
    }
  });

  test("the parts in the order of every output", () => {
    const text = file.text();
    const parts = [
      "Readership, second half",
      "Readership by month",
      "Compared with second",
      "The course of each figure",
      "Behind the figures",
      "From the books",
      "Where every request went",
      "What the figures mean",
      "Where the figures come from",
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("each note once, at the foot of the page where its number stands first", () => {
    const text = file.text();
    expect(text.split("Left out from September on").length).toBe(2);
    expect(file.text(1)).toContain("Left out from September on");
    const pages = Number(/Pages: +(\d+)/.exec(file.run("pdfinfo", "PDF").stdout)![1]);
    const page = Array.from({length: pages}, (_, i) => file.text(i + 1)).find((one) =>
      one.includes("Print run index 4"),
    );
    expect(page).toContain("Index: August 2001 = 100.");
  });

  test("headings, tables with heads of columns, notes, and charts with a sentence", () => {
    const {stdout} = file.run("pdfinfo", "-struct", "PDF");
    for (const kind of ["H1", "H2", "H3", "Table", "THead", "TH", "TD", "Note", "Figure", "L"])
      expect(stdout).toMatch(new RegExp(`^ *${kind}\\b`, "m"));
    const bytes = file.run("qpdf", "--qdf", "--object-streams=disable", "PDF", "-").stdout;
    expect(bytes).toContain(
      "/Alt (Distinct users, July to December 2005: lowest 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.)",
    );
  });

  test("what strangers wrote as text, and as codes where no font has it or it would turn the line", () => {
    const text = strange.text().replaceAll(" ", "");
    expect(text).toContain("/#panic()/$x$/[U+1F600]/\\u{202e}gnp.exe/[U+0915]a");
  });
});
