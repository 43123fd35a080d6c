import fc from "fast-check";
import {expect, test} from "vitest";
import {stepAbove} from "../../src/report/outwards.ts";
import type {Report} from "../../src/report/report.ts";
import {browser, lineOf, logOf, type Press, reportPress} from "../press.ts";
import {amount, longTest, rowsOf} from "../run/amounts.ts";

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
/** Only isbot knows it: the last word gives it away. */
const opera = "Opera/9.80 (Windows NT 6.1; U; en) Presto/2.10.229 Version/11.61";

const log = [
  lineOf({client: "192.0.2.1", path: "/a"}),
  // Two browsers at one address.
  lineOf({client: "192.0.2.1", path: "/b", agent: opera}),
  // One household, two addresses; and its neighbour in the same /48.
  lineOf({client: "2001:db8:1:2::1", path: "/a"}),
  lineOf({client: "2001:db8:1:2::2", path: "/a"}),
  lineOf({client: "2001:db8:1:3::1", path: "/a"}),
  // Above the limit of three documents.
  ...["/1", "/2", "/3", "/4"].map((path) => lineOf({client: "192.0.2.2", path, bytes: 1_000_000})),
  // Asked for /robots.txt.
  lineOf({client: "192.0.2.3", path: "/robots.txt"}),
  lineOf({client: "192.0.2.3", path: "/a"}),
  lineOf({client: "192.0.2.4", path: "/a", agent: googlebot}),
  // A part of a document.
  lineOf({client: "192.0.2.5", path: "/c", status: 206}),
  // An agent of fewer than 25 characters.
  lineOf({client: "192.0.2.6", path: "/a", agent: "Opera/9.80 (X11; U; en)"}),
];

async function reportOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const settings = {places: false, smallest: 1, ...press.settings};
  const methodology = {heavyReaders: {documents: 3}, ...press.methodology};
  const given = {logs: {"access.log": logOf(lines)}, period: "2005-07", ...press, settings, methodology};
  return reportPress(given);
}

function totalOf({measures}: Report, id: string): number | null {
  return measures.find((one) => one.id === id)!.total;
}

// As reported: 192.0.2.1, the household, its neighbour and 192.0.2.6; 6 documents.
for (const [id, readers, documents] of rowsOf(
  [
    ["heavy-readers-in", 5, 10],
    ["nominated-out", 3, 5],
    ["asked-for-robots-txt-in", 5, 7],
    ["by-agent", 5, 6],
    ["ipv6-by-128", 5, 6],
    ["ipv6-by-48", 3, 6],
    ["partial-in", 5, 7],
  ] as const,
  3,
)) {
  test(`${id}: ${readers} readers of ${documents} documents`, async () => {
    const report = await reportOf(log, {with: [id]});
    expect(totalOf(report, "readers")).toBe(readers);
    // One day is covered.
    expect(totalOf(report, "documents-per-day")).toBe(documents);
  });
}

test("the range of a figure holds it and what each alternative gives, and says which moves it most", async () => {
  const {ranges, measures} = await reportOf(log, {hasRanges: true});
  expect(measures[0]).toMatchObject({id: "readers", total: 4});
  expect(ranges!.measures[0]).toMatchObject({id: "readers", low: [3], high: [5], totalLow: 3, totalHigh: 5});
  // 4 million bytes more where there were 6.
  expect(ranges!.sentences[1]).toContain("times as much (if all heavy readers are people).");
  expect(ranges!.sentences[0]).toBe(
    "Distinct users: between 3 (if every client that may be a robot is one) and 5 (if all heavy readers are people).",
  );
});

longTest("each alternative of a range can be had as the report itself, with the same figures", async () => {
  const {ranges} = await reportOf(log, {hasRanges: true});
  for (const [place, {id}] of rowsOf([...ranges!.alternatives.entries()], 2)) {
    const report = await reportOf(log, {with: [id]});
    const totals = ranges!.measures.map(({alternatives}) => alternatives[place]!.total);
    expect([id, report.measures.map(({total}) => total)]).toEqual([id, totals]);
  }
});

for (const [id, methodology] of rowsOf(
  [
    ["heavy-readers-in", {heavyReaders: false}],
    ["asked-for-robots-txt-in", {robots: {lists: ["isbot", "crawler-user-agents"], askedForRobotsTxt: false}}],
    ["isbot-in", {robots: {lists: ["crawler-user-agents"]}}],
    ["nominated-out", {robots: {lists: ["isbot", "crawler-user-agents"], nominated: true}}],
    ["by-agent", {reader: {byAgent: true}}],
    ["ipv6-by-128", {reader: {ipv6: 128}}],
    ["ipv6-by-48", {reader: {ipv6: 48}}],
    ["partial-in", {statuses: [200, 304, 206]}],
  ] as const,
  3,
)) {
  test(`${id} is what the setting ${JSON.stringify(methodology)} gives`, async () => {
    const base = {robots: {lists: ["isbot", "crawler-user-agents"]}};
    const [asked, set] = [
      await reportOf(log, {with: [id], methodology: base}),
      await reportOf(log, {methodology: {...base, ...methodology}}),
    ];
    expect(asked.measures).toEqual(set.measures);
    expect(asked.account).toEqual(set.account);
    expect(asked.methodology.sha256).toBe(set.methodology.sha256);
  });
}

