import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import type {Period} from "../../src/base/period.ts";
import type {Environment} from "../../src/cli/environment.ts";
import {askDecisions} from "../../src/cli/review/ask-decisions.ts";
import type {PersonAnswer} from "../../src/cli/review/ask-on-terminal.ts";
import {decisionPen} from "../../src/operations/review/record.ts";
import {withReverseNames} from "../../src/operations/review/reverse-names.ts";
import {surveyClients} from "../../src/operations/review/survey.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {renderReviewText} from "../../src/render/views/review.ts";
import {reviewCsv, reviewJson} from "../../src/render/views/review-data.ts";
import type {Review} from "../../src/report/review.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import {Workshop} from "../intake/workshop.ts";
import {lineOf, logOf} from "../press.ts";

const january: Period = {name: "2026-01", months: ["2026-01"]};

/** Three clients above a limit of 2, with hostile paths and agents. */
const lines = logOf(
  ["192.0.2.1", "192.0.2.2", "192.0.2.3"].flatMap((client) =>
    [0, 1, 2].map((number) =>
      lineOf({
        client,
        at: `02/Jan/2026:10:00:0${number} +0000`,
        path: `/=cmd|'/\\x1b[31m${number}`,
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) \u202eGecko/20100101 Firefox/140.0",
      }),
    ),
  ),
);

// Each test is a few runs of the program.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

let workshop: Workshop;
beforeEach(async () => {
  workshop = new Workshop("publication: P\nmethodology: {blacklist: blacklist.csv, heavyReaders: {documents: 2}}\n");
  workshop.write("a.log", lines);
  await workshop.ingest(["a.log"]);
});
afterEach(() => workshop.remove());

async function survey(): Promise<Review> {
  return (await surveyClients(openStore(workshop.folder), {period: january})).review;
}

/** Goes through the review with these answers, and gives what was asked about and what was said. */
async function answer(
  answers: readonly (PersonAnswer | Error)[],
  {isAll = false, closed = [] as string[]} = {},
): Promise<{asked: string[]; said: string; flat: string}> {
  const workspace = openWorkspace(workshop.folder);
  const review = await survey();
  const asked: string[] = [];
  let said = "";
  const stdout = {write: (text: string) => (said += text)};
  const environment = {
    stdout,
    stderr: stdout,
    env: {},
    cwd: workshop.root,
    now: () => Date.UTC(2026, 2, 1, 12),
  } as unknown as Environment;
  const pen = decisionPen({workspace, worker: "a test", now: environment.now}, {by: "A", months: ["2026-01"]});
  const waiting = answers.values();
  await askDecisions({review, closed}, pen, {isAll}, environment, async (clients) => {
    asked.push(clients.map(({entry}) => entry).join(" "));
    const next = waiting.next().value;
    if (next instanceof Error) throw next;
    return next ?? null;
  });
  return {asked, said, flat: said.replace(/\s+/g, " ")};
}

const rows = (): string[] => readFileSync(join(workshop.folder, "blacklist.csv"), "utf8").trim().split("\n").slice(1);

