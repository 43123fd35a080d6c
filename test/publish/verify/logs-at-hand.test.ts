import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {fileOf} from "../../../src/publish/verify/again/count-again.ts";
import {logFindings} from "../../../src/publish/verify/again/log-findings.ts";
import {logsAtHand} from "../../../src/publish/verify/again/logs/at-hand.ts";
import {type FoundLogs, findSealed, type SealedLog} from "../../../src/publish/verify/again/logs/find-sealed.ts";
import type {LevelAnswer} from "../../../src/publish/verify/answer.ts";
import type {Workshop} from "../../intake/workshop.ts";
import {lineOf} from "../../press.ts";
import {longTest} from "../../run/amounts.ts";
import {copyPublished, publishedPress, verifyAt} from "./published-press.ts";

let workshop: Workshop;
let edition: string;
let january: string;
let february: string;
beforeAll(async () => {
  workshop = await publishedPress();
  edition = join(copyPublished(workshop, "copy"), "2026-01..2026-02");
  [january, february] = ["january", "february"].map((name) => {
    return readFileSync(join(workshop.root, "logs", `${name}.log`), "utf8");
  }) as [string, string];
}, 120_000);
afterAll(() => workshop.remove());

type Content = string | Uint8Array;

let folders = 0;

/** Does something with logs that lie as they are given. */
async function withLogs<T>(files: Readonly<Record<string, Content>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(workshop.root, `given-${folders++}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  try {
    return await use(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** What the fifth level answers. */
function answerFor(files: Readonly<Record<string, Content>>, place = "."): Promise<LevelAnswer> {
  return withLogs(files, async (folder) => {
    const logs = {logs: join(folder, place), hidden: workshop.folder, world: {}};
    const found = await verifyAt(edition, workshop, {logs});
    return found.editions[0]!.levels.find(({level}) => level === 5)!;
  });
}

/** What is found of the logs themselves, without counting them. */
function findIn(files: Readonly<Record<string, Content>>): Promise<FoundLogs> {
  return withLogs(files, async (folder) => {
    const report = readFileSync(join(edition, "report.json"), "utf8");
    const {inputs} = JSON.parse(report) as {readonly inputs: readonly SealedLog[]};
    const scratch = join(workshop.root, `scratch-${folders}`);
    mkdirSync(scratch);
    return findSealed(inputs, await logsAtHand(folder, {cwd: workshop.root, scratch}));
  });
}

function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const folder = join(workshop.root, `tar-${folders++}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return execFileSync("tar", ["-czf", "-", ...Object.keys(files)], {cwd: folder});
}

const line = (at: string): string => `${lineOf({client: "203.0.113.9", at, path: "/"})}\n`;
const december = Array.from({length: 40}, () => line("24/Dec/2025:10:00:00 +0000")).join("");
const march = line("02/Mar/2026:10:00:00 +0000");
const inHalf = (text: string): [string, string] => [text.slice(0, 50_001), text.slice(50_001)];
const bothThere = "2 of 2 logs that it was counted from are there, by the hash of the lines";

describe("what was sealed is found", () => {
  test.each<[string, () => Readonly<Record<string, Content>>, readonly string[]]>([
    ["as it was", () => ({"january.log": january, "february.log": february}), []],
    ["under other names", () => ({"a.txt": february, b: january}), []],
    ["packed", () => ({"january.log.gz": gzipSync(january), "february.log": february}), []],
    ["in folders below", () => ({"2026/01/access.log": january, "2026/02/access.log": february}), []],
    ["in an archive", () => ({"logs.tgz": tarOf({"january.log": january, "february.log": february})}), []],
    ["with lines ended as on Windows", () => ({a: january.replaceAll("\n", "\r\n"), b: february}), []],
    ["without its last newline", () => ({"january.log": january.trimEnd(), "february.log": february}), []],
    [
      "beside logs of other months",
      () => ({a: january, b: february, "december.log": december, "march.log": march}),
      [],
    ],
    ["twice", () => ({a: january, b: february, "copy/a.gz": gzipSync(january), "copy/b": february}), []],
    ["beside an earlier state of it", () => ({a: january, b: february, "a.1": january.slice(0, 60_000)}), []],
    ["beside what is no log", () => ({a: january, b: february, "README.md": "# Logs\n", "x.png": "\x89PNG\r\n"}), []],
    [
      "as the beginning of one that has grown since",
      () => ({"january.log": january, "february.log": february + march}),
      ["february.log has grown since: its first 1,551 lines are what was counted, and no more of it was"],
    ],
    [
      "as the beginning of one that has grown since, by lines of the period, under another name",
      () => ({"january.log": january, "access.log": february + line("01/Feb/2026:11:00:00 +0000")}),
      [
        "february.log, which is access.log there, has grown since: its first 1,551 lines are what was counted, and no more of it was",
      ],
    ],
    [
      "beside one that has grown since",
      () => ({"january.log": january, "february.log": february, "later.log": february + march}),
      [],
    ],
    [
      "joined to one log, in whatever order",
      () => ({"all.log": february + january}),
      [
        "january.log stands within all.log, and no more of that was counted",
        "february.log, which is all.log there, has grown since: its first 1,551 lines are what was counted, and no more of it was",
      ],
    ],
    [
      "behind others in one log",
      () => ({"all.log": december + january + february + march}),
      [
        "january.log stands within all.log, and no more of that was counted",
        "february.log stands within all.log, and no more of that was counted",
      ],
    ],
    [
      "cut into pieces",
      () => ({"january.1": inHalf(january)[0], "january.2": inHalf(january)[1], "february.log": february}),
      ["january.log is there in 2 pieces: january.1, january.2"],
    ],
    [
      "cut into pieces, of which the older have the higher numbers",
      () => ({"a.log.2": inHalf(january)[0], "a.log.1": inHalf(january)[1], "february.log": february}),
      ["january.log is there in 2 pieces: a.log.2, a.log.1"],
    ],
    [
      "turned at other times",
      () => ({"a.1": inHalf(january)[0], "a.2": inHalf(january)[1] + inHalf(february)[0], "a.3": inHalf(february)[1]}),
      ["january.log is there in 2 pieces: a.1, a.2", "february.log is there in 2 pieces: a.2, a.3"],
    ],
  ])("%s", async (_, files, told) => {
    expect(logFindings(await findIn(files()), [])).toEqual({checked: [bothThere, ...told], findings: []});
  });
});

test("what was found is counted as it was sealed, and no more of it", async () => {
  const files = {"b.log": inHalf(february)[1] + march, "a/a.log": december + january + inHalf(february)[0]};
  const {answer, checked, findings} = await answerFor({...files, "x/december.log": december});
  expect([answer, findings]).toEqual(["verified", []]);
  expect(checked.at(-1)).toMatch(/^\d+ figures are what the logs give, counted anew with another key$/);
});

describe("what was sealed is not found", () => {
  const causes = ({findings}: LevelAnswer): string[] => findings.map(({cause}) => cause);
  const missing = expect.stringMatching(
    /^january\.log, 1,293 lines of the hash [0-9a-f]{12}…, is not among the logs, under any name$/,
  );

  test("where a log is not there: its name is told, and figures of its months could not be checked", async () => {
    const answer = await answerFor({"february.log": february});
    expect(answer.answer).toBe("could not be checked");
    expect(causes(answer).slice(0, 2)).toEqual([missing, "logs are missing: january.log"]);
    expect(answer.checked[0]).toBe("1 of 2 logs that it was counted from is there, by the hash of the lines");
  });

  test("where a line of it was changed: what is there is counted in its place, and says so", async () => {
    const other = january.replace("/a.html", "/x.html");
    const answer = await answerFor({"january.log": other, "february.log": february});
    expect(answer.answer).toBe("could not be checked");
    expect(causes(answer).slice(0, 2)).toEqual([
      missing,
      "january.log, 1,293 lines with requests of the period, is none of the logs that the edition names: since one of those is missing, it was counted in its place",
    ]);
  });

  longTest("where the lines were put in another order: the figures are the same, and the log is named", async () => {
    const sorted = `${january.trimEnd().split("\n").toReversed().join("\n")}\n`;
    const answer = await answerFor({"january.log": sorted, "february.log": february});
    expect(causes(answer)).toHaveLength(2);
    expect(answer.checked.at(-1)).toMatch(/^\d+ figures are what the logs give/);
  });

  longTest("where nothing but other files is there", async () => {
    const answer = await answerFor({"README.md": "# Logs\n"});
    expect(answer.answer).toBe("could not be checked");
    expect(causes(answer).slice(0, 1)).toEqual([missing]);
  });

  test("where a packed log is damaged: it is named beside what is missing", async () => {
    const answer = await answerFor({"january.log.gz": gzipSync(january).subarray(0, 2000), "february.log": february});
    expect(causes(answer).slice(0, 2)).toEqual([
      missing,
      "january.log.gz: the gzip file breaks off; nothing of it was counted",
    ]);
  });

  test("a folder that is not there is the person's mistake", async () => {
    await expect(answerFor({a: january}, "nowhere")).rejects.toMatchObject({code: "INPUT_MISSING"});
  });
});

longTest("a log of the period that the edition does not name is told, and left out", async () => {
  const more = {"other.log": line("01/Feb/2026:11:00:00 +0000")};
  const {answer, findings, checked} = await answerFor({"january.log": january, "february.log": february, ...more});
  expect(answer).toBe("differs");
  expect(findings.map(({cause}) => cause)).toEqual([
    "other.log, 1 line with requests of the period, is none of the logs that the edition names; it was left out",
  ]);
  expect(checked.at(-1)).toMatch(/^\d+ figures are what the logs give/);
});

test("a part of a log of several pieces is copied as it is", async () => {
  const path = workshop.write("long.log", Array.from({length: 400_000}, (_, place) => `${place}\n`).join(""));
  const log = {path, name: "long.log", where: path, packing: "none"} as const;
  const sealed = {name: "part.log", sha256: "", lines: 0, first: null};
  const spans = [{log, from: 10, until: 2_600_000}];
  const copy = await fileOf({sealed, spans, hashes: []}, join(workshop.root, "part"));
  expect(readFileSync(copy.path).equals(readFileSync(path).subarray(10, 2_600_000))).toBe(true);
});
