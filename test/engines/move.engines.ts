import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {lineOf, linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * A workspace moves to the servers and back: whatever it knew, it knows there.
 */

let servers: OldServers;
let names = 0;
let [here, away]: Workshop[] = [];

beforeAll(async () => {
  if (hasServer) servers = await OldServers.start(2);
});
afterAll(async () => {
  here?.remove();
  away?.remove();
  await servers?.stop();
});

async function run(on: Workshop, words: readonly string[], status = 0): Promise<{stdout: string; stderr: string}> {
  const said = await runNow(["-C", on.folder, ...words], on.root);
  expect(said.status, said.stderr).toBe(status);
  return said;
}

function settle(on: Workshop, engine?: Record<string, unknown>): void {
  writeFileSync(
    join(on.folder, "broadsheet.yaml"),
    JSON.stringify({publication: "The Press", ...(engine ? {engine} : {})}),
  );
}

const reports = [
  ["report", "2026-02", "--tables", "all", "--format", "json", "--quiet"],
  ["quarantine", "--format", "json"],
];

async function allOf(on: Workshop): Promise<string[]> {
  const said: string[] = [];
  for (const words of reports) said.push((await run(on, words)).stdout);
  return said;
}

describe.skipIf(!hasServer)("a workspace with files that have grown (wants clickhouse-server)", () => {
  const onServers = (): Record<string, unknown> => servers.settings(`move_${names}`);
  let before: string[] = [];

  beforeEach(async () => {
    names++;
    here?.remove();
    away?.remove();
    here = new Workshop("publication: The Press\n");
    away = new Workshop("publication: The Press\n");
    writeFileSync(away.store.key, readFileSync(here.store.key));
    const log = here.write(
      "access.log",
      `${linesFrom(0, 400)}no request, 10.1.2.3, "a" \\N\n${lineOf(400, {path: '/"quoted",\\N\\x'})}`,
    );
    here.write("other.log", linesFrom(5000, 300));
    await run(here, ["ingest", "access.log", "other.log"]);
    appendFileSync(log, `${linesFrom(500, 100)}cut in the`);
    await run(here, ["ingest", "access.log"]);
    before = await allOf(here);
    settle(here, onServers());
    settle(away, onServers());
    await run(here, ["engine", "setup"]);
  });

  test("says the same on the servers, and the same when it is back in files", async () => {
    expect((await run(here!, ["engine", "move", "--to", "clickhouse"])).stderr).toMatch(
      /^Moved 803 lines in 2 files\. The files/,
    );
    expect(await allOf(here!)).toEqual(before);
    expect(await allOf(away!)).toEqual(before);
    expect((await run(away!, ["engine", "move", "--to", "duckdb"])).stderr).toMatch(
      /^Moved 803 lines in 2 files\. The servers/,
    );
    settle(away!);
    expect(await allOf(away!)).toEqual(before);
    expect(away!.addresses()).toEqual(here!.addresses());
    expect(away!.addresses()["2026-02"]).toHaveLength(801);
    for (const name of ["access.log", "other.log"]) away!.write(name, readFileSync(join(here!.root, name)));
    expect((await run(away!, ["ingest", "access.log", "other.log"])).stderr).toContain("Read 0 lines in 2 files");
  });

  test("a closed month is closed on the servers, and is closed when it is back in files", async () => {
    settle(here!);
    await run(here!, ["close", "2026-02"]);
    settle(here!, onServers());
    await run(here!, ["engine", "move", "--to", "clickhouse"]);
    expect((await run(away!, ["close", "2026-02"])).stdout).toMatch(/^February 2026 was closed on /);
    away!.write("late.log", linesFrom(9000, 10));
    expect((await run(away!, ["ingest", "late.log"])).stderr).toContain("February 2026 is closed: no addresses of it");
    settle(away!);
    away!.write("other.log", linesFrom(5000, 300));
    await run(away!, ["ingest", "other.log"]);
    expect(away!.addresses()["2026-02"]).toHaveLength(300);
    settle(away!, onServers());
    await run(away!, ["engine", "move", "--to", "duckdb"]);
    expect(away!.addresses()).toEqual({});
  });

  test("a second move adds nothing, and what is read on the servers afterwards goes on where the files ended", async () => {
    await run(here!, ["engine", "move", "--to", "clickhouse"]);
    expect((await run(here!, ["engine", "move", "--to", "clickhouse"])).stderr).toMatch(
      /^Moved 0 lines in 0 files\. 2 files were there before\./,
    );
    appendFileSync(join(here!.root, "access.log"), ` middle\n${linesFrom(700, 10)}`);
    expect((await run(here!, ["ingest", "access.log", "other.log"])).stderr).toContain(
      "access.log: 10 new lines; 10 requests",
    );
  });

  test("a move that is killed counts what it had moved, and the next one moves the rest", async () => {
    for (let n = 0; n < 6; n++) here!.write(`more-${n}.log`, linesFrom(10_000 + n * 3000, 3000));
    settle(here!);
    await run(here!, ["ingest", ...[0, 1, 2, 3, 4, 5].map((n) => `more-${n}.log`)]);
    before = await allOf(here!);
    settle(here!, onServers());
    const running = here!.start(["engine", "move", "--to", "clickhouse"]);
    while ((await servers.ask(`select count() from move_${names}.event where kind = 'begin'`)) < "4") await sleep(5);
    running.process.kill("SIGKILL");
    await running.done;
    await run(here!, ["engine", "move", "--to", "clickhouse"]);
    expect(await allOf(away!)).toEqual(before);
  });

  test("a file that another machine has read further stays, and says that its log has to be read", async () => {
    away!.write("longer.log", linesFrom(5000, 350));
    await run(away!, ["ingest", "longer.log"]);
    const {stderr} = await run(here!, ["engine", "move", "--to", "clickhouse"], 3);
    expect(stderr).toMatch(
      /^error INPUT_UNREADABLE: the cluster knows longer\.log, which begins alike; [^\n]*\n {2}at {4}other\.log\n/,
    );
    expect(stderr).toContain("Moved 503 lines in 1 file. 1 file stays where it was.");
    expect((await run(here!, ["ingest", "other.log"])).stderr).toContain("other.log: read before, adds nothing");
  });

  for (const [words, said] of [
    [["engine", "move"], "error COMMAND_INCOMPLETE: the command does not say where to\n"],
    [["engine", "move", "--to", "oracle"], 'error COMMAND_INCOMPLETE: there is no engine "oracle" to move to\n'],
  ] as const) {
    test(`${words.join(" ")} is refused`, async () => expect((await run(here!, words, 2)).stderr).toContain(said));
  }

  test("without servers in the settings there is nowhere to move to", async () => {
    settle(here!);
    const {stderr} = await run(here!, ["engine", "move", "--to", "clickhouse"], 2);
    expect(stderr).toContain("error COMMAND_INCOMPLETE: broadsheet.yaml names no servers to move to or from\n");
  });
});
