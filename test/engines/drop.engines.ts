import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {manyOf} from "../long/sizes.ts";
import {runNow} from "./engines.ts";
import {hasNewServer, NewServer} from "./new-server.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * What was taken out of a cluster counts on no machine any more, whatever dies meanwhile, and goes from the servers.
 */

let servers: OldServers;
let names = 0;
/** Two machines of one publisher, and one whose cluster never read what the others take out. */
let [one, two, other]: Workshop[] = [];

beforeAll(async () => {
  if (hasServer) servers = await OldServers.start(2);
});
afterAll(async () => {
  for (const press of [one, two, other]) press?.remove();
  await servers?.stop();
});

const database = (): string => `drop_${names}`;

function machine(name: string, key?: string): Workshop {
  const made = new Workshop(JSON.stringify({publication: "The Press", engine: servers.settings(name)}));
  if (key !== undefined) writeFileSync(made.store.key, `${key}\n`);
  return made;
}

async function run(on: Workshop, words: readonly string[], status = 0): Promise<{stdout: string; stderr: string}> {
  const said = await runNow(["-C", on.folder, ...words], on.root);
  expect(said.status, said.stderr).toBe(status);
  return said;
}

// Of its lines, 20 stand in the other log, too, and count there.
const mistaken = `${linesFrom(40, 90)}not a request\n`;

async function read(on: Workshop, logs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(logs)) await run(on, ["ingest", on.write(name, text), "--quiet"]);
}

async function sayAll(on: Workshop): Promise<string[]> {
  const said: string[] = [];
  for (const words of [
    ["report", "2026-02", "--tables", "all", "--no-ranges", "--format", "json", "--quiet"],
    ["quarantine"],
    ["inputs"],
    ["review", "2026-02", "--list", "--all"],
  ]) {
    said.push((await run(on, words)).stdout);
  }
  return said;
}

/** What a machine knows of what was read, and how many requests count. */
async function counted(on: Workshop): Promise<string> {
  const account = await run(on, ["account", "2026-02", "--format", "json"]);
  return (await run(on, ["inputs"])).stdout + account.stdout;
}

/** How many rows of each kind the servers hold together. */
async function rowsThere(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["fact", "refused", "place", "sealed"]) {
    counts[table] = 0;
    for (const shard of [0, 1]) {
      counts[table] += Number(await servers.ask(`select count() from ${database()}.${table}`, shard));
    }
  }
  return counts;
}

/** Servers delete when they find time. */
async function expectRows(want: Readonly<Record<string, number>>): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    if (JSON.stringify(await rowsThere()) === JSON.stringify(want)) return;
    await sleep(100);
  }
  expect(await rowsThere()).toEqual(want);
}

const drop = ["inputs", "drop", "mistaken.log", "--yes"];

