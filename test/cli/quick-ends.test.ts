import {type ChildProcess, spawn} from "node:child_process";
import {globSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {collect, linesFrom, type Said} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));
const client = "198.18.0.1";

let temporary: string;
let running: Quick[] = [];
beforeEach(() => {
  temporary = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-ends-")));
});
afterEach(async () => {
  for (const {child} of running) child.kill("SIGKILL");
  await Promise.all(running.map(({done}) => done));
  running = [];
  rmSync(temporary, {recursive: true, force: true});
});

/** `quick` while it reads standard input, of which more is to come. */
class Quick {
  readonly child: ChildProcess;
  readonly done: Promise<Said>;

  constructor() {
    const env = {...process.env, TMPDIR: temporary};
    this.child = spawn(process.execPath, [program, "quick", "-", "--quiet"], {env});
    this.child.stdin?.on("error", () => {});
    this.child.stdin?.write(linesFrom(0, 5000));
    this.done = collect(this.child);
    running.push(this);
  }

  /** Waits until it reads. */
  async begun(folders = 1): Promise<this> {
    while (this.child.exitCode === null && globSync("broadsheet-*/store/work", {cwd: temporary}).length < folders) {
      await sleep(20);
    }
    await sleep(200);
    return this;
  }
}

function filesLeft(): string[] {
  return globSync("**/*", {cwd: temporary})
    .map((name) => join(temporary, name))
    .filter((path) => lstatSync(path).isFile());
}

for (const [signal, status] of [
  ["SIGHUP", 129],
  ["SIGTERM", 143],
] as const) {
  test(`ended by ${signal}, it leaves nothing`, async () => {
    const quick = await new Quick().begun();
    quick.child.kill(signal);
    expect((await quick.done).status).toBe(status);
    expect(readdirSync(temporary)).toEqual([]);
  });
}

longTest("a closed pipe behind it ends it, and it leaves nothing", async () => {
  const quick = await new Quick().begun();
  quick.child.stdout?.destroy();
  quick.child.stdin?.end();
  expect((await quick.done).status).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

longTest(
  "killed, it leaves no line and no key; the next takes the rest away, and nothing of one that is at work",
  async () => {
    const killed = await new Quick().begun();
    killed.child.kill("SIGKILL");
    await killed.done;
    expect(readdirSync(temporary)).toHaveLength(1);
    const left = filesLeft();
    expect(left.filter((path) => readFileSync(path, "latin1").includes(client))).toEqual([]);
    expect(left.filter((path) => path.endsWith("/key"))).toEqual([]);

    const folder = join(temporary, readdirSync(temporary)[0]!);
    mkdirSync(join(folder, "left"));
    const slow = await new Quick().begun(1);
    while (readdirSync(temporary).includes(folder.slice(temporary.length + 1))) await sleep(20);
    const quick = new Quick();
    quick.child.stdin?.end();
    expect((await quick.done).status).toBe(0);
    expect(readdirSync(temporary)).toHaveLength(1);
    slow.child.stdin?.end();
    const {status, stdout} = await slow.done;
    expect(status).toBe(0);
    expect(stdout).toContain("5,000");
    expect(readdirSync(temporary)).toEqual([]);
  },
);
