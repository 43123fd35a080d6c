import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {languages} from "../../src/base/words/language.ts";
import {makeReport} from "../../src/operations/report/make-report.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {outputs} from "../../src/render/outputs.ts";
import {readReport} from "../../src/report/json/read.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

const editions = `title,language,issue,print_date,printed,spoiled,kept
The Press,en,1,2025-07-04,1000,20,30
The Press,en,2,2025-08-02,1250,0,0
`;

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
  workshop.write("press/ledger/editions.csv", editions);
});
afterEach(() => workshop.remove());

const reportOf = (period: string, request: object = {}): Promise<Report> =>
  makeReport(openStore(workshop.folder), {period, ...request});

/** Every figure from logs that a report tells. */
const webValues = ({measures}: Report) => measures.flatMap(({values, total}) => [...values, total]);

describe("a period without logs has a report of the books", () => {
  test("whose figures are the books', and in which nothing from logs has a value", async () => {
    const report = await reportOf("2025-07..2025-08");
    expect(report.date).toBe("2025-08-02");
    expect(report.summary).toHaveLength(1);
    expect(report.summary[0]).toContain("No logs were read for this period");
    expect(report.measures.length).toBeGreaterThan(4);
    expect(new Set(webValues(report))).toEqual(new Set([null]));
    for (const {reasons, totalReason} of report.measures) {
      expect([...reasons, totalReason]).toEqual([
        "no logs for this month",
        "no logs for this month",
        "no logs for this period",
      ]);
    }
    expect([report.tables, report.account, report.inputs, report.standing]).toEqual([[], [], [], []]);
    expect(report.notes.map(({id}) => id)).toEqual(["days-covered"]);
    // 1,000 copies are 100, and 1,250 a quarter more.
    expect(report.ledger!.measures.find(({id}) => id === "print-run-index")!.values).toEqual([100, 125]);
    expect(readReport(renderJson(report), "report.json")).toEqual(report);
  });

  test("and none of them where the books are left out, which is not said to follow then", async () => {
    const [said] = (await reportOf("2025-08", {tables: "none"})).summary;
    expect(said).toContain("No logs were read for this period");
    expect(said).not.toContain("What follows");
    expect((await reportOf("2025-08")).summary[0]).toContain("What follows is from the books");
  });

  test("in a workspace with logs of other months, too, beside which it is set", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    const report = await reportOf("2025-08", {compare: "2026-02", hasRanges: true});
    expect(new Set(webValues(report))).toEqual(new Set([null]));
    expect(report.comparison!.measures[0]!.values[0]).toBeGreaterThan(0);
    expect([report.tables, report.account, report.ranges?.sentences ?? []]).toEqual([[], [], []]);
    expect(report.ledger!.measures[0]!.values).toEqual([125]);
    // And what the logs speak of is as it was.
    const own = await reportOf("2026-02");
    expect(own.measures[0]!.total).toBeGreaterThan(0);
    expect(own.summary.join(" ")).not.toContain("No logs were read");
  });

  test("with the figures of older reports, which are marked, and with what logs cannot tell", async () => {
    workshop.write("press/ledger/history.csv", "measure,month,value,source\nreaders,2025-07,31406,report of 2025\n");
    const report = await reportOf("2025-07..2025-08");
    const readers = report.measures.find(({id}) => id === "readers")!;
    expect([readers.values, readers.reported, readers.total]).toEqual([[31406, null], [true, false], null]);
    expect(report.standing.length).toBeGreaterThan(0);
    expect(report.notes.map(({id}) => id)).toEqual(["days-covered", "reported"]);
  });

  test("in every language and every output", async () => {
    const said = new Set<string>();
    for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
      const report = await reportOf("2025-07..2025-08", {language});
      said.add(report.summary[0]!);
      for (const {name, load} of outputs) {
        if (name === "pdf" && language !== "en") continue;
        const made = await (await load())(report, {width: 80, color: false});
        expect(made.length, `${name} in ${language}`).toBeGreaterThan(500);
      }
    }
    expect(said.size).toBe(Object.keys(languages).length);
  });

  for (const [what, press, period] of [
    ["neither logs nor books speak of it", {}, "2025-09"],
    ["a target alone is of it", {"press/ledger/plan.csv": "measure,date,target\nreaders,2025-09-30,5\n"}, "2025-09"],
  ] as const) {
    test(`but where ${what}`, async () => {
      for (const [path, text] of Object.entries(press)) workshop.write(path, text);
      await expect(reportOf(period)).rejects.toMatchObject({
        code: "PERIOD_EMPTY",
        message: "there are no logs for 2025-09, and no row of the books is of it",
      });
    });
  }

  test("and not one that is of a site, which logs alone tell", async () => {
    await expect(reportOf("2025-08", {site: "example.press"})).rejects.toMatchObject({code: "PERIOD_EMPTY"});
  });

  test("and not where the books cannot be read", async () => {
    workshop.write("press/ledger/editions.csv", editions.replace("1250", "many"));
    await expect(reportOf("2025-08")).rejects.toMatchObject({code: "LEDGER_REFUSED"});
  });
});

longTest(
  "an edition of books alone is published once it is accepted that there are no logs, and verifies",
  async () => {
    const refused = await workshop.run("publish", "2025-07..2025-08", "--date", "2025-09-01");
    expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining("There are no logs for July 2025")]);
    const said = await workshop.run("publish", "2025-07..2025-08", "--date", "2025-09-01", "--accept", "we keep none");
    expect(said.status).toBe(0);
    const report = JSON.parse(readFileSync(join(workshop.folder, "published/2025-07..2025-08/report.json"), "utf8"));
    expect(report.account).toEqual([]);
    const verified = await workshop.run("verify", join(workshop.folder, "published"), "--workspace");
    expect([verified.status, verified.stdout.match(/^\d .*?verified/gm)]).toEqual([
      0,
      [
        "1 whole and signed  verified",
        "2 coherent          verified",
        "3 continuous        verified",
        "4 from the facts    verified",
      ],
    ]);
    const built = await workshop.run("site", "build", "-o", join(workshop.folder, "public"));
    expect(built.status).toBe(0);
    const page = readFileSync(join(workshop.folder, "public/index.html"), "utf8");
    expect(page).toContain("No logs were read for this period");
    expect(page).toContain("125");
  },
);
