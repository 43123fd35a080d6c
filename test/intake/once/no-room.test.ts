import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {longTest, rowsOf} from "../../run/amounts.ts";
import {linesFrom, type Said, Workshop} from "../workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const many = linesFrom(0, 30_000);

/** The disk was full: five parts, nothing counted, nothing left behind; with room the same command works. */
async function expectFull(said: Said, words: readonly string[]): Promise<void> {
  expect(said.stderr).toContain("error DISK_FULL: there is no room left on the disk\n  at    ");
  expect(said.stderr).toContain("\n  help  make room and run the same command again; nothing was counted twice\n");
  expect(said.stderr).not.toContain("bug");
  expect(said.status).toBe(3);
  expect(workshop.inputs()).toEqual([]);
  expect(readdirSync(workshop.store.work)).toEqual([]);
  await workshop.ingest(words.slice(1));
  expect((await workshop.report("2026-02")).account[0]?.requests).toBe(30_000);
}

/** Under a limit on the size of every file that is written, in kilobytes. */
const limited = (kilobytes: number): string[] => [
  "bash",
  "-c",
  `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`,
  "bash",
];

const kinds: readonly (readonly [what: string, content: string | Uint8Array])[] = [
  ["facts", many],
  ["facts of a gzip", gzipSync(many)],
  ["lines that have to be made readable", many.replaceAll("\n", "\r\n").replace("Firefox", "\0")],
];
for (const [what, content] of rowsOf(kinds, 0)) {
  test(`no file may get large, ${what}: DISK_FULL`, async () => {
    workshop.write("a.log", content);
    const words = ["ingest", "a.log"];
    await expectFull(await workshop.start(words, {under: limited(100)}).done, words);
  });
}

longTest("no file may get large, standard input: DISK_FULL", async () => {
  const said = await workshop.start(["ingest", "-"], {under: limited(100), input: many}).done;
  workshop.write("a.log", many);
  await expectFull(said, ["ingest", "a.log"]);
});

longTest("no file may get large, quick: DISK_FULL, and its folder is gone", async () => {
  workshop.write("a.log", many);
  const tmp = join(workshop.root, "tmp");
  mkdirSync(tmp);
  const under = ["env", `TMPDIR=${tmp}`, "NODE_DISABLE_COMPILE_CACHE=1", ...limited(100)];
  const {status, stderr} = await workshop.start(["quick", "a.log"], {under}).done;
  expect(stderr).toContain("error DISK_FULL");
  expect(status).toBe(3);
  expect(readdirSync(tmp)).toEqual([]);
});

/** Can this machine's tests have a small disk of their own? Where not, the limit above has to do. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, {recursive: true});
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", folder]).status === 0;
}

describe("a disk that is nearly full", () => {
  const disks: readonly (readonly [what: string, freeKilobytes: number, content: string])[] = [
    ["room for a part of the facts", 200, many],
    ["room for nearly nothing", 48, many],
    ["no room at all", 0, many],
    ["room for a part of the lines made readable", 400, many.replace("Firefox", "\0")],
  ];
  for (const [what, freeKilobytes, content] of rowsOf(disks, 1)) {
    test(`${what}: DISK_FULL`, async () => {
      const {store} = workshop;
      const key = workshop.key;
      const isMounted = mountSmallDisk(store.folder);
      const words = ["ingest", "a.log"];
      workshop.write("a.log", content);
      try {
        if (isMounted) {
          writeFileSync(store.key, `${key}\n`, {mode: 0o600});
          for (const folder of [store.facts, store.work]) mkdirSync(folder);
          fill(store.folder, freeKilobytes);
          const said = await workshop.start(words).done;
          rmSync(join(store.folder, "filler"));
          await expectFull(said, words);
        } else {
          const limit = `trap '' XFSZ; ulimit -f ${freeKilobytes}; exec "$@"`;
          const said = await workshop.start(words, {under: ["bash", "-c", limit, "bash"]}).done;
          await expectFull(said, words);
        }
      } finally {
        if (isMounted) execFileSync("umount", ["--lazy", store.folder]);
      }
    });
  }
});

function fill(folder: string, freeKilobytes: number): void {
  const {bavail, bsize} = statfsSync(folder);
  writeFileSync(join(folder, "filler"), Buffer.alloc(bavail * bsize - freeKilobytes * 1024));
}

describe("no permission", () => {
  /** Root may read and write everything; without these two rights it may what others may. */
  const rights = "-dac_override,-dac_read_search";
  const under = process.getuid?.() === 0 ? ["setpriv", "--bounding-set", rights, "--inh-caps", rights] : [];

  test("a log that may not be read: INPUT_UNREADABLE, and the file beside it goes on", async () => {
    const path = workshop.write("a.log", linesFrom(0, 3));
    workshop.write("b.log", linesFrom(10, 3));
    chmodSync(path, 0o000);
    const {status, stderr} = await workshop.start(["ingest", "a.log", "b.log"], {under}).done;
    expect(stderr).toContain(
      `error INPUT_UNREADABLE: the file may not be read\n  at    ${path}\n  help  run as a user who may read it, or copy it\n`,
    );
    expect(status).toBe(3);
    expect(workshop.counts()).toEqual({"b.log": [3, 3, 0, 0]});
  });

  for (const [what, mode] of [
    ["may not be listed", 0o300],
    ["may not be entered", 0o600],
  ] as const) {
    test(`a folder that ${what}: INPUT_UNREADABLE, and the file beside it goes on`, async () => {
      workshop.write("logs/a.log", linesFrom(0, 3));
      workshop.write("b.log", linesFrom(10, 3));
      chmodSync(join(workshop.root, "logs"), mode);
      const {status, stderr} = await workshop.start(["ingest", "logs", "b.log"], {under}).done;
      chmodSync(join(workshop.root, "logs"), 0o700);
      expect(stderr).toContain("error INPUT_UNREADABLE: the folder may not be read\n  at    logs\n");
      expect(status).toBe(3);
      expect(workshop.counts()).toEqual({"b.log": [3, 3, 0, 0]});
    });
  }

  test("quick without a folder for temporary files: WORKSPACE_DENIED, and what to set", async () => {
    const tmp = workshop.write("a.log", linesFrom(0, 3));
    const {status, stderr} = await workshop.start(["quick", "a.log"], {under: ["env", `TMPDIR=${tmp}`]}).done;
    expect(stderr).toBe(
      `error WORKSPACE_DENIED: no file can be made in the folder for temporary files\n  at    ${tmp}\n  help  set TMPDIR to a folder that you may write in\n`,
    );
    expect(status).toBe(3);
  });

  for (const place of ["folder", "facts", "work"] as const) {
    test(`a store whose ${place} may not be written in: WORKSPACE_DENIED, and nothing counts`, async () => {
      workshop.write("a.log", linesFrom(0, 3));
      const path = workshop.store[place];
      chmodSync(path, 0o500);
      const {status, stderr} = await workshop.start(["ingest", "a.log"], {under}).done;
      chmodSync(path, 0o700);
      expect(stderr).toContain("error WORKSPACE_DENIED: a file of the workspace may not be written\n");
      expect(stderr).toContain("\n  help  run as the user who owns the workspace's files");
      expect(status).toBe(3);
      expect(workshop.inputs()).toEqual([]);
      await workshop.ingest(["a.log"]);
      expect(workshop.counts()).toEqual({"a.log": [3, 3, 0, 0]});
    });
  }
});
