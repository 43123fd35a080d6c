import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse as parseCsv} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type LanguageId, languageIds} from "../../src/base/words/language.ts";
import {message} from "../../src/base/words/message.ts";
import {Translator} from "../../src/base/words/translator.ts";
import {renderCsv} from "../../src/render/csv/report.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {figuresIn, movedBetween} from "../../src/report/restate/figures.ts";
import {parseReportJson} from "../../src/report/restate/published.ts";
import {isDaily, isPercent, unitName} from "../../src/report/unit.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {ledgerPart} from "../render/ledger-fixture.ts";
import {richReport} from "../render/rich-fixture.ts";
import {rowsOf} from "../run/amounts.ts";
import {greekReport} from "./greek-press.ts";

/*
 * What one is counted in is a name until it is printed: nothing is decided by a word that each language has another one for.
 */

for (const [unit, name, percent, daily] of [
  [message("unit.readers"), "readers", false, false],
  [message("unit.percent"), "percent", true, false],
  [message("unit.percent-of-readers"), "percent-of-readers", true, false],
  [message("unit.documents-a-day"), "documents-a-day", false, true],
  [message("unit.documents-a-reader"), "documents-a-reader", false, false],
  [message("unit.of-cities", {count: 5}), "of-cities", false, false],
] as const) {
  test(`${name}: ${percent ? "a share" : "no share"}, ${daily ? "daily" : "not daily"}`, () => {
    expect([unitName(unit), isPercent(unit), isDaily(unit)]).toEqual([name, percent, daily]);
  });
}

/** The JSON of a report as it was before units had names of their own. */
function withoutNames(json: string): string {
  return JSON.stringify(JSON.parse(json, (key, value: unknown) => (key === "unitId" ? undefined : value)));
}

describe("no figure of a report moves by the language that it is published in", () => {
  let english: string;
  beforeAll(async () => {
    english = renderJson(await greekReport("en"));
  });

  for (const id of rowsOf(languageIds, 1)) {
    test(`${id}, and where it was published when units were words alone`, async () => {
      const own = renderJson(await greekReport(id));
      const after = figuresIn(parseReportJson(english));
      expect(after.some(({group}) => group === "table")).toBe(true);
      for (const json of [own, withoutNames(own)]) {
        expect(movedBetween(figuresIn(parseReportJson(json)), after)).toEqual([]);
      }
    });
  }
});

describe("a workspace whose reports are German", () => {
  let press: Workshop;
  beforeAll(async () => {
    press = new Workshop("publication: The Press\nlanguage: de\nplaces: false\n");
    await press.ingest([press.write("a.log", linesFrom(0, 60)), "--quiet"]);
  });
  afterAll(() => press.remove());

  test("published in German, restated in whatever language: nothing moved", async () => {
    expect((await press.run("publish", "2026-02", "--accept", "a test", "--quiet")).status).toBe(0);
    for (const language of rowsOf(languageIds, 1)) {
      settle(language);
      const {status, stdout} = await press.run("restate", "--format", "json");
      const [restated] = JSON.parse(stdout) as {moved: unknown[]}[];
      expect([language, status, restated!.moved]).toEqual([language, 0, []]);
    }
  });

  test("explains in English, by what a measure is counted in", async () => {
    for (const measure of rowsOf(["documents-per-day", "readers", "documents-per-reader"], 2)) {
      settle("en");
      const said = await press.run("explain", measure, "2026-02");
      settle("de");
      expect(await press.run("explain", measure, "2026-02")).toEqual(said);
      const last = {
        "documents-per-day": "Divided by 1 day that the logs cover.",
        readers: "The different clients among them, each once.",
      }[measure];
      expect(said.stdout).toContain(last ?? "Worked out from these.");
    }
  });

  function settle(language: LanguageId): void {
    writeFileSync(
      join(press.folder, "broadsheet.yaml"),
      `publication: The Press\nlanguage: ${language}\nplaces: false\n`,
    );
  }
});

describe("what a CSV calls things is in the report's language", () => {
  for (const id of languageIds) {
    test(id, () => {
      const words = new Translator(id);
      const rows = parseCsv(renderCsv({...richReport, ledger: ledgerPart, language: id}), {
        relax_column_count: true,
      }) as string[][];
      expect(
        rows.filter(([section, table]) => section === "table" && table === "map").map((row) => row.slice(2, 4)),
      ).toEqual([[words.t("section.map"), ""]]);
      const units = rows.filter(([section, table]) => section === "row" && table === "map").map((row) => row[3]);
      expect([...new Set(units)]).toEqual([words.t("unit.copies")]);
    });
  }
});
