import {describe, expect, test} from "vitest";
import {daysOfMonth} from "../../src/base/period.ts";
import {resolveMethodology} from "../../src/methodology/resolve.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {judgePress, lineOf, logOf, type Press, reportPress, verdictsOf} from "../press.ts";
import {longTest, rowsOf} from "../run/amounts.ts";

type Given = NonNullable<Parameters<typeof lineOf>[0]>;

const [june, july, august, september] = ["06", "07", "08", "09"].map((number) => {
  const name = {"06": "Jun", "07": "Jul", "08": "Aug", "09": "Sep"}[number]!;
  return (given: Given = {}): Given => ({...given, at: `10/${name}/2005:12:00:00 +0000`});
}) as [typeof always, typeof always, typeof always, typeof always];

function always(given: Given = {}): Given {
  return given;
}

type Asked = readonly [lines: readonly Given[], methodology: object, press?: Partial<Press>];

/** A log of these lines, told apart by their bytes, and the months from June to September. */
function pressOf(...[lines, methodology, press = {}]: Asked): Press {
  return {
    logs: {"access.log": logOf(lines.map((given, index) => lineOf({...given, bytes: index + 1})))},
    period: "2005-06..2005-09",
    methodology: methodology as Readonly<Record<string, unknown>>,
    ...press,
  };
}

const judge = (...asked: Asked) => judgePress(pressOf(...asked));
const verdictsBy = (...asked: Asked) => verdictsOf(pressOf(...asked));
const reportBy = (...asked: Asked) => reportPress(pressOf(...asked));

/** A setting that changes in July, the same line in June and in July, and what becomes of both. */
const cases: readonly (readonly [
  setting: string,
  base: object,
  change: object,
  given: Given,
  june: string,
  july: string,
])[] = [
  ["methods", {}, {methods: ["GET", "POST"]}, {method: "POST"}, "not-get", "counted"],
  ["statuses", {}, {statuses: [200, 206]}, {status: 206}, "not-successful", "counted"],
  ["graphics", {}, {graphics: ["gif"]}, {path: "/a.png"}, "graphics", "counted"],
  ["pageFurniture", {}, {pageFurniture: {paths: ["/feed/"]}}, {path: "/feed/a"}, "counted", "page-furniture"],
  ["notPages", {}, {notPages: {extensions: ["pdf"]}}, {path: "/a.pdf"}, "counted", "not-pages"],
  ["developers", {}, {developers: ["192.0.2.1"]}, {}, "counted", "developers"],
  ["developers of the past", {developers: ["192.0.2.1"]}, {developers: []}, {}, "developers", "counted"],
  ["blacklist", {}, {blacklist: "later.csv"}, {}, "counted", "blacklisted"],
  ["robots.lists", {}, {robots: {lists: []}}, {agent: "curl/8"}, "robots", "counted"],
  ["heavyReaders", {}, {heavyReaders: {documents: 1}}, {}, "counted", "heavy-readers"],
];

describe("from July on another rule holds for", () => {
  for (const [setting, base, change, given, before, after] of rowsOf(cases, 2)) {
    test(setting, async () => {
      const twice = {...given, path: given.path ?? "/b.html"};
      const verdicts = await verdictsBy(
        [june(given), june({client: "192.0.2.9"}), july(given), july(twice)],
        {...base, changes: [{from: "2005-07", ...change}]},
        {files: {"later.csv": "entry,from,until,reason,decided_by,decided_on\n192.0.2.1,,,,,\n"}},
      );
      expect([verdicts[0], verdicts[2]]).toEqual([before, after]);
    });
  }
  test("robots.askedForRobotsTxt", async () => {
    const verdicts = await verdictsBy([june({path: "/robots.txt"}), june(), july({path: "/robots.txt"}), july()], {
      changes: [{from: "2005-07", robots: {askedForRobotsTxt: false}}],
    });
    expect(verdicts).toEqual(["page-furniture", "robots", "page-furniture", "counted"]);
  });
  test("reader", async () => {
    const two = [{}, {agent: "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"}];
    const report = await reportBy([...two.map(june), ...two.map(july)], {
      changes: [{from: "2005-07", reader: {byAgent: true}}],
    });
    expect(report.measures[0]?.values.slice(0, 2)).toEqual([1, 2]);
  });
  test("double clicks", async () => {
    const {verdicts, report} = await judge([june(), june(), july(), july()], {
      changes: [{from: "2005-07", doubleClicks: {seconds: 30}}],
    });
    expect(verdicts.toSorted()).toEqual(["counted", "counted", "counted", "double-clicks"]);
    expect(report.measures.find(({id}) => id === "documents-per-day")?.values.slice(0, 2)).toEqual([2, 1]);
  });
});

