import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parsePeriod} from "../../src/base/period.ts";
import {RecordedEngine} from "../../src/engine/recording-engine.ts";
import {reportPeriod} from "../../src/operations/report/make.ts";
import type {ReportScope} from "../../src/operations/report/request.ts";
import {openSurroundings} from "../../src/operations/review/client-names.ts";
import {surveyOpen} from "../../src/operations/review/survey.ts";
import type {OpenStore} from "../../src/operations/store/judge.ts";
import {withFiles} from "../../src/operations/store/open.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {reviewJson} from "../../src/render/views/review-data.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {browser, giveKey, lineOf, logOf, run} from "../press.ts";
import {isWhole, longTest, rowsOf} from "../run/amounts.ts";

const top = mkdtempSync(join(tmpdir(), "broadsheet-at-once-"));
const folder = join(top, "press");

/** Twelve readers a month, some of whom take too much; more each month, so that no month is like another. */
function linesOf(month: string, more: number): string[] {
  return Array.from({length: 12 + more}, (_, client) =>
    Array.from({length: 3 + ((client * 5) % 9)}, (_, place) => {
      const path =
        place === 0 && client % 5 === 0 ? "/robots.txt" : `/${client % 3 ? "news" : "culture"}/${place}.html`;
      const agent = client % 4 === 0 ? `${browser} ${client}` : client === 7 ? "curl/8.5" : browser;
      const second = `${10 + client}:${place % 2 ? 20 : 21}`;
      const address = client % 3 === 1 ? `2001:db8:${client}::${place}` : `192.0.2.${client}`;
      const at = `${String(1 + client).padStart(2, "0")}/${month}/2005:12:${second} +0000`;
      return lineOf({client: address, at, path, agent, bytes: 100 * client + place, status: place === 5 ? 206 : 200});
    }),
  ).flat();
}

beforeAll(async () => {
  makeWorkspace(
    folder,
    JSON.stringify({
      publication: "The Test Press",
      smallest: 2,
      base: {period: "2005-06", value: 100},
      sections: {culture: ["/culture/"]},
      methodology: {
        heavyReaders: {documents: 7},
        blacklist: "blacklist.csv",
        changes: [{from: "2005-08", heavyReaders: {documents: 9}, statuses: [200, 206]}],
      },
    }),
  );
  giveKey(folder);
  writeFileSync(
    join(folder, "blacklist.csv"),
    "entry,from,until,reason,decided_by,decided_on\n192.0.2.3,2005-07-01,,a robot,me,2005-09-01\n",
  );
  const months = ["Jun", "Jul", "Aug", "Sep"];
  writeFileSync(join(top, "access.log"), logOf(months.flatMap((month, place) => linesOf(month, place))));
  await run(["-C", folder, "ingest", join(top, "access.log")], top);
});
afterAll(() => rmSync(top, {recursive: true, force: true}));

const plain: ReportScope = {date: "2006-01-01", compare: "none", tables: "none"};
const all: ReportScope = {...plain, compare: "previous", tables: "all"};

/** Periods and rules that share names of tables and nothing else. */
const asked: readonly (readonly [period: string, scope: ReportScope])[] = [
  ["2005-06", plain],
  ["2005-07..2005-09", {...all, hasRanges: true}],
  ["2005-07..2005-08", {...plain, hasUndecided: true}],
  ["2005-08", {...all, with: ["heavy-readers-in", "nominated-out"]}],
  ["2005-06..2005-09", {...all, methodology: "counter-5.1"}],
  ["2005-09", {...plain, hasRanges: true, methodology: "wikimedia"}],
  ["2005-07", {...all, methodology: "goaccess"}],
  ["2005-08..2005-09", plain],
];

const report = async (open: OpenStore, period: string, scope: ReportScope): Promise<string> =>
  renderJson(await reportPeriod(open, parsePeriod(period, "2006-01-01"), scope));

/** The questions that lead to a report, in their order. */
async function explain(open: OpenStore): Promise<string> {
  const engine = new RecordedEngine(open.engine);
  const text = await report({...open, engine}, "2005-07", {...plain, hasRanges: true});
  return JSON.stringify([text, engine.asked]);
}

async function review(open: OpenStore): Promise<string> {
  const surroundings = await openSurroundings(open.workspace, null);
  return reviewJson(await surveyOpen(open, parsePeriod("2005-07", "2006-01-01"), surroundings));
}

/** Everything that is asked of the store, each by itself. */
const works: readonly ((open: OpenStore) => Promise<string>)[] = [
  ...rowsOf(asked, 4).map(
    ([period, scope]) =>
      (open: OpenStore) =>
        report(open, period, scope),
  ),
  explain,
  review,
];

/** @param isRetaining May one report leave something for the next? */
function withStore<T>(use: (open: OpenStore) => Promise<T>, isRetaining = false): Promise<T> {
  const store = openStore(folder);
  return withFiles(store, use, {retained: isRetaining ? store.workspace.store.retained : null});
}

longTest(
  "reports of different periods and rules, an explanation and a review are the same at once as each alone",
  async () => {
    const alone: string[] = [];
    for (const work of works) alone.push(await withStore(work));
    expect(new Set(alone).size).toBe(works.length);
    expect(await withStore((open) => Promise.all(works.map((work) => work(open))))).toEqual(alone);
    // Some find what an earlier one left, while others leave more, so that the oldest has to go.
    for (let turn = 0; turn < (isWhole ? 2 : 1); turn++) {
      const again = await withStore((open) => Promise.all(works.map((work) => work(open))), true);
      expect(again).toEqual(alone);
    }
  },
);

test("one that fails leaves the others alone, and the engine closes", async () => {
  const found = await withStore((open) =>
    Promise.allSettled([
      report(open, "2005-07", plain),
      report(open, "2004-07", plain),
      report(open, "2005-08", {...plain, with: ["none-such"]}),
      report(open, "2005-08", plain),
    ]),
  );
  expect(found.map(({status}) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
});
