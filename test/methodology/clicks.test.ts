import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Report} from "../../src/report/report.ts";
import {browser, judgePress, lineOf, logOf, type Press, reportPress} from "../press.ts";
import {amount, longTest, rowsOf} from "../run/amounts.ts";

type Given = NonNullable<Parameters<typeof lineOf>[0]>;

function pressOf(lines: readonly Given[], press: Partial<Press>): Press {
  const log = logOf(lines.map((given, index) => lineOf({...given, bytes: index + 1})));
  return {logs: {"access.log": log}, period: "2005", methodology: {extends: "counter-5.1"}, ...press};
}

/** What COUNTER's rules make of a log: the figures of its months. */
async function countBy(lines: readonly Given[], press: Partial<Press> = {}) {
  return figuresOf(await reportPress(pressOf(lines, press)));
}

/** The same, and the verdict of each line. */
async function judgeBy(lines: readonly Given[], press: Partial<Press> = {}) {
  const {report, verdicts} = await judgePress(pressOf(lines, press));
  return {...figuresOf(report), verdicts};
}

function figuresOf(report: Report) {
  const totalOf = (id: string) => report.measures.find((measure) => measure.id === id)?.total;
  return {
    report,
    totals: totalOf("total-item-requests"),
    uniques: totalOf("unique-item-requests"),
    sessions: totalOf("sessions"),
  };
}

/** A request at so many seconds after ten o'clock on 15 June 2005. */
function after(seconds: number, given: Given = {}): Given {
  const at = new Date(Date.UTC(2005, 5, 15, 10, 0, seconds)).toISOString();
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const month = months[Number(at.slice(5, 7)) - 1];
  return {...given, at: `${at.slice(8, 10)}/${month}/${at.slice(0, 4)}:${at.slice(11, 19)} +0000`};
}

/** Seconds after ten, and what comes of them: the golden cases, where the text of COUNTER is followed. */
const cases: readonly (readonly [name: string, lines: readonly Given[], totals: number, uniques: number])[] = [
  ["0 and 29 seconds are one", [after(0), after(29)], 1, 1],
  ["0 and 35 seconds are two, of one item", [after(0), after(35)], 2, 1],
  ["exactly 30 seconds are one: within means no later than", [after(0), after(30)], 1, 1],
  ["31 seconds are two", [after(0), after(31)], 2, 1],
  ["the same second twice is one", [after(0), after(0)], 1, 1],
  ["0, 20 and 40 seconds are one: each pair by itself, and the last is kept", [after(0), after(20), after(40)], 1, 1],
  ["0, 20, 40 and 71 seconds are two", [after(0), after(20), after(40), after(71)], 2, 1],
  ["a page loaded again every 25 seconds for an hour is one", Array.from({length: 144}, (_, i) => after(25 * i)), 1, 1],
  ["the same for two hours is one, of two sessions", Array.from({length: 288}, (_, i) => after(25 * i)), 1, 2],
  [
    "10:59:50 and 11:00:10 are one, of two sessions, in each of which the item was asked for",
    [after(3590), after(3610)],
    1,
    2,
  ],
  ["23:59:50 and 00:00:10 are one, of two sessions", [after(50_390), after(50_410)], 1, 2],
  [
    "HTML, then PDF of one article are two, of one item",
    [after(0, {path: "/a.html"}), after(5, {path: "/a.pdf"})],
    2,
    1,
  ],
  ["10:59 and 11:01 are two, of two sessions", [after(3540), after(3660)], 2, 2],
  ["two agents at one address are two users", [after(0), after(5, {agent: `${browser} Extra`})], 2, 2],
  ["two addresses with one agent are two users", [after(0), after(5, {client: "192.0.2.2"})], 2, 2],
  ["an empty agent is a robot", [after(0, {agent: ""}), after(60, {agent: "-"})], 0, 0],
  ["a part (206) is none", [after(0, {status: 206}), after(60, {status: 206})], 0, 0],
  ["304 is one", [after(0, {status: 304})], 1, 1],
  ["a redirect before is none", [after(0, {status: 302}), after(5)], 1, 1],
  ["a picture between is none", [after(0), after(20, {path: "/a.gif"}), after(40)], 2, 1],
];

