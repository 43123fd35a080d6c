import {readFileSync, truncateSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {checkCrossReferences} from "../../../src/publish/verify/coherent/cross-references.ts";
import {type PlacedFile, partsByFolder, placedFile} from "../../../src/publish/verify/place/place.ts";
import {readReport} from "../../../src/report/json/read.ts";
import type {Workshop} from "../../intake/workshop.ts";
import {longTest, rowsOf} from "../../run/amounts.ts";
import {copyPublished, overwrite, publishedPress, verifyAt} from "./published-press.ts";

const period = "2026-01..2026-02";
let workshop: Workshop;
beforeAll(async () => {
  workshop = await publishedPress();
}, 120_000);
afterAll(() => workshop.remove());

let copies = 0;
/** Every level's answer and findings of an edition of which files were changed. */
async function verified(change: (folder: string) => void, more = {}) {
  const folder = join(copyPublished(workshop, `bounds-${copies++}`), period);
  change(folder);
  const [found] = (await verifyAt(folder, workshop, more)).editions;
  return new Map(found!.levels.map((level) => [level.level, level]));
}
const causes = (
  level: {readonly findings: readonly {readonly file: string | null; readonly cause: string}[]} | undefined,
) => level!.findings.map(({file, cause}) => `${file}: ${cause}`).join("\n");

const deep = `${`{"a":`.repeat(100_000)}1${"}".repeat(100_000)}`;

describe("a value that is nested a hundred thousand deep ends nothing, in", () => {
  for (const name of rowsOf(
    [
      "datapackage.json",
      "report.json",
      "statement.intoto.json",
      "methodology.json",
      "edition.json",
      "buildinfo.json",
      "inputs.json",
    ],
    3,
  )) {
    test(name, async () => {
      const levels = await verified((folder) => {
        const text = readFileSync(join(folder, name), "utf8");
        overwrite(
          join(folder, name),
          text.replace(/^([{[]\s*)/, name === "inputs.json" ? `$1${deep}, ` : `$1"deep": ${deep}, `),
        );
      });
      expect([...levels.keys()]).toEqual([1, 2, 3]);
      expect(levels.get(1)!.answer).toBe("differs");
      expect(levels.get(2)!.answer).not.toBe("verified");
    });
  }
});

longTest("a text of twenty million lines is told as too large, and not compared line by line", async () => {
  for (const name of ["report.txt", "report.csv", "report.html", "data/figures.csv"]) {
    const levels = await verified((folder) => overwrite(join(folder, name), Buffer.alloc(20e6, 10)));
    expect(causes(levels.get(2))).toContain(`${name}: it is larger by far than what report.json gives`);
  }
});

test("what is larger than is read is hashed all the same, and only larger than that not looked at", async () => {
  const large = await verified((folder) => {
    overwrite(join(folder, "report.txt"), "");
    truncateSync(join(folder, "report.txt"), 70e6);
  });
  expect(causes(large.get(1))).toContain("report.txt: the file was changed: its hash is another");
  expect(causes(large.get(2))).toContain("report.txt: the file is larger than 64 MB");
  expect(large.get(3)!.findings.length + large.get(3)!.checked.length).toBeGreaterThan(0);
  const huge = await verified((folder) => {
    for (const name of ["report.json", "books/editions.csv", "buildinfo.json", "statement.intoto.json"]) {
      overwrite(join(folder, name), "");
      truncateSync(join(folder, name), 17e9);
    }
  });
  expect(causes(huge.get(1))).toContain("report.json: the file is larger than 16 GB");
  expect(huge.get(2)!.answer).toBe("could not be checked");
});

test("a file that is named five thousand times is hashed once", () => {
  const folder = join(workshop.folder, "published", period);
  const hash = "0".repeat(64);
  let hashed = 0;
  const file = (text: string): PlacedFile =>
    placedFile({read: () => Buffer.from(text), hash: () => (hashed++ < 0 ? "" : hash)});
  const subject = Array.from({length: 5_000}, () => ({name: "report.html", digest: {sha256: hash}}));
  const files = new Map([
    ["report.html", file("x")],
    ["statement.intoto.json", file(JSON.stringify({subject}))],
  ]);
  const report = readReport(readFileSync(join(folder, "report.json"), "utf8"), "x");
  expect(checkCrossReferences({files, folders: [], refused: []}, report)).toEqual({
    checked: ["5000 things that files say of each other are so"],
    findings: [],
  });
  expect(hashed).toBe(1);
});

test("sixty thousand editions are told apart in one pass", () => {
  const file = placedFile({read: () => Buffer.alloc(0), hash: () => ""});
  const names = Array.from({length: 60_000}, (_, place) => `a/${place}`);
  const files = new Map(
    names.flatMap((name) => [`${name}/edition.json`, `${name}/data/x.csv`].map((own) => [own, file])),
  );
  const started = performance.now();
  const parts = partsByFolder({files, folders: [], refused: [{name: "a/7/link", what: "is a link"}]}, new Set(names));
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(parts.size).toBe(60_000);
  expect([...parts.get("a/7")!.files.keys()]).toEqual(["edition.json", "data/x.csv"]);
  expect(parts.get("a/7")!.refused).toEqual([{name: "link", what: "is a link"}]);
});

test("what lies in a folder within another of them is of both", () => {
  const file = placedFile({read: () => Buffer.alloc(0), hash: () => ""});
  const parts = partsByFolder(
    {files: new Map([["a/b/x", file]]), folders: [], refused: []},
    new Set(["a", "a/b", "c"]),
  );
  expect([...parts].map(([name, {files}]) => [name, [...files.keys()]])).toEqual([
    ["a", ["b/x"]],
    ["a/b", ["x"]],
    ["c", []],
  ]);
});

describe("a report that is larger than any could not be checked, because of", () => {
  for (const [what, change, fault] of [
    ["a text", (report: {title: string}) => (report.title = "x".repeat(60_000)), "a text of 50,000 characters"],
    [
      "values",
      (report: {standing: string[]}) => (report.standing = Array.from({length: 500_000}, () => "x")),
      "200,000 values",
    ],
    ["bytes", (report: {standing: string[]}) => (report.standing = ["x".repeat(17e6)]), "16 MB"],
  ] as const) {
    test(what, async () => {
      const levels = await verified((folder) => {
        const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
        change(report);
        overwrite(join(folder, "report.json"), JSON.stringify(report));
      });
      expect(levels.get(2)!.answer).toBe("could not be checked");
      expect(causes(levels.get(2))).toContain(`larger than any report: more than ${fault}`);
    });
  }
});

test("pages of a report of more values than are set again could not be checked, and its other files are", async () => {
  const levels = await verified((folder) => {
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    report.standing = Array.from({length: 41_000}, () => "x");
    overwrite(join(folder, "report.json"), JSON.stringify(report));
  });
  expect(causes(levels.get(2))).toContain("report.pdf: its pages: none are set here to compare them with");
  expect(causes(levels.get(2))).toMatch(/report\.txt:\d+: a line was taken away/);
});

describe("settings of an edition that name a file of this machine could not be checked, and end no other level:", () => {
  for (const [what, add] of rowsOf(
    [
      ["a blacklist", {methodology: {blacklist: "/etc/hostname"}}],
      ["a blacklist in it that goes upwards", {methodology: {blacklist: "lists/../../x.csv"}}],
      ["a blacklist of some months", {methodology: {changes: [{from: "2026-01", blacklist: "/etc/hostname"}]}}],
      ["departments", {departments: "/etc/hostname"}],
      ["departments of a site", {sites: {a: {hosts: ["a.example"], departments: "/etc/hostname"}}}],
      ["cities", {ledger: {cities: "/etc/hostname"}}],
      ["a list of robots", {methodology: {robots: {lists: {add: [{name: "x", file: "/etc/hostname"}]}}}}],
      ["networks", {methodology: {robots: {lists: [{name: "x", networks: "/etc/hostname"}]}}}],
    ] as const,
    3,
  )) {
    test(what, async () => {
      const levels = await verified(
        (folder) => {
          const path = join(folder, "methodology.json");
          const rules = JSON.parse(readFileSync(path, "utf8"));
          overwrite(path, JSON.stringify({...rules, settings: {...rules.settings, ...add}}));
        },
        {logs: {logs: "logs", hidden: null, world: {}}},
      );
      expect([...levels.keys()]).toEqual([1, 2, 3, 5]);
      expect(levels.get(5)!.answer).toBe("could not be checked");
      expect(causes(levels.get(5))).toMatch(/the setting \w+ names a file that is not in the edition/);
    });
  }
});

describe("what files say of each other accuses the one that was changed:", () => {
  for (const name of rowsOf(
    [
      ...[
        "report.md",
        "report.html",
        "report.pdf",
        "data/figures.csv",
        "methodology.json",
        "inputs.json",
        "buildinfo.json",
      ],
      ...["edition.json", "books/editions.csv", "statement.intoto.json"],
    ],
    4,
  )) {
    test(name, async () => {
      const levels = await verified((folder) => {
        const path = join(folder, name);
        const content = readFileSync(path);
        // A space more says nothing else in any of them.
        overwrite(path, Buffer.concat([content, Buffer.from(name.endsWith(".json") ? " " : "\n")]));
      });
      const named = levels.get(2)!.findings.map(({file}) => file?.replace(/:\d+$/, ""));
      expect(new Set(named)).toEqual(new Set(name === "statement.intoto.json" ? [] : [name]));
    });
  }

  test("a statement with another hash", async () => {
    const levels = await verified((folder) => {
      const path = join(folder, "statement.intoto.json");
      overwrite(path, readFileSync(path, "utf8").replace(/"sha256": "../, '"sha256": "00'));
    });
    expect(levels.get(2)!.answer).toBe("differs");
  });
});
