import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parsePeriod} from "../../src/base/period.ts";
import {reportPeriod} from "../../src/operations/report/make.ts";
import {mainTableOnly} from "../../src/operations/report/request.ts";
import {withFiles} from "../../src/operations/store/open.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {keepingOpen} from "../press.ts";
import {type JsonReport, Workshop} from "./workshop.ts";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/**
 * What stands in the data's README: counted by other means than ours, robots and heavy readers left in.
 *
 * `timeZone`: the servers' own.
 */
const rows = [
  {
    file: "nasa-1995-08-01..08.common.log.gz",
    period: "1995-08",
    timeZone: "-04:00",
    lines: 274_835,
    verdicts: {"not-get": 748, "not-successful": 6256, graphics: 178_873, "page-furniture": 28, counted: 88_930},
    readers: 16_363,
    bytes: 2_413_592_185,
    missingDays: 1,
  },
  {
    file: "semicomplete-2015-05.combined.log.gz",
    period: "2015-05",
    timeZone: "UTC",
    lines: 10_000,
    verdicts: {"not-get": 48, "not-successful": 416, graphics: 3542, "page-furniture": 2009, counted: 3985},
    readers: 1246,
    bytes: 2_411_027_599,
  },
  {
    file: "juliabloggers-2014-09.combined.log.gz",
    period: "2014-08..2014-09",
    timeZone: "-06:00",
    lines: 122_143,
    verdicts: {"not-get": 2602, "not-successful": 3591, graphics: 6361, "page-furniture": 40_040, counted: 69_549},
  },
  {file: "nginx-2025-12..2026-01.combined.log.gz", period: "2025-12..2026-01", timeZone: "UTC", lines: 21_641},
] as const;

function totalsOf({account}: JsonReport): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const {verdicts} of account) {
    for (const {id, requests} of verdicts) totals[id] = (totals[id] ?? 0) + requests;
  }
  return totals;
}

/** Readers and bytes of what is left after the first four steps. */
async function leftIn({folder}: Workshop, period: string): Promise<unknown> {
  return withFiles(openStore(folder), async (open) => {
    const {engine, judged} = keepingOpen(open.engine);
    await reportPeriod({...open, engine}, parsePeriod(period, "2026-03-01"), mainTableOnly);
    const [row] = await (await judged()).rows(`select count(distinct reader) as readers, sum(bytes)::bigint as bytes
      from request where verdict in ('counted', 'robots')`);
    return row;
  });
}

for (const row of rows) {
  describe.skipIf(!existsSync(shared + row.file))(`shared data: ${row.file}`, () => {
    let workshop: Workshop;
    let report: JsonReport;
    let columns: readonly {days: number; daysCovered: number}[] = [];

    beforeAll(async () => {
      // The independent count knows furniture by its endings alone.
      const robots = {lists: [], askedForRobotsTxt: false};
      const methodology = {heavyReaders: false, robots, pageFurniture: {known: false}};
      workshop = new Workshop(JSON.stringify({publication: "Real", timeZone: row.timeZone, methodology}));
      await workshop.ingest([shared + row.file]);
      report = await workshop.report(row.period);
      columns = (report as unknown as {columns: typeof columns}).columns;
    });
    afterAll(() => workshop?.remove());

    test("every line is a request", () => {
      expect(workshop.counts()).toEqual({[row.file]: [row.lines, row.lines, 0, 0]});
    });

    test("every request is in the account once", () => {
      const totals = totalsOf(report);
      expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(row.lines);
      expect(report.account.reduce((sum, {requests}) => sum + requests, 0)).toBe(row.lines);
    });

    if ("verdicts" in row) {
      test("the steps take what an independent count found", () => {
        const {robots = 0, counted = 0, ...totals} = totalsOf(report);
        // Without lists only the empty agent makes a robot, which the independent count leaves in.
        const {counted: left, ...steps} = row.verdicts;
        expect(counted + robots).toBe(left);
        expect(totals).toMatchObject(steps);
      });
    }

    if ("readers" in row) {
      test("as many clients and bytes are left as an independent count found", async () => {
        expect(await leftIn(workshop, row.period)).toEqual({readers: row.readers, bytes: row.bytes});
      });
    }

    if ("missingDays" in row) {
      test("2 August has no line: the hurricane", () => {
        expect(columns.map(({days, daysCovered}) => days - daysCovered)).toEqual([31 - 8 + row.missingDays]);
      });
    }
  });
}

const formatFiles = ["COMBINED", "COMMON", "VCOMBINED", "VCOMMON"] as const;

describe.skipIf(!existsSync(`${shared}formats`))("shared data: formats", () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop(
      JSON.stringify({
        publication: "Real",
        methodology: {robots: {lists: [], askedForRobotsTxt: false}},
        // The files hold one request, as four servers write it.
        overlap: "each",
      }),
    );
  });
  afterAll(() => workshop?.remove());

  test("the thirteen lines: one HEAD, one each of 302, 500, 404 and 206, one graphic, seven documents", async () => {
    await workshop.ingest([`${shared}formats/thirteen-lines.combined.log`]);
    const report = await workshop.report("2026-01");
    expect(totalsOf(report)).toMatchObject({"not-get": 1, "not-successful": 4, graphics: 1, counted: 7});
    expect(report.account[0]?.requests).toBe(13);
    // Five of a thousand bytes, and a 304 without any: .1 four times, .5, .7, .9.
    expect(await leftIn(workshop, "2026-01")).toEqual({readers: 4, bytes: 6000});
  });

  test("the awkward lines are ten requests more: two without GET, one unsuccessful, one with an empty agent", async () => {
    const before = totalsOf(await workshop.report("2026-01"));
    await workshop.ingest([`${shared}formats/awkward.combined.log`]);
    const after = totalsOf(await workshop.report("2026-01"));
    const added = Object.fromEntries(Object.keys(after).map((id) => [id, after[id]! - (before[id] ?? 0)]));
    expect(added).toMatchObject({"not-get": 2, "not-successful": 1, robots: 1, counted: 6});
    expect(workshop.counts()["awkward.combined.log"]).toEqual([10, 10, 0, 0]);
  });

  for (const file of formatFiles) {
    test(`${file}: one line, one graphic`, async () => {
      await workshop.ingest([`${shared}formats/${file}`]);
      expect(workshop.counts()[file]).toEqual([1, 1, 0, 0]);
    });
  }
});