test("a change ends, and what held before holds again", async () => {
  const {verdicts, report} = await judge(
    [june, july, august, september].map((month) => month({status: 206})),
    {
      changes: [{from: "2005-07", until: "2005-08", statuses: [206]}],
    },
  );
  expect(verdicts).toEqual(["not-successful", "counted", "counted", "not-successful"]);
  const notes = report.notes.filter(({id}) => id.startsWith("rules-from:"));
  expect(notes.map(({id, columns}) => [id, columns])).toEqual([
    ["rules-from:2005-07", ["2005-07"]],
    ["rules-from:2005-09", ["2005-09"]],
  ]);
  expect(notes[0]?.text).toBe(
    "From July 2005 on other rules hold: statuses with 206, without 200 and 304. What stands before it was not counted alike.",
  );
  for (const {notes: own} of report.measures) expect(own.filter((id) => id.startsWith("rules-from:"))).toEqual([]);
});

test("changes of several settings hold beside each other, and the later of one setting goes before the earlier", async () => {
  const verdicts = await verdictsBy(
    [june, july, august, september].map((month) => month({status: 206, method: "POST"})),
    {
      changes: [
        {from: "2005-08", statuses: [200]},
        {from: "2005-07", statuses: [206]},
        {from: "2005-07", until: "2005-08", methods: ["POST"]},
      ],
    },
  );
  expect(verdicts).toEqual(["not-get", "counted", "not-successful", "not-get"]);
});

test("notes say by which rule from when", async () => {
  const report = await reportBy([june(), july(), august(), september()], {
    heavyReaders: {documents: 5},
    changes: [{from: "2005-08", heavyReaders: {documents: 7}, statuses: [200]}],
  });
  const textOf = (id: string) => report.notes.find((note) => note.id === id)?.text;
  expect(textOf("not-successful")).toContain("(any status but 200 and 304; from August 2005 on any status but 200)");
  expect(textOf("heavy-readers")).toBe(
    "Left out in every month: clients that took more than 5 documents in the month, from August 2005 on 7; there were none.",
  );
});

test("a comparison across a change says so, one within the same rules does not", async () => {
  const changes = {changes: [{from: "2005-08", statuses: [200]}]};
  const lines = [june(), july(), august(), september()];
  const across = await reportBy(lines, changes, {period: "2005-08..2005-09", compare: "previous"});
  expect(across.comparison?.notes).toContain(
    "August to September 2005 and what is set beside were counted by other rules (statuses): part of the change is theirs.",
  );
  const within = await reportBy(lines, changes, {period: "2005-09", compare: "previous"});
  expect(within.comparison?.notes.join()).not.toContain("rules");
});

