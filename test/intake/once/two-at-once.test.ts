import {execFileSync} from "node:child_process";
import {createWriteStream, existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, expect, test} from "vitest";
import {longTest} from "../../run/amounts.ts";
import {linesFrom, type Running, Workshop} from "../workshop.ts";

let workshop: Workshop;
/** An ingest that holds the workspace until something is written into its pipe. */
let holder: Running;

beforeEach(async () => {
  workshop = new Workshop();
  workshop.write("first.log", linesFrom(0, 5));
  workshop.write("other.log", linesFrom(100, 5));
  await workshop.ingest(["first.log"]);
  execFileSync("mkfifo", [join(workshop.root, "pipe")]);
  holder = workshop.start(["ingest", "pipe"]);
  const note = `${workshop.store.lock}.holder`;
  while (!existsSync(note) || statSync(note).size === 0) await sleep(20);
});

afterEach(async () => {
  holder.process.kill("SIGKILL");
  await holder.done;
  workshop.remove();
});

/** Lets the holder go on, with these lines in its pipe. */
function feed(lines: string): void {
  createWriteStream(join(workshop.root, "pipe")).end(lines);
}

test("a second ingest waits, says for whom, and both are done in the end", async () => {
  const second = workshop.start(["ingest", "other.log"]);
  let said = "";
  second.process.stderr!.on("data", (text) => (said += text));
  while (!said.includes("\n")) await sleep(20);
  expect(said).toMatch(
    new RegExp(
      `^Waiting for the ingest that began \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC, process ${holder.process.pid} to finish\\.\\n`,
    ),
  );
  feed(linesFrom(50, 5));
  expect((await holder.done).status).toBe(0);
  expect((await second.done).status).toBe(0);
  expect(workshop.counts()).toEqual({"first.log": [5, 5, 0, 0], "other.log": [5, 5, 0, 0], pipe: [5, 5, 0, 0]});
  expect((await workshop.report("2026-02")).account[0]?.requests).toBe(15);
});

longTest("two that read the same lines count them once", async () => {
  const second = workshop.start(["ingest", "other.log"]);
  feed(linesFrom(100, 5));
  expect((await holder.done).status).toBe(0);
  const {status, stderr} = await second.done;
  expect(status).toBe(0);
  expect(stderr).toContain("other.log: read before, adds nothing");
  expect((await workshop.report("2026-02")).account[0]?.requests).toBe(10);
});

test("with --wait 0 a second says who holds the workspace and ends with 3", async () => {
  const {status, stderr} = await workshop.run("ingest", "--wait", "0", "other.log");
  expect(status).toBe(3);
  expect(stderr).toContain("error WORKSPACE_BUSY: the workspace is held by the ingest that began ");
  expect(stderr).toContain(
    `process ${holder.process.pid}\n  at    ${workshop.store.folder}\n  help  wait until it is done`,
  );
});

longTest("a second gives up when its time to wait is over", async () => {
  const begun = performance.now();
  expect((await workshop.run("ingest", "--wait", "0.5", "other.log")).status).toBe(3);
  expect(performance.now() - begun).toBeGreaterThan(450);
});

longTest("a report meanwhile is that of the last complete state", async () => {
  expect((await workshop.report("2026-02")).account[0]?.requests).toBe(5);
  feed(linesFrom(50, 5));
  expect((await holder.done).status).toBe(0);
  expect((await workshop.report("2026-02")).account[0]?.requests).toBe(10);
});

test("a holder that is killed leaves no lock behind", async () => {
  holder.process.kill("SIGKILL");
  await holder.done;
  expect((await workshop.run("ingest", "--wait", "0", "other.log")).status).toBe(0);
});

test("what cannot be a time to wait is a wrong command", async () => {
  for (const wait of ["soon", "-1", "NaN"]) {
    const {status, stderr} = await workshop.run("ingest", `--wait=${wait}`, "other.log");
    expect(status).toBe(2);
    expect(stderr).toContain("error COMMAND_INCOMPLETE: --wait takes a number of seconds");
  }
});
