import {expect, test} from "vitest";
import type {Figures, Report} from "../../src/report/report.ts";
import {lineOf, logOf, type Press, reportPress} from "../press.ts";

async function reportOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const given = {logs: {"access.log": logOf(lines)}, period: "2005-07..2005-08", ...press};
  return reportPress({...given, settings: {smallest: 1, places: false, ...press.settings}});
}

function figuresOf({measures}: Report, id: string): Figures {
  return measures.find((one) => one.id === id)!;
}

const client = (number: number): string => `192.0.2.${number}`;
const on = (month: string, number: number, more: Parameters<typeof lineOf>[0] = {}): string =>
  lineOf({client: client(number), at: `05/${month}/2005:12:00:00 +0000`, ...more});

test("the period's readers are a set, never the sum of its months", async () => {
  const report = await reportOf([on("Jul", 1), on("Jul", 2), on("Aug", 1), on("Aug", 3), on("Aug", 3)]);
  expect(figuresOf(report, "readers")).toMatchObject({values: [2, 2], total: 3, totalReason: null});
  // Five requests on the two days covered; 2 + 3 in the months.
  expect(figuresOf(report, "documents-per-day")).toMatchObject({values: [2, 3], total: 2.5});
  expect(figuresOf(report, "different-documents")).toMatchObject({values: [1, 1], total: 1});
  expect(figuresOf(report, "documents-per-reader")).toMatchObject({values: [1, 1.5], total: 5 / 3});
  expect(report.notes.map(({id}) => id)).toContain("period-is-a-set");
});

test("readers who came in more than one month are a share of the period alone", async () => {
  const report = await reportOf([on("Jul", 1), on("Jul", 2), on("Aug", 1), on("Aug", 3), on("Aug", 4)]);
  expect(figuresOf(report, "returning-readers-percent")).toMatchObject({
    values: [null, null],
    reasons: ["asked of the whole period, not of a month", "asked of the whole period, not of a month"],
    total: 25,
  });
  const month = await reportOf([on("Jul", 1)], {period: "2005-07"});
  expect(month.measures.map(({id}) => id)).not.toContain("returning-readers-percent");
});

test("a month of logs without a counted request has 0 readers and no average of them", async () => {
  const report = await reportOf([on("Jul", 1), on("Aug", 1, {path: "/a.gif"})]);
  expect(figuresOf(report, "readers")).toMatchObject({values: [1, 0], total: 1});
  expect(figuresOf(report, "documents-per-reader")).toMatchObject({
    values: [1, null],
    reasons: [null, "no counted request"],
  });
});

test("sections count their readers, who may be in several", async () => {
  const report = await reportOf(
    [
      on("Jul", 1, {path: "/zhongwen/a.html"}),
      on("Jul", 1, {path: "/big5/a.html"}),
      on("Jul", 2, {path: "/zhongwen"}),
      on("Jul", 3, {path: "/zhongwenx/a.html"}),
      on("Aug", 2, {path: "/obituaries.html"}),
    ],
    {settings: {sections: {chinese: ["/zhongwen/", "/big5/"], obituaries: "/obituaries"}}},
  );
  expect(figuresOf(report, "section-readers:chinese")).toMatchObject({values: [2, 0], total: 2});
  expect(figuresOf(report, "section-readers:obituaries")).toMatchObject({values: [0, 1], total: 1});
});

test("a reader sent to an outside place is one however often, by a redirect as by a page, robots left out", async () => {
  const go = {path: "/go/bookshop", status: 302};
  const report = await reportOf(
    [
      on("Jul", 1, go),
      on("Jul", 1, go),
      on("Jul", 2, {...go, status: 200}),
      on("Jul", 3, {...go, status: 404}),
      on("Jul", 4, {...go, agent: "curl/8.5.0"}),
      on("Jul", 5, {...go, method: "HEAD"}),
      on("Aug", 1, {...go, path: "/go/bookshop/title?x=1"}),
    ],
    {settings: {sentTo: {bookshop: "/go/bookshop"}}},
  );
  expect(figuresOf(report, "sent-to:bookshop")).toMatchObject({values: [2, 1], total: 2});
  // A redirect is no document.
  expect(figuresOf(report, "readers")).toMatchObject({values: [1, 0]});
});

test("a year ago: month beside month, with the change in percent", async () => {
  const last = (month: string, number: number): string =>
    lineOf({client: client(number), at: `05/${month}/2004:12:00:00 +0000`});
  const report = await reportOf(
    [
      last("Jul", 1),
      last("Jul", 2),
      last("Jul", 3),
      last("Jul", 4),
      on("Jul", 1),
      on("Jul", 2),
      on("Jul", 9),
      on("Aug", 1),
    ],
    {compare: "year-ago"},
  );
  expect(report.comparison).toMatchObject({period: "2004-07..2004-08", columns: ["2004-07", "2004-08"]});
  expect(report.comparison!.measures[0]).toMatchObject({
    id: "readers",
    values: [4, null],
    reasons: [null, "no logs for this month"],
    changePercent: [-25, null],
    total: 4,
    totalChangePercent: -25,
  });
  expect(report.comparison!.notes[0]).toContain("July 2004 is covered for 1 day of 31");
});

test("the period before is that of the same length, and another is taken where it has as many months", async () => {
  const lines = [on("May", 1), on("Jul", 1), on("Jul", 2)];
  const before = await reportOf(lines, {compare: "previous"});
  expect(before.comparison).toMatchObject({period: "2005-05..2005-06"});
  expect(before.comparison!.measures[0]).toMatchObject({values: [1, null], changePercent: [100, null]});
  await expect(reportOf(lines, {compare: "2004-H2"})).rejects.toMatchObject({
    code: "COMMAND_INCOMPLETE",
    message: "2004-H2 has 6 months, 2005-07..2005-08 has 2",
  });
});

const history = {
  "ledger/history.csv":
    "measure,month,value,source\nreaders,2001-08,50,report of 2002\nreaders,2005-06,80,report of June\n",
};

test("an index sets each month against the base month, which an older report may have given", async () => {
  const report = await reportOf([on("Jul", 1), on("Jul", 2), on("Aug", 1)], {
    settings: {base: "2001-08 = 100"},
    files: history,
  });
  // 2 and 1 against 50 that are set to 100.
  expect(report.index).toMatchObject({base: "2001-08", value: 100});
  expect(report.index!.measures[0]).toMatchObject({id: "readers", values: [4, 2], reasons: [null, null]});
  expect(report.index!.measures[1]).toMatchObject({
    id: "megabytes-per-day",
    values: [null, null],
    reasons: Array(2).fill("the base, August 2001, has no value: no logs for this month"),
  });
});

test("a figure from an older report stands where there are no logs, marked, and the period has none", async () => {
  const report = await reportOf([on("Jul", 1)], {period: "2005-06..2005-07", files: history});
  expect(figuresOf(report, "readers")).toMatchObject({
    values: [80, 1],
    reported: [true, false],
    total: null,
    totalReason: "not worked out: one of its months was reported, not measured",
  });
  expect(report.notes.find(({id}) => id === "reported")?.text).toBe(
    "Given by older reports, not measured here: Distinct users (June 2005).",
  );
});

test("what was measured is never replaced by what was reported", async () => {
  const files = {"ledger/history.csv": "measure,month,value,source\nreaders,2005-07,99,report of July\n"};
  const report = await reportOf([on("Jul", 1)], {files});
  expect(figuresOf(report, "readers")).toMatchObject({values: [1, null], reported: [false, false]});
});