describe("of COUNTER's cases", () => {
  for (const [name, lines, totals, uniques] of rowsOf(cases, 5)) {
    test(name, async () => {
      const counted = await countBy(lines);
      expect([counted.totals, counted.uniques]).toEqual([totals, uniques]);
    });
  }
});

test("the first click is left out as double-clicks, and the last is kept, across the hour", async () => {
  const {verdicts} = await judgeBy([after(3570), after(3590), after(3610), after(3645)]);
  expect(verdicts).toEqual(["double-clicks", "double-clicks", "counted", "counted"]);
});

test("what is kept belongs to its own day and month", async () => {
  const {report, verdicts} = await judgeBy(
    [{at: "31/Jul/2005:23:59:50 +0000"}, {at: "01/Aug/2005:00:00:10 +0000"}, {at: "01/Aug/2005:12:00:00 +0000"}],
    {period: "2005-07..2005-08"},
  );
  expect(verdicts).toEqual(["double-clicks", "counted", "counted"]);
  const totals = report.measures.find(({id}) => id === "total-item-requests");
  expect(totals?.values).toEqual([0, 2]);
});

test("double clicks act on totals alone: sessions, items, users and files of the month of the first click are counted", async () => {
  const lines = [{at: "31/Jul/2005:23:59:50 +0000"}, {at: "01/Aug/2005:00:00:10 +0000"}];
  for (const methodology of [{extends: "counter-5.1"}, {doubleClicks: {seconds: 30}}]) {
    const {report} = await countBy(lines, {
      methodology,
      period: "2005-07..2005-08",
      settings: {sections: {all: ["/"]}, smallest: 1},
    });
    const rowOf = (id: string) => {
      const row = report.measures.find((measure) => measure.id === id);
      return row && [...row.values, row.total];
    };
    expect([rowOf("readers"), rowOf("different-documents"), rowOf("section-readers:all")]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(rowOf("returning-readers-percent")?.at(-1)).toBe(100);
    expect(rowOf("documents-per-reader")).toEqual([0, 1, 1]);
    if (methodology.extends === undefined) continue;
    expect([rowOf("total-item-requests"), rowOf("unique-item-requests"), rowOf("sessions")]).toEqual([
      [0, 1, 1],
      [1, 1, 2],
      [1, 1, 2],
    ]);
  }
});

test("the last click of a month is judged alike, whether the report goes on or ends there", async () => {
  const lines = [{at: "31/Jul/2005:23:59:50 +0000"}, {at: "01/Aug/2005:00:00:10 +0000"}];
  const july = logOf([lineOf({...lines[0], bytes: 1}), lineOf({at: "30/Jul/2005:12:00:00 +0000", bytes: 2})]);
  const august = logOf([lineOf({...lines[1], bytes: 3})]);
  const {report} = await countBy([], {logs: {"july.log": july, "august.log": august}, period: "2005-07"});
  expect(report.measures.find(({id}) => id === "total-item-requests")?.total).toBe(1);
  expect(report.account[0]?.requests).toBe(2);
});

test("of two answers in one second the one with more bytes is kept", async () => {
  const lines = [after(0, {status: 304}), after(0)].map((given, index) => lineOf({...given, bytes: [0, 700][index]!}));
  for (const log of [lines, lines.toReversed()]) {
    const {report} = await countBy([], {logs: {"access.log": logOf(log)}});
    const megabytes = report.measures.find(({id}) => id === "megabytes-per-day");
    expect(megabytes?.total).toBe(0.0007);
  }
});

test("a session is a user's hour of the clock", async () => {
  const {sessions} = await countBy([
    after(0),
    after(3500),
    after(3601),
    after(86_400),
    after(0, {client: "192.0.2.2"}),
  ]);
  expect(sessions).toBe(4);
});

test("formats of one document are one item, and what an alias leads to, too", async () => {
  const paths = ["/a.html", "/a.pdf", "/a.EPUB", "/a", "/b.pdf", "/old.html", "/a.zip"];
  const {uniques, totals} = await countBy(
    paths.map((path, index) => after(index, {path})),
    {settings: {aliases: "aliases.csv"}, files: {"aliases.csv": "path,now\n/old.html,/b.html\n"}},
  );
  expect([totals, uniques]).toEqual([7, 3]);
});

longTest("the number of seconds can be set, and the rule switched off", async () => {
  const lines = [after(0), after(50), after(120)];
  const by = async (doubleClicks: unknown) =>
    (await countBy(lines, {methodology: {extends: "counter-5.1", doubleClicks}})).totals;
  expect([await by({seconds: 60}), await by({seconds: 90}), await by(false)]).toEqual([2, 1, 3]);
});

test("whoever asks for the rule has it in the account of central-task", async () => {
  const {report, verdicts} = await judgeBy([after(0), after(10)], {methodology: {doubleClicks: {seconds: 30}}});
  expect(verdicts).toEqual(["double-clicks", "counted"]);
  expect(report.account[5]?.verdicts.find(({id}) => id === "double-clicks")?.requests).toBe(1);
  expect(report.measures.some(({id}) => id === "sessions")).toBe(false);
});

test("what a person decided to be a reader took on the days of the decision counts, though it is over the limit on others", async () => {
  const day = 86_400;
  const own = [after(0), after(60, {path: "/b.html"}), after(61, {path: "/b.html"})];
  const others = ["/c.html", "/d.html", "/e.html"].map((path, index) => after(day + 100 * index, {path}));
  const {verdicts, totals} = await judgeBy([...own, ...others], {
    methodology: {extends: "counter-5.1", heavyReaders: {documents: 2}, blacklist: "people.csv"},
    files: {
      "people.csv":
        "entry,from,until,decision,reason,decided_by,decided_on\n192.0.2.1,2005-06-15,2005-06-15,reader,,,\n",
    },
  });
  const heavy = "heavy-readers";
  expect(verdicts).toEqual(["counted", "double-clicks", "counted", heavy, heavy, heavy]);
  expect(totals).toBe(2);
});

longTest("each alternative of COUNTER's figures is what --with makes of it", async () => {
  const lines = [after(0), after(10), after(0, {status: 206, path: "/b.pdf"}), after(20, {path: "/c.html"})];
  const settings = {smallest: 1};
  const {report} = await countBy(lines, {hasRanges: true, settings});
  const ranges = report.ranges!;
  expect(ranges.alternatives.map(({id}) => id)).toContain("double-clicks-in");
  for (const {id} of rowsOf(ranges.alternatives, 1)) {
    const other = await countBy(lines, {with: [id], settings});
    for (const [index, {id: measure, total}] of other.report.measures.entries()) {
      const inRange = ranges.measures[index]!.alternatives.find((one) => one.id === id)!;
      expect([id, measure, inRange.total]).toEqual([id, measure, total]);
    }
  }
});

/** A second method: click by click, in the order of time, with what each reader asked for last at hand. */
function keptBySecondMethod(clicks: readonly {second: number; user: number; path: number}[], most: number): number {
  let kept = 0;
  for (const own of Map.groupBy(clicks, ({user, path}) => `${user} ${path}`).values()) {
    const seconds = own.map(({second}) => second).toSorted((a, b) => a - b);
    kept += seconds.filter(
      (second, place) => place === seconds.length - 1 || seconds[place + 1]! - second > most,
    ).length;
  }
  return kept;
}

test("whatever the clicks, as many are kept as by going through them one by one", async () => {
  const click = fc.record({
    second: fc.integer({min: 0, max: 200}),
    user: fc.integer({min: 1, max: 2}),
    path: fc.integer({min: 1, max: 2}),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(click, {minLength: 1, maxLength: 40}), fc.constantFrom(7, 30), async (clicks, most) => {
      const lines = clicks.map(({second, user, path}) => after(second, {client: `192.0.2.${user}`, path: `/${path}`}));
      const {totals} = await countBy(lines, {methodology: {extends: "counter-5.1", doubleClicks: {seconds: most}}});
      expect(totals).toBe(keptBySecondMethod(clicks, most));
    }),
    {numRuns: amount({few: 2, all: 20}), seed: 30},
  );
});
