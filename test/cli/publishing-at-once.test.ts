import {execFile} from "node:child_process";
import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {linesFrom, type Said, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

let workshop: Workshop;
beforeEach(async () => {
  workshop = new Workshop();
  workshop.write("a.log", linesFrom(0, 30));
  workshop.write("b.log", linesFrom(100, 7));
  await workshop.ingest(["a.log"]);
});
afterEach(() => workshop.remove());

const publish = (): Promise<Said> =>
  workshop.run("publish", "2026-02", "--tables", "none", "--no-ranges", "--accept", "a test");
const accept = (reason: string): Promise<Said> => workshop.run("correct", "2026-02", "--reason", reason);

interface Erratum {
  readonly reason: string;
  readonly figures: readonly {readonly key: string}[];
}

function errata(): Erratum[] {
  const folder = join(workshop.folder, "published/2026-02.errata");
  const numbers = readdirSync(folder).sort();
  return numbers.map((number) => JSON.parse(readFileSync(join(folder, number, "erratum.json"), "utf8")) as Erratum);
}

test("of two errata that are issued at once for the same figures one is, and the other finds that nothing is left to restate", async () => {
  expect((await publish()).status).toBe(0);
  await workshop.ingest(["b.log"]);
  // Both have read what was published before either writes.
  const both = await Promise.all([accept("a mirror was missing"), accept("a log came late")]);
  expect(both.map(({status}) => status)).toEqual([0, 0]);
  expect(both.map(({stdout}) => stdout.includes("Erratum: published/2026-02.errata/1")).sort()).toEqual([false, true]);
  expect(both.map(({stdout}) => stdout.includes("Nothing moved.")).sort()).toEqual([false, true]);
  expect(errata()).toHaveLength(1);
  expect(errata()[0]!.figures.length).toBeGreaterThan(0);
  // What was restated is in force: nothing is left that moved.
  expect((await accept("again")).status).toBe(0);
  expect(errata()).toHaveLength(1);
});

test("of two that publish a report at once one does, and the other says that it was", async () => {
  const both = await Promise.all([publish(), publish()]);
  expect(both.map(({status}) => status)).toEqual([0, 0]);
  expect(both.map(({stdout}) => /^Published: /m.test(stdout)).sort()).toEqual([false, true]);
  expect(readdirSync(join(workshop.folder, "published"))).toEqual(["2026-02", "keys.txt"]);
});

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));

/** In a process of its own. */
function buildApart(folder: string, output: string): Promise<{status: number; stderr: string}> {
  return new Promise((resolve) => {
    const words = [program, "-C", folder, "site", "build", "--output", output];
    execFile(process.execPath, words, (fault, _, stderr) => resolve({status: Number(fault?.code ?? 0), stderr}));
  });
}

longTest("of two processes that build the archive at once, one waits for the other and finds it built", async () => {
  expect((await publish()).status).toBe(0);
  const output = join(workshop.root, "public");
  const both = await Promise.all([buildApart(workshop.folder, output), buildApart(workshop.folder, output)]);
  expect(both.map(({status}) => status)).toEqual([0, 0]);
  expect(both.filter(({stderr}) => stderr.includes(" 0 written."))).toHaveLength(1);
  expect(readdirSync(workshop.root).filter((name) => name.startsWith("."))).toEqual([]);
  const {stderr, status} = await buildApart(workshop.folder, output);
  expect([status, stderr]).toEqual([0, expect.stringContaining(" 0 written.")]);
});

test("of two that have no store to wait by, the one that is too late says so in one error, and the archive is whole", async () => {
  expect((await publish()).status).toBe(0);
  rmSync(join(workshop.folder, "store"), {recursive: true});
  const output = join(workshop.root, "public");
  const all = await Promise.all([1, 2, 3].map(() => buildApart(workshop.folder, output)));
  expect(all.some(({status}) => status === 0)).toBe(true);
  for (const {status, stderr} of all.filter((one) => one.status !== 0)) {
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(/^error OUTPUT_REFUSED: another has put something there/),
    ]);
  }
  expect((await buildApart(workshop.folder, output)).stderr).toContain(" 0 written.");
});
