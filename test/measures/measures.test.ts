import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {Report} from "../../src/report/report.ts";
import {judgePress, lineOf, logOf, type Press, reportPress} from "../press.ts";

/** The figures of the lines' report, by measure. */
async function figuresOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const report = await reportPress({logs: {"access.log": logOf(lines)}, period: "2005-07", ...press});
  return report;
}

function valuesOf({measures}: Report, id: string): readonly (number | null)[] {
  return measures.find((one) => one.id === id)!.values;
}

const at = (day: string, time = "12:00:00 +0000") => `${day}/Jul/2005:${time}`;

test("a month's readers are a set: who comes on three days is one", async () => {
  const report = await figuresOf([
    lineOf({client: "192.0.2.1", at: at("01")}),
    lineOf({client: "192.0.2.1", at: at("02")}),
    lineOf({client: "192.0.2.1", at: at("03")}),
    lineOf({client: "192.0.2.2", at: at("03")}),
  ]);
  expect(valuesOf(report, "readers")).toEqual([2]);
});

test("an IPv6 address counts by its /64, a name whatever its case, IPv4 in IPv6 clothing as IPv4", async () => {
  const clients = [
    "2001:db8:1:2::1",
    "2001:0DB8:1:2:ffff::9",
    "2001:db8:1:3::1",
    "a.example.org",
    "A.Example.Org",
    "192.0.2.1",
    "::ffff:192.0.2.1",
  ];
  const report = await figuresOf(clients.map((client) => lineOf({client})));
  expect(valuesOf(report, "readers")).toEqual([4]);
});

test("bytes are those of counted requests over the days covered, and - is none", async () => {
  const report = await figuresOf([
    lineOf({at: at("01"), bytes: 2_500_000}),
    lineOf({at: at("02"), bytes: "-", status: 304}),
    lineOf({at: at("03"), bytes: 500_001}),
    lineOf({at: at("04"), bytes: 9_999_999, path: "/a.gif"}),
  ]);
  // Four days have a line, the fourth without a counted request: 3,000,001 bytes over 4.
  expect(valuesOf(report, "megabytes-per-day")).toEqual([0.75000025]);
  expect(valuesOf(report, "documents-per-day")).toEqual([0.75]);
  expect(report.columns[0]).toMatchObject({days: 31, daysCovered: 4});
});

test("different documents: // and /index.html are what a server takes them for, a query is no other document", async () => {
  const paths = [
    "/",
    "//",
    "/index.html",
    "/index.html?x=1",
    "/a.html",
    "//a.html",
    "/a.html#top",
    "/A.html",
    "/b/",
    "/b",
  ];
  const report = await figuresOf(paths.map((path) => lineOf({path})));
  // "/", "/a.html", "/A.html", "/b/" and "/b".
  expect(valuesOf(report, "different-documents")).toEqual([5]);
  expect(valuesOf(report, "documents-per-day")).toEqual([10]);
});

test("a format without bytes gives no megabytes, and says why", async () => {
  const report = await figuresOf([`192.0.2.1 - - [01/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.0" 200`], {
    logFormat: '%h %l %u %t "%r" %>s',
  });
  const megabytes = report.measures.find(({id}) => id === "megabytes-per-day")!;
  expect(megabytes.values).toEqual([null]);
  expect(megabytes.reasons).toEqual(["not recorded: this format has no byte count"]);
  expect(valuesOf(report, "readers")).toEqual([1]);
  const others = report.measures.filter(({id}) => id !== "megabytes-per-day");
  expect(others.flatMap(({reasons}) => reasons)).toEqual([null, null, null, null]);
});

test("a log whose requests were all left out gives figures of none", async () => {
  const report = await figuresOf([lineOf({path: "/a.gif"})]);
  // Nobody read anything: there is no average of nobody.
  expect(report.measures.map(({values}) => values[0])).toEqual([0, 0, 0, 0, null]);
  expect(report.measures.flatMap(({reasons}) => reasons)).toEqual([null, null, null, null, "no counted request"]);
});