/** Of few clients, so that each alternative moves some logs and leaves others. */
const anyLine = fc
  .record({
    client: fc.constantFrom("192.0.2.1", "192.0.2.2", "2001:db8:1:2::1", "2001:db8:1:2::9", "2001:db8:1:3::1"),
    at: fc.constantFrom("05/Jul/2005:12:00:00 +0000", "05/Aug/2005:12:00:00 +0000"),
    path: fc.constantFrom("/", "/a", "/b", "/c", "/robots.txt", "/x.gif"),
    status: fc.constantFrom(200, 200, 200, 206, 404),
    agent: fc.constantFrom(browser, opera, googlebot, "Opera/9.80 (X11; U; en)", "curl/8.5.0"),
  })
  .map(lineOf);

test("any log: every range contains its figure, month by month and for the period", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, {minLength: 1, maxLength: 60}), async (lines) => {
      const {measures, ranges} = await reportOf(lines, {hasRanges: true, period: "2005-07..2005-08"});
      for (const [index, {values, total}] of measures.entries()) {
        const {low, high, totalLow, totalHigh} = ranges!.measures[index]!;
        for (const [month, value] of [...values, total].entries()) {
          const [least, most] = [[...low, totalLow][month]!, [...high, totalHigh][month]!];
          if (value === null) expect([least, most]).toEqual([null, null]);
          else expect(value >= least && value <= most).toBe(true);
        }
      }
    }),
    {seed: 2005, numRuns: amount({few: 1, all: 15})},
  );
});

test("any log: what an alternative gives in a range is what a report by its rules says, whether it moves anything or not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, {minLength: 1, maxLength: 12}), fc.nat(), async (lines, pick) => {
      const period = "2005-07..2005-08";
      const {ranges} = await reportOf(lines, {hasRanges: true, period});
      const place = pick % ranges!.alternatives.length;
      const {measures} = await reportOf(lines, {with: [ranges!.alternatives[place]!.id], period});
      const own = ranges!.measures.map(({id, alternatives}) => [id, alternatives[place]!.total]);
      expect(own).toEqual(measures.map(({id, total}) => [id, total]));
    }),
    {seed: 2005, numRuns: amount({few: 2, all: 60})},
  );
});

test("robots that are people otherwise are in no table of robots", async () => {
  const press = {tables: "robots", settings: {places: false}};
  const keysOf = ({tables}: Report): string[] => tables.find(({id}) => id === "robots")!.rows.map(({key}) => key);
  expect(keysOf(await reportOf(log, press)).sort()).toEqual(["Asked for /robots.txt", "Googlebot"]);
  expect(keysOf(await reportOf(log, {...press, with: ["asked-for-robots-txt-in"]}))).toEqual(["Googlebot"]);
});

test("an alternative that is none is refused with the nearest", async () => {
  await expect(reportOf(log, {with: ["heavy-reader-in"]})).rejects.toMatchObject({
    code: "COMMAND_UNKNOWN",
    help: "write heavy-readers-in",
  });
});

test("a range that one reader would move is rounded outwards, and the alternative has no value", async () => {
  const {measures, ranges} = await reportOf(log, {hasRanges: true, settings: {smallest: 10}});
  const byId = new Map(ranges!.measures.map((one) => [one.id, one]));
  const heavy = ranges!.alternatives.findIndex(({id}) => id === "heavy-readers-in");
  // One reader more: ten are told. Of 6 files 4 more would be 10: 5 more are told.
  expect(byId.get("readers")).toMatchObject({low: [0], high: [14], isTotalAtLeast: true, isTotalAtMost: true});
  expect(byId.get("documents-per-day")).toMatchObject({high: [11], totalHigh: 11, isTotalAtMost: true});
  for (const id of ["readers", "documents-per-day", "documents-per-reader", "megabytes-per-day"]) {
    expect([id, byId.get(id)!.alternatives[heavy]!.total]).toEqual([id, null]);
  }
  expect(measures[0]).toMatchObject({id: "readers", total: 4});
  expect(ranges!.sentences[0]).toContain("and at most 14 (if all heavy readers are people).");
  expect(ranges!.sentences.at(-1)).toBe(ranges!.reason);
  expect(ranges!.reason).toContain("fewer than 10 users");
});

test("the next 1, 2 or 5 with noughts is always more, and never more than two and a half times as much", () => {
  for (const [difference, step] of [
    [1, 2],
    [4, 5],
    [5, 10],
    [200, 500],
    [1000, 2000],
    [0.1, 0.2],
    [0.0034, 0.005],
  ] as const) {
    expect(stepAbove(difference)).toBe(step);
  }
  fc.assert(
    fc.property(fc.double({min: 1e-6, max: 1e12, noNaN: true}), (difference) => {
      const step = stepAbove(difference);
      expect(step > difference && step <= difference * 2.5 * (1 + 1e-9)).toBe(true);
    }),
  );
});
