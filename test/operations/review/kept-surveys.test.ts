import {appendFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import type {Period} from "../../../src/base/period.ts";
import {closeMonths} from "../../../src/operations/review/close.ts";
import {decideAbout} from "../../../src/operations/review/decide.ts";
import {clientsLike, groupsOf} from "../../../src/operations/review/groups.ts";
import {KeptSurveys} from "../../../src/operations/review/kept-surveys.ts";
import {lastReasons} from "../../../src/operations/review/reasons.ts";
import {decisionPen} from "../../../src/operations/review/record.ts";
import {type Surveyed, surveyClients} from "../../../src/operations/review/survey.ts";
import {planUndo} from "../../../src/operations/review/undo.ts";
import {openStore, type Store} from "../../../src/operations/store/store.ts";
import {effectsOf, isUndecided} from "../../../src/report/review.ts";
import {Workshop} from "../../intake/workshop.ts";
import {lineOf, logOf} from "../../press.ts";
import {longTest} from "../../run/amounts.ts";

// Each test surveys several times.
vi.setConfig({testTimeout: 120_000, hookTimeout: 120_000});

const period: Period = {name: "2026-01", months: ["2026-01"]};

function taking(client: string, documents: number, agent: string): string[] {
  return Array.from({length: documents}, (_, number) =>
    lineOf({client, at: `02/Jan/2026:10:00:0${number} +0000`, path: `/${number}.html`, bytes: 1_000_000, agent}),
  );
}

const [fox, safari] = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
];

/** Above a limit of 2: four clients, of which two are of one network, three of one agent. Below it: one. 14 documents in all. */
const lines = logOf([
  ...taking("192.0.2.1", 4, fox),
  ...taking("192.0.2.2", 3, safari),
  ...taking("198.51.100.7", 3, fox),
  ...taking("2001:db8:0:5::1", 3, fox),
  ...taking("203.0.113.9", 1, safari),
]);

let workshop: Workshop;
let store: Store;
let kept: KeptSurveys;
beforeEach(async () => {
  workshop = new Workshop("publication: P\nmethodology: {heavyReaders: {documents: 2}}\n");
  workshop.write("a.log", lines);
  await workshop.ingest(["a.log"]);
  reopen();
  kept = new KeptSurveys();
});
afterEach(() => workshop.remove());

function reopen(): void {
  store = openStore(workshop.folder, {now: () => Date.UTC(2026, 2, 1, 12)});
}

async function decide(surveyed: Surveyed, entries: readonly string[], decision: "robot" | "reader" | "later") {
  const pen = decisionPen(store, {by: "A", months: period.months});
  const after = await decideAbout(surveyed, {entries, decision, reason: "why"}, pen);
  reopen();
  return after;
}

function readersOf({review}: Pick<Surveyed, "review">): number {
  return review.spans[0]!.counts.readers;
}

describe("a survey that is kept", () => {
  test("has what was decided meanwhile worked in, as if it were made again", async () => {
    expect(await kept.find(store, {period})).toBeNull();
    const first = await kept.make(store, {period});
    // The limit leaves out the four; the one below it counts.
    expect(readersOf(first)).toBe(1);
    const after = await decide(first, ["192.0.2.1", "2001:db8:0:5::/64"], "reader");
    const found = (await kept.find(store, {period}))!;
    expect(readersOf(found)).toBe(3);
    expect(readersOf(after)).toBe(3);
    expect(found.review.spans[0]!.counts).toEqual({readers: 3, documents: 8, bytes: 8_000_000});
    expect(found).toMatchObject(await surveyClients(store, {period}));
    await decide(found, ["192.0.2.1"], "robot");
    const pen = decisionPen(store, {by: "B", months: period.months});
    await pen.write(
      planUndo(store.workspace, {entry: "2001:db8:0:5::/64", months: period.months, closed: [], reason: "x"}),
    );
    const last = (await kept.find(store, {period}))!;
    expect(readersOf(last)).toBe(1);
    expect(last).toMatchObject(await surveyClients(store, {period}));
  });

  longTest("is what a new one would be, whatever is decided and taken back", async () => {
    const entries = ["192.0.2.1", "192.0.2.2", "198.51.100.7", "2001:db8:0:5::/64"];
    const act = fc.record({
      entries: fc.uniqueArray(fc.constantFrom(...entries), {minLength: 1}),
      decision: fc.constantFrom("robot", "reader", "developer", "later", "undo" as const),
    });
    await kept.make(store, {period});
    await fc.assert(
      fc.asyncProperty(fc.array(act, {minLength: 1, maxLength: 5}), async (acts) => {
        const pen = decisionPen(store, {by: "A", months: period.months});
        for (const {entries: meant, decision} of acts) {
          const found = (await kept.find(store, {period}))!;
          if (decision !== "undo") await decideAbout(found, {entries: meant, decision, reason: "why"}, pen);
          const request = {entry: meant[0]!, months: period.months, closed: [], reason: "back"};
          if (decision === "undo" && found.review.clients.some((one) => one.entry === meant[0] && !isUndecided(one))) {
            await pen.writePlanned(() => planUndo(store.workspace, request));
          }
          reopen();
        }
        expect(await kept.find(store, {period})).toMatchObject(await surveyClients(store, {period}));
      }),
      {seed: 2005, numRuns: 8},
    );
  });

  test.each<[string, () => unknown]>([
    ["more logs are read", () => workshop.ingest([workshop.write("b.log", logOf(taking("192.0.2.9", 4, fox)))])],
    ["the month is closed", () => closeMonths(store, period)],
    ["somebody decides about a client that is not listed", () => appendRow("203.0.113.9,,,robot,x,A,2026-03-01")],
    ["somebody lists a network", () => appendRow("203.0.113.0/24,,,robot,x,A,2026-03-01")],
    ["a decision holds for some of its days", () => appendRow("192.0.2.2,2026-01-10,,reader,x,A,2026-03-01")],
    ["a rule changes", () => writeFileSync(join(workshop.folder, "broadsheet.yaml"), withLimit(3))],
  ])("is not given any more once %s", async (_, change) => {
    beginBlacklist();
    await kept.make(store, {period});
    expect(await kept.find(store, {period})).not.toBeNull();
    await change();
    reopen();
    expect(await kept.find(store, {period})).toBeNull();
  });

  test("rows that contradict each other are told of, and nothing else", async () => {
    beginBlacklist();
    await kept.make(store, {period});
    appendRow("192.0.2.1,,,robot,x,A,2026-03-01\n192.0.2.1,,,reader,x,B,2026-03-01");
    await expect(kept.find(store, {period})).rejects.toMatchObject({code: "BLACKLIST_REFUSED"});
  });

  test("goes when others are asked for, the one that was not asked for the longest first", async () => {
    const few = new KeptSurveys({mostClients: 5});
    const asked = [{period}, {period, site: undefined, owners: undefined}];
    await few.make(store, asked[0]!);
    const two = {period: {name: "2026-01..2026-02", months: ["2026-01", "2026-02"]}};
    await few.make(store, two);
    expect(await few.find(store, asked[1]!)).toBeNull();
    expect(await few.find(store, two)).not.toBeNull();
    few.forget();
    expect(await few.find(store, two)).toBeNull();
  });
});

