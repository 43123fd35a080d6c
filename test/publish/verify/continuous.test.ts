import {cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {key, publication, seal, TestArchive, told} from "./sealed.ts";

/** A report with one measure, as far as other reports are set beside it. */
function reportJson(months: readonly string[], period: string, values: readonly number[], more: object = {}): string {
  const measure = {id: "readers", label: "Distinct users", unit: "readers", decimals: 0, values};
  const columns = months.map((month) => ({period: month}));
  const totals = {readers: values.reduce((sum, value) => sum + value, 0)};
  return JSON.stringify({period, columns, measures: [measure], totals, tables: [], ledger: null, ...more});
}

const sumsOf = (folder: string) => sha256(readFileSync(join(folder, "SHA256SUMS")));

interface Made {
  readonly period: string;
  readonly date: string;
  readonly previous: string | null;
  readonly report: string;
  readonly more?: object;
}

function sealEdition(archive: TestArchive, {period, date, previous, report, more = {}}: Made, top = "published"): void {
  const before = previous && {period: previous, sums: sumsOf(archive.at(`${top}/${previous}`))};
  const record = {publication, period, date, previous: before, ...more};
  const files = {"edition.json": JSON.stringify(record), "report.json": report};
  seal(archive.at(`${top}/${period}`), files, `edition ${period}`, {date});
}

const july = {period: "2005-07", date: "2005-08-10", previous: null, report: reportJson(["2005-07"], "2005-07", [100])};
const august = {
  period: "2005-08",
  date: "2005-09-10",
  previous: "2005-07",
  report: reportJson(["2005-08"], "2005-08", [110]),
};
const both = {
  ...{period: "2005-07..2005-08", date: "2006-01-15", previous: "2005-08"},
  report: reportJson(["2005-07", "2005-08"], "2005-07..2005-08", [100, 110]),
};

/** Three editions, the last of them over the months of the others. */
function threeEditions(): TestArchive {
  const archive = new TestArchive();
  rmSync(archive.at("published/2005-H2"), {recursive: true});
  for (const one of [july, august, both]) sealEdition(archive, one);
  return archive;
}

function sealErratum(
  archive: TestArchive,
  number: number,
  {before, after, sums}: {readonly before: number; readonly after: number; readonly sums?: string},
): void {
  const own = archive.at("published/2005-07");
  const previous = number === 1 ? null : {number: number - 1, sums: sumsOf(`${own}.errata/${number - 1}`)};
  const figure = {key: "measure|readers|2005-07", label: "Distinct users", span: "2005-07", before, after};
  const edition = {sums: sums ?? sumsOf(own)};
  const record = {publication, period: "2005-07", number, date: "2005-10-01", edition, previous, figures: [figure]};
  const what = `erratum ${number} of 2005-07`;
  seal(`${own}.errata/${number}`, {"erratum.json": JSON.stringify(record)}, what, {date: "2005-10-01"});
}

test("editions that name each other and say the same are continuous", async () => {
  using archive = threeEditions();
  const found = await archive.verify("published", {key});
  expect(found.editions.map((_, place) => told(found, 3, place))).toEqual([["verified"], ["verified"], ["verified"]]);
  const last = found.editions.find(({name}) => name === both.period)!.levels.find(({level}) => level === 3)!.checked;
  expect(last).toContain("the edition before it, 2005-08, is the one that it names");
  expect(last).toContain("2 figures are what 2005-07, 2005-08 said of the same, or it is said why not");
});

test("errata that follow each other are continuous, and later editions go by them", async () => {
  using archive = new TestArchive();
  rmSync(archive.at("published/2005-H2"), {recursive: true});
  sealEdition(archive, july);
  sealErratum(archive, 1, {before: 100, after: 104});
  sealErratum(archive, 2, {before: 104, after: 103});
  sealEdition(archive, august);
  sealEdition(archive, {...both, report: reportJson(["2005-07", "2005-08"], "2005-07..2005-08", [103, 110])});
  const found = await archive.verify("published", {key});
  expect(found.editions.map((_, place) => told(found, 3, place))).toEqual([["verified"], ["verified"], ["verified"]]);
  expect(found.editions[0]!.levels.find(({level}) => level === 3)!.checked).toContain(
    "2 errata follow each other, each from the values in force",
  );
});

test("an edition alone is not continuous with what is not at hand", async () => {
  using archive = threeEditions();
  const copy = archive.copy("copy");
  for (const other of ["2005-07", "2005-08"]) rmSync(join(copy, other), {recursive: true});
  expect(told(await archive.verify("copy", {key}), 3)).toEqual([
    "could not be checked",
    "edition.json: the edition before it, 2005-08, is not there: name the folder that both lie in",
  ]);
});

describe("found of editions:", () => {
  for (const [what, change, place, finding] of [
    [
      "one that was taken away",
      (archive: TestArchive) => rmSync(archive.at("published/2005-08"), {recursive: true}),
      "2005-07..2005-08",
      "edition.json: the edition before it, 2005-08, is not there, though others are: it was taken away",
    ],
    [
      "one that was replaced, by the one after it",
      (archive: TestArchive) => sealEdition(archive, {...august, report: reportJson(["2005-08"], "2005-08", [111])}),
      "2005-07..2005-08",
      "edition.json: the edition before it, 2005-08, is another than the one that it names: one of the two was replaced",
    ],
    [
      "one that was replaced, by itself",
      (archive: TestArchive) => sealEdition(archive, {...august, report: reportJson(["2005-08"], "2005-08", [111])}),
      "2005-08",
      "SHA256SUMS: it was replaced: 2005-07..2005-08 names another 2005-08 as the one before it",
    ],
    [
      "one that was pushed in",
      (archive: TestArchive) => sealEdition(archive, {...july, period: "2005-09", previous: "2005-07"}),
      "2005-08",
      "edition.json: 2005-09 names the same edition as the one before it: one of the two came into a place that was taken",
    ],
    [
      "a second beginning",
      (archive: TestArchive) => sealEdition(archive, {...july, period: "2005-01"}),
      "2005-07",
      "edition.json: it says that it is the first edition, and 2005-01 says so, too",
    ],
    [
      "a figure that another edition has otherwise, without a word",
      (archive: TestArchive) =>
        sealEdition(archive, {...both, report: reportJson(["2005-07", "2005-08"], "2005-07..2005-08", [101, 110])}),
      "2005-07..2005-08",
      "report.json: 2005-07, published before it, said otherwise, and nobody has said why",
    ],
    [
      "a comparison with what was not said",
      (archive: TestArchive) => {
        const comparison = {columns: ["2005-07"], values: {readers: [99]}, notes: []};
        sealEdition(archive, {...august, report: reportJson(["2005-08"], "2005-08", [110], {comparison})});
      },
      "2005-08",
      "report.json: 2005-07, published before it, said otherwise, and nobody has said why",
    ],
    [
      "an erratum that was taken away",
      (archive: TestArchive) => {
        sealErratum(archive, 1, {before: 100, after: 104});
        sealErratum(archive, 2, {before: 104, after: 103});
        rmSync(archive.at("published/2005-07.errata/1"), {recursive: true});
      },
      "2005-07",
      "2005-07.errata/2/erratum.json: erratum 1 was taken away",
    ],
    [
      "an erratum of another edition",
      (archive: TestArchive) => sealErratum(archive, 1, {before: 100, after: 104, sums: "0".repeat(64)}),
      "2005-07",
      "2005-07.errata/1/erratum.json: the erratum is of another edition",
    ],
    [
      "an erratum that begins with another value than was published",
      (archive: TestArchive) => sealErratum(archive, 1, {before: 99, after: 104}),
      "2005-07",
      "2005-07.errata/1/erratum.json: the value before is not the one that was in force",
    ],
  ] as const) {
    test(what, async () => {
      using archive = threeEditions();
      change(archive);
      const [answer, ...findings] = told(await archive.verify(`published/${place}`, {key}), 3);
      expect(answer).toBe("differs");
      expect(findings).toContain(finding);
    });
  }

  test("that an edition further back than the one before it was taken away or replaced", async () => {
    for (const change of [
      (archive: TestArchive) => rmSync(archive.at("published/2005-07"), {recursive: true}),
      (archive: TestArchive) => sealEdition(archive, {...july, report: reportJson(["2005-07"], "2005-07", [101])}),
    ]) {
      using archive = threeEditions();
      sealEdition(archive, {...july, period: "2005-10", date: "2006-02-15", previous: both.period});
      change(archive);
      expect(told(await archive.verify("published/2005-10", {key}), 3)).toEqual([
        "differs",
        "2005-08/edition.json: the edition before it, 2005-07, is not there as it was: it was taken away or replaced",
      ]);
    }
  });

  test("an edition to which none of the others leads", async () => {
    using archive = threeEditions();
    sealEdition(archive, {...july, period: "2005-11", date: "2006-02-15", previous: both.period});
    rmSync(archive.at(`published/${both.period}`), {recursive: true});
    expect(told(await archive.verify("published/2005-08", {key}), 3)).toEqual([
      "differs",
      "2005-11: 2005-11 stands beside it, and no edition leads from the one to the other: one was taken away, or one of both was pushed in",
    ]);
  });

  test("one beside it that is not what was signed, with which nothing is compared", async () => {
    using archive = threeEditions();
    writeFileSync(archive.at("published/2005-07/report.json"), reportJson(["2005-07"], "2005-07", [101]));
    const [answer, ...findings] = told(await archive.verify(`published/${both.period}`, {key}), 3);
    expect(answer).toBe("could not be checked");
    expect(new Set(findings)).toEqual(
      new Set(["2005-07: it is not what was signed, and nothing was compared with it"]),
    );
  });

  test("two editions of the same period", async () => {
    using archive = threeEditions();
    cpSync(archive.at("published/2005-08"), archive.at("published/copy"), {recursive: true});
    expect(told(await archive.verify("published/2005-08", {key}), 3)).toEqual(["verified"]);
    sealEdition(archive, {...august, report: reportJson(["2005-08"], "2005-08", [111])});
    const found = await archive.verify("published", {key});
    const at = found.editions.findIndex(({name}) => name === "copy");
    expect(told(found, 3, at)).toContain("SHA256SUMS: 2005-08 is another edition of the same period than copy");
  });

  test("no difference where the later one says itself that the figure is restated", async () => {
    using archive = threeEditions();
    const restated = [
      {id: "readers", period: "2005-07"},
      {id: "readers", period: "2005-07..2005-08"},
    ];
    const report = reportJson(["2005-07", "2005-08"], "2005-07..2005-08", [101, 110], {restated});
    sealEdition(archive, {...both, report});
    expect(told(await archive.verify("published/2005-07..2005-08", {key}), 3)).toEqual(["verified"]);
  });
});

describe("against an older copy", () => {
  test("nothing differs where all of it is there, and more", async () => {
    using archive = threeEditions();
    archive.copy("older");
    rmSync(archive.at("older/2005-07..2005-08"), {recursive: true});
    const found = await archive.verify("published", {key, against: "older"});
    expect(found.editions.flatMap((_, place) => told(found, 3, place))).toEqual(["verified", "verified", "verified"]);
  });

  test("an edition that was taken away, one that was replaced, and lines of the list of keys are named", async () => {
    using archive = threeEditions();
    archive.copy("older");
    rmSync(archive.at("published/2005-07..2005-08"), {recursive: true});
    sealEdition(archive, {...august, report: reportJson(["2005-08"], "2005-08", [111])});
    writeFileSync(archive.at("published/keys.txt"), "");
    const found = await archive.verify("published", {key, against: "older"});
    expect(told(found, 3, 0)).toEqual([
      "differs",
      "null: the older copy has the edition 2005-07..2005-08, and it was taken away",
      "SHA256SUMS: the older copy has another edition 2005-08: it was replaced",
      "keys.txt: lines of the list were changed or taken away since the older copy; lines are only ever added",
    ]);
  });
});
