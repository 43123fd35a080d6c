import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {PublicArchive} from "../../../src/publish/site/archive/archive.ts";
import {openCache} from "../../../src/publish/site/archive/cache.ts";
import {readArchive} from "../../../src/publish/site/archive/read-archive.ts";
import {niceSteps} from "../../../src/publish/site/drawing/steps.ts";
import {type Series, seriesOf} from "../../../src/publish/site/series.ts";
import {supersededByEdition} from "../../../src/publish/site/superseded.ts";
import {correct, openPress, publish, reportOf} from "./archive-fixture.ts";

let folder = "";
let archive: PublicArchive;
let series: readonly Series[] = [];

/*
 * 2005-Q1 says 100, 110, 120. An erratum makes February 105. The year 2005 says of March 121, and nothing else new. A revision of
 * 2005-Q1 makes February 104, and one takes January back.
 */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-series-"));
  const press = openPress(folder);
  publish(press, reportOf("2005-Q1", [100, 110, 120]), "2005-04-10");
  correct(press, {period: "2005-Q1", number: 1, date: "2005-05-01", figures: {"measure|readers|2005-02": [110, 105]}});
  const year = [100, 105, 121, 130, 140, 150, 160, 170, 180, 190, 200, null];
  publish(press, reportOf("2005", year), "2006-01-10");
  const late = {period: "2005-Q1", number: 2, date: "2006-02-01", kind: "revision", reason: "logs came late"} as const;
  correct(press, {...late, figures: {"measure|readers|2005-02": [105, 104], "measure|readers|2005-01": [100, null]}});
  archive = await readArchive(press.published, openCache(null));
  series = seriesOf(archive);
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const valuesOf = (span: string) => {
  const readers = series.find(({id}) => id === "readers")!;
  return [...readers.months, ...readers.periods].find((point) => point.span === span)?.vintages;
};

describe("every value that was published of a figure", () => {
  for (const [span, want] of [
    [
      "2005-01",
      [
        [100, "first"],
        [null, "revision"],
      ],
    ],
    [
      "2005-02",
      [
        [110, "first"],
        [105, "correction"],
        [104, "revision"],
      ],
    ],
    [
      "2005-03",
      [
        [120, "first"],
        [121, "later-edition"],
      ],
    ],
    ["2005-04", [[130, "first"]]],
    ["2005-Q1", [[100, "first"]]],
    ["2005", [[100, "first"]]],
  ] as const) {
    test(`of ${span}: ${want.map(([value]) => value).join(", then ")}`, () => {
      expect(valuesOf(span)?.map(({value, kind}) => [value, kind])).toEqual(want);
    });
  }

  test("a month that never had a figure has none", () => expect(valuesOf("2005-12")).toBeUndefined());

  test("each has its day, its edition or erratum, and its reason", () => {
    expect(valuesOf("2005-02")?.map(({date, edition, erratum, reason}) => [date, edition, erratum, reason])).toEqual([
      ["2005-04-10", "2005-Q1", null, null],
      ["2005-05-01", "2005-Q1", 1, "the blacklist was short"],
      ["2006-02-01", "2005-Q1", 2, "logs came late"],
    ]);
  });

  test("an edition says which of its figures are others now, also those that it had from another", () => {
    const moved = supersededByEdition(
      archive,
      series.filter(({id}) => id === "readers"),
    );
    const told = (period: string) => moved.get(period)?.map(({span, here, now}) => [span, here, now]);
    expect(told("2005-Q1")).toEqual([
      ["2005-01", 100, null],
      ["2005-02", 110, 104],
      ["2005-03", 120, 121],
    ]);
    expect(told("2005")).toEqual([
      ["2005-01", 100, null],
      ["2005-02", 105, 104],
    ]);
  });
});

test("whole periods stand by their ends, and not by their names", async () => {
  const own = mkdtempSync(join(tmpdir(), "broadsheet-series-"));
  const press = openPress(own);
  publish(press, reportOf("2005-Q3", [1, 2, 3]), "2005-10-10");
  publish(press, reportOf("2005-H2", [1, 2, 3, 4, 5, 6]), "2006-01-10");
  publish(press, reportOf("2005", Array(12).fill(7)), "2006-01-11");
  publish(press, reportOf("2005-Q4", [4, 5, 6]), "2006-01-12");
  const [readers] = seriesOf(await readArchive(press.published, openCache(null)));
  expect(readers!.periods.map(({span}) => span)).toEqual(["2005-Q3", "2005-Q4", "2005-H2", "2005"]);
  rmSync(own, {recursive: true});
});

for (const [lowest, highest, about, want] of [
  [0, 81_179, 5, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
  [0, 0, 5, [0, 1]],
  [3, 9.4, 4, [0, 2.5, 5, 7.5, 10]],
  [-3, 4, 4, [-4, -2, 0, 2, 4]],
  [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
] as const) {
  test(`the scale from ${lowest} to ${highest} has the steps ${want.join(", ")}`, () => {
    expect(niceSteps(lowest, highest, about)).toEqual(want);
  });
}
