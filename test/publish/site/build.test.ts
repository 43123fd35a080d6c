import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {holdLock} from "../../../src/workspace/process-lock.ts";
import {correct, edit, openPress, type Press, publish, reportOf} from "./archive-fixture.ts";
import {build, filesIn, fullPress, keepAnnouncement} from "./built.ts";

let top = "";
let model = "";
let press: Press;

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), "broadsheet-site-"));
  model = join(top, "model");
  mkdirSync(model);
  press = fullPress(model);
  await build(model);
});

afterAll(() => rmSync(top, {recursive: true, force: true}));

let count = 0;
/** A copy of the workspace with its archive, to be changed. */
function copy(): {readonly folder: string; readonly press: Press; readonly output: string} {
  const folder = join(top, `copy-${count++}`);
  cpSync(model, folder, {recursive: true, preserveTimestamps: true});
  return {folder, press: {...press, published: join(folder, "published")}, output: join(folder, "public")};
}

const textOf = (output: string, path: string): string => readFileSync(join(output, path), "utf8");

describe("an archive", () => {
  test("has what was published as it was published", () => {
    const published = filesIn(join(model, "published"));
    const editions = filesIn(join(model, "public/editions"));
    for (const [path, text] of published) expect(editions.get(path.replace(/^older\//, "")), path).toBe(text);
  });

  test("is the same bytes however it came to be", async () => {
    const {folder, press: own} = copy();
    publish(own, reportOf("2005-H2", [39_000, 41_000, 42_000, 45_000, 44_000, 46_000]), "2006-01-20");
    correct(own, {
      period: "2005-H1",
      number: 1,
      date: "2006-02-01",
      figures: {"measure|readers|2005-01": [32_000, 31_000]},
    });
    const {written} = await build(folder);
    await build(folder, {output: join(folder, "anew"), isAnew: true});
    expect(filesIn(join(folder, "public"))).toEqual(filesIn(join(folder, "anew")));
    expect(written).toBeLessThan(80);
  });

  test("writes nothing where nothing changed", async () => {
    const {folder} = copy();
    expect(await build(folder)).toMatchObject({written: 0, removed: 0, editions: 4, errata: 2});
  });

  test("leaves what others have put into its folder", async () => {
    const {folder, output} = copy();
    writeFileSync(join(output, "CNAME"), "example.org");
    await build(folder, {address: "https://example.org/"});
    expect(textOf(output, "CNAME")).toBe("example.org");
  });

  test("writes again what was changed in size or taken away in its folder", async () => {
    const {folder, output} = copy();
    writeFileSync(join(output, "index.html"), "taken");
    rmSync(join(output, "editions/2004-H1"), {recursive: true});
    await build(folder);
    expect(filesIn(output)).toEqual(filesIn(join(model, "public")));
  });

  test("takes away what is no longer part of it", async () => {
    const {folder, output} = copy();
    await build(folder, {address: "https://example.org/"});
    expect(existsSync(join(output, "sitemap.xml"))).toBe(true);
    await build(folder);
    expect(existsSync(join(output, "sitemap.xml"))).toBe(false);
  });

  test("completes what was killed while files took their places", async () => {
    const {folder, output, press: own} = copy();
    publish(own, reportOf("2005-H2", [39_000]), "2006-01-20");
    await build(folder);
    const whole = filesIn(output);
    // As after a kill: the list is unsure of a page, which is still that of before.
    edit({published: output}, "site.json", (text) => text.replace(/("index\.html": )\[.*\]/, '$1[0,""]'));
    cpSync(join(model, "public/index.html"), join(output, "index.html"));
    await build(folder);
    expect(filesIn(output)).toEqual(whole);
  });

  test("takes away what a first build has left beside it that was killed when it was done", async () => {
    const {folder, output} = copy();
    const draft = join(folder, ".broadsheet-site.0f8fad5b-d9cb-469f-a165-70867728950e");
    mkdirSync(draft);
    holdLock(join(draft, "lock"))!.close();
    await build(folder);
    expect(existsSync(draft)).toBe(false);
    expect(filesIn(output)).toEqual(filesIn(join(model, "public")));
  });

  test("knows a report that an older Broadsheet published, and shows nothing of what it rests on", async () => {
    const {folder, output, press: own} = copy();
    const report = JSON.parse(textOf(output, "editions/2004-H1/report.json"));
    const kept = {
      ...report,
      period: "2003-H1",
      columns: report.columns.map((_: unknown, place: number) => ({period: `2003-0${place + 1}`})),
    };
    writeFileSync(join(own.published, "2003-H1.json"), keptFile(kept));
    await build(folder);
    expect(textOf(output, "editions/2003-H1.html")).toContain("without seal and signature");
    expect([...filesIn(output).values()].join()).not.toContain("secret-of-the-books");
  });
});

/** The file of a report as Broadsheet kept it before there were editions. */
function keptFile(report: object): string {
  return JSON.stringify({
    ...{format: 1, period: "2003-H1", on: "2003-07-10", scope: {}, report},
    basis: {
      broadsheet: "0.1.0",
      timeZone: "UTC",
      rules: [],
      tables: {},
      books: {editions: "secret-of-the-books"},
      inputs: [],
    },
    sha256: sha256(JSON.stringify(report)),
    restated: [],
  });
}

function replace(path: string, put: () => void): void {
  rmSync(path, {recursive: true});
  put();
}

describe("reports made by hand", () => {
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';';
  const pages: readonly (readonly [what: string, page: string, before: string])[] = [
    ["with a declaration", "<!DOCTYPE html>\n<script>x()</script>", "<!DOCTYPE html>"],
    [
      "with something before it",
      '\ufeff<!-- made in 1999 -->\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<p>',
      '\ufeff<!-- made in 1999 -->\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">',
    ],
    ["without one", "<script>x()</script>", ""],
    ["with a script in a comment before it", "<!-- <script> --><script>x()</script><!doctype html>", ""],
  ];
  for (const [what, page, before] of pages) {
    test(`a page ${what} may run nothing, and is otherwise as it was`, async () => {
      const {folder, press: own, output} = copy();
      writeFileSync(join(own.published, "older/2003-H2/report.html"), page);
      await build(folder);
      const made = textOf(output, "editions/2003-H2/report.html");
      expect(made.startsWith(`${before}${policy}`)).toBe(true);
      expect(made.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")).toBe(page);
      const told = textOf(output, "editions/2003-H2.html");
      expect(told).toContain(sha256(readFileSync(join(output, "editions/2003-H2/report.html"))));
      expect((await build(folder)).written).toBe(0);
    });
  }

  test("show the figures that their history gives, under the name that Broadsheet has for them", async () => {
    const folder = join(top, "by-hand");
    const press = openPress(folder);
    mkdirSync(join(press.published, "older/2003-H2"), {recursive: true});
    writeFileSync(
      join(press.published, "older/2003-H2/history.csv"),
      'measure,month,value,source\nreaders,2003-12,20000,"=SUM(1,2)"\nother,2003-12,5,x\n',
    );
    await build(folder);
    const page = textOf(join(folder, "public"), "editions/2003-H2.html");
    expect(page).toMatch(/<bdi>Distinct users<\/bdi><\/a><\/th><td>December 2003<\/td><td>20,000<\/td>/);
    expect(page).toContain("<bdi>other</bdi>");
    expect(page).not.toContain("0.0 kB");
    for (const sheet of ["data/vintages.csv", "series/readers.csv"]) {
      expect(textOf(join(folder, "public"), sheet)).toContain(`"'=SUM(1,2)"`);
    }
  });
});

test("an archive of an announcement alone says what is to come, in a feed that is right", async () => {
  const folder = join(top, "announced");
  mkdirSync(folder);
  keepAnnouncement(fullPress(folder));
  expect(await build(folder)).toMatchObject({editions: 0, errata: 0});
  const output = join(folder, "public");
  expect(textOf(output, "index.html")).toContain("second half of 2005, announced for 2006-01-20");
  expect(textOf(output, "verify.html")).toContain("No edition is signed yet.");
  expect(textOf(output, "atom.xml")).toContain("<updated>2005-10-01T00:00:00Z</updated>");
});

describe("an archive is refused", () => {
  const faults: readonly (readonly [
    what: string,
    prepare: (copied: ReturnType<typeof copy>) => void,
    message: RegExp,
  ])[] = [
    [
      "over a folder of something else",
      ({output}) => rmSync(join(output, "site.json")),
      /something else than an archive lies there/,
    ],
    [
      "over a list of files that leads elsewhere",
      ({output}) => edit({published: output}, "site.json", (text) => text.replace('"index.html"', '"../index.html"')),
      /list of files cannot be read/,
    ],
    ["over a file", ({output}) => replace(output, () => writeFileSync(output, "")), /it is no folder/],
    ["over a link", ({output, folder}) => replace(output, () => symlinkSync(folder, output)), /it is no folder/],
    [
      "where the last edition was taken away",
      ({press: own}) => rmSync(join(own.published, "2005-H1"), {recursive: true}),
      /it was taken away: the archive still has it/,
    ],
    [
      "where the last erratum was taken away",
      ({press: own}) => rmSync(join(own.published, "2004-H2.errata"), {recursive: true}),
      /it was taken away/,
    ],
    [
      "where a file was changed",
      ({press: own}) => edit(own, "2004-H1/report.html", (text) => `${text} `),
      /report\.html was changed/,
    ],
    [
      "where a report made by hand is of a period that has an edition",
      ({press: own}) => {
        mkdirSync(join(own.published, "older/2004-H1"), {recursive: true});
        writeFileSync(join(own.published, "older/2004-H1/report.txt"), "by hand\n");
      },
      /there is an edition of 2004-H1, too: a report made by hand cannot stand in the same place/,
    ],
    [
      "where nothing was published",
      ({press: own}) => rmSync(own.published, {recursive: true}),
      /no report was published yet/,
    ],
  ];
  for (const [what, prepare, message] of faults) {
    test(`${what}, and nothing is changed`, async () => {
      const copied = copy();
      prepare(copied);
      const before = existsSync(join(copied.output, "index.html")) ? filesIn(copied.output) : null;
      await expect(build(copied.folder)).rejects.toThrow(message);
      if (before !== null) expect(filesIn(copied.output)).toEqual(before);
    });
  }

  test("within what it is made of", async () => {
    const {folder, press: own} = copy();
    await expect(build(folder, {output: join(own.published, "site")})).rejects.toThrow(
      /cannot lie within what it is made of/,
    );
  });

  test("where another edition was put into the last one's place", async () => {
    const {folder, press: own} = copy();
    rmSync(join(own.published, "2005-H1"), {recursive: true});
    const before = JSON.parse(readFileSync(join(own.published, "2004-H2/edition.json"), "utf8")) as {period: string};
    const sums = sha256(readFileSync(join(own.published, "2004-H2/SHA256SUMS")));
    publish({...own, last: {period: before.period, sums}}, reportOf("2005-H1", [1]), "2005-07-20");
    await expect(build(folder)).rejects.toThrow(/another was put into its place/);
  });
});

test("work that is stopped in the middle leaves the archive as it was", async () => {
  const {folder, output, press: own} = copy();
  publish(own, reportOf("2005-H2", [39_000]), "2006-01-20");
  const before = filesIn(output);
  const stop = new AbortController();
  const built = build(folder, {isAnew: true}, stop.signal);
  setImmediate(() => stop.abort());
  await expect(built).rejects.toThrow("the archive was not built; what there was of it is as it was");
  expect(filesIn(output)).toEqual(before);
});

test("a first archive goes into a folder that is empty", async () => {
  const folder = join(top, "first");
  publish(openPress(folder), reportOf("2005-07", [1]), "2005-08-10");
  mkdirSync(join(folder, "public"));
  await build(folder);
  expect(existsSync(join(folder, "public/index.html"))).toBe(true);
});
