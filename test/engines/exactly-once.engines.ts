import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * However many machines read the same lines, however often, and whatever dies meanwhile: each line counts once.
 */

let servers: OldServers;
let names = 0;
/** Two machines of one publisher: the same settings and the same key. */
let [one, two]: Workshop[] = [];

beforeAll(async () => {
  if (hasServer) servers = await OldServers.start(2);
});
afterAll(() => servers?.stop());

function machine(database: string, key?: string): Workshop {
  const made = new Workshop(
    JSON.stringify({publication: "The Press", places: false, engine: servers.settings(database)}),
  );
  if (key !== undefined) writeFileSync(made.store.key, `${key}\n`);
  return made;
}

async function ingest(on: Workshop, files: readonly string[], status = 0): Promise<string> {
  const said = await runNow(["-C", on.folder, "ingest", ...files], on.root);
  expect(said.status, said.stderr).toBe(status);
  return said.stderr;
}

/** What the report of the month says of how many requests there were. */
async function counted(on: Workshop): Promise<number> {
  const {stdout, stderr, status} = await runNow(["-C", on.folder, "account", "2026-02", "--format", "json"], on.root);
  if (status === 3 && /PERIOD_EMPTY/.test(stderr)) return 0;
  expect(status, stderr).toBe(0);
  return (JSON.parse(stdout) as {total: {requests: number}}).total.requests;
}

