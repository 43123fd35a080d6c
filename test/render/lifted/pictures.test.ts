import {spawnSync} from "node:child_process";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {type LanguageId, languages} from "../../../src/base/words/language.ts";
import {drawPicture} from "../../../src/render/pictures/picture.ts";
import {renderPng} from "../../../src/render/pictures/png.ts";
import {report} from "../fixture.ts";
import {hostileTexts} from "../hostile.ts";
import {ledgerReport, reportWith, richReport} from "../rich-fixture.ts";

const readers =
  "Distinct users, July to December 2005: lowest 48,817 in July 2005, highest 80,836 in November 2005, last 73,928 in December 2005.";

/** The texts that a PNG carries, by keyword, read chunk by chunk as its standard has it. */
function textsOf(png: Uint8Array): Record<string, string> {
  const bytes = Buffer.from(png);
  const texts: Record<string, string> = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (bytes.toString("latin1", at + 4, at + 8) === "iTXt") {
      const end = content.indexOf(0);
      texts[content.toString("latin1", 0, end)] = content.toString("utf8", end + 5);
    }
    at += length + 12;
  }
  return texts;
}

describe("a figure as a picture", () => {
  test("a chart is a card of 1200 by 675 with its alternative text inside, the same bytes twice", async () => {
    const picture = drawPicture(report, "readers");
    const png = Buffer.from(await renderPng(picture));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675]);
    expect(textsOf(png)).toEqual({Title: "Distinct users", Description: readers});
    expect(Buffer.from(await renderPng(drawPicture(report, "readers"))).equals(png)).toBe(true);
  });

  test("an SVG has title and description, every month's figure, and asks for nothing from elsewhere", () => {
    const {svg} = drawPicture(report, "readers");
    const {document} = parseHTML(`<html><body>${svg}</body></html>`);
    expect(document.querySelector("svg > title")?.textContent).toBe("Distinct users");
    expect(document.querySelector("svg > desc")?.textContent).toBe(readers);
    for (const figure of ["48,817", "52,213", "66,730", "73,193", "80,836", "73,928"])
      expect(svg).toContain(`>${figure}<`);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(|@import|<image/);
  });

  test("one month is its figure, large, and no chart of one bar", () => {
    const [column] = report.columns;
    const measures = report.measures.map((one) => ({
      ...one,
      values: one.values.slice(0, 1),
      total: one.values[0] ?? null,
    }));
    const {svg, alt} = drawPicture(
      {...report, columns: [column!], measures, title: "July 2005", comparison: null},
      "readers",
    );
    expect(alt).toBe("Distinct users: 48,817 in July 2005");
    expect(svg).toContain(">48,817<");
    expect(svg).not.toContain('class="chart"');
  });

  test("a table has all of its rows, and is higher where it needs to be", () => {
    const departments = drawPicture(richReport, "departments");
    for (const text of ["English", "470,021", "120,455", "50.0%", "中文", "No department"])
      expect(departments.svg).toContain(`>${text}<`);
    expect(departments.height).toBe(675);
    expect(departments.alt).toBe(
      "Departments, Files: English (470,021), Deutsch (188,008), Français (141,006), 中文 (108,106), Others (28,201), No department (4,700)",
    );
    const hours = drawPicture(richReport, "hours");
    expect(hours.svg).toContain(">23:00<");
    expect(hours.height).toBeGreaterThan(24 * 38);
  });

  test("figures and tables of the books are drawn, too", () => {
    expect(drawPicture(ledgerReport, ledgerReport.ledger!.measures[0]!.id).title).toBe(
      ledgerReport.ledger!.measures[0]!.label,
    );
    const table = ledgerReport.ledger!.tables.find(({rows}) => rows.length > 0)!;
    expect(drawPicture(ledgerReport, table.id).title).toBe(table.title);
  });

  test("it is drawn in each language", async () => {
    for (const language of Object.keys(languages) as LanguageId[]) {
      for (const id of ["readers", "departments"]) {
        const picture = drawPicture({...richReport, language}, id);
        expect(picture.height).toBe(675);
        expect((await renderPng(picture)).length).toBeGreaterThan(10_000);
      }
    }
  });

  test("whatever strangers wrote stays text, in the picture and in its words", async () => {
    for (const text of hostileTexts) {
      for (const id of ["readers", "departments"]) {
        const picture = drawPicture(reportWith(text), id);
        const tags = new Set([...picture.svg.matchAll(/<\/?([^\s>/]*)/g)].map(([, tag]) => tag));
        expect([...tags].filter((tag) => !/^(svg|title|desc|style|rect|line|text|tspan|g)$/.test(tag!))).toEqual([]);
        expect(picture.svg).not.toMatch(/[^\P{Cc}\n]/u);
        expect((await renderPng(picture)).length).toBeGreaterThan(1000);
      }
    }
  });

  test("a figure that is none is told with what there is", () => {
    const draw = () => drawPicture(richReport, "reeders", {others: ["countries"]});
    expect(draw).toThrow(UserError);
    expect(draw).toThrow('there is no figure and no table "reeders"');
    try {
      draw();
    } catch (fault) {
      expect((fault as UserError).help).toMatch(/^write readers, or name one of readers, .*departments.*countries$/);
    }
  });

  test("a figure without a value is refused", () => {
    const [first, ...others] = report.measures;
    const empty = {...report, measures: [{...first!, values: first!.values.map(() => null)}, ...others]};
    expect(() => drawPicture(empty, first!.id)).toThrow("has no value in this period");
  });
});

test("another reader of PNGs finds the picture whole", async () => {
  const png = await renderPng(drawPicture(report, "readers"));
  const check =
    "import sys,zlib,struct;b=sys.stdin.buffer.read();i=8\nwhile i<len(b):\n n=struct.unpack('>I',b[i:i+4])[0];assert zlib.crc32(b[i+4:i+8+n])==struct.unpack('>I',b[i+8+n:i+12+n])[0];i+=n+12\nprint('whole')";
  const read = spawnSync("python3", ["-c", check], {input: png, encoding: "utf8"});
  if (read.error === undefined) expect(read.stdout).toBe("whole\n");
});
