import {execFileSync, spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runHere, Workshop} from "../intake/workshop.ts";
import type {Scene} from "./kills/scene.ts";
import {closing, deciding, importing, ingesting, publishing, restating} from "./kills/scenes.ts";
import {type State, stateOf, strayIn} from "./kills/state.ts";
import {chanceOf, manyOf, seed} from "./sizes.ts";

/*
 * A workspace on a disk that is full at one write or another: said so, nothing half done, and with room the same command
 * ends with the figures that it would have had.
 */

const megabytes = 24;
const mayMount = tryMount();
const why = mayMount ? "" : " (left out: nobody may mount a disk here)";

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-disk-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder]).status === 0;
  if (isMounted) execFileSync("umount", ["--lazy", folder]);
  rmSync(folder, {recursive: true});
  return isMounted;
}

for (const scene of [ingesting, closing, publishing, deciding, restating, importing]) {
  describe.skipIf(!mayMount)(`${scene.name} on a full disk${why} (seed ${seed})`, () => fillAgainAndAgain(scene));
}

function fillAgainAndAgain(scene: Scene): void {
  const tries = manyOf({ci: 5, nightly: 80});
  const chance = chanceOf(`${scene.name} on a full disk`);
  let workshop: Workshop;
  let [before, after]: [State, State] = [{}, {}];
  let left: readonly string[] = [];
  let most = 0;
  let refused = 0;

  /** Lets a copy of the workspace lie on a disk of its own, with so much room left; null is room enough. */
  const onDisk = async (room: number | null, use: (folder: string, makeRoom: () => void) => Promise<void>) => {
    const disk = join(workshop.root, "disk");
    mkdirSync(disk, {recursive: true});
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "tmpfs", disk]);
    try {
      const folder = join(disk, "press");
      cpSync(workshop.folder, folder, {recursive: true});
      const filler = join(disk, "filler");
      if (room !== null) writeFileSync(filler, Buffer.alloc(Math.max(0, roomOn(disk) - room)));
      await use(folder, () => rmSync(filler, {force: true}));
    } finally {
      execFileSync("umount", ["--lazy", disk]);
    }
  };
  const run = (folder: string) => runHere(["-C", folder, ...scene.words], workshop.root);

  beforeAll(async () => {
    workshop = new Workshop(scene.config);
    await scene.prepare(workshop);
    before = await stateOf(workshop.folder, scene.period);
    await onDisk(null, async (folder) => {
      const room = roomOn(join(folder, ".."));
      const said = await run(folder);
      expect(said.status, said.stderr).toBe(0);
      // What frees room in the end needs some meanwhile.
      most = Math.max(room - roomOn(join(folder, "..")), 200_000);
      after = await stateOf(folder, scene.period);
      left = strayIn(folder);
    });
  });
  afterAll(() => workshop.remove());

  for (let place = 0; place < tries; place++) {
    const share = place === 0 ? 0 : (place - 1 + chance.next()) / (tries - 1);
    test(`with room for ${Math.round(share * 100)} % of what it writes`, async () => {
      await onDisk(Math.floor(share * most), async (folder, makeRoom) => {
        const said = await run(folder);
        if (said.status !== 0) {
          refused++;
          expect(said.stderr).toMatch(
            /^error DISK_FULL: there is no room left on the disk\n(?: {2}at {4}\S.*\n)? {2}help {2}make room and run /m,
          );
          expect(said.stderr).not.toContain("bug");
          expect(said.status).toBe(3);
        }
        makeRoom();
        const between = await stateOf(folder, scene.period);
        for (const name of Object.keys({...before, ...after})) {
          expect([before[name], after[name]], name).toContain(between[name]);
        }
        const again = await run(folder);
        expect(again.status, again.stderr).toBe(0);
        expect(await stateOf(folder, scene.period)).toEqual(after);
        expect(left).toEqual(expect.arrayContaining(strayIn(folder)));
      });
    });
  }

  test("the disk was full often enough", () => expect(refused).toBeGreaterThan(0));
}

function roomOn(disk: string): number {
  const {bavail, bsize} = statfsSync(disk);
  return bavail * bsize;
}
