import {spawnSync} from "node:child_process";
import {copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gunzipSync} from "node:zlib";
import {isbot} from "isbot";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeLogs} from "../examples/second-half-2005/generate.ts";
import {browsers, mirrorAgent, robotAgents} from "../examples/second-half-2005/model/agents.ts";
import {readFigures} from "../examples/second-half-2005/model/figures.ts";
import {isRobotAgent, recount} from "./example-recount.ts";

const example = fileURLToPath(new URL("../examples/second-half-2005/", import.meta.url));
const program = fileURLToPath(new URL("../bin/broadsheet.js", import.meta.url));
const figures = readFigures();

let workspace = "";
let months: ReturnType<typeof recount>[] = [];

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), "broadsheet-example-"));
  await makeLogs(join(workspace, "logs"));
  months = figures.months.map(({period}) => {
    const packed = readFileSync(join(workspace, "logs", `access-${period}.log.gz`));
    return recount(period, gunzipSync(packed).toString("latin1").split("\n").slice(0, -1));
  });
}, 60_000);

afterAll(() => rmSync(workspace, {recursive: true, force: true}));

describe("the example's agents", () => {
  for (const agent of [...browsers, mirrorAgent]) {
    test(`no robot list knows ${JSON.stringify(agent)}`, () => expect(isRobotAgent(agent)).toBe(false));
  }
  for (const agent of robotAgents) {
    test(`a robot list knows ${JSON.stringify(agent)}`, () => expect(isRobotAgent(agent)).toBe(true));
  }
  test("one robot only crawler-user-agents knows", () => {
    expect(robotAgents.filter((agent) => !isbot(agent))).toHaveLength(1);
  });
});

describe("the example's logs hold the figures they were built to hold", () => {
  // Design, section 1, at one tenth: readers, documents a day, megabytes a day.
  for (const [place, readers, documentsPerDay, megabytesPerDay] of [
    [0, 4882, 350.2, 44.32],
    [1, 5221, 379.1, 37.06],
    [2, 6673, 522.1, 55.87],
    [3, 7319, 629.8, 60.27],
    [4, 8084, 640.6, 53.52],
    [5, 7393, 548.1, 47.15],
  ] as const) {
    const {sha256, ...want} = figures.months[place]!;
    test(`${want.period}: the figures are a tenth of the model publisher's`, () => {
      expect(want.readers).toBe(readers);
      expect(want.documents).toBe(Math.round(documentsPerDay * want.days));
      expect(want.bytes).toBe(Math.round(megabytesPerDay * 1_000_000 * want.days));
      expect(want.documents).toBe(want.verdicts.counted);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    });
    test(`${want.period}: a recount of the log finds readers, bytes, days and every verdict`, () => {
      expect(months[place]).toMatchObject(want);
    });
    test(`${want.period}: the dedicated reader takes ${place < 2 ? "just the limit" : "more than the limit once was"}`, () => {
      expect(months[place]!.peak).toBe(place < 2 ? 100 : 130);
    });
  }

  test("logs that are there and right are not made again", async () => {
    expect(await makeLogs(join(workspace, "logs"))).toEqual([]);
    expect(readdirSync(join(workspace, "logs"))).toHaveLength(6);
  });
});

interface JsonReport {
  columns: {period: string; days: number; daysCovered: number}[];
  measures: {id: string; values: (number | null)[]}[];
  notes: {id: string; columns: string[]}[];
  account: {period: string; requests: number; verdicts: {id: string; requests: number}[]}[];
  inputs: {name: string; sha256: string; lines: number; requests: number; quarantined: number; ignored: number}[];
}

describe("broadsheet report 2005-H2 on the example", () => {
  let report: JsonReport;

  function broadsheet(...words: string[]): string {
    const done = spawnSync(process.execPath, [program, "-C", workspace, ...words], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    expect(done.status, done.stderr).toBe(0);
    return done.stdout;
  }

  beforeAll(() => {
    for (const file of ["broadsheet.yaml", "blacklist.csv"]) copyFileSync(join(example, file), join(workspace, file));
    broadsheet("ingest", "--quiet");
    report = JSON.parse(broadsheet("report", "2005-H2", "--format", "json")) as JsonReport;
  }, 120_000);

  function valuesOf(id: string): (number | null)[] | undefined {
    return report.measures.find((measure) => measure.id === id)?.values;
  }

  test("covers every day of the six months", () => {
    const want = figures.months.map(({period, days}) => ({period, days, daysCovered: days}));
    expect(report.columns).toMatchObject(want);
  });

  test("has the readers the logs were built to hold", () => {
    expect(valuesOf("readers")).toEqual(figures.months.map(({readers}) => readers));
  });

  test("has the bytes and documents, a day, unrounded", () => {
    for (const [id, want] of [
      ["megabytes-per-day", figures.months.map(({bytes, days}) => bytes / 1_000_000 / days)],
      ["documents-per-day", figures.months.map(({documents, days}) => documents / days)],
    ] as const) {
      const values = valuesOf(id);
      for (const [place, value] of want.entries()) expect(values?.[place], `${id} ${place}`).toBeCloseTo(value, 9);
    }
  });

  test("has the different documents of the recount", () => {
    expect(valuesOf("different-documents")).toEqual(months.map(({differentDocuments}) => differentDocuments));
  });

  test("accounts for every request", () => {
    const got = report.account.map(({period, requests, verdicts}) => ({
      period,
      requests,
      verdicts: Object.fromEntries(verdicts.map(({id, requests}) => [id, requests])),
    }));
    expect(got).toEqual(months.map(({period, requests, verdicts}) => ({period, requests, verdicts})));
  });

  test("names its inputs: lines = requests + quarantined + ignored", () => {
    const want = figures.months.map(({period, sha256, damaged, ignored}, place) => ({
      name: `access-${period}.log.gz`,
      sha256,
      lines: months[place]!.lines,
      requests: months[place]!.requests,
      quarantined: damaged,
      ignored,
    }));
    expect(report.inputs).toMatchObject(want);
  });

  test("says that the heavy readers' rule ran in July and August only", () => {
    expect(report.notes.find(({id}) => id === "heavy-readers")?.columns).toEqual(["2005-07", "2005-08"]);
  });
});
