import {readFileSync, writeFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * Whatever is wrong with a server or with what a person says of it: one message that says what, where and what to try, and
 * nothing lost.
 */

let servers: OldServers;
let press: Workshop;
let names = 0;

beforeAll(async () => {
  if (hasServer) servers = await OldServers.start(2);
});
afterAll(async () => {
  press?.remove();
  await servers?.stop();
});

type Settings = Record<string, unknown>;

function settle(engine: Settings, more: Settings = {}): void {
  writeFileSync(join(press.folder, "broadsheet.yaml"), JSON.stringify({publication: "The Press", engine, ...more}));
}

async function run(...words: string[]): Promise<{status: number | null; stderr: string; stdout: string}> {
  return runNow(["-C", press.folder, ...words], press.root);
}

const database = (): string => `faults_${names}`;

describe.skipIf(!hasServer)("a cluster that is set up and holds 100 requests (wants clickhouse-server)", () => {
  beforeEach(async () => {
    names++;
    press?.remove();
    press = new Workshop("publication: The Press\n");
    settle(servers.settings(database()));
    press.write("a.log", linesFrom(0, 100));
    for (const words of [
      ["engine", "setup"],
      ["ingest", "a.log"],
    ]) {
      const {status, stderr} = await run(...words);
      expect(status, stderr).toBe(0);
    }
  });

  /** What was changed is changed back, and everything is as it was. */
  async function isWhole(): Promise<void> {
    settle(servers.settings(database()));
    const {status, stderr, stdout} = await run("account", "2026-02", "--format", "json");
    expect(status, stderr).toBe(0);
    expect((JSON.parse(stdout) as {total: {requests: number}}).total.requests).toBe(100);
  }

  const other = (): Settings => servers.settings(database());
  for (const [what, settings, said] of [
    [
      "a server that is not there",
      () => ({...other(), shards: ["http://127.0.0.1:1", servers.urls[1]]}),
      /^error ENGINE_FAILED: the server does not answer \(ECONNREFUSED\)\n {2}at {4}http:\/\/127\.0\.0\.1:1\n/,
    ],
    [
      "a name that leads nowhere",
      () => ({kind: "clickhouse", url: "http://nowhere.invalid:8123"}),
      /^error ENGINE_FAILED: the server does not answer \((ENOTFOUND|EAI_AGAIN)\)/,
    ],
    [
      "a user whom the server does not know",
      () => ({...other(), user: "nobody"}),
      /^error ENGINE_DENIED: the server refuses the user: Unknown user nobody\n/,
    ],
    [
      "a wrong password",
      () => ({...other(), passwordFile: join(press.folder, "broadsheet.yaml")}),
      /^error ENGINE_DENIED: the server refuses the user: Wrong password for user press\n/,
    ],
    [
      "a file for the password that is missing",
      () => ({...other(), passwordFile: "no-such-file"}),
      /^error ENGINE_DENIED: there is no such file\n {2}at .*no-such-file\n/,
    ],
    [
      "a variable for the password that is not set",
      () => ({...other(), passwordFile: undefined, passwordEnv: "BROADSHEET_TEST_NO_SUCH"}),
      /^error ENGINE_DENIED: the environment has no BROADSHEET_TEST_NO_SUCH/,
    ],
    [
      "a user who may only read",
      () => ({...other(), user: "reader"}),
      /^error ENGINE_DENIED: the server takes no writes: Cannot (modify|override) .*\n/,
    ],
    [
      "a database that is not there",
      () => ({...other(), database: "nowhere"}),
      /^error ENGINE_UNPREPARED: there is no table fact\n[\s\S]*help {2}run broadsheet engine setup\n$/,
    ],
    [
      "fewer shards than it was set up with",
      () => servers.settings(database(), 1),
      /^error ENGINE_OTHER_RULES: the cluster was set up with 2 shards, and broadsheet\.yaml names 1\n/,
    ],
    [
      "a cluster that the servers do not know",
      () => ({...other(), cluster: "newspaper"}),
      /^error ENGINE_UNPREPARED: the cluster newspaper is to have 2 shards, and the server knows no such cluster\n/,
    ],
  ] as const) {
    test(`${what} is said so, with exit status 4`, async () => {
      settle(JSON.parse(JSON.stringify(settings())) as Settings);
      for (const words of [["account", "2026-02"], ["ingest", "a.log"], ["quarantine"]]) {
        const {status, stderr} = await run(...words);
        expect(stderr).toMatch(said);
        expect(status).toBe(4);
      }
      await isWhole();
    });
  }

  for (const [what, more, said] of [
    ["another time zone", {timeZone: "Europe/Paris"}, "time zone (there UTC, here Europe/Paris)"],
    ["another limit", {methodology: {heavyReaders: {documents: 5}}}, "methodology (there "],
    [
      "fewer lists of robots",
      {methodology: {robots: {lists: ["isbot"]}}},
      "list of robots crawler-user-agents (there ",
    ],
  ] as const) {
    test(`${what} than the cluster was set up for is refused with the difference, and setup takes it everywhere`, async () => {
      settle(servers.settings(database()), more);
      const refused = await run("ingest", "a.log");
      expect(refused.stderr).toContain(
        "error ENGINE_OTHER_RULES: this machine has other rules than the cluster was set up for: ",
      );
      expect(refused.stderr).toContain(said);
      expect(refused.status).toBe(4);
      expect((await run("engine", "setup")).stderr).toContain("for new rules, which every other machine needs now: ");
      expect((await run("account", "2026-02")).status).toBe(0);
      settle(servers.settings(database()));
      expect((await run("engine", "setup")).status).toBe(0);
      await isWhole();
    });
  }

  test("the database of another workspace is refused by all commands, and setup does not take it", async () => {
    const key = readFileSync(press.store.key, "utf8");
    writeFileSync(press.store.key, `${"0".repeat(32)}\n`);
    for (const words of [
      ["account", "2026-02"],
      ["ingest", "a.log"],
      ["engine", "setup"],
    ]) {
      const {status, stderr} = await run(...words);
      expect(stderr).toMatch(/^error ENGINE_OTHER_RULES: the database belongs to another workspace/);
      expect(status).toBe(4);
    }
    writeFileSync(press.store.key, key);
    await isWhole();
  });

  for (const [what, change, repair, said] of [
    [
      "a column that is gone",
      "drop column host",
      "add column host Nullable(String)",
      "the table fact lacks its column host",
    ],
    [
      "a column too many",
      "add column colour String",
      "drop column colour",
      "the table fact has a column that it was not made with: colour",
    ],
    [
      "a column of another type",
      "modify column status UInt64",
      "modify column status Int32",
      "the column status of fact is UInt64, and was made Int32",
    ],
  ] as const) {
    test(`${what} on one shard is named, and nothing is touched until it is repaired`, async () => {
      await servers.ask(`alter table ${database()}.fact ${change}`, 1);
      for (const words of [
        ["account", "2026-02"],
        ["ingest", "a.log"],
        ["engine", "setup"],
      ]) {
        const {status, stderr} = await run(...words);
        expect(stderr).toContain(`error ENGINE_UNPREPARED: ${said}\n  at    ${servers.urls[1]}\n`);
        expect(status).toBe(4);
      }
      await servers.ask(`alter table ${database()}.fact ${repair}`, 1);
      await isWhole();
    });
  }

  test("a set-up that was cut off says so, and the next one finishes it", async () => {
    await servers.ask(`drop table ${database()}.refused`, 1);
    expect((await run("account", "2026-02")).stderr).toMatch(/^error ENGINE_UNPREPARED: there is no table refused\n/);
    expect((await run("engine", "setup")).status).toBe(0);
    await isWhole();
    settle({...servers.settings(database()), database: `cut_${names}`});
    const dry = await run("engine", "setup", "--dry-run");
    for (const shard of [0, 1]) {
      for (const statement of dry.stdout.split(";\n").filter((text) => text.trim() !== ""))
        await servers.ask(statement, shard);
    }
    expect((await run("account", "2026-02")).stderr).toMatch(
      /^error ENGINE_UNPREPARED: the cluster was not set up, or its set-up was cut off\n/,
    );
  });
});

test.skipIf(!hasServer)("too little memory is said so (wants clickhouse-server)", async () => {
  const poor = await OldServers.start(1, {profile: "<max_memory_usage>20000000</max_memory_usage>"});
  press?.remove();
  press = new Workshop("publication: The Press\n");
  try {
    settle(poor.settings("poor"));
    press.write("a.log", linesFrom(0, 80_000));
    expect((await run("engine", "setup")).status).toBe(0);
    const said = [await run("ingest", "a.log"), await run("report", "2026-02")].map(({stderr}) => stderr).join("");
    expect(said).toContain("error ENGINE_FAILED: the server has too little memory for the question\n");
  } finally {
    await poor.stop();
  }
});

/** As much of a server as says how old it is and what time it has. */
function clockOf(version: string, aheadSeconds: number): Promise<{server: Server; url: string}> {
  const server = createServer((_, response) => {
    response.end(`version\tsecond\nString\tUInt32\n${version}\t${Math.round(Date.now() / 1000) + aheadSeconds}\n`);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve({server, url: `http://127.0.0.1:${(server.address() as {port: number}).port}`});
    });
  });
}

for (const [what, version, ahead, said] of [
  [
    "too old",
    "1.1.54390",
    0,
    /^error ENGINE_UNPREPARED: the server is ClickHouse 1\.1\.54390, which is too old\n[\s\S]*18\.16/,
  ],
  [
    "a version too old",
    "18.14.19",
    0,
    /^error ENGINE_UNPREPARED: the server is ClickHouse 18\.14\.19, which is too old\n/,
  ],
  [
    "an hour ahead",
    "26.7.2.1",
    3600,
    /^error ENGINE_UNPREPARED: the server's clock is 3600 seconds ahead of this machine's\n/,
  ],
  [
    "an hour behind",
    "26.7.2.1",
    -3600,
    /^error ENGINE_UNPREPARED: the server's clock is 3600 seconds behind this machine's\n/,
  ],
] as const) {
  test(`a server that is ${what} is refused`, async () => {
    const {server, url} = await clockOf(version, ahead);
    press?.remove();
    press = new Workshop("publication: The Press\n");
    settle({kind: "clickhouse", url});
    const {status, stderr} = await run("engine", "setup");
    server.close();
    expect(stderr).toMatch(said);
    expect(status).toBe(4);
  });
}