describe("a person is asked about each client", () => {
  test("and each decision is written at once", async () => {
    const {flat} = await answer([
      {decision: "robot", reason: "asks at night"},
      "next",
      {decision: "later", reason: ""},
    ]);
    expect(rows()).toEqual([
      "192.0.2.1,2026-01-01,,robot,asks at night,A,2026-03-01",
      "192.0.2.3,2026-01-01,,later,,A,2026-03-01",
    ]);
    expect(flat).toContain("Written to press/blacklist.csv: 192.0.2.1 is a robot, from 2026-01-01 on, decided by A.");
    expect(flat).toContain("2 decisions written. 2 clients are undecided. Go on with broadsheet review 2026-01.");
  });

  test("whoever quits goes on with the rest", async () => {
    await answer([{decision: "robot", reason: "x"}, null]);
    const {asked} = await answer([null]);
    expect(asked).toEqual(["192.0.2.2"]);
    expect(rows()).toHaveLength(1);
  });

  test("whoever is cut off in the middle of an answer has lost nothing", async () => {
    const cut = answer([
      {decision: "robot", reason: "x"},
      {decision: "reader", reason: "y"},
      new Error("the line is gone"),
    ]);
    await expect(cut).rejects.toThrow("the line is gone");
    expect(rows()).toHaveLength(2);
    expect((await answer([null])).asked).toEqual(["192.0.2.3"]);
  });

  test("those that are decided are asked about where it is wanted, and the answer revises", async () => {
    await answer([{decision: "robot", reason: "x"}, null]);
    const {asked} = await answer([{decision: "reader", reason: "a school"}, null], {isAll: true});
    expect(asked).toEqual(["192.0.2.1", "192.0.2.2"]);
    expect(rows().at(-1)).toBe("192.0.2.1,2026-01-01,,reader,a school,A,2026-03-01T12:00:00Z");
  });

  test("not about a month that is closed", async () => {
    const {asked, said} = await answer([], {closed: ["2026-01"]});
    expect(asked).toEqual([]);
    expect(said).toContain("January 2026 is closed: nothing is decided about it any more.");
  });

  test("and a decision ends before the next month that is closed", async () => {
    await answer([{decision: "robot", reason: "x"}, null], {closed: ["2026-03"]});
    expect(rows()).toEqual(["192.0.2.1,2026-01-01,2026-02-28,robot,x,A,2026-03-01"]);
  });

  test("where the blacklist cannot be written, that is said, and nothing is there", async () => {
    writeFileSync(join(workshop.folder, "blacklist.csv"), "entry,from,until,reason,decided_by,decided_on\n");
    const workspace = openWorkspace(workshop.folder);
    const pen = decisionPen({workspace, worker: "a test", now: () => 0}, {by: "A", months: ["2026-01"]});
    writeFileSync(join(workshop.folder, "blacklist.csv"), "damage");
    const written = pen.write([{entry: "192.0.2.1", decision: "robot", reason: "x", from: null, until: null}]);
    await expect(written).rejects.toMatchObject({code: "BLACKLIST_REFUSED"});
  });
});

describe("the figures that are shown follow the decisions of the same sitting", () => {
  test("a reader more is a reader more in what is shown next", async () => {
    const {said} = await answer([{decision: "reader", reason: "a school"}, null]);
    const shown = said.split("\n").filter((line) => line.includes("Distinct users"));
    // Before: all three are left out. After the first is a reader: one, and two if the second is, too.
    expect(shown.map((line) => line.match(/\d+/g)!.map(Number))).toEqual([
      [0, 0, 1],
      [1, 1, 2],
    ]);
  });
});

describe("reverse names", () => {
  test("are asked for addresses alone, and one that does not answer is none", async () => {
    const review = await survey();
    const asked: string[] = [];
    const named = await withReverseNames(review, async (address) => {
      asked.push(address);
      if (address === "192.0.2.2") throw new Error("ENOTFOUND");
      return [`${address}.\x1b[31mexample.org`];
    });
    expect(asked.toSorted()).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.3"]);
    expect(named.clients.map(({reverseName}) => reverseName)).toEqual([
      "192.0.2.1.\x1b[31mexample.org",
      null,
      "192.0.2.3.\x1b[31mexample.org",
    ]);
    expect(renderReviewText(named, {width: 80, color: false})).toContain("192.0.2.1 · 192.0.2.1.\\x1b[31mexample.org");
  });

  test("are not asked for by itself", async () => {
    expect((await survey()).clients.every(({reverseName}) => reverseName === null)).toBe(true);
  });
});

test("text from strangers does nothing in any output", async () => {
  const review = await survey();
  for (const text of [renderReviewText(review, {width: 80, color: false}), reviewCsv(review, []), reviewJson(review)]) {
    expect(text.replace(/[\r\n]/g, "")).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  }
  expect(existsSync(join(workshop.root, "calc"))).toBe(false);
});

test("lines of the text are no wider than the terminal", async () => {
  const review = await survey();
  for (const line of renderReviewText(review, {width: 80, color: false}).split("\n")) {
    expect([...line].length).toBeLessThanOrEqual(80);
  }
});
