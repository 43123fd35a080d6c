import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, runHere, type Said, Workshop} from "../intake/workshop.ts";
import {removeTree} from "../remove-tree.ts";

/*
 * A full disk is said to be full, whatever was to be written: nobody is sent to a backup, and with room the same command works.
 */

const disk = mkdtempSync(join(tmpdir(), "broadsheet-disk-"));
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", disk]).status === 0;

describe.skipIf(!isMounted)("every command on a small disk (wants the right to mount one)", () => {
  const before = process.env["TMPDIR"];
  let press: Workshop;

  beforeAll(async () => {
    process.env["TMPDIR"] = disk;
    press = new Workshop();
    press.write("a.log", linesFrom(0, 300));
    press.write("b.log", linesFrom(1000, 300));
    press.write("editions.csv", "title,issue,language,print_date,print_run\nThe Press,1,en,2026-01-01,100\n");
    await press.ingest(["a.log"]);
    expect((await press.run("ledger", "init", "funds", "--quiet")).status).toBe(0);
    // The folder for temporary files stays on the disk; what Node itself has there is in use before it is full.
    mkdirSync(join(disk, "made"));
  });
  afterAll(() => {
    process.env["TMPDIR"] = before;
    if (before === undefined) delete process.env["TMPDIR"];
    execFileSync("umount", ["--lazy", disk]);
    removeTree(disk);
  });

  /** Runs a command while only so many kilobytes are free. */
  async function whileFull(freeKilobytes: number, run: () => Promise<Said>): Promise<Said> {
    const {bavail, bsize} = statfsSync(disk);
    const filler = join(disk, "filler");
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeKilobytes * 1024)));
    try {
      return await run();
    } finally {
      rmSync(filler);
    }
  }

  for (const [what, run] of [
    ["ingest", () => press.run("ingest", "b.log")],
    ["quick", () => runHere(["quick", "a.log"], press.root)],
    ["init", () => runHere(["init", "made/press", "--publication", "P", "--yes"], disk)],
    ["report", () => press.run("report", "2026-02", "--quiet")],
    ["report -o", () => press.run("report", "2026-02", "--quiet", "-o", "report.html")],
    ["publish", () => press.run("publish", "2026-02", "--quiet", "--accept", "a test", "--date", "2026-03-01")],
    ["correct", () => press.run("correct", "2026-02", "--reason", "to see")],
    ["site build", () => press.run("site", "build")],
    ["account", () => press.run("account", "2026-02")],
    ["explain", () => press.run("explain", "readers", "2026-02")],
    ["compare-methods", () => press.run("compare-methods", "2026-02")],
    ["review", () => press.run("review", "2026-02")],
    ["quarantine", () => press.run("quarantine")],
    ["ledger import", () => press.run("ledger", "import", "editions.csv", "--book", "editions")],
    ["ledger init", () => press.run("ledger", "init", "mailings")],
    ["backup", () => press.run("backup", "press.tar", "--quiet")],
    ["restore", () => runHere(["restore", "press.tar", "--workspace", "again", "--quiet"], press.root)],
    ["close", () => press.run("close", "2026-02", "--undecided")],
  ] as const) {
    test(`${what}: DISK_FULL or done, never anything else; and with room it works`, async () => {
      const inputs = press.inputs();
      for (const freeKilobytes of [0, 4, 36]) {
        const said = await whileFull(freeKilobytes, run);
        if (said.status === 0) return;
        expect(said.stderr, `${freeKilobytes} kB free`).toMatch(
          /^error DISK_FULL: there is no room left on the disk\n(?: {2}at {4}.+\n)? {2}help {2}make room and run the/m,
        );
        expect(said.status).toBe(3);
        expect(press.inputs()).toEqual(inputs);
      }
      const said = await run();
      expect(said.status, said.stderr).toBe(0);
    });
  }
});

test("the disk was mounted, or it is said why not", () => {
  if (!isMounted)
    process.stderr.write("No small disk may be mounted here: test/long/full-disk.test.ts leaves all commands out.\n");
  expect(typeof isMounted).toBe("boolean");
});
