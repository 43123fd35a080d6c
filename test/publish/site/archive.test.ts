import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {signBytes} from "../../../src/publish/signatures/sign.ts";
import {openCache} from "../../../src/publish/site/archive/cache.ts";
import {readArchive} from "../../../src/publish/site/archive/read-archive.ts";
import {correct, edit, openPress, type Press, publish, reportOf, seal} from "./archive-fixture.ts";

let folder = "";
let press: Press;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-archive-"));
  press = openPress(folder);
  publish(press, reportOf("2005-H1", [1, 2, 3, 4, 5, 6]), "2005-07-10");
  correct(press, {period: "2005-H1", number: 1, date: "2005-08-01", figures: {"measure|readers|2005-02": [2, 3]}});
  correct(press, {period: "2005-H1", number: 2, date: "2005-09-01", figures: {"measure|readers|2005-02": [3, 4]}});
  publish(press, reportOf("2005-H2", [7, 8, 9, 10, 11, 12]), "2006-01-10");
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

const read = async (cache: string | null = null) => {
  const open = openCache(cache);
  const archive = await readArchive(press.published, open);
  open.save();
  return archive;
};
const at = (name: string): string => join(press.published, name);

test("an archive has its editions in the order of publication, with their errata", async () => {
  expect((await read()).editions.map(({period, kind, date, errata}) => [period, kind, date, errata.length])).toEqual([
    ["2005-H1", "sealed", "2005-07-10", 2],
    ["2005-H2", "sealed", "2006-01-10", 0],
  ]);
});

describe("what was published and is not what it was is found", () => {
  const changes: readonly (readonly [what: string, change: () => void, message: RegExp])[] = [
    [
      "a file that was changed",
      () => edit(press, "2005-H1/report.json", (text) => text.replace("2", "3")),
      /report\.json was changed/,
    ],
    ["a file that was added", () => writeFileSync(at("2005-H1/data/more.csv"), ""), /data\/more\.csv was added/],
    ["a file that was taken away", () => rmSync(at("2005-H1/report.html")), /report\.html was taken away/],
    [
      "sums that were changed",
      () => edit(press, "2005-H1/SHA256SUMS", (text) => text.replace(/^./, "0")),
      /not what was signed/,
    ],
    ["a signature that was taken away", () => rmSync(at("2005-H1/SHA256SUMS.minisig")), /minisig was taken away/],
    ["an edition that was taken away", () => rmSync(at("2005-H1"), {recursive: true}), /was taken away/],
    [
      "an edition in another's place",
      () => publish({...press, last: null}, reportOf("2005-H1", [1]), "2005-07-10"),
      /another was put into its place/,
    ],
    [
      "an edition under another name",
      () => cpSync(at("2005-H2"), at("2006-H1"), {recursive: true}),
      /it is the edition of 2005-H2/,
    ],
    [
      "an erratum that was taken away",
      () => rmSync(at("2005-H1.errata/1"), {recursive: true}),
      /erratum 1 was taken away/,
    ],
    [
      "an erratum that was changed",
      () => edit(press, "2005-H1.errata/2/erratum.json", (text) => text.replace("short", "long")),
      /erratum\.json was changed/,
    ],
    ["something that is no edition", () => writeFileSync(at("notes.txt"), ""), /it was added, and is no edition/],
    ["a link", () => symlinkSync("/etc/passwd", at("2005-H1/data/passwd")), /files and folders alone/],
    [
      "an edition signed by another key",
      () => {
        const other = openPress(join(folder, "other"));
        seal({...press, key: other.key}, "2006-H1", {"edition.json": "{}"}, {what: "edition", date: "2006-07-10"});
      },
      /signed by a key that keys\.txt does not have/,
    ],
    [
      "an edition that says nothing",
      () => {
        seal(press, "2006-H1", {"edition.json": "{}", "report.json": "{}"}, {what: "edition", date: "2006-07-10"});
      },
      /no edition.s record/,
    ],
  ];
  for (const [what, change, message] of changes) {
    test(what, async () => {
      await read();
      change();
      await expect(read()).rejects.toThrow(message);
    });

    test(`${what}, beside what is remembered`, async () => {
      const cache = join(folder, "remembered");
      await read(cache);
      change();
      await expect(read(cache)).rejects.toThrow(message);
    });
  }
});

