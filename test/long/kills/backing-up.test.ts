import {existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, runHere, Workshop} from "../../intake/workshop.ts";
import {hashesIn, publish} from "../../publish/edition-press.ts";
import {removeTree} from "../../remove-tree.ts";
import {chanceOf, manyOf, seed} from "../sizes.ts";
import {runUntil} from "./scene.ts";

/*
 * A backup, and what is restored of one, is there whole or not at all, whatever kills it; and the same command does it then.
 */

const kills = manyOf({ci: 6, nightly: 100});
let press: Workshop;
beforeAll(async () => {
  press = new Workshop();
  press.write("a.log", linesFrom(0, 400));
  await press.ingest(["a.log", "--quiet"]);
  expect((await publish(press, "--quiet")).status).toBe(0);
  expect((await press.run("backup", "whole.tar.zst", "--with-key", "--quiet")).status).toBe(0);
});
afterAll(() => press.remove());

const there = (name: string): boolean => existsSync(join(press.root, name));

for (const [what, words, made, isWhole] of [
  [
    "backup",
    ["backup", "killed.tar.zst", "--with-key", "--quiet"],
    "killed.tar.zst",
    async () => (await runHere(["backup", "--check", "killed.tar.zst"], press.root)).status === 0,
  ],
  [
    "restore",
    ["restore", "whole.tar.zst", "--workspace", "killed", "--quiet"],
    "killed",
    async () => (await runHere(["-C", "killed", "check"], press.root)).stdout.includes("Nothing is wrong."),
  ],
] as const) {
  describe(`${what}, killed ${kills} times (seed ${seed})`, () => {
    const chance = chanceOf(`backing up: ${what}`);
    let steps = 0;
    let caught = 0;
    let before: Record<string, string>;
    beforeAll(async () => {
      before = hashesIn(press.folder);
      const ended = await runUntil(null, press.folder, words, press.root);
      expect(ended.status, ended.stderr).toBe(0);
      ({steps} = ended);
      removeTree(join(press.root, made));
    }, 60_000);

    for (let place = 0; place < kills; place++) {
      test(`after ${Math.round((place / kills) * 100)} % of its steps`, async () => {
        const step = Math.floor(((place + chance.next()) / kills) * steps);
        const {status} = await runUntil({step}, press.folder, words, press.root);
        if (status === null) caught++;
        if (there(made)) {
          expect(await isWhole()).toBe(true);
          removeTree(join(press.root, made));
        } else expect(status).toBeNull();
        const again = await runUntil(null, press.folder, words, press.root);
        expect(again.status, again.stderr).toBe(0);
        expect(await isWhole()).toBe(true);
        removeTree(join(press.root, made));
        expect(readdirSync(press.root).filter((name) => name.startsWith(".broadsheet-restored."))).toEqual([]);
        for (const name of readdirSync(press.root).filter((one) => one.startsWith("."))) rmSync(join(press.root, name));
        for (const [name, hash] of Object.entries(before)) {
          if (!/store\/(?:lock|publishing|catalogue|checked)/.test(name))
            expect(hashesIn(press.folder)[name]).toBe(hash);
        }
      }, 60_000);
    }

    test("enough of those kills came while it was at work", () => expect(caught).toBeGreaterThan(kills / 2));
  });
}