const withLimit = (documents: number): string =>
  `publication: P\nmethodology: {blacklist: blacklist.csv, heavyReaders: {documents: ${documents}}}\n`;

function beginBlacklist(): void {
  writeFileSync(join(workshop.folder, "broadsheet.yaml"), withLimit(2));
  writeFileSync(join(workshop.folder, "blacklist.csv"), "");
  appendRow("entry,from,until,decision,reason,decided_by,decided_on");
  reopen();
}

function appendRow(row: string): void {
  appendFileSync(join(workshop.folder, "blacklist.csv"), `${row}\n`);
}

test("a survey that nobody asks for is forgotten, with the addresses in it", async () => {
  const hasty = new KeptSurveys({idleMs: 1});
  await hasty.make(store, {period});
  await new Promise((done) => setTimeout(done, 20));
  expect(await hasty.find(store, {period})).toBeNull();
});

describe("clients that are alike", () => {
  test("are decided about at once, a row each, and the figures say what that does", async () => {
    const surveyed = await surveyClients(store, {period});
    const {review} = surveyed;
    const said = groupsOf(review).map(({by, clients}) => [by, clients.map(({entry}) => entry).toSorted()]);
    expect(said).toEqual([
      ["grounds", ["192.0.2.1", "192.0.2.2", "198.51.100.7", "2001:db8:0:5::/64"]],
      ["agent", ["192.0.2.1", "198.51.100.7", "2001:db8:0:5::/64"]],
      ["network", ["192.0.2.1", "192.0.2.2"]],
    ]);
    const one = review.clients.find(({entry}) => entry === "192.0.2.1")!;
    const alike = clientsLike(review, one, "agent");
    const spans = alike.map(({spans: [span]}) => span!);
    // One reader of one document a day of 31 counts now; the three took 10 documents of a megabyte.
    expect(effectsOf(review.spans[0]!, spans)).toEqual({
      now: {readers: 1, megabytesPerDay: 1, documentsPerDay: 1},
      leftOut: {readers: 1, megabytesPerDay: 1, documentsPerDay: 1},
      asReader: {readers: 4, megabytesPerDay: 11, documentsPerDay: 11},
    });
    const after = await decide(
      surveyed,
      alike.map(({entry}) => entry),
      "reader",
    );
    expect(readersOf(after)).toBe(4);
    expect(clientsLike(after.review, one, "agent")).toEqual([]);
    expect(groupsOf(after.review)).toEqual([]);
  });
});

describe("a decision is refused, and nothing is written,", () => {
  test.each([
    ["of a client that is not listed", {entries: ["192.0.2.1", "203.0.113.9"], reason: "x"}, []],
    ["without a reason", {entries: ["192.0.2.1"], reason: "  "}, []],
    ["of a closed month", {entries: ["192.0.2.1"], reason: "x"}, ["2026-01"]],
  ])("%s", async (_, {entries, reason}, closed) => {
    const {review} = await surveyClients(store, {period});
    const pen = decisionPen(store, {by: "A", months: period.months});
    const made = decideAbout({review, closed}, {entries, decision: "robot", reason}, pen);
    await expect(made).rejects.toMatchObject({code: "DECISIONS_REFUSED"});
    reopen();
    expect(store.workspace.config.methodology.blacklist).toBeUndefined();
  });
});

test("the last five reasons are offered, the newest first, each once", () => {
  const {folder} = workshop;
  expect(lastReasons(store.workspace, period.months)).toEqual([]);
  writeFileSync(join(folder, "broadsheet.yaml"), withLimit(2));
  const rows = ["one", "two", "", "three", "two", "four", "five", "six", "four"].map(
    (reason) => `192.0.2.1,,,,${reason},A,`,
  );
  writeFileSync(
    join(folder, "blacklist.csv"),
    ["entry,from,until,decision,reason,decided_by,decided_on", ...rows, ""].join("\n"),
  );
  reopen();
  expect(lastReasons(store.workspace, period.months)).toEqual(["four", "six", "five", "two", "three"]);
});