describe.skipIf(!hasServer)("two machines and two shards (wants clickhouse-server)", () => {
  beforeEach(async () => {
    const database = `once_${names++}`;
    one?.remove();
    two?.remove();
    one = machine(database);
    two = machine(database, one.key);
    const said = await runNow(["-C", one.folder, "engine", "setup"], one.root);
    expect(said.status, said.stderr).toBe(0);
  });
  afterAll(() => {
    one?.remove();
    two?.remove();
  });

  test("different files of two machines count together", async () => {
    one!.write("a.log", linesFrom(0, 300));
    two!.write("a.log", linesFrom(300, 200));
    await Promise.all([ingest(one!, ["a.log"]), ingest(two!, ["a.log"])]);
    expect(await counted(one!)).toBe(500);
    expect(await counted(two!)).toBe(500);
  });

  test("the same file from two machines at once counts once", async () => {
    for (const on of [one!, two!]) for (let n = 0; n < 6; n++) on.write(`${n}.log`, linesFrom(n * 100, 100));
    const files = [0, 1, 2, 3, 4, 5].map((n) => `${n}.log`);
    await Promise.all([ingest(one!, files), ingest(two!, files.toReversed())]);
    expect(await counted(two!)).toBe(600);
  });

  test("a file that has grown on the other machine adds its new lines", async () => {
    one!.write("access.log", linesFrom(0, 100));
    await ingest(one!, ["access.log"]);
    two!.write("copy.log", linesFrom(0, 150));
    expect(await ingest(two!, ["copy.log"])).toContain("copy.log: 50 new lines; 50 requests");
    expect(await counted(one!)).toBe(150);
  });

  test("states of one file from two machines at once count as its longest", async () => {
    one!.write("access.log", linesFrom(0, 2000));
    two!.write("access.log", linesFrom(0, 3000));
    await Promise.all([ingest(one!, ["access.log"]), ingest(two!, ["access.log"])]);
    expect(await counted(one!)).toBe(3000);
  });

  test("an earlier, packed state of a file that the other machine has read adds nothing", async () => {
    const lines = `${linesFrom(0, 20)}not a request\n${linesFrom(20, 200)}`;
    one!.write("access.log", lines);
    await ingest(one!, ["access.log"]);
    two!.write("access.log.1.gz", gzipSync(lines.slice(0, lines.indexOf("\n", 9000) + 1)));
    expect(await ingest(two!, ["access.log.1.gz"])).toContain("read before, adds nothing");
    expect(await counted(two!)).toBe(220);
  });

  test("lines that stand in files of two machines count once, and both machines say so", async () => {
    one!.write("week1.log", linesFrom(0, 300));
    await ingest(one!, ["week1.log"]);
    two!.write("week2.log", linesFrom(200, 300));
    expect(await ingest(two!, ["week2.log"])).toContain("100 lines stand in week1.log, too, and count there");
    expect(await counted(one!)).toBe(500);
    expect(await counted(two!)).toBe(500);
    for (const on of [one!, two!]) {
      const {stdout} = await runNow(["-C", on.folder, "report", "2026-02", "--format", "json", "--quiet"], on.root);
      expect(stdout).toContain("week1.log");
      expect(JSON.stringify(JSON.parse(stdout)["inputs"])).toContain("week2.log");
    }
  });

  test("and files of one command, and of two machines at once", async () => {
    one!.write("1.log", linesFrom(0, 300));
    one!.write("2.log", linesFrom(200, 300));
    two!.write("3.log", linesFrom(400, 300));
    await Promise.all([ingest(one!, ["1.log", "2.log"]), ingest(two!, ["3.log"])]);
    expect(await counted(one!)).toBe(700);
    expect(await counted(two!)).toBe(700);
  });

  test("a file of which nothing could be read stands in the report of every machine, until it is read or dropped", async () => {
    one!.write("a.log", linesFrom(0, 20));
    one!.write("broken.log.gz", gzipSync(linesFrom(100, 50)).subarray(0, 200));
    one!.write("other.log.gz", gzipSync(linesFrom(200, 50)).subarray(0, 200));
    await ingest(one!, ["a.log", "broken.log.gz", "other.log.gz"], 3);
    const unread = async (on: Workshop): Promise<unknown> => {
      const {stdout} = await runNow(["-C", on.folder, "report", "2026-02", "--format", "json", "--quiet"], on.root);
      return (JSON.parse(stdout) as {unread: readonly {name: string}[]}).unread.map(({name}) => name);
    };
    expect(await unread(two!)).toEqual(["broken.log.gz", "other.log.gz"]);
    one!.write("broken.log.gz", gzipSync(linesFrom(100, 50)));
    await ingest(one!, ["broken.log.gz"]);
    expect(await unread(two!)).toEqual(["other.log.gz"]);
    const said = await runNow(["-C", two!.folder, "inputs", "drop", "other.log.gz", "--yes"], two!.root);
    expect(said.status, said.stderr).toBe(0);
    expect(await unread(one!)).toEqual([]);
  });

  test("a shard that dies in the middle leaves nothing that counts, and the same command finishes the work", async () => {
    one!.write("small.log", linesFrom(0, 50));
    await ingest(one!, ["small.log"]);
    one!.write("large.log", linesFrom(100, 60_000));
    const running = one!.start(["ingest", "large.log"]);
    while ((await servers.ask(`select count() from once_${names - 1}.event where kind = 'begin'`)) !== "2")
      await sleep(5);
    await servers.kill(1);
    const said = await running.done;
    expect(said.status, said.stderr).toBe(4);
    expect(said.stderr).toMatch(/^error ENGINE_FAILED: the server does not answer[\s\S]*nothing was counted twice$/m);
    await servers.revive(1);
    expect(await counted(two!)).toBe(50);
    await ingest(one!, ["large.log"]);
    expect(await counted(two!)).toBe(60_050);
  });

  test("an ingest that is killed on its way leaves nothing that counts, and the same command finishes the work", async () => {
    one!.write("large.log", linesFrom(0, 60_000));
    const running = one!.start(["ingest", "large.log"]);
    while ((await servers.ask(`select count() from once_${names - 1}.event where kind = 'begin'`)) !== "1")
      await sleep(5);
    running.process.kill("SIGKILL");
    await running.done;
    expect(await counted(two!)).toBe(0);
    await ingest(one!, ["large.log"]);
    expect(await counted(two!)).toBe(60_000);
  });

  test("a report whose shard dies says so, and leaves the servers able to answer the next", async () => {
    one!.write("a.log", linesFrom(0, 20_000));
    await ingest(one!, ["a.log"]);
    const running = one!.start(["report", "2026-02", "--quiet"]);
    const made = `select count() from system.tables where database = 'once_${names - 1}' and name like 'run_%'`;
    while (Number(await servers.ask(made, 1)) < 6) await sleep(5);
    await servers.kill(1);
    const said = await running.done;
    expect(said.status, said.stderr).toBe(4);
    expect(said.stderr).toMatch(/^error ENGINE_FAILED: /);
    expect(said.stdout).toBe("");
    await servers.revive(1);
    expect(await counted(one!)).toBe(20_000);
  });

  test("a report leaves no table behind, and two at once do not disturb each other", async () => {
    one!.write("a.log", linesFrom(0, 2000));
    await ingest(one!, ["a.log"]);
    const report = async (on: Workshop): Promise<string> => {
      const words = ["-C", on.folder, "report", "2026-02", "--format", "json", "--quiet"];
      const {status, stdout, stderr} = await runNow(words, on.root);
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const [first, second] = await Promise.all([report(one!), report(two!)]);
    expect(second).toBe(first);
    for (const shard of [0, 1]) {
      expect(
        await servers.ask(`select name from system.tables where database = 'once_${names - 1}' order by name`, shard),
      ).toBe("event\nfact\nnetwork\nplace\nrefused\nsealed");
    }
  });

  test("no server has seen an address, the key or the password", async () => {
    const folder = join(one!.root, "press");
    const settings = JSON.parse(readFileSync(join(folder, "broadsheet.yaml"), "utf8")) as object;
    const methodology = {developers: ["198.19.0.0/18"]};
    writeFileSync(join(folder, "broadsheet.yaml"), JSON.stringify({...settings, methodology}));
    await runNow(["-C", folder, "engine", "setup"], one!.root);
    one!.write("a.log", linesFrom(0, 100));
    await ingest(one!, ["a.log"]);
    expect(await counted(one!)).toBe(100);
    const logs = servers.logs();
    expect(logs).toContain("cityHash64");
    for (const secret of [one!.key, "198.18.0.", "a quiet test's word"]) expect(logs).not.toContain(secret);
  });

  test("what was sent and never counted goes with a later set-up", async () => {
    const event = `once_${names - 1}.event`;
    await servers.ask(`insert into ${event} values (0, 'begin', 77, 77, '', now() - 100000)`);
    await servers.ask(`insert into once_${names - 1}.refused (load, line) values (77, 1)`);
    expect((await runNow(["-C", one!.folder, "engine", "setup"], one!.root)).status).toBe(0);
    for (let turn = 0; turn < 100; turn++) {
      if ((await servers.ask(`select count() from once_${names - 1}.refused`)) === "0") return;
      await sleep(100);
    }
    expect.fail("it is still there");
  });
});

afterAll(() => {
  if (servers) rmSync(servers.root, {recursive: true, force: true});
});
