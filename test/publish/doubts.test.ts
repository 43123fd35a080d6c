import {afterEach, beforeEach, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";

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
    /Distinct users: Restated; published on 2026-05-01 with other figures: February 2026 37 instead of 30/,
    /what has changed: b\.log was read since/,
    /The books have 1 warning; the first: .*\(funds\.csv:\d/,
  ]) {
    expect(stderr).toMatch(part);
  }
  // What is explained is no doubt any more.
  expect((await workshop.run("revise", "2026-02", "--reason", "a log came late", "--quiet")).status).toBe(0);
  expect((await publish("2026-02..2026-03")).stderr).not.toContain("instead of");
});
