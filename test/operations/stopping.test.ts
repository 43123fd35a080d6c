import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, expect, test} from "vitest";
import {parsePeriod} from "../../src/base/period.ts";
import {checkWorkspace} from "../../src/operations/check/check-workspace.ts";
import {ingestLogs} from "../../src/operations/ingest.ts";
import type {Notice} from "../../src/operations/notice.ts";
import {restatePeriods} from "../../src/operations/publish/restate.ts";
import {reportPeriod} from "../../src/operations/report/make.ts";
import {makeReport} from "../../src/operations/report/make-report.ts";
import {withStore} from "../../src/operations/store/open.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {renderJson as reportJson} from "../../src/report/json/report.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const manyLines = 60_000;

/** So many times as many lines. A day has no more seconds to tell lines by, so that some stand there again. */
function linesOf(times: number, place = 0): string {
  return linesFrom(place * 20_000, 20_000).repeat(3 * times);
}

/** Four logs, each of its own lines. */
function writeLogs(): string[] {
  return [0, 1, 2, 3].map((place) => workshop.write(`access-${place}.log`, linesOf(1, place)));
}

/** What is at work in the store, or was left of it. */
function unfinished(): string[] {
  return [
    ...readdirSync(workshop.store.work),
    ...readdirSync(workshop.store.folder).filter((name) => name.startsWith("spill")),
  ];
}

async function faultsOf(): Promise<unknown[]> {
  return (await checkWorkspace(workshop.folder, Date.now())).flatMap(({faults}) => faults);
}

longTest(
  "an ingest that is stopped keeps each file whole or not at all, says what counts, and can be done again",
  async () => {
    const logs = writeLogs();
    const stopping = new AbortController();
    let done = 0;
    const notice = ({about}: Notice): void => {
      if (about === "input") done++;
      stopping.abort();
    };
    const store = openStore(workshop.folder);
    const stopped = ingestLogs(store, {logs}, {listener: {notice}, signal: stopping.signal});
    await expect(stopped).rejects.toMatchObject({
      code: "ABORTED",
      message: expect.stringMatching(/^reading was stopped: [12] files? with /),
    });
    const kept = workshop.inputs();
    expect(kept.length).toBe(done);
    expect(kept.length).toBeLessThan(4);
    expect(kept.map(({lines}) => lines)).toEqual(kept.map(() => manyLines));
    expect(unfinished()).toEqual([]);
    expect(await faultsOf()).toEqual([]);
    const again = await ingestLogs(store, {logs});
    expect(again.lines).toBe((4 - done) * manyLines);
    expect(workshop.inputs()).toHaveLength(4);
  },
);

test("an ingest that is stopped within its first file has read nothing", async () => {
  const logs = [workshop.write("access.log", linesOf(4))];
  const stopping = new AbortController();
  const store = openStore(workshop.folder);
  setTimeout(() => stopping.abort(), 300);
  await expect(ingestLogs(store, {logs}, {signal: stopping.signal})).rejects.toMatchObject({
    code: "ABORTED",
    message: "reading was stopped before a file was read to its end; nothing of it counts",
  });
  expect(workshop.inputs()).toEqual([]);
  expect(unfinished()).toEqual([]);
});

test("a report that is stopped changes nothing, and the next one is made", async () => {
  const store = openStore(workshop.folder);
  await ingestLogs(store, {logs: [workshop.write("access.log", linesFrom(0, 2000))]});
  const period = parsePeriod("2026-02", "2026-03-01");
  const scope = {date: null, tables: "none"};
  const stopping = new AbortController();
  const stopped = withStore(
    store,
    (open) => {
      setImmediate(() => stopping.abort());
      return reportPeriod(open, period, scope);
    },
    stopping.signal,
  );
  await expect(stopped).rejects.toMatchObject({code: "ABORTED"});
  expect(unfinished()).toEqual([]);
  const report = await withStore(store, (open) => reportPeriod(open, period, scope));
  expect(report.measures.length).toBeGreaterThan(0);
  expect(await faultsOf()).toEqual([]);
});

test("of eight reports at once the one that is stopped is stopped, and the others are as they are alone", async () => {
  const store = openStore(workshop.folder);
  await ingestLogs(store, {logs: [workshop.write("access.log", linesFrom(0, 500))]});
  const make = async (signal?: AbortSignal): Promise<string> =>
    reportJson(await makeReport(store, {period: "2026-02", tables: "none"}, {signal}));
  const alone = await make();
  const stopping = new AbortController();
  const all = Promise.allSettled(
    [0, 1, 2, 3, 4, 5, 6, 7].map((place) => make(place === 3 ? stopping.signal : undefined)),
  );
  setImmediate(() => stopping.abort());
  const ends = await all;
  expect(ends[3]).toMatchObject({
    reason: {code: "ABORTED", message: "the report was stopped before it was made; nothing was changed"},
  });
  expect(ends.toSpliced(3, 1)).toEqual(Array(7).fill({status: "fulfilled", value: alone}));
  expect(unfinished()).toEqual([]);
});

longTest("a restatement that is stopped leaves what was published as it was, and the next one is made", async () => {
  const store = openStore(workshop.folder);
  await ingestLogs(store, {logs: [workshop.write("access.log", linesFrom(0, 2000))]});
  expect((await workshop.run("publish", "2026-02", "--accept", "a test", "--quiet")).status).toBe(0);
  const published = (): string => readFileSync(join(workshop.folder, "published/2026-02/report.json"), "utf8");
  const before = published();
  const stopping = new AbortController();
  setImmediate(() => stopping.abort());
  await expect(restatePeriods(store, [], {signal: stopping.signal})).rejects.toMatchObject({
    code: "ABORTED",
    message: "the comparison was stopped; nothing was changed",
  });
  expect(published()).toBe(before);
  expect(unfinished()).toEqual([]);
  expect((await restatePeriods(store)).map(({moved}) => moved)).toEqual([[]]);
});

longTest("whoever waits for another can stop waiting", async () => {
  const store = openStore(workshop.folder);
  const stopping = new AbortController();
  const logs = [workshop.write("access.log", linesOf(2))];
  const first = ingestLogs(store, {logs});
  const waiting = (): void => stopping.abort();
  await expect(ingestLogs(store, {logs}, {listener: {waiting}, signal: stopping.signal})).rejects.toMatchObject({
    code: "ABORTED",
  });
  expect((await first).lines).toBe(manyLines * 2);
});

test.skipIf(process.platform === "win32")(
  "Ctrl-C at a terminal stops an ingest, and says so in one sentence",
  async () => {
    const log = workshop.write("access.log", linesOf(6));
    const {process: child, done} = workshop.start(["ingest", log]);
    while (child.exitCode === null && unfinished().length < 2) await sleep(5);
    child.kill("SIGINT");
    const {status, stderr} = await done;
    expect(stderr).toMatch(/^error ABORTED: reading was stopped .*\n {2}help {2}run the same command again/m);
    expect(status).toBe(130);
    expect(unfinished()).toEqual([]);
    expect(workshop.inputs()).toEqual([]);
  },
);
