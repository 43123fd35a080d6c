import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {key, plainEdition, publication, seal, TestArchive, told} from "./sealed.ts";

/** Two editions beside each other, the first with an erratum, and an announcement of a third. */
class TwoEditions extends TestArchive {
  constructor() {
    super();
    seal(this.at("published/2005-H1"), plainEdition("2005-H1", "2005-07-15"), "edition 2005-H1", {date: "2005-07-15"});
    this.erratum("2005-H1", 1);
    this.announcement("2006-H1");
  }

  erratum(period: string, number: number, edition: object | null = {sums: "0".repeat(64)}): void {
    const text = JSON.stringify({publication, period, number, date: "2006-02-01", edition});
    const folder = this.at(`published/${period}.errata/${number}`);
    seal(folder, {"erratum.json": text}, `erratum ${number} of ${period}`, {date: "2006-02-01"});
  }

  announcement(period: string): void {
    const text = JSON.stringify({publication, period, date: "2006-02-01"});
    const folder = this.at(`published/${period}.announced`);
    seal(folder, {"announcement.json": text}, `announcement of ${period}`, {date: "2006-02-01"});
  }
}

/** Of each thing that was verified its name, and what the first level answers and finds. */
async function firstLevels(archive: TestArchive, place = "published"): Promise<Record<string, readonly string[]>> {
  const found = await archive.verify(place, {key});
  return Object.fromEntries(found.editions.map(({name}, at) => [name, told(found, 1, at)]));
}

test("all that was signed is verified, an announcement of what is not there yet, too", async () => {
  using archive = new TwoEditions();
  const right = {"2005-H1": ["verified"], "2005-H2": ["verified"], "2006-H1.announced": ["verified"]};
  expect(await firstLevels(archive)).toEqual(right);
  execFileSync("zip", ["-qr", "../published.zip", "."], {cwd: archive.at("published")});
  expect(await firstLevels(archive, "published.zip")).toEqual(right);
});

test("an announcement is verified by itself", async () => {
  using archive = new TwoEditions();
  expect(await firstLevels(archive, "published/2006-H1.announced")).toEqual({"2006-H1.announced": ["verified"]});
});

test("of an erratum that is named alone the edition is not called taken away, and of one beside others it is", async () => {
  using archive = new TwoEditions();
  const third = async (place: string): Promise<readonly (readonly string[])[]> => {
    const found = await archive.verify(place, {key});
    return found.editions.flatMap(({levels}, at) =>
      levels.some(({level}) => level === 3) ? [told(found, 3, at)] : [],
    );
  };
  const unnamed = "the edition that it corrects was not named: name that, or the folder that both lie in";
  expect(await third("published/2005-H1.errata/1")).toEqual([["could not be checked", `erratum.json: ${unnamed}`]]);
  expect(await third("published/2005-H1.errata")).toEqual([["could not be checked", `1: ${unnamed}`]]);
  rmSync(archive.at("published/2005-H1"), {recursive: true});
  const gone = "2005-H1: there is an erratum of the edition, and the edition was taken away";
  expect(await third("published")).toContainEqual(["differs", gone]);
});

const unsealed = [
  "differs",
  "SHA256SUMS: there is no such file",
  "SHA256SUMS.minisig: there is no such file",
  "edition.json: it does not say what it is that was signed",
];
const misplaced = "it is not what its folder is called: it came into the place of another";
const noPart = "and is no part of an archive";

