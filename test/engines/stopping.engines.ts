import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {UserError} from "../../src/base/error.ts";
import {ingestLogs} from "../../src/operations/ingest.ts";
import type {Notice} from "../../src/operations/notice.ts";
import {makeReport} from "../../src/operations/report/make-report.ts";
import {clusterOf} from "../../src/operations/store/cluster.ts";
import {withCatalogue} from "../../src/operations/store/open.ts";
import {setupCluster} from "../../src/operations/store/setup.ts";
import {openStore, type Store} from "../../src/operations/store/store.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {ClusterConfig} from "../../src/workspace/config/engine.ts";
import {lineOf, linesFrom, Workshop} from "../intake/workshop.ts";
import {otherEngines} from "./engines.ts";

/*
 * Work on a cluster that is stopped leaves the cluster whole and says what was done: other machines need not wait for this one, no
 * table of a report is left, and what else goes on in the process goes on.
 */

const linesEach = 20_000;

for (const engine of otherEngines) {
  describe.skipIf(!engine.isThere)(engine.name, () => {
    let servers: Awaited<ReturnType<typeof engine.start>> & {ask(sql: string, place?: number): Promise<string>};
    const presses: Workshop[] = [];
    const shards = engine.name.includes("two shards") ? [0, 1] : [0];

    beforeAll(async () => {
      servers = (await engine.start()) as typeof servers;
    });
    afterAll(async () => {
      for (const press of presses) press.remove();
      await servers?.stop();
    });

    /** A workspace whose cluster is set up, and its files beside it. */
    async function setUp(database: string): Promise<{press: Workshop; store: Store}> {
      const press = new Workshop(JSON.stringify({publication: "The Press", engine: servers.settings(database)}));
      presses.push(press);
      const store = openStore(press.folder);
      await setupCluster(store);
      return {press, store};
    }

    /** Who holds the lock of the journal, or waits for it? */
    async function holders(database: string): Promise<string> {
      const left = `select id from ${database}.event where kind in ('leave', 'broken')`;
      return servers.ask(`select count() from ${database}.event where kind = 'wish' and id not in (${left})`);
    }

    /** What reports have made and not taken away, on all servers. */
    async function tablesLeft(database: string): Promise<string[]> {
      const sql = `select name from system.tables where database = '${database}' and name like 'run_%' format TSV`;
      const found = await Promise.all(shards.map((shard) => servers.ask(sql, shard)));
      return found.flatMap((names) => names.split("\n").filter((name) => name !== ""));
    }

    test("an ingest that is stopped counts each file whole or not at all, says which count, and holds up nobody", async () => {
      const {press, store} = await setUp("stopped_ingest");
      const logs = [0, 1, 2, 3].map((place) => press.write(`${place}.log`, linesFrom(place * linesEach, linesEach)));
      const counted = (): Promise<number[]> =>
        withCatalogue(store, (catalogue) => catalogue.inputs().map(({lines}) => lines));
      let before = 0;
      // At the beginning, on the way, while it is entered, and when the first is told.
      for (const moment of ["at once", 150, 400, "begin", "wish", "input"] as const) {
        const stopping = new AbortController();
        let told = 0;
        const notice = ({about}: Notice): void => {
          if (about !== "input") return;
          told++;
          if (moment === "input") stopping.abort();
        };
        let isOver = false;
        const ended = ingestLogs(store, {logs}, {listener: {notice}, signal: stopping.signal}).then(
          () => null,
          (fault: unknown) => fault as UserError,
        );
        void ended.then(() => (isOver = true));
        const events = `select count() from stopped_ingest.event where kind = '${moment}'`;
        const known = typeof moment === "string" ? await servers.ask(events) : "";
        if (moment === "at once") stopping.abort();
        else if (typeof moment === "number") await sleep(moment);
        else if (moment !== "input") while (!isOver && (await servers.ask(events)) === known) await sleep(2);
        if (moment !== "input") stopping.abort();
        const fault = await ended;
        const now = await counted();
        expect(now.every((lines) => lines === linesEach)).toBe(true);
        if (fault !== null) {
          expect(fault).toMatchObject({code: "ABORTED"});
          // Those that were read before are told and add nothing.
          const added = now.length - before;
          const sentence = /with ([\d,]+) new lines count/.exec(fault.message)?.[1]?.replaceAll(",", "");
          expect(Number(sentence ?? 0)).toBe(added * linesEach);
          expect(told).toBeGreaterThanOrEqual(added);
        }
        expect(await holders("stopped_ingest")).toBe("0");
        before = now.length;
      }
      const begun = performance.now();
      await ingestLogs(store, {logs});
      expect(performance.now() - begun).toBeLessThan(60_000);
      expect(await counted()).toEqual([linesEach, linesEach, linesEach, linesEach]);
    });

    // The tests' 26 takes one statement at a time.
    test.skipIf(engine.name.includes("26"))(
      "a statement that is stopped ends on the server, too, and nobody else's does",
      async () => {
        const {store} = await setUp("stopped_statement");
        const [stopped, other] = [0, 1].map(() => clusterOf(store, store.workspace.config.engine as ClusterConfig));
        const endless = (mark: string): string => `select count() from system.numbers where number <> ${mark}`;
        const running = (mark: string): Promise<string> =>
          servers.ask(
            `select count() from system.processes where query like '%number <> ${mark}%' and query not like '%processes%'`,
          );
        const ends = [stopped!.first.rows(endless("700001")), other!.first.rows(endless("700002"))].map((end) =>
          end.catch((fault: unknown) => fault),
        );
        for (const mark of ["700001", "700002"]) while ((await running(mark)) === "0") await sleep(10);
        stopped!.stop();
        expect(await ends[0]).toMatchObject({code: "ABORTED"});
        for (let turn = 0; turn < 300 && (await running("700001")) !== "0"; turn++) await sleep(20);
        expect(await running("700001")).toBe("0");
        expect(await running("700002")).toBe("1");
        other!.stop();
        expect(await ends[1]).toMatchObject({code: "ABORTED"});
        await Promise.all([stopped!.close(), other!.close()]);
      },
    );

    test("a report that is stopped leaves no table and no statement, others go on, and the next is made", async () => {
      const {press, store} = await setUp("stopped_report");
      const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"];
      const line = (number: number, month: string): string => lineOf(number, {day: `02/${month}/2026`});
      for (const [place, month] of months.entries()) {
        const lines = Array.from({length: 500 + place}, (_, number) => line(number * 3, month));
        await ingestLogs(store, {logs: [press.write(`${month}.log`, lines.join(""))]});
      }
      const periods = months.map((_, place) => `2026-0${place + 1}`);
      const make = async (period: string, signal?: AbortSignal): Promise<string> =>
        renderJson(await makeReport(store, {period, tables: "none", compare: "none"}, {signal}));
      const alone: string[] = [];
      for (const period of periods) alone.push(await make(period));
      const long = "2026-01..2026-07";
      const whole = await make(long);
      expect(new Set(alone).size).toBe(periods.length);
      // On a busy machine a report may be made by the time that somebody sees how far it is.
      const ends = new Set(["ABORTED", whole]);
      const endOf = (made: Promise<string>): Promise<string> =>
        made.catch((fault: unknown) => (fault as UserError).code);
      const stopping = new AbortController();
      const stopped = endOf(make(long, stopping.signal));
      const others = Promise.all(periods.map((period) => make(period)));
      while ((await tablesLeft("stopped_report")).length === 0) await sleep(2);
      stopping.abort();
      expect(ends).toContain(await stopped);
      expect(await others).toEqual(alone);
      expect(await tablesLeft("stopped_report")).toEqual([]);
      const found: string[] = [];
      for (const tables of [1, 4, 9, 16]) {
        const again = new AbortController();
        let isOver = false;
        const late = endOf(make(long, again.signal)).finally(() => (isOver = true));
        while (!isOver && (await tablesLeft("stopped_report")).length < tables) await sleep(2);
        again.abort();
        const end = await late;
        expect(ends).toContain(end);
        found.push(end);
        const running =
          "select count() from system.processes where query like '%stopped_report.run_%' and query not like '%system.processes%'";
        expect(await servers.ask(running)).toBe("0");
        expect(await tablesLeft("stopped_report")).toEqual([]);
      }
      expect(found).toContain("ABORTED");
      await expect(make(long, AbortSignal.abort())).rejects.toMatchObject({
        code: "ABORTED",
        message: "the report was stopped before it was made; nothing was changed",
      });
      expect(await make(periods[0]!)).toBe(alone[0]);
    });
  });
}
