import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, expect, test} from "vitest";
import {renderOds} from "../../src/render/sheets/ods.ts";
import {renderXlsx} from "../../src/render/sheets/xlsx.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {ledgerReport, reportWith} from "../render/rich-fixture.ts";

interface Json {
  readonly measures: readonly {readonly label: string; readonly values: readonly (number | null)[]}[];
  readonly totals: Readonly<Record<string, number | null>>;
  readonly tables: readonly {
    readonly title: string;
    readonly rows: readonly {readonly label: string; readonly values: readonly (number | null)[]}[];
  }[];
  readonly ledger: Pick<Json, "measures" | "tables">;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-sheets-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What LibreOffice makes of a file. */
function converted(file: string, to: string, into: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const args = [profile, "--headless", "--convert-to", to, "--outdir", into, file];
  const {status, stderr, error} = spawnSync("soffice", args, {encoding: "utf8", timeout: 180_000});
  if (error) throw new Error("LibreOffice is not there: apt-get install libreoffice-calc", {cause: error});
  expect(status, stderr).toBe(0);
}

/** Every sheet of a file as LibreOffice reads it: values as they are kept, not as they are shown. */
function sheetsOf(file: string): Map<string, string[][]> {
  const into = `${file}.sheets`;
  mkdirSync(into);
  converted(file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", into);
  return new Map(
    readdirSync(into).map((name) => {
      const sheet = name.slice(name.indexOf("-") + 1, -".csv".length);
      return [sheet, parse(readFileSync(join(into, name)), {relaxColumnCount: true}) as string[][]];
    }),
  );
}

/** The cells as numbers; null for an empty one. */
function numbersIn(cells: readonly string[]): (number | null)[] {
  return cells.map((cell) => (cell === "" ? null : Number(cell)));
}

for (const [form, render] of [
  ["xlsx", renderXlsx],
  ["ods", renderOds],
] as const) {
  test(`LibreOffice reads in the .${form} every figure that JSON has, to the fifteen digits that it prints`, async () => {
    const file = join(folder, `report.${form}`);
    writeFileSync(file, await render(ledgerReport));
    const sheets = sheetsOf(file);
    const json = JSON.parse(renderJson(ledgerReport)) as Json;
    let compared = 0;
    const compare = (sheet: string, label: string, values: readonly (number | null)[], from: number) => {
      const row = sheets.get(sheet)!.find((cells) => cells.includes(label))!;
      const got = numbersIn(from < 0 ? row.slice(from) : row.slice(from, from + values.length));
      expect(got, `${sheet}, ${label}`).toEqual(values.map((value) => value && Number(value.toPrecision(15))));
      compared += values.length;
    };
    for (const {label, values} of json.measures) compare("Readership by month", label, values, 3);
    for (const {label, values} of json.ledger.measures) compare("From the books", label, values, 3);
    for (const {title, rows} of [...json.tables, ...json.ledger.tables]) {
      for (const {label, values} of rows) compare(title, label, values, -values.length);
    }
    expect(compared).toBeGreaterThan(150);
    expect(sheets.get("Readership by month")![0]!.slice(3, 5)).toEqual(["07/01/2005", "08/01/2005"]);
  });

  test(`LibreOffice sets the .${form} of every language and of hostile texts as pages`, async () => {
    const into = join(folder, `pages-${form}`);
    for (const language of ["en", "de", "ar", "zh"] as const) {
      const file = join(folder, `${language}.${form}`);
      writeFileSync(file, await render({...ledgerReport, language}));
      converted(file, "pdf", into);
    }
    const hostile = join(folder, `hostile.${form}`);
    writeFileSync(hostile, await render(reportWith('=cmd|" /C calc"!A0 <b>&amp; _x0041_ \u202e')));
    converted(hostile, "pdf", into);
    expect(readdirSync(into).toSorted()).toEqual(["ar.pdf", "de.pdf", "en.pdf", "hostile.pdf", "zh.pdf"]);
  });
}
