import {cpSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runHere, Workshop} from "../intake/workshop.ts";
import {removeTree} from "../remove-tree.ts";
import {heavyOf, monthOf} from "./kills/logs.ts";
import {runUntil} from "./kills/scene.ts";
import {type State, stateOf} from "./kills/state.ts";
import {chanceOf, manyOf, seed} from "./sizes.ts";

/*
 * Several processes at work on one workspace at once, whichever begins first: none fails but by saying who is at it, and in the end
 * everything is there as if they had come one after the other.
 */

const period = "2025-07..2025-10";

/** What comes to the same in whatever order it is done. */
const commands: readonly (readonly string[])[] = [
  ["ingest", "--quiet", "july.log"],
  ["ingest", "--quiet", "july.log", "august.log"],
  ["ingest", "--quiet", "august.log"],
  ["close", "2025-10", "--undecided", "--quiet"],
  ["publish", "2025-09", "--quiet", "--tables", "none", "--accept", "a test"],
  ["publish", "2025-09..2025-10", "--quiet", "--tables", "none", "--accept", "a test"],
  ["report", "2025-10", "--quiet", "--format", "html", "--output", "report.html"],
  ["review", "2025-09", "--decide", "decisions.csv", "--by", "A. Editor", "--quiet"],
  ["account", "2025-09"],
  ["ledger", "import", "print-runs.csv", "--quiet"],
];

const rounds = manyOf({ci: 6, nightly: 400});
const chance = chanceOf("at once");
let workshop: Workshop;
let undisturbed: State;
let number = 0;

beforeAll(async () => {
  workshop = new Workshop(
    "publication: The Test Press\nmethodology:\n  heavyReaders: {documents: 100}\n  blacklist: blacklist.csv\n",
  );
  workshop.write("july.log", monthOf("Jul", 3000));
  workshop.write("august.log", monthOf("Aug", 3000).replaceAll("\n", "\r\n"));
  workshop.write("september.log", monthOf("Sep", 600) + heavyOf("Sep", 150, "203.0.113.1"));
  workshop.write("october.log", monthOf("Oct", 600));
  // Later than what is published of the month, so that its figures are those of before.
  workshop.write(
    "decisions.csv",
    "entry,decision,reason,from,until\n203.0.113.1,later,to be asked,2025-09-01,2025-09-30\n",
  );
  workshop.write("print-runs.csv", "Publication;Lang;Issue No.;Printed on;Print run\nThe Paper;en;1;2025-09-01;1000\n");
  await workshop.ingest(["september.log", "october.log"]);
  undisturbed = await oneAfterTheOther(workshop.folder);
});
afterAll(() => workshop.remove());

/** A copy in which all of it is done, and how it is then. */
async function oneAfterTheOther(from: string): Promise<State> {
  const folder = join(workshop.root, `done-${number++}`);
  cpSync(from, folder, {recursive: true});
  for (const words of commands) {
    const said = await runHere(["-C", folder, ...words], workshop.root);
    expect(said.status, `${words.join(" ")}: ${said.stderr}`).toBe(0);
  }
  const state = await stateOf(folder, period);
  removeTree(folder);
  // What was published knows what was read by then; and two that decide the same at once may both write it.
  const compared = Object.entries(state).filter(([name]) => !/^file (?:published|blacklist)/.test(name));
  const decided = state["file blacklist.csv"]!.split("\n").map((row) => row.replace(/,2026-[^,]*$/, ""));
  return {...Object.fromEntries(compared), decided: [...new Set(decided)].join("\n")};
}

describe(`${rounds} rounds of processes at once (seed ${seed})`, () => {
  for (let round = 0; round < rounds; round++) {
    const chosen = Array.from({length: 3 + chance.below(3)}, () => ({
      words: chance.oneOf(commands),
      delayMs: chance.below(150),
    }));
    test(chosen.map(({words}) => words.slice(0, 2).join(" ")).join(" · "), async () => {
      const folder = join(workshop.root, `round-${round}`);
      cpSync(workshop.folder, folder, {recursive: true});
      const ended = chosen.map(async ({words, delayMs}) => {
        await sleep(delayMs);
        return {words, said: await runUntil(null, folder, words, workshop.root)};
      });
      for (const {words, said} of await Promise.all(ended)) {
        if (said.status !== 3) expect(said.status, `${words.join(" ")}: ${said.stderr}`).toBe(0);
        // Of two at the same file, one may have to come again; nothing else is refused.
        else expect(said.stderr, words.join(" ")).toMatch(/^error (?:WORKSPACE_BUSY|IMPORT_REFUSED)/m);
      }
      expect(await oneAfterTheOther(folder)).toEqual(undisturbed);
      removeTree(folder);
    });
  }
});