describe.skipIf(!hasServer)("two machines and two shards (wants clickhouse-server)", () => {
  let wantedRows: Record<string, number> = {};

  beforeEach(async () => {
    names++;
    for (const press of [one, two, other]) press?.remove();
    one = machine(database());
    two = machine(database(), one.key);
    other = machine(`${database()}_other`, one.key);
    for (const press of [one, other]) await run(press, ["engine", "setup"]);
    await read(one, {"wanted.log": linesFrom(0, 60)});
    await read(other, {"wanted.log": linesFrom(0, 60)});
    wantedRows = await rowsThere();
    await read(two, {"mistaken.log": mistaken});
  });

  test("say what machines say that never read it, hold no row of it, and can read it again", async () => {
    const both = await sayAll(one!);
    const {stdout, stderr} = await run(one!, drop);
    expect(stderr).toBe("mistaken.log has 91 lines, 70 requests of February 2026.\n");
    expect(stdout).toBe(
      "Took out 91 lines in 1 file. It can be read again with broadsheet ingest.\nThe servers delete its rows when they find time.\n",
    );
    const without = await sayAll(other!);
    expect(await sayAll(one!)).toEqual(without);
    expect(await sayAll(two!)).toEqual(without);
    await expectRows(wantedRows);
    await run(two!, ["ingest", join(two!.root, "mistaken.log"), "--quiet"]);
    expect(await sayAll(one!)).toEqual(both);
  });

  test("say so where it had grown, and where it was moved there with several parts", async () => {
    appendFileSync(join(two!.root, "mistaken.log"), linesFrom(300, 20));
    await run(two!, ["ingest", "mistaken.log", "--quiet"]);
    await run(one!, drop);
    expect(await sayAll(two!)).toEqual(await sayAll(other!));
    await expectRows(wantedRows);
  });

  test("what has grown meanwhile on another machine is read as a whole, and counts once", async () => {
    await run(one!, drop);
    appendFileSync(join(two!.root, "mistaken.log"), linesFrom(300, 20));
    expect((await run(two!, ["ingest", "mistaken.log"])).stderr).toContain("mistaken.log: 111 lines; 90 requests");
  });

  test("a machine that reads on in it while it is taken out adds nothing to what is gone", async () => {
    for (let turn = 0; turn < manyOf({ci: 2, nightly: 6}); turn++) {
      appendFileSync(join(two!.root, "mistaken.log"), linesFrom(1000 + turn * 200, 200));
      await Promise.all([
        run(two!, ["ingest", "mistaken.log", "--quiet"]),
        runNow(["-C", one!.folder, ...drop], one!.root),
      ]);
      const lines = readFileSync(join(two!.root, "mistaken.log"), "utf8").split("\n").length - 1;
      const inputs = JSON.parse((await run(one!, ["inputs", "--format", "json"])).stdout) as {
        name: string;
        lines: number;
      }[];
      const left = inputs.filter(({name}) => name === "mistaken.log");
      // It was taken out after it was read, or read as a whole afterwards.
      expect(left.map((input) => input.lines)).toEqual(left.length === 0 ? [] : [lines]);
    }
  });

  /** What machines do to the lock of one that has not been heard of for ten minutes. */
  async function breakLocks(): Promise<void> {
    const [event, left] = [`${database()}.event`, "kind in ('leave', 'broken')"];
    await servers.ask(`insert into ${event} (number, kind, id, lock, body, at)
      select 0, 'broken', id, id, '', now() from ${event}
      where kind = 'wish' and id not in (select id from ${event} where ${left})`);
  }

  test("killed at any moment it is as before or as after, and the same command finishes it", async () => {
    const [before, after] = [await counted(two!), await counted(other!)];
    const entered = `select count() from ${database()}.event where kind = 'drop'`;
    for (let turn = 0; turn < manyOf({ci: 2, nightly: 6}); turn++) {
      const running = one!.start(drop);
      const known = await servers.ask(entered);
      // Half of them just when it begins to count no more, the others at some moment of the way there.
      if (turn % 2 === 0) {
        while ((await servers.ask(entered)) === known && running.process.exitCode === null) await sleep(1);
        await sleep(turn * 2);
      } else await sleep(400 + turn * 100);
      running.process.kill("SIGKILL");
      await running.done;
      await breakLocks();
      expect([before, after]).toContain(await counted(two!));
      await run(one!, drop);
      expect(await counted(two!)).toBe(after);
      await expectRows(wantedRows);
      await run(two!, ["ingest", "mistaken.log", "--quiet"]);
      expect(await counted(two!)).toBe(before);
    }
    await run(one!, drop);
    expect(await sayAll(two!)).toEqual(await sayAll(other!));
  });

  test("a shard that dies on the way leaves it taken out, and the same command finishes it", async () => {
    const entered = `select count() from ${database()}.event where kind = 'drop'`;
    const running = one!.start(drop);
    while ((await servers.ask(entered)) === "0" && running.process.exitCode === null) await sleep(1);
    await servers.kill(1);
    await running.done;
    await servers.revive(1);
    expect(await sayAll(two!)).toEqual(await sayAll(other!));
    const {stdout} = await run(one!, drop);
    expect(stdout).toBe("It was taken out before.\nThe servers delete its rows when they find time.\n");
    await expectRows(wantedRows);
  });

  test("a report that is being made keeps its rows, and set-up deletes them when it is done", async () => {
    const second = Number(await servers.ask("select toUnixTimestamp(now())"));
    const marker = `${database()}.run_${second}_0123456789ab_0_open`;
    await servers.ask(`create table ${marker} (nothing UInt8) engine = Memory`);
    const there = await rowsThere();
    expect((await run(one!, drop)).stdout).toBe(
      "Took out 91 lines in 1 file. It can be read again with broadsheet ingest.\nA report is being made on the servers, which keep its rows until then: broadsheet engine setup deletes them.\n",
    );
    expect(await sayAll(two!)).toEqual(await sayAll(other!));
    await run(one!, ["engine", "setup", "--quiet"]);
    await sleep(1000);
    expect({...(await rowsThere()), sealed: 0}).toEqual({...there, sealed: 0});
    await servers.ask(`drop table ${marker}`);
    await run(one!, ["engine", "setup", "--quiet"]);
    await expectRows(wantedRows);
  });

  test("a name that was never read is refused, and nothing is entered", async () => {
    const {stderr} = await run(one!, ["inputs", "drop", "nothing.log", "--yes"], 3);
    expect(stderr).toContain("error INPUT_UNKNOWN: no input was read that is named nothing.log\n");
    expect(await servers.ask(`select count() from ${database()}.event where kind = 'drop'`)).toBe("0");
  });

  test("without --yes, nothing is taken out", async () => {
    const before = await sayAll(one!);
    expect((await run(one!, ["inputs", "drop", "mistaken.log"], 2)).stderr).toContain("nobody said that it is meant");
    expect(await sayAll(two!)).toEqual(before);
  });
});

test.skipIf(!hasNewServer)("ClickHouse 26 deletes alike (wants test/engines/chdb)", async () => {
  const server = await NewServer.start();
  const press = new Workshop(JSON.stringify({publication: "The Press", engine: server.settings("drop_new")}));
  const left = async (): Promise<string> => {
    const counts = ["fact", "refused", "place", "sealed"].map((table) => `(select count() from drop_new.${table})`);
    return server.ask(`select ${counts.join(", ")} format TSV`);
  };
  try {
    await run(press, ["engine", "setup"]);
    await read(press, {"wanted.log": linesFrom(0, 60)});
    const [before, rows] = [await counted(press), await left()];
    await read(press, {"mistaken.log": mistaken});
    await run(press, drop);
    expect(await counted(press)).toBe(before);
    for (let turn = 0; turn < 300 && (await left()) !== rows; turn++) await sleep(100);
    expect(await left()).toBe(rows);
  } finally {
    press.remove();
    await server.stop();
  }
});
