import {fork} from "node:child_process";
import {cpSync, utimesSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runHere, Workshop} from "../../intake/workshop.ts";
import {removeTree} from "../../remove-tree.ts";
import {chanceOf, manyOf, seed} from "../sizes.ts";
import {type State, stateOf, strayIn} from "./state.ts";

/** A command that is killed again and again at the same work. */
export interface Scene {
  readonly name: string;
  readonly period: string;
  readonly kills: {readonly ci: number; readonly nightly: number};
  readonly config?: string;
  /** What came before: the workspace that every kill begins with. */
  prepare(workshop: Workshop): Promise<void>;
  /** The command. Paths are relative to the folder above the workspace. */
  readonly words: readonly string[];
  /** How the command ends where it was done before, other than with 0. */
  readonly doneStatus?: number;
  /** What clears up after it, where it does not do that by being run again. */
  readonly clearUp?: readonly string[];
}

/** Commands that have to work whatever was killed; which of them are tried is a matter of chance. */
const others = (period: string): readonly (readonly string[])[] => [
  ["account", period],
  ["quarantine"],
  ["review", period, "--list"],
  ["robots"],
  ["ledger", "check"],
  ["explain", "readers", period],
];

const child = fileURLToPath(new URL("child.ts", import.meta.url));

/** When a command dies: so many milliseconds after it was loaded, or at one of its steps; null lets it end. */
type Moment = {readonly ms: number} | {readonly step: number} | null;

/** Kills the command at moments and steps spread over its work, and holds the workspace to be as before or as after. */
export function killAgainAndAgain(scene: Scene): void {
  const kills = manyOf(scene.kills);
  const chance = chanceOf(scene.name);
  describe(`${scene.name}, killed ${kills} times (seed ${seed})`, () => {
    let workshop: Workshop;
    let [before, after]: [State, State] = [{}, {}];
    /** What the command leaves for the next ingest where nobody kills it. */
    let left: readonly string[] = [];
    let whole: Ended;
    let caught = 0;
    let number = 0;
    const copy = (): string => {
      const folder = join(workshop.root, `copy-${number++}`);
      cpSync(workshop.folder, folder, {recursive: true});
      return folder;
    };

    beforeAll(async () => {
      workshop = new Workshop(scene.config);
      await scene.prepare(workshop);
      before = await stateOf(workshop.folder, scene.period);
      // The second run finds the disk warm, as those that are killed will.
      for (let run = 0; run < 2; run++) {
        const folder = copy();
        whole = await runUntil(null, folder, scene.words, workshop.root);
        expect(whole.status, whole.stderr).toBe(0);
        after = await stateOf(folder, scene.period);
        left = strayIn(folder);
        removeTree(folder);
      }
      expect(after).not.toEqual(before);
    });
    afterAll(() => workshop.remove());

    const hold = async (moment: Moment, other: readonly string[]): Promise<void> => {
      const folder = copy();
      const {status} = await runUntil(moment, folder, scene.words, workshop.root);
      if (status === null) caught++;
      const between = await stateOf(folder, scene.period);
      for (const name of Object.keys({...before, ...after})) {
        expect([before[name], after[name]], name).toContain(between[name]);
      }
      // What a killed writer left is taken away when nobody can be at it any more.
      ageFiles(
        Object.keys(between).filter((name) => !(name in before) && !(name in after)),
        folder,
      );
      for (const words of [other, scene.words, ...(scene.clearUp ? [scene.clearUp] : [])]) {
        const said = await runHere(["-C", folder, ...words], workshop.root);
        const isDone = words === scene.words && said.status === scene.doneStatus;
        if (!isDone) expect(said.status, `${words.join(" ")}: ${said.stderr}`).toBe(0);
      }
      // With nothing beside it: what was begun is cleared up.
      expect(await stateOf(folder, scene.period)).toEqual(after);
      expect(left).toEqual(expect.arrayContaining(strayIn(folder)));
      removeTree(folder);
    };

    for (let place = 0; place < kills; place++) {
      const share = (place + chance.next()) / kills;
      const other = chance.oneOf(others(scene.period));
      const percent = Math.round(share * 100);
      // By turns: what takes long is met by time, what takes a moment by steps.
      if (place % 2 === 0) test(`after ${percent} % of its time`, () => hold({ms: share * whole.ms}, other));
      else test(`after ${percent} % of its steps`, () => hold({step: Math.floor(share * whole.steps)}, other));
    }

    test("enough of those kills came while it was at work", () => {
      expect(caught).toBeGreaterThan(kills / 3);
    });
  });
}

/** Makes files two hours old, named as in a {@link State}. */
function ageFiles(names: readonly string[], folder: string): void {
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const name of names) {
    if (name.startsWith("file ")) utimesSync(join(folder, name.slice("file ".length)), old, old);
  }
}

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
  /** From when it was loaded. */
  readonly ms: number;
  /** What it did to files, where it came to its end. */
  readonly steps: number;
}

/** Runs the command in a process of its own, with the clock of the tests, and kills it at the moment. */
export async function runUntil(moment: Moment, folder: string, words: readonly string[], cwd: string): Promise<Ended> {
  const killAt = moment !== null && "step" in moment ? {KILL_AT: String(moment.step)} : {};
  // Half of what a short command costs is to compile the sources: what one run kept serves the hundreds after it.
  const env = {...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "broadsheet-kills-compiled"), ...killAt};
  const running = fork(child, ["-C", folder, ...words], {cwd, env, silent: true, execArgv: []});
  let stderr = "";
  let steps = 0;
  running.stderr?.on("data", (text) => (stderr += text));
  running.stdout?.resume();
  running.on("message", (said) => {
    if (typeof said === "object") ({steps} = said as {steps: number});
  });
  const ended = new Promise<number | null>((resolve) => running.once("close", resolve));
  await Promise.race([new Promise((resolve) => running.once("message", resolve)), ended]);
  const begun = performance.now();
  if (moment !== null && "ms" in moment) {
    await Promise.race([sleep(moment.ms), ended]);
    running.kill("SIGKILL");
  }
  return {status: await ended, stderr, ms: performance.now() - begun, steps};
}
