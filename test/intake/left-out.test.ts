import {gzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
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

const odd = "192.0.2.1 - - [nonsense] what is this\n";

test("where many lines could not be read, a warning says so though it is quiet, and the report before its figures", async () => {
  const path = workshop.write("odd.log", `${linesFrom(1, 2)}${odd.repeat(38)}`);
  const asked = ["quick", path, "--tables", "none", "--quiet", "--accept-unreadable"];
  const {stdout, stderr} = await runHere(asked, workshop.root);
  expect(stderr).toContain("warning: 38 of 40 lines of odd.log could not be read (95.0%)");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "38 of 40 lines could not be read (95.0%; logs: 1 of 1): the figures rest on the others. 2 distinct users",
  );
});

describe("a log of which more than half could not be read", () => {
  for (const [what, bad, kind] of [
    ["an error log", "2026/02/01 10:00:00 [error] 123#0: *1 open() failed\n", "they seem to be an nginx error log"],
    ["cut lines", `${lineOf(9).slice(0, 60)}\n`, "they seem to be cut off"],
    [
      "bytes that are no text",
      "\x01\x02\x03\x04 q \x05\x06\x07\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\n",
      "they seem to be no text, or packed",
    ],
    ["lines of 1970", lineOf(9).replace("2026", "1970"), "they seem to be dated on days that cannot be"],
    ["what nobody knows", odd, "could not be read (66.7%). Line 6 is"],
  ] as const) {
    test(`is refused with what those lines seem to be: ${what}`, async () => {
      const path = workshop.write("a.log", `${linesFrom(1, 5)}${bad.repeat(10)}`);
      const {stdout, stderr, status} = await runHere(["quick", path, "--quiet"], workshop.root);
      expect({stdout, status}).toEqual({stdout: "", status: 3});
      expect(stderr).toContain("error INPUT_MOSTLY_UNREAD: 10 of 15 lines of it could not be read");
      expect(stderr).toContain(kind);
    });
  }

  test("gives nothing to the workspace, and every report says that it is missing", async () => {
    workshop.write("a.log", `${linesFrom(1, 5)}${odd.repeat(6)}`);
    workshop.write("b.log", linesFrom(100, 3));
    const {status} = await workshop.run("ingest", "a.log", "b.log");
    expect([status, workshop.counts()]).toEqual([3, {"b.log": [3, 3, 0, 0]}]);
    expect(await sayReport()).toContain("a.log, holds more lines that cannot be read than others");
  });

  test("counts once somebody says so, and goes on to count when it grows", async () => {
    const lines = `${linesFrom(1, 5)}${odd.repeat(6)}`;
    workshop.write("a.log", lines);
    expect((await workshop.run("ingest", "a.log", "--accept-unreadable")).status).toBe(0);
    workshop.write("a.log", `${lines}${odd}`);
    expect((await workshop.run("ingest", "a.log")).status).toBe(0);
    expect(workshop.counts()).toEqual({"a.log": [12, 5, 7, 0]});
    expect((await workshop.run("ingest", "a.log", "--again")).status).toBe(3);
    expect(workshop.counts()).toEqual({"a.log": [12, 5, 7, 0]});
  });

  test("counts where just half could not be read, with a warning, and without one below a twentieth", async () => {
    workshop.write("a.log", `${linesFrom(1, 5)}${odd.repeat(5)}`);
    workshop.write("b.log", `${linesFrom(100, 95)}${odd.repeat(5)}`);
    const {status, stderr} = await workshop.run("ingest", "a.log", "b.log");
    expect([status, stderr.match(/warning: .* \(50.0%\)/g)?.length, stderr.match(/warning/g)?.length]).toEqual([
      0, 1, 1,
    ]);
  });

  test("that has grown by lines that cannot be read adds nothing of them", async () => {
    workshop.write("a.log", linesFrom(1, 5));
    await workshop.ingest(["a.log"]);
    workshop.write("a.log", `${linesFrom(1, 5)}${odd.repeat(6)}`);
    expect((await workshop.run("ingest", "a.log")).status).toBe(3);
    expect(workshop.counts()).toEqual({"a.log": [5, 5, 0, 0]});
  });
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
