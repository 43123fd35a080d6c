import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, statfsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {removeTree} from "../remove-tree.ts";

const memory = "/dev/shm";
/** What all tests that run at once have never needed half of, and what has to be left to the processes. */
const [roomBytes, memoryBytes] = [2 * 2 ** 30, 6 * 2 ** 30];

/**
 * Has the folder for temporary files in memory, where this machine has the room: a file there costs a fraction of what one on a disk
 * does, and tests make and take away tens of thousands. With `TMPDIR` it is where that says.
 */
export default function keepInMemory(): (() => void) | undefined {
  if (process.env["TMPDIR"] !== undefined || !existsSync(memory)) return undefined;
  const {bavail, bsize} = statfsSync(memory);
  if (bavail * bsize < roomBytes || process.availableMemory() < memoryBytes) return undefined;
  const folder = mkdtempSync(join(memory, "broadsheet-tests-"));
  const remove = (): void => {
    delete process.env["TMPDIR"];
    removeTree(folder);
  };
  // Many containers run nothing from there, and tests have scripts.
  const script = join(folder, "script");
  writeFileSync(script, "#!/bin/sh\n", {mode: 0o755});
  if (spawnSync(script).status !== 0) {
    remove();
    return undefined;
  }
  process.env["TMPDIR"] = folder;
  return remove;
}
