import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runHere, Workshop} from "../../intake/workshop.ts";
import {manyOf, seed} from "../sizes.ts";
import {monthOf} from "./logs.ts";
import {runUntil} from "./scene.ts";
import {strayIn} from "./state.ts";

const kills = manyOf({ci: 8, nightly: 300});
const words = ["repair", "july.log", "august.log", "--quiet"];
const report = ["report", "2025-07..2025-08", "--format", "json", "--quiet"];

describe(`repair, killed ${kills} times (seed ${seed}): the next one makes everything what it was`, () => {
  let workshop: Workshop;
  let before: string;
  let [steps, ms] = [0, 0];
  beforeAll(async () => {
    workshop = new Workshop();
    for (const [name, month] of [
      ["july.log", "Jul"],
      ["august.log", "Aug"],
    ] as const) {
      workshop.write(name, monthOf(month, 600));
      await workshop.ingest([name]);
    }
    before = (await workshop.run(...report)).stdout;
    for (const folder of [workshop.store.facts, workshop.store.addresses]) {
      for (const name of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, name));
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(join(folder, name), bytes);
      }
    }
    const folder = copy("whole");
    ({steps, ms} = await runUntil(null, folder, words, workshop.root));
    rmSync(folder, {recursive: true});
  });
  afterAll(() => workshop.remove());

  const copy = (name: string): string => {
    const folder = join(workshop.root, name);
    cpSync(workshop.folder, folder, {recursive: true});
    return folder;
  };

  for (let place = 0; place < kills; place++) {
    const share = (place + 0.5) / kills;
    test(`after ${Math.round(share * 100)} % of its ${place % 2 === 0 ? "time" : "steps"}`, async () => {
      const folder = copy(`copy-${place}`);
      const moment = place % 2 === 0 ? {ms: share * ms} : {step: Math.floor(share * steps)};
      await runUntil(moment, folder, words, workshop.root);
      for (const then of [words, ["check"]]) {
        const said = await runHere(["-C", folder, ...then], workshop.root);
        expect(said.status, said.stdout + said.stderr).toBe(0);
      }
      expect((await runHere(["-C", folder, ...report], workshop.root)).stdout).toBe(before);
      expect(strayIn(folder)).toEqual([]);
      rmSync(folder, {recursive: true});
    });
  }
});
