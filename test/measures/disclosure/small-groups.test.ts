import {beforeAll, describe, expect, test} from "vitest";
import {Sums} from "../../../src/measures/disclosure/sums.ts";
import type {Report} from "../../../src/report/report.ts";
import {judgePress, lineOf, logOf} from "../../press.ts";

const at = (day: number, time: string): string => `${String(day).padStart(2, "0")}/Oct/2025:${time} +0000`;

/** Thirty readers who come on three days and read one document each day; and three who are alone in what they do. */
const lines = [
  ...Array.from({length: 30}, (_, place) => place).flatMap((place) =>
    [1, 2, 3].map((day) => lineOf({client: `81.2.69.${place + 1}`, path: `/a${place % 3}`, at: at(day, "10:00:00")})),
  ),
  // The only reader of the section, of the one German document after the other; he asks in vain, too.
  ...[0, 1, 2, 3, 4, 5, 6].map((n) => lineOf({client: "91.0.0.1", path: `/secret/s${n}`, at: at(5, "03:00:00")})),
  lineOf({client: "91.0.0.1", path: "/nothere", status: 404, at: at(5, "03:09:00")}),
  ...Array.from({length: 1200}, (_, n) =>
    lineOf({client: "92.0.0.1", path: `/h${n % 400}`, bytes: 1000, at: at(6, "12:00:00")}),
  ),
  lineOf({client: "reader.example.net", path: "/odd", at: at(7, "11:00:00")}),
];
const departments = [
  "prefix,department,language,title",
  "/a0,main,en,Main",
  "/a1,main,,",
  "/a2,main,,",
  "/secret/,secret,de,Secret",
  "",
].join("\n");

describe("three readers among thirty-three who are alone in what they read", () => {
  let report: Report;

  beforeAll(async () => {
    report = (
      await judgePress({
        logs: {"access.log": logOf(lines)},
        files: {"departments.csv": departments},
        settings: {departments: "departments.csv", sections: {secret: "/secret/"}},
        period: "2025-10",
        tables: "all",
        hasRanges: true,
      })
    ).report;
  });

  const rowsOf = (id: string) =>
    report.tables.find((table) => table.id === id)?.rows.map(({key, values}) => [key, ...values.slice(0, 2)]);

  test("a section that one reader read has no figure, and says why", () => {
    const section = report.measures.find(({id}) => id === "section-readers:secret")!;
    expect(section).toMatchObject({values: [null], total: null});
    expect(section.totalReason).toContain("fewer than 10 users");
  });

  test("one department less than all would leave two readers", () => {
    // 98 files of 32 readers are counted; 90 of 30 are of the department.
    expect(rowsOf("departments")).toEqual([["others", 98, 32]]);
  });

  test("the one English document is not shown beside the languages, of which it would leave the one German reader", () => {
    expect(rowsOf("languages")).toEqual([
      ["others", 37, 11],
      ["unknown", 61, 21],
    ]);
    // /a0 has 30 of the 37 files. /a2 beside /a1 would leave one file of those without language.
    expect(rowsOf("top-documents")).toEqual([
      ["/a1", 30, 10],
      ["others", 68, 22],
    ]);
  });

  test("a list is left out whose sum would leave what two readers read", () => {
    expect(rowsOf("top-documents:main")).toBeUndefined();
  });

  test("two days on which all but two readers came are not told", () => {
    const told = report.tables.find(({id}) => id === "weekdays")!.rows.filter(({values}) => values[0] !== null);
    expect(told.map(({key, values}) => [key, values[0]])).toEqual([
      ["mon", 0],
      ["sat", 0],
      ["others", 98],
    ]);
  });

  test("others of one reader have no values where nothing else is missing, and a note says why", () => {
    expect(rowsOf("missing-documents")).toEqual([["others", null, null]]);
    const {notes} = report.tables.find(({id}) => id === "missing-documents")!;
    expect(notes.map(({id}) => id)).toEqual(["others-are-few"]);
  });
});

describe("sums of what was printed", () => {
  // Cells 0 and 1 are large, those from 2 on small.
  const sums = (...printed: number[][]): Sums => {
    const made = new Sums([0, 1, 2, 3, 4], (cell) => cell < 2);
    for (const cells of printed) made.print(cells);
    return made;
  };

  test("a part tells what is left of a whole, where that is small", () => {
    expect(sums([0, 2]).wouldTell([0])).toEqual([[2]]);
    expect(sums([0, 1, 2]).wouldTell([0])).toEqual([]);
    expect(sums([0, 1, 2], [0]).wouldTell([1])).toEqual([[2]]);
  });

  test("what follows already is told by nothing more", () => {
    expect(sums([0, 2], [0]).wouldTell([2])).toEqual([]);
    expect(sums([0, 2], [0]).wouldTell([0, 2])).toEqual([]);
  });

  test("a sum of three tells the two that are apart from it", () => {
    expect(sums([0, 2], [0, 3]).wouldTell([0, 2, 3])?.flat().sort()).toEqual([2, 3]);
    expect(sums([0, 2, 3], [0]).wouldTell([2])?.flat().sort()).toEqual([2, 3]);
  });

  test("groups that overlap tell more than can be listed", () => {
    expect(sums([0, 2, 3], [0]).wouldTell([0, 3, 4])).toBeNull();
  });
});
