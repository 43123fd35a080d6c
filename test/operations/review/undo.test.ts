import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {planUndo} from "../../../src/operations/review/undo.ts";
import {openDays} from "../../../src/report/review-days.ts";
import {openWorkspace} from "../../../src/workspace/workspace.ts";
import {Workshop} from "../../intake/workshop.ts";

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop("publication: P\nmethodology: {blacklist: blacklist.csv}\n");
});
afterAll(() => workshop.remove());

const july = ["2005-07"];

/** What is written so that the decision about a client holds no more: entry, days, decision, reason, with spaces between them. */
function undone(
  rows: readonly string[],
  {entry = "192.0.2.1", months = july, closed = [] as string[], reason = "taken back"} = {},
): string[] {
  const text = ["entry,from,until,decision,reason,decided_by,decided_on", ...rows, ""].join("\n");
  writeFileSync(join(workshop.folder, "blacklist.csv"), text);
  return planUndo(openWorkspace(workshop.folder), {entry, months, closed, reason}).map(
    ({entry: who, from, until, decision, reason: why}) => [who, from ?? "…", until ?? "…", decision, why].join(" "),
  );
}

describe("taking back writes what held before", () => {
  test.each([
    [
      "nobody had decided: it is to be looked at again",
      ["192.0.2.1,2005-07-01,,robot,copies,A,2005-08-01"],
      ["192.0.2.1 2005-07-01 … later taken back"],
    ],
    [
      "somebody else had: that holds again, on its days alone",
      ["192.0.2.1,2005-07-01,2005-07-31,robot,copies,A,2005-08-01", "192.0.2.1,2005-06-01,,reader,school,B,2005-09-01"],
      [
        "192.0.2.1 2005-06-01 2005-06-30 later taken back",
        "192.0.2.1 2005-07-01 2005-07-31 robot taken back: copies",
        "192.0.2.1 2005-08-01 … later taken back",
      ],
    ],
    [
      "days on which a later row holds stay as they are",
      ["192.0.2.1,,,robot,copies,A,2005-08-01", "192.0.2.1,2005-08-01,2005-08-31,reader,school,B,2005-09-01"],
      ["192.0.2.1 … 2005-07-31 later taken back", "192.0.2.1 2005-09-01 … later taken back"],
    ],
    [
      "what was taken back comes back, and its reason does not grow",
      [
        "192.0.2.1,2005-07-01,,robot,copies,A,2005-08-01",
        "192.0.2.1,2005-07-01,,later,taken back,A,2005-08-02",
        "192.0.2.1,2005-07-01,,robot,taken back: copies,A,2005-08-03",
        "192.0.2.1,2005-07-01,,later,taken back,A,2005-08-04",
      ],
      ["192.0.2.1 2005-07-01 … robot taken back: copies"],
    ],
    [
      "a row without a decision was one about a robot",
      ["192.0.2.1,,2005-07-15,,old,A,2005-07-01", "192.0.2.1,,,developer,ours,A,2005-08-01"],
      ["192.0.2.1 … 2005-07-15 robot taken back: old", "192.0.2.1 2005-07-16 … later taken back"],
    ],
    [
      "another client and a network are nothing to it",
      [
        "192.0.2.0/24,,,robot,all,A,2005-08-01",
        "192.0.2.2,,,reader,x,A,2005-08-01",
        "192.0.2.1,,,reader,y,A,2005-08-01",
      ],
      ["192.0.2.1 … … later taken back"],
    ],
  ])("%s", (_, rows, want) => expect(undone(rows)).toEqual(want));

  test("of closed months nothing is written", () => {
    const rows = ["192.0.2.1,2005-05-01,2005-09-30,robot,copies,A,2005-08-01"];
    expect(undone(rows, {closed: ["2005-05", "2005-08"]})).toEqual([
      "192.0.2.1 2005-06-01 2005-07-31 later taken back",
      "192.0.2.1 2005-09-01 2005-09-30 later taken back",
    ]);
    const within = ["192.0.2.1,2005-07-02,2005-07-30,robot,copies,A,2005-08-01"];
    expect(() => undone(within, {closed: ["2005-07"]})).toThrow(/is about closed months alone/);
  });

  test.each([
    ["nobody has decided", [], "192.0.2.1"],
    ["it is to be looked at later, as before", ["192.0.2.1,,,later,,A,2005-08-01"], "192.0.2.1"],
    ["the decision is of other days", ["192.0.2.1,2005-08-01,,robot,x,A,2005-08-01"], "192.0.2.1"],
    ["it is no client at all", ["192.0.2.1,,,robot,x,A,2005-08-01"], "'; drop table"],
    ["it is a network", ["192.0.2.0/24,,,robot,x,A,2005-08-01"], "192.0.2.0/24"],
  ])("it is refused where %s", (_, rows, entry) => {
    expect(() => undone(rows, {entry})).toThrow(expect.objectContaining({code: "DECISIONS_REFUSED"}));
  });
});

test.each([
  [null, null, [], [[null, null]]],
  [
    null,
    null,
    ["2005-07"],
    [
      [null, "2005-06-30"],
      ["2005-08-01", null],
    ],
  ],
  ["2005-07-01", "2005-07-31", ["2005-07"], []],
  [
    "2005-02-10",
    null,
    ["2005-04", "2005-03"],
    [
      ["2005-02-10", "2005-02-28"],
      ["2005-05-01", null],
    ],
  ],
  ["2005-07-10", "2005-08-10", ["2005-06", "2005-08", "2006-01"], [["2005-07-10", "2005-07-31"]]],
  ["2005-12-05", "2006-01-31", ["2005-12"], [["2006-01-01", "2006-01-31"]]],
])("days from %s until %s, without closed months %s", (from, until, closed, want) => {
  expect(openDays({from, until}, closed).map((run) => [run.from, run.until])).toEqual(want);
});
