import {mkdirSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, mayMount, OldServers} from "./old-servers.ts";

/*
 * A disk that is really full: said so, nothing lost, nothing counted twice.
 */

const isLeftOut = !hasServer || !mayMount;
let servers: OldServers;
let press: Workshop;
/** What the same logs say in files of one's own, on a disk that has room. */
let undisturbed: string;

beforeAll(async () => {
  if (isLeftOut) return;
  servers = await OldServers.start(2, {diskMegabytes: 128});
  press = new Workshop("publication: The Press\n");
  press.write("small.log", linesFrom(0, 100));
  press.write("large.log", linesFrom(100, 20_000));
  await run(press, ["ingest", "small.log", "large.log"]);
  undisturbed = (await run(press, report)).stdout;
});
afterAll(async () => {
  press?.remove();
  await servers?.stop();
});

async function run(on: Workshop, words: readonly string[], status = 0): Promise<{stdout: string; stderr: string}> {
  const said = await runNow(["-C", on.folder, ...words], on.root);
  expect(said.status, said.stderr).toBe(status);
  return said;
}

const report = ["report", "2026-02", "--tables", "none", "--format", "json", "--quiet"];

/** Takes what room a disk has left, but for the beginning of what is to come. */
function takeRoom(disk: string): void {
  const {bavail, bsize} = statfsSync(disk);
  writeFileSync(join(disk, "ballast", "large"), Buffer.alloc(bavail * bsize - 64_000));
}

/** Takes every further name that a disk has, though it has room: no file can be made on it. */
function takeNames(disk: string): void {
  const {ffree} = statfsSync(disk);
  for (let n = 0; n < ffree; n++) writeFileSync(join(disk, "ballast", String(n)), "");
}

// In CI, where the tests are root's, nothing keeps them from it.
const why = mayMount ? "wants clickhouse-server" : "left out: nobody may mount a disk here";
describe.skipIf(isLeftOut)(`two shards with small disks of their own (${why})`, () => {
  let number = 0;
  for (const [what, take] of [
    ["has no room", takeRoom],
    ["takes no more files", takeNames],
  ] as const) {
    for (const shard of [0, 1]) {
      test(`where that of shard ${shard + 1} ${what}, the same command finishes the work as soon as there is`, async () => {
        number++;
        writeFileSync(
          join(press.folder, "broadsheet.yaml"),
          JSON.stringify({publication: "The Press", engine: servers.settings(`full_${number}`)}),
        );
        await run(press, ["engine", "setup"]);
        await run(press, ["ingest", "small.log"]);

        const ballast = join(servers.disk(shard), "ballast");
        mkdirSync(ballast);
        try {
          take(servers.disk(shard));
          for (const words of [["ingest", "small.log", "large.log"], report]) {
            const {stdout, stderr} = await run(press, words, 3);
            const where = `  at    ${servers.urls[shard]}\n  help  make room and run the same command again; nothing was counted twice\n`;
            expect(stderr).toContain(`error DISK_FULL: there is no room left on the server's disk\n${where}`);
            expect(stdout).toBe("");
          }
        } finally {
          rmSync(ballast, {recursive: true});
        }
        expect((await run(press, ["ingest", "small.log", "large.log"])).stderr).toContain("20,000 requests");
        expect((await run(press, report)).stdout).toBe(undisturbed);
      });
    }
  }
});