test("what is remembered gives the same archive, and damage to it costs nothing", async () => {
  const cache = join(folder, "remembered");
  const first = await read(cache);
  expect(await read(cache)).toEqual(first);
  writeFileSync(cache, "{");
  expect(await read(cache)).toEqual(first);
});

describe("reports made by hand", () => {
  test("stand first, with the figures that their history gives", async () => {
    mkdirSync(at("older/2004-H2"), {recursive: true});
    writeFileSync(at("older/2004-H2/report.pdf"), "%PDF");
    writeFileSync(
      at("older/2004-H2/history.csv"),
      "measure,month,value,source\nreaders,2004-07,31406,report of January 2005\n",
    );
    const [first] = (await read()).editions;
    expect(first).toMatchObject({period: "2004-H2", kind: "older", date: null, report: null});
    expect(first!.reported).toEqual([
      {id: "readers", month: "2004-07", value: 31406, source: "report of January 2005"},
    ]);
  });

  for (const [what, name, text, message] of [
    ["of no period", "older/winter/report.pdf", "", /called after its period/],
    ["with a program in it", "older/2004-H2/report.exe", "", /it is no report/],
    [
      "with a figure that stands there twice",
      "older/2004-H2/history.csv",
      "measure,month,value,source\nreaders,2004-07,1,x\nreaders,2004-07,2,x\n",
      /readers of 2004-07 stands there twice/,
    ],
    [
      "with a figure of a month after the report",
      "older/2004-H2/history.csv",
      "measure,month,value,source\nreaders,2005-01,1,x\n",
      /readers of 2005-01 is later than the report/,
    ],
    [
      "with what a spreadsheet would run in place of a measure",
      "older/2004-H2/history.csv",
      "measure,month,value,source\n=1+1,2004-07,1,x\n",
      /is not a measure's id/,
    ],
    ["with a page in letters of two bytes", "older/2004-H2/report.html", "<\0p\0>\0", /letters are of two bytes each/],
    [
      "with a history that is none",
      "older/2004-H2/history.csv",
      "measure,month,value,source\nreaders,July,x,y\n",
      /is not a month/,
    ],
  ] as const) {
    test(`${what} are refused`, async () => {
      mkdirSync(join(at(name), ".."), {recursive: true});
      writeFileSync(at(name), text);
      await expect(read()).rejects.toThrow(message);
    });
  }
});

describe("a countersignature", () => {
  const countersign = (
    name: string,
    change: Partial<Record<"sums" | "key", string>> = {},
    keyOf = makeSigningKey(),
  ): void => {
    const sums = readFileSync(at("2005-H1/SHA256SUMS"));
    const told = {format: 1, name, key: printPublicKey(keyOf), date: "2005-12-01", sums: sha256(sums), ...change};
    const text = JSON.stringify(told);
    const trusted = `attestation\tfile:SHA256SUMS\tstatement:${sha256(text)}`;
    writeFileSync(at("2005-H1/SHA256SUMS.mole.json"), text);
    writeFileSync(at("2005-H1/SHA256SUMS.mole.minisig"), signBytes(sums, keyOf, {trusted, untrusted: "mole"}));
  };

  test("stands with its edition, which is the same edition", async () => {
    countersign("Mole & Sons");
    expect((await read()).editions[0]!.countersigned).toEqual([
      {name: "Mole & Sons", date: "2005-12-01", file: "SHA256SUMS.mole.json"},
    ]);
  });

  test("of another edition is refused", async () => {
    countersign("Mole", {sums: "0".repeat(64)});
    await expect(read()).rejects.toThrow(/is of another edition/);
  });

  test("by another key than it names is refused", async () => {
    countersign("Mole", {key: printPublicKey(makeSigningKey())});
    await expect(read()).rejects.toThrow(/not what was signed/);
  });

  test("whose statement was changed is refused", async () => {
    countersign("Mole");
    edit(press, "2005-H1/SHA256SUMS.mole.json", (text) => text.replace("Mole", "Rat"));
    await expect(read()).rejects.toThrow(/not what was signed/);
  });
});