describe("found in an archive:", () => {
  for (const [what, change, findings] of [
    [
      "a folder that is called like an edition, and has no seal",
      (at) => {
        mkdirSync(at("2004-H2"));
        writeFileSync(at("2004-H2/report.html"), "9999 readers");
      },
      {"2004-H2": unsealed},
    ],
    ["a folder that is called like one in small letters", (at) => mkdirSync(at("2004-h2")), {"2004-h2": unsealed}],
    ["an empty folder that is called like an edition", (at) => mkdirSync(at("2004-H2")), {"2004-H2": unsealed}],
    [
      "an edition whose seal was taken away",
      (at) => {
        for (const name of ["SHA256SUMS", "SHA256SUMS.minisig", "edition.json"]) rmSync(at(`2005-H2/${name}`));
      },
      {"2005-H2": unsealed},
    ],
    [
      "an announcement whose seal was taken away",
      (at) => {
        for (const name of ["SHA256SUMS", "SHA256SUMS.minisig"]) rmSync(at(`2006-H1.announced/${name}`));
      },
      {
        "2006-H1.announced": [
          "differs",
          "SHA256SUMS: there is no such file",
          "SHA256SUMS.minisig: there is no such file",
        ],
      },
    ],
    [
      "a file, a folder and a number that nobody writes so among errata",
      (at) => {
        writeFileSync(at("2005-H1.errata/erratum.html"), "");
        mkdirSync(at("2005-H1.errata/more"));
        cpSync(at("2005-H1.errata/1"), at("2005-H1.errata/01"), {recursive: true});
      },
      {
        "2005-H1": [
          "differs",
          ...["01", "erratum.html", "more"].map(
            (name) => `2005-H1.errata/${name}: it is no erratum, and nobody has signed it, ${noPart}`,
          ),
        ],
      },
    ],
    [
      "errata that were taken away out of their folder",
      (at) => rmSync(at("2005-H1.errata/1"), {recursive: true}),
      {"2005-H1": ["differs", `2005-H1.errata: it is empty: its errata were taken away, ${noPart}`]},
    ],
    [
      "an erratum without a seal",
      (at) => {
        mkdirSync(at("2005-H2.errata/1"), {recursive: true});
        writeFileSync(at("2005-H2.errata/1/erratum.json"), "{}");
      },
      {
        "2005-H2": [
          "differs",
          "2005-H2.errata/1/SHA256SUMS: there is no such file",
          "2005-H2.errata/1/SHA256SUMS.minisig: there is no such file",
          "2005-H2.errata/1/erratum.json: it does not say what it is that was signed",
        ],
      },
    ],
    [
      "an erratum in the place of another",
      (at) => renameSync(at("2005-H1.errata/1"), at("2005-H1.errata/2")),
      {"2005-H1": ["differs", `2005-H1.errata/2/erratum.json: ${misplaced}`]},
    ],
    [
      "an erratum of another edition",
      (at) => renameSync(at("2005-H1.errata"), at("2005-H2.errata")),
      {"2005-H2": ["differs", `2005-H2.errata/1/erratum.json: ${misplaced}`]},
    ],
    [
      "editions in each other's places",
      (at) => {
        renameSync(at("2005-H1"), at("kept"));
        renameSync(at("2005-H2"), at("2005-H1"));
        renameSync(at("kept"), at("2005-H2"));
      },
      {
        "2005-H1": ["differs", `edition.json: ${misplaced}`],
        "2005-H2": ["differs", `edition.json: ${misplaced}`],
      },
    ],
    [
      "an older edition in the place of the newest",
      (at) => {
        rmSync(at("2005-H2"), {recursive: true});
        cpSync(at("2005-H1"), at("2005-H2"), {recursive: true});
      },
      {"2005-H2": ["differs", `edition.json: ${misplaced}`]},
    ],
    [
      "an announcement in the place of an edition",
      (at) => renameSync(at("2006-H1.announced"), at("2006-H1")),
      {"2006-H1": ["differs", "edition.json: it does not say what it is that was signed"]},
    ],
    [
      "an edition in the place of an announcement",
      (at) => {
        rmSync(at("2006-H1.announced"), {recursive: true});
        cpSync(at("2005-H2"), at("2006-H1.announced"), {recursive: true});
      },
      {"2006-H1.announced": ["differs", "announcement.json: it does not say what it is that was signed"]},
    ],
    [
      "links in the place of an edition, of its errata, and of one of them",
      (at) => {
        symlinkSync("2005-H1", at("2004-H2"));
        symlinkSync("2005-H1.errata", at("2005-H2.errata"));
        symlinkSync("1", at("2005-H1.errata/2"));
      },
      {
        "2004-H2": ["differs", `2004-H2: it is a link, ${noPart}`],
        "2005-H1": ["differs", `2005-H1.errata/2: it is a link, ${noPart}`],
        "2005-H2": ["differs", `2005-H2.errata: it is a link, ${noPart}`],
      },
    ],
    [
      "a file and a pipe in the place of folders",
      (at) => {
        writeFileSync(at("2004-H2"), "");
        execFileSync("mkfifo", [at("2005-H2.announced"), at("2005-H2/pipe")]);
      },
      {
        "2004-H2": ["differs", `2004-H2: it is no folder, ${noPart}`],
        "2005-H2": [
          "differs",
          "pipe: it is no file, and is no part of an edition",
          `2005-H2.announced: it is no file, ${noPart}`,
        ],
      },
    ],
    [
      "an erratum of an edition that was taken away",
      (at) => rmSync(at("2005-H1"), {recursive: true}),
      {"2005-H1.errata/1": ["verified"]},
    ],
    [
      "files beside the sums that no countersigner writes, and a folder",
      (at) => {
        mkdirSync(at("2005-H2/SHA256SUMS.auditor"));
        writeFileSync(at("2005-H2/SHA256SUMS.auditor/report.html"), "9999 readers");
        writeFileSync(at("2005-H2/SHA256SUMS.html"), "");
        writeFileSync(at("2005-H2/SHA256SUMS.a b.json"), "");
        writeFileSync(at("2005-H2/SHA256SUMS.auditor.minisig"), "");
        writeFileSync(at("2005-H2/SHA256SUMS.auditor.json"), "");
      },
      {
        "2005-H2": [
          "differs",
          ...["a b.json", "auditor/report.html", "html"].map(
            (name) => `SHA256SUMS.${name}: the file was added, and nobody has signed it`,
          ),
          "SHA256SUMS.auditor.json: it is no statement of who countersigns",
        ],
      },
    ],
  ] as [string, (at: (name: string) => string) => void, Record<string, readonly string[]>][]) {
    test(what, async () => {
      using archive = new TwoEditions();
      change((name) => archive.at(`published/${name}`));
      expect(await firstLevels(archive)).toMatchObject(findings);
    });
  }

  test("names that a person takes for an edition's, though none is called so", async () => {
    using archive = new TwoEditions();
    for (const name of ["2004-H2 ", "2004\u2011H2", "\uff12004-H2", "2004-H2.", "2004-H2.Errata"]) {
      mkdirSync(archive.at(`published/${name}`));
    }
    const levels = await firstLevels(archive);
    expect(levels["2004-H2"]).toHaveLength(6);
    expect(levels["2004-H2"]).toContain(`2004-H2.Errata: it is almost called like an edition, ${noPart}`);
    expect(levels["2005-H1"]).toEqual(["verified"]);
  });

  test("names that are no UTF-8, in an edition and among its errata, and nothing stops", async () => {
    using archive = new TwoEditions();
    for (const folder of ["2005-H2", "2005-H1.errata", "."]) {
      mkdirSync(Buffer.concat([Buffer.from(archive.at(`published/${folder}/a`)), Buffer.from([0xff])]));
    }
    expect(await firstLevels(archive)).toMatchObject({
      "2005-H1": ["differs", `2005-H1.errata/a\ufffd: it has a name that is no UTF-8, ${noPart}`],
      "2005-H2": ["differs", "a\ufffd: it has a name that is no UTF-8, and is no part of an edition"],
    });
  });

  test("an erratum whose edition was taken away, at the third level", async () => {
    using archive = new TwoEditions();
    rmSync(archive.at("published/2005-H1"), {recursive: true});
    archive.erratum("2004-H2", 1, null);
    const found = await archive.verify("published", {key});
    const names = found.editions.map(({name}) => name);
    expect(told(found, 3, names.indexOf("2005-H1.errata/1"))).toEqual([
      "differs",
      "2005-H1: there is an erratum of the edition, and the edition was taken away",
    ]);
    expect(told(found, 3, names.indexOf("2004-H2.errata/1"))).toEqual([
      "could not be checked",
      "2004-H2: what it corrects was published before there were editions, and nobody has signed it",
    ]);
  });

  test("nothing of an edition whose name goes on where another's ends", async () => {
    using archive = new TestArchive();
    seal(archive.at("published/2005-07"), plainEdition("2005-07"), "edition 2005-07");
    seal(archive.at("published/2005-07..2005-08"), plainEdition("2005-07..2005-08"), "edition 2005-07..2005-08");
    mkdirSync(archive.at("published/2005-07..2005-08.errata/x"), {recursive: true});
    const levels = await firstLevels(archive);
    expect([levels["2005-07"]![0], levels["2005-07..2005-08"]![0]]).toEqual(["verified", "differs"]);
  });

  test("what is called like the one edition that is named, and nothing of others", async () => {
    using archive = new TwoEditions();
    writeFileSync(archive.at("published/2005-H1.errata/x"), "");
    expect(await firstLevels(archive, "published/2005-H2")).toEqual({"2005-H2": ["verified"]});
    expect((await firstLevels(archive, "published/2005-H1"))["2005-H1"]![0]).toBe("differs");
  });

  test("no more than before where pages of a site and other things lie beside editions", async () => {
    using archive = new TwoEditions();
    const at = (name: string): string => archive.at(`published/${name}`);
    mkdirSync(at("older/2004-H1"), {recursive: true});
    for (const name of ["index.html", "2005-H1.html", "older/2004-H1/report.pdf", "2004-H2.json"]) {
      writeFileSync(at(name), "");
    }
    symlinkSync("index.html", at("home.html"));
    expect(Object.values(await firstLevels(archive))).toEqual([["verified"], ["verified"], ["verified"]]);
  });
});
