import {cpSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {addKey, beginKeyList} from "../../../src/publish/signatures/sign-key-list.ts";
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

test("an edition that is dated before the one that it follows is found, and so is an erratum before its edition", async () => {
  using archive = new TestArchive();
  rmSync(archive.at("published/2005-H2"), {recursive: true});
  for (const one of [
    {...july, date: "2005-10-02"},
    {...august, date: "2005-10-01"},
  ])
    sealEdition(archive, one);
  sealErratum(archive, 1, {before: 100, after: 104});
  const found = await archive.verify("published", {key});
  expect([0, 1].map((place) => told(found, 3, place))).toEqual([
    ["differs", "2005-07.errata/1/erratum.json: it is dated before the edition that it is of"],
    [
      "differs",
      "edition.json: it is dated before the edition that it follows, 2005-07: one of the two days is not that on which it came out",
    ],
  ]);
});

test("an edition is not held against an erratum of its own day that came after it", async () => {
  using archive = new TestArchive();
  rmSync(archive.at("published/2005-H2"), {recursive: true});
  for (const one of [july, august, {...both, date: "2005-10-01", more: {errata: []}}]) sealEdition(archive, one);
  sealErratum(archive, 1, {before: 100, after: 104});
  const found = await archive.verify("published", {key});
  expect(found.editions.map((_, place) => told(found, 3, place))).toEqual([["verified"], ["verified"], ["verified"]]);
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
    expect(findings).toEqual(["2005-07: it is not what was signed, and nothing was compared with it"]);
  });

  test("nothing of one beside it in which a system has left a file of its own", async () => {
    using archive = threeEditions();
    writeFileSync(archive.at("published/2005-07/.DS_Store"), "");
    expect(told(await archive.verify(`published/${both.period}`, {key}), 3)).toEqual(["verified"]);
  });

  test("one beside it whose report nobody has signed", async () => {
    using archive = threeEditions();
    const own = archive.at("published/2005-07");
    rmSync(own, {recursive: true});
    const record = {publication, period: "2005-07", date: july.date};
    seal(own, {"edition.json": JSON.stringify(record)}, "edition 2005-07", {date: july.date});
    writeFileSync(join(own, "report.json"), july.report);
    const findings = told(await archive.verify(`published/${both.period}`, {key}), 3);
    expect(findings).toContain("2005-07: it is not what was signed, and nothing was compared with it");
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

  test("an archive of which announcements alone are left is compared with it, too", async () => {
    using archive = threeEditions();
    const text = JSON.stringify({publication, period: "2006-H1", date: "2006-02-01"});
    const announced = archive.at("published/2006-H1.announced");
    seal(announced, {"announcement.json": text}, "announcement of 2006-H1", {date: "2006-02-01"});
    archive.copy("older");
    for (const {period} of [july, august, both]) rmSync(archive.at(`published/${period}`), {recursive: true});
    expect(told(await archive.verify("published", {key, against: "older"}), 3)).toEqual([
      "differs",
      ...["2005-07", "2005-07..2005-08", "2005-08"].map(
        (period) => `null: the older copy has the edition ${period}, and it was taken away`,
      ),
    ]);
  });

  test("nothing is said of the place itself, which is always as it is", async () => {
    using archive = threeEditions();
    symlinkSync(archive.at("published"), archive.at("older"));
    for (const [place, against] of [
      ["published", "older"],
      ["published/2005-07", "published"],
      ["published", "older/2005-07"],
    ] as const) {
      await expect(archive.verify(place, {key, against})).rejects.toThrow("the older copy is the place itself");
    }
  });

  test("what the older copy does not have, or does not have whole, is not called right", async () => {
    using archive = threeEditions();
    archive.copy("older");
    rmSync(archive.at("older/2005-08"), {recursive: true});
    writeFileSync(archive.at("older/2005-07/edition.json"), "{");
    expect(told(await archive.verify("published/2005-08", {key, against: "older"}), 3)).toEqual([
      "could not be checked",
      "null: 2005-07 of the older copy cannot be read, and nothing was compared with it",
      "null: the older copy has nothing of 2005-08",
    ]);
  });
});

describe("what an edition names that was there before it", () => {
  /** A fourth edition that names the last erratum of the first, and the list of keys as it was. */
  function fourEditions(change: (archive: TestArchive) => void): TestArchive {
    const archive = threeEditions();
    for (const number of [1, 2]) sealErratum(archive, number, {before: 100, after: 100});
    const keys = readFileSync(archive.at("published/keys.txt"));
    const errata = [{period: "2005-07", number: 2, sums: sumsOf(archive.at("published/2005-07.errata/2"))}];
    const more = {errata, keys: {bytes: keys.length, sha256: sha256(keys)}};
    const report = reportJson(["2005-10"], "2005-10", [120]);
    sealEdition(archive, {period: "2005-10", date: "2006-02-15", previous: both.period, report, more});
    change(archive);
    return archive;
  }
  const levelOf = async (archive: TestArchive, period: string) => {
    const found = await archive.verify(`published/${period}`, {key});
    return found.editions[0]!.levels.find(({level}) => level === 3)!;
  };
  const since =
    "whether errata that were made since 2005-10, of 2006-02-15, were taken away: only an older copy or a later edition can tell";
  const newest =
    "whether an edition after this one, or an announcement of one, was taken away: only an older copy can tell";

  test("is there, and what cannot be told is said", async () => {
    using archive = fourEditions(() => undefined);
    const level = await levelOf(archive, "2005-10");
    expect(level).toMatchObject({answer: "verified", limits: [newest, since]});
    expect(level.checked).toEqual(
      expect.arrayContaining([
        "1 erratum that an edition names is there",
        "the list of keys begins as it did when it was published",
      ]),
    );
    expect(await levelOf(archive, "2005-07")).toMatchObject({answer: "verified", limits: [since]});
    using before = threeEditions();
    expect(await levelOf(before, both.period)).toMatchObject({
      limits: [newest, "whether errata that were made were taken away: only an older copy or a later edition can tell"],
    });
  });

  for (const [what, change, finding] of [
    [
      "and was taken away, though it was the last",
      (archive: TestArchive) => rmSync(archive.at("published/2005-07.errata/2"), {recursive: true}),
      "2005-07.errata/2: an edition names the erratum, and it was taken away",
    ],
    [
      "and was taken away with all others",
      (archive: TestArchive) => rmSync(archive.at("published/2005-07.errata"), {recursive: true}),
      "2005-07.errata/2: an edition names the erratum, and it was taken away",
    ],
    [
      "and was replaced",
      (archive: TestArchive) => sealErratum(archive, 2, {before: 100, after: 101}),
      "2005-07.errata/2: the erratum is another than an edition names: it was replaced",
    ],
  ] as const) {
    test(what, async () => {
      for (const period of ["2005-10", "2005-07"]) {
        using archive = fourEditions(change);
        const {answer, findings} = await levelOf(archive, period);
        expect(answer).toBe("differs");
        expect(findings.map(({file, cause}) => `${file}: ${cause}`)).toContain(finding);
      }
    });
  }

  test("of the list of keys: lines that were taken away are found, those that were added are right", async () => {
    for (const [text, answer] of [
      [beginKeyList(publication, key, "2005-01-01"), "differs"],
      [(before: string) => addKey(before, makeSigningKey(), key, "2007-01-01"), "verified"],
      [null, "could not be checked"],
    ] as const) {
      using archive = fourEditions(() => undefined);
      const path = archive.at("published/keys.txt");
      if (text === null) rmSync(path);
      else writeFileSync(path, typeof text === "string" ? text : text(readFileSync(path, "utf8")));
      expect((await levelOf(archive, "2005-10")).answer).toBe(answer);
    }
  });

  test("is looked for where the edition is with others", async () => {
    using archive = fourEditions(() => undefined);
    archive.copy("copy");
    for (const {period} of [july, august, both]) rmSync(archive.at(`copy/${period}`), {recursive: true});
    rmSync(archive.at("copy/2005-07.errata"), {recursive: true});
    expect(told(await archive.verify("copy/2005-10", {key}), 3)).toContain(
      "2005-07.errata/2: the edition names the erratum, and it is not there: name the folder that both lie in",
    );
  });
});