describe("what sets months beside each other says so where they were counted by other rules", () => {
  const days = ["2005-06", "2005-07", "2005-08", "2005-09"].flatMap((own) => daysOfMonth(own));
  /** Every month whole: a request a day that never counts. From August on what was sent in part counts, so that there are two readers. */
  const lines: Given[] = [
    ...days.map((day) => {
      const name = ["Jun", "Jul", "Aug", "Sep"][Number(day.slice(5, 7)) - 6];
      return {at: `${day.slice(8)}/${name}/2005:12:00:00 +0000`, status: 404, client: "192.0.2.99"};
    }),
    ...[june, july, august, september].flatMap((month) => [
      month({path: "/a.html"}),
      month({path: "/b.html", status: 206, client: "192.0.2.2"}),
    ]),
  ];
  const methodology = {changes: [{from: "2005-08", statuses: [200, 206]}]};
  const settings = {base: {period: "2005-06", value: 100}, smallest: 1};
  const ask = async (period: string, changed: object = methodology) => {
    const report = await reportBy(lines, changed, {period, settings, tables: "top-documents,moved"});
    const [documents] = report.tables;
    return {
      index: report.index!.notes,
      ranks: documents!.notes.filter(({id}) => id === "ranks-by-other-rules").map(({text}) => text),
      moved: report.moved.filter(({id}) => id === "readers").map(({note}) => note),
      // All requests are of one client here, which is told first.
      summary: report.summary.filter((text) => !/^(?:Nine of ten|Which field)/.test(text))[1] ?? "",
    };
  };
  const two = "The two were counted by other rules (statuses): part of the change is theirs.";

  test("a period, and that before it", async () => {
    expect(await ask("2005-08..2005-09")).toEqual({
      index: [
        "August to September 2005 and the base (June 2005) were counted by other rules (statuses): part of the change is theirs.",
      ],
      ranks: [
        "The earlier ranks (June to July 2005) were counted by other rules (statuses): part of the movement is theirs.",
      ],
      moved: [two],
      summary: "September 2005 had 2, as many as August 2005.",
    });
  });

  test("months of one period", async () => {
    const {summary, index, moved} = await ask("2005-07..2005-08");
    expect(summary).toMatch(`August 2005 had 2, 100.0% more than July 2005. ${two}`);
    expect(index[0]).toMatch(/^August 2005 and the base \(June 2005\)/);
    // There are no logs of May: the first month is set beside the last.
    expect(moved).toEqual([two]);
  });

  test("nothing where both were counted alike", async () => {
    expect(await ask("2005-07")).toMatchObject({index: [], ranks: [], moved: []});
    const never = await ask("2005-08..2005-09", {statuses: [200, 206]});
    expect(never).toEqual({index: [], ranks: [], moved: [], summary: "September 2005 had 2, as many as August 2005."});
  });
});

longTest("the hash is of the rules of the report's own months", async () => {
  const hashOf = async (methodology: object, period: string) =>
    (await reportBy([june(), july()], methodology, {period})).methodology.sha256;
  const changed = {changes: [{from: "2005-07", statuses: [200]}]};
  expect(await hashOf(changed, "2005-06")).toBe(await hashOf({}, "2005-06"));
  expect(await hashOf(changed, "2005-07")).toBe(await hashOf({statuses: [200]}, "2005-07"));
  expect(await hashOf(changed, "2005-06..2005-07")).not.toBe(await hashOf({}, "2005-06..2005-07"));
});

longTest("each alternative across a change is what --with makes of it", async () => {
  const methodology = {
    changes: [
      {from: "2005-07", robots: {askedForRobotsTxt: false}, heavyReaders: false},
      {from: "2005-08", until: "2005-08", reader: {ipv6: 128}, doubleClicks: {seconds: 5}},
    ],
  };
  const lines = [june, july, august, september].flatMap((month) => [
    month({client: "2001:db8::1"}),
    month({client: "2001:db8::2"}),
    month({client: "2001:db8::2"}),
    month({status: 206, path: "/p.pdf"}),
    month({path: "/robots.txt"}),
    month({agent: "curl/8", client: "192.0.2.7"}),
  ]);
  const settings = {smallest: 1};
  const report = await reportBy(lines, methodology, {hasRanges: true, settings});
  for (const {id} of rowsOf(report.ranges!.alternatives, 1)) {
    const other = await reportBy(lines, methodology, {with: [id], settings});
    const want = other.measures.map(({values, total}) => [...values, total]);
    const got = report.ranges!.measures.map(({alternatives}) => {
      const own = alternatives.find((one) => one.id === id)!;
      return [...own.values, own.total];
    });
    expect([id, got]).toEqual([id, want]);
  }
});

test("stretches cover all time without a gap", () => {
  const changes = [
    {from: "2005-07", until: "2005-08", statuses: [206]},
    {from: "2006-01", methods: ["POST"]},
  ];
  const config = parseConfig(JSON.stringify({publication: "The Example Press", methodology: {changes}}));
  const {stretches} = resolveMethodology({config, folder: "nowhere", key: ""});
  expect(
    stretches.map(({from, until, methodology}) => [from, until, methodology.statuses[0], methodology.methods[0]]),
  ).toEqual([
    [null, "2005-06", 200, "GET"],
    ["2005-07", "2005-08", 206, "GET"],
    ["2005-09", "2005-12", 200, "GET"],
    ["2006-01", null, 200, "POST"],
  ]);
});
