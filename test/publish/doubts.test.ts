import {afterEach, beforeEach, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {browser} from "../press.ts";
import {longTest} from "../run/amounts.ts";

let workshop: Workshop;
beforeEach(() => (workshop = new Workshop("publication: P\nledger: {smallestCity: 1}\n")));
afterEach(() => workshop.remove());

const publish = (period: string, ...more: readonly string[]) =>
  workshop.run("publish", period, "--date", "2026-05-01", "--tables", "none", "--no-ranges", ...more);

test("what is doubtful is told before anything is published: days, files, books, and figures that readers saw otherwise", async () => {
  workshop.write("a.log", linesFrom(0, 30));
  await workshop.ingest(["a.log"]);
  expect((await publish("2026-02", "--accept", "a short log", "--quiet")).status).toBe(0);
  workshop.write("b.log", linesFrom(100, 7));
  workshop.write("empty.log", "this is no log\n".repeat(20));
  await workshop.run("ingest", "b.log", "empty.log", "--quiet");
  workshop.write("press/ledger/funds.csv", "date,amount,purpose\n2026-02-01,5,mail\n2026-02-01,5,mail\n");
  const {status, stderr} = await publish("2026-02..2026-03");
  expect(status).toBe(3);
  for (const part of [
    /^error PUBLISHING_DOUBTFUL: \d things have to be accepted before 2026-02\.\.2026-03 is published: /,
    /the logs cover \d+ of \d+ days/,
    /empty\.log/,
    /Restated; published on 2026-05-01 with other figures: Distinct users: February 2026 37 instead of 30;/,
    /what has changed: b\.log was read since/,
    /The books have 1 warning; the first: .*\(funds\.csv:\d/,
  ]) {
    expect(stderr).toMatch(part);
  }
  // What is explained is no doubt any more.
  expect(
    (await workshop.run("revise", "2026-02", "--reason", "a log came late", "--date", "2026-05-02", "--quiet")).status,
  ).toBe(0);
  expect((await publish("2026-02..2026-03")).stderr).not.toContain("instead of");
});

test("where nothing is doubtful, and where it was published before, the reason that is given is said not to be kept", async () => {
  const everyDay = Array.from({length: 28}, (_, place) => lineAt(place + 1, `198.51.100.${place}`));
  workshop.write("a.log", `${everyDay.join("\n")}\n`);
  await workshop.ingest(["a.log"]);
  const first = await publish("2026-02", "--accept", "a short log");
  expect(first.stdout).toMatch(/^Nothing was doubtful: the reason for accepting is not kept\.\nPublished: /);
  const again = await publish("2026-02", "--accept", "a short log");
  expect(again.stdout).toMatch(/its figures are the same\. The reason for accepting is not kept/);
  expect((await publish("2026-02")).stdout).toMatch(/its figures are the same\.\n$/);
});

longTest(
  "of logs that tell no readers apart tables are left out, and it is asked whether that is to be published",
  async () => {
    const nobody = Array.from({length: 28}, (_, place) => lineAt(place + 1, "-"));
    workshop.write("a.log", `${nobody.join("\n")}\n`);
    await workshop.ingest(["a.log"]);
    const told = await workshop.run("report", "2026-02", "--tables", "hours,robots", "--format", "json");
    const {tables, notes} = JSON.parse(told.stdout);
    expect(tables.map(({id}: {id: string}) => id)).toEqual(["robots:kinds", "robots"]);
    const note = notes.find(({id}: {id: string}) => id === "tables-not-recorded");
    expect(note.text).toBe("Tables left out, as nobody knows of how many users a row is: Hours of the day.");
    expect(told.stderr).toContain("There is no table hours: it needs logs that tell readers apart.");
    const {status, stderr} = await workshop.run("publish", "2026-02", "--tables", "hours", "--no-ranges");
    expect([status, stderr]).toEqual([3, expect.stringContaining("of how many users a row is: Hours of the day")]);
  },
);

function lineAt(day: number, client: string): string {
  return `${client} - - [${String(day).padStart(2, "0")}/Feb/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 10 "-" "${browser}"`;
}
