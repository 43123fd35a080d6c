import {rmSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {type JudgedBy, judgedByHash} from "../../../src/publish/edition/judged-by.ts";
import {sealFolder} from "../seal.ts";
import {key, publication, seal, TestArchive, told} from "./sealed.ts";

const rulesWith = (limit: string): JudgedBy => ({
  timeZone: "UTC",
  rules: [{months: ["2006-01"], settings: {heavyReaders: limit, methods: ["GET"]}}],
  documents: {},
  tables: {},
});
const announced = rulesWith("1000");

interface Kept {
  readonly publishOn?: string | null;
  readonly date?: string;
  readonly used?: JudgedBy;
  readonly accepted?: readonly object[];
  readonly names?: boolean;
}

/** An archive with an announcement of 2006-01, and the edition that followed. */
function archiveWith({
  publishOn = "2006-02-10",
  date = "2006-02-10",
  used = announced,
  accepted = [],
  names = true,
}: Kept) {
  const archive = new TestArchive();
  rmSync(archive.at("published/2005-H2"), {recursive: true});
  const methodology = {name: "central-task", sha256: judgedByHash(announced), judgedBy: announced};
  const said = {format: 1, publication, period: "2006-01", date: "2006-01-01", publishOn, methodology};
  const what = {what: "announcement of 2006-01", by: key, date: "2006-01-01"};
  const folder = archive.at("published/2006-01.announced");
  const sums = sealFolder(folder, {"announcement.json": JSON.stringify(said)}, what);
  const edition = {publication, period: "2006-01", date, announced: names ? {sums} : null, accepted};
  const rules = {judgedBy: used, judgedBySha256: judgedByHash(used)};
  const files = {"edition.json": JSON.stringify(edition), "methodology.json": JSON.stringify(rules)};
  seal(archive.at("published/2006-01"), files, "edition 2006-01", {date});
  return archive;
}

async function thirdLevel(kept: Kept) {
  using archive = archiveWith(kept);
  const found = await archive.verify("published/2006-01", {key});
  const {checked, findings} = found.editions[0]!.levels.find(({level}) => level === 3)!;
  const causes = findings.filter(({file}) => file === "2006-01.announced").map(({answer, cause}) => [answer, cause]);
  return [checked.filter((text) => /announced|rules/.test(text)), causes];
}

const named = "it was announced, and the announcement is the one that it names";
const excused = [{id: "announced-otherwise", text: "x", reason: "a crash"}];

describe("an edition that was announced", () => {
  test.each<[string, Kept, readonly string[], readonly (readonly string[])[]]>([
    [
      "went by the rules and came out on the day",
      {},
      [named, "it went by the rules that were announced on 2006-01-01, and came out on the day, 2006-02-10"],
      [],
    ],
    [
      "went by the rules, of no day",
      {publishOn: null},
      [named, "it went by the rules that were announced on 2006-01-01"],
      [],
    ],
    [
      "went by other rules",
      {used: rulesWith("500")},
      [named],
      [["differs", "it went by other rules than were announced: heavyReaders"]],
    ],
    [
      "went by other rules, and says why",
      {used: rulesWith("500"), accepted: excused},
      [named, "it went by other rules than were announced: heavyReaders; the edition says so, and why"],
      [],
    ],
    [
      "came out late",
      {date: "2006-02-13"},
      [named],
      [["differs", "it was announced for 2006-02-10, and came out on 2006-02-13, 3 days late"]],
    ],
    [
      "does not say so",
      {names: false},
      [],
      [["differs", "it was announced on 2006-01-01, and the edition does not say so"]],
    ],
  ])("%s", async (_, kept, checked, findings) => {
    expect(await thirdLevel(kept)).toEqual([checked, findings]);
  });
});

describe("an announcement whose edition is not there", () => {
  for (const [today, place, want] of [
    ["2006-02-09", "published", null],
    [
      "2006-02-11",
      "published",
      [
        "differs",
        "null: it was announced on 2006-01-01 for 2006-02-10, and there is no such edition here: it never came, or was taken away",
      ],
    ],
    [
      "2006-02-11",
      "published/2006-01.announced",
      [
        "could not be checked",
        "null: it was announced on 2006-01-01 for 2006-02-10, and there is no such edition here",
      ],
    ],
  ] as const) {
    test(`on ${today}, in ${place}`, async () => {
      using archive = archiveWith({});
      rmSync(archive.at("published/2006-01"), {recursive: true});
      const found = await archive.verify(place, {key, today});
      const has = found.editions[0]!.levels.some(({level}) => level === 3);
      expect(has ? told(found, 3) : null).toEqual(want);
    });
  }
});
