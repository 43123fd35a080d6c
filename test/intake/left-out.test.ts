import {gzipSync} from "node:zlib";
import {afterEach, beforeEach, expect, test} from "vitest";
import {longTest} from "../run/amounts.ts";
import {lineOf, linesFrom, runHere, Workshop} from "./workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

async function sayReport(format = "text"): Promise<string> {
  const {stdout, stderr} = await workshop.run(
    "report",
    "2026-02",
    "--tables",
    "none",
    "--no-ranges",
    "--format",
    format,
    "--quiet",
  );
  return `${stdout}${stderr}`.replaceAll(/\s+/g, " ");
}

longTest("a file of which nothing could be read stands in every report, until it is read", async () => {
  const packed = gzipSync(linesFrom(50, 200));
  workshop.write("b.log.gz", packed.subarray(0, packed.length - 30));
  workshop.write("a.log", linesFrom(1, 30));
  await workshop.ingest(["a.log", "b.log.gz"], 3);
  expect(await sayReport()).toContain("1 file could not be read: b.log.gz, breaks off.");
  expect(JSON.parse(await sayReport("json"))).toMatchObject({unread: [{name: "b.log.gz", reason: "breaks-off"}]});
  for (const format of ["html", "markdown"]) expect(await sayReport(format)).toMatch(/b.log.gz, breaks off/);
  expect((await workshop.run("account", "2026-02")).stdout).toMatch(/b\.log\.gz,\s+breaks off/);
  expect((await workshop.run("inputs")).stdout).toContain("b.log.gz  could not be read: breaks off");
  workshop.write("b.log.gz", packed);
  await workshop.ingest(["b.log.gz"]);
  expect(await sayReport()).not.toContain("breaks off");
});

test("and until somebody says that nobody needs to know", async () => {
  workshop.write("a.log", linesFrom(1, 30));
  workshop.write("error.log", "2026/02/03 10:00:00 [error] 12#12: *1 open() failed\n".repeat(3));
  const said = await workshop.ingest(["a.log", "error.log"], 3);
  expect(said).toContain("it is an nginx error log; no line of it fits a log format");
  expect(await sayReport()).toContain("error.log, is no log");
  const {stdout} = await workshop.run("inputs", "drop", "error.log");
  expect(stdout).toContain("No report says any more that error.log could not be read.");
  expect(await sayReport()).not.toContain("error.log");
});

test("lines that count in another file are told beside the logs", async () => {
  workshop.write("1.log", linesFrom(1, 30));
  workshop.write("2.log", linesFrom(21, 30));
  await workshop.ingest(["1.log", "2.log"]);
  expect(await sayReport()).toContain(
    "Lines that stand in another file, too, and count there: 10 (2.log → 1.log: 10).",
  );
  expect((await workshop.run("inputs")).stdout).toContain("10 lines count in 1.log");
});

test("where most lines could not be read, a warning says so though it is quiet, and the report before its figures", async () => {
  const path = workshop.write("odd.log", `${linesFrom(1, 2)}${"192.0.2.1 - - [nonsense] what is this\n".repeat(38)}`);
  const {stdout, stderr} = await runHere(["quick", path, "--tables", "none", "--quiet"], workshop.root);
  expect(stderr).toContain("warning: 38 of 40 lines of odd.log could not be read");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "38 of 40 lines could not be read (95.0%): the figures rest on the others. 2 distinct users",
  );
});

test("hours without a line are a note at the month, and in the calendar", async () => {
  const log = Array.from({length: 6}, (_, day) =>
    Array.from({length: 24}, (__, hour) =>
      day === 3 && hour >= 4 && hour < 7
        ? ""
        : Array.from({length: 25}, (___, at) => lineOf(3600 * hour + 60 * at, {day: `0${day + 1}/Feb/2026`})).join(""),
    ).join(""),
  ).join("");
  workshop.write("a.log", log);
  await workshop.ingest(["a.log"]);
  expect(await sayReport()).toMatch(/No line for hours of which the days around have many: .{1,20}04:00–07:00\./);
  expect(JSON.parse(await sayReport("json"))).toMatchObject({
    gaps: [{from: "2026-02-04T04:00:00Z", until: "2026-02-04T07:00:00Z"}],
  });
  expect((await workshop.run("inputs", "--calendar")).stdout).toBe(
    "February 2026  6 of 28 days, 3,525 requests\n  no line on day 7–28\n  no line on 2026-02-04 from 04:00 to 07:00, where the days around have many\n",
  );
});