test("a month without logs has no figures, and each says why", async () => {
  const report = await figuresOf([lineOf(), lineOf({at: "01/Sep/2005:12:00:00 +0000"})], {period: "2005-07..2005-09"});
  expect(report.columns.map(({daysCovered}) => daysCovered)).toEqual([1, 0, 1]);
  for (const {values, reasons} of report.measures.filter(({id}) => id !== "returning-readers-percent")) {
    expect(values[1]).toBeNull();
    expect(reasons).toEqual([null, "no logs for this month", null]);
    expect(values[0]).not.toBeNull();
  }
});

test("a period that begins before the logs has the months that are there", async () => {
  const report = await figuresOf([lineOf({at: at("30")})], {period: "2005-H2"});
  expect(report.columns.map(({daysCovered}) => daysCovered)).toEqual([1, 0, 0, 0, 0, 0]);
  expect(valuesOf(report, "readers")).toEqual([1, null, null, null, null, null]);
});

test("days and months are the publication's", async () => {
  const lines = [
    lineOf({client: "192.0.2.1", at: "30/Jun/2005:12:00:00 +0000"}),
    lineOf({client: "192.0.2.2", at: "31/Jul/2005:11:59:59 +0000"}),
    lineOf({client: "192.0.2.3", at: "31/Jul/2005:12:00:00 +0000"}),
  ];
  const auckland = await figuresOf(lines, {period: "2005-06..2005-08", timeZone: "Pacific/Auckland"});
  expect(valuesOf(auckland, "readers")).toEqual([null, 2, 1]);
  const utc = await figuresOf(lines, {period: "2005-06..2005-08"});
  expect(valuesOf(utc, "readers")).toEqual([1, 2, null]);
});

test("a day of 25 hours is one day", async () => {
  const lines = [
    lineOf({at: "29/Oct/2005:22:00:00 +0000"}),
    lineOf({at: "30/Oct/2005:00:30:00 +0000"}),
    lineOf({at: "30/Oct/2005:01:30:00 +0000"}),
    lineOf({at: "30/Oct/2005:22:59:59 +0000"}),
  ];
  const report = await figuresOf(lines, {period: "2005-10", timeZone: "Europe/Paris"});
  expect(report.columns[0]).toMatchObject({daysCovered: 1});
  expect(report.columns[0]!.missingDays).not.toContain("2005-10-30");
  expect(valuesOf(report, "documents-per-day")).toEqual([4]);
});

test("29 February is a day of its month", async () => {
  const report = await figuresOf([lineOf({at: "29/Feb/2004:23:59:59 +0000"})], {period: "2004-02"});
  expect(report.columns[0]).toMatchObject({days: 29, daysCovered: 1});
  expect(report.date).toBe("2004-02-29");
});

const thirteen = new URL("../../../shared/data/formats/thirteen-lines.combined.log", import.meta.url);

describe.skipIf(!existsSync(thirteen))(
  "shared data: the thirteen lines on which GoAccess, AWStats and Webalizer differ",
  () => {
    test("each line's verdict is what the table of rules says", async () => {
      const lines = readFileSync(thirteen, "utf8").trimEnd().split("\n");
      // The sizes are replaced by the line's number, so that lines can be told apart.
      const numbered = lines.map((line, index) => line.replace(/" (\d{3}) (\d+|-) "/, `" $1 ${index + 1} "`));
      const {verdicts, report} = await judgePress({logs: {"access.log": logOf(numbered)}, period: "2026-01"});
      expect(verdicts).toEqual([
        "counted", // .1, the first day
        "counted", // .1, the second day
        "not-successful", // .2, 302
        "not-successful", // .3, 500
        "not-successful", // .4, 404
        "counted", // .5, 304
        "not-get", // .6, HEAD
        "robots", // .7, Googlebot
        "graphics", // .8, a picture
        "robots", // .9, ChatGPT-User
        "not-successful", // .1, 206
        "counted", // .1, ten seconds later
        "counted", // .1, twenty seconds later
      ]);
      expect(valuesOf(report, "readers")).toEqual([2]);
      expect(valuesOf(report, "documents-per-day")).toEqual([2.5]);
      expect(valuesOf(report, "different-documents")).toEqual([2]);
    });

    test("its megabytes are those of the counted lines", async () => {
      const report = await reportPress({logs: {"access.log": readFileSync(thirteen, "utf8")}, period: "2026-01"});
      // 1000 on the first day; 1000, nothing for the 304, 1000 and 1000 on the second.
      expect(valuesOf(report, "megabytes-per-day")).toEqual([0.002]);
    });
  },
);
