import {spawnSync} from "node:child_process";
import {chmodSync, globSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, type Said, Workshop} from "../intake/workshop.ts";
import {rowsOf} from "../run/amounts.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
// Root writes every file, unless it gives that right away.
const rights = "-dac_override,-dac_read_search";
const under = process.getuid?.() === 0 ? ["setpriv", "--bounding-set", rights, "--inh-caps", rights] : [];

let workshop: Workshop;
let temporary: string;
let before: string[] = [];
const reports: Record<string, string> = {};

beforeAll(async () => {
  workshop = new Workshop(
    "publication: The Test Press\nmethodology: {blacklist: blacklist.csv, heavyReaders: {documents: 10}}\n",
  );
  // One client takes more than the others, so that there is somebody to decide about.
  workshop.write("a.log", linesFrom(0, 20) + linesFrom(20, 20).replaceAll(/^198\.18\.0\.\d+/gm, "198.18.0.1"));
  workshop.write("b.log", linesFrom(300, 5));
  await workshop.ingest(["a.log"]);
  await workshop.run("ledger", "init");
  for (const [what, words] of Object.entries(reading)) reports[what] = (await workshop.run(...words)).stdout;
  temporary = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-read-only-")));
  chmodAll(0o555, 0o444);
  before = stateOf();
});
afterAll(() => {
  chmodAll(0o755, 0o644);
  workshop.remove();
  rmSync(temporary, {recursive: true, force: true});
});

/** The key stays closed to others, as it has to be. */
function chmodAll(folders: number, files: number): void {
  const all = globSync("**", {cwd: workshop.folder}).map((name) => join(workshop.folder, name));
  const isUnlocking = (folders & 0o200) !== 0;
  for (const path of isUnlocking ? all : all.toReversed()) {
    const mode = lstatSync(path).isDirectory() ? folders : files;
    chmodSync(path, path === workshop.store.key ? mode & 0o700 : mode);
  }
}

/** Every file with its size and the time of its last change, and every folder. */
function stateOf(): string[] {
  return globSync("**", {cwd: workshop.folder})
    .map((name) => {
      const stat = statSync(join(workshop.folder, name));
      return stat.isFile() ? `${name} ${stat.size} ${stat.mtimeMs}` : name;
    })
    .sort();
}

function run(...words: readonly string[]): Said {
  const [command, ...args] = [...under, process.execPath, program, "-C", workshop.folder, ...words];
  const env = {...process.env, TMPDIR: temporary};
  return spawnSync(command!, args, {encoding: "utf8", cwd: workshop.root, env});
}

const reading = {
  "a report": ["report", "2026-02", "--no-ranges", "--format", "json", "--quiet"],
  "its account": ["account", "2026-02"],
  "the way to a figure": ["explain", "readers", "2026-02"],
  "the quarantine": ["quarantine"],
  "the check of the books": ["ledger", "check"],
  "the clients to be looked at": ["review", "2026-02", "--format", "json"],
} as const;

const writing = {
  "an ingest": ["ingest", "b.log"],
  "a month that is closed": ["close", "2026-02", "--undecided"],
  "what is published": ["publish", "2026-02", "--no-ranges", "--accept", "a test", "--quiet"],
  "a decision": ["review", "2026-02", "--decide", "d.csv", "--by", "A Test"],
  "a report inside of it": ["report", "2026-02", "--no-ranges", "-o", "press/report.html"],
} as const;

describe("a workspace that may only be read gives", () => {
  for (const [what, words] of rowsOf(Object.entries(reading), 2)) {
    test(`${what}, as ever`, () => {
      const {status, stdout, stderr} = run(...words);
      expect(stderr).not.toMatch(/bug|error/);
      expect(status, stderr).toBe(0);
      expect(stdout).toBe(reports[what]);
    });
  }
});

describe("what has to be written there is refused with what a person can mend:", () => {
  for (const [what, words] of rowsOf(Object.entries(writing), 2)) {
    test(what, () => {
      workshop.write("d.csv", "entry,decision,reason\n198.18.0.1,robot,a test\n");
      const {status, stderr} = run(...words);
      expect(stderr).toMatch(/^error (?:WORKSPACE_DENIED|OUTPUT_REFUSED): .+\n {2}at {4}.+\n {2}help {2}.+\n$/m);
      expect(stderr).not.toMatch(/bug/);
      expect(status).toBe(3);
    });
  }
});

test("nothing is left anywhere", () => {
  expect(stateOf()).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
});
