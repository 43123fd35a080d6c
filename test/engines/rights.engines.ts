import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {Cluster} from "../../src/engine/clickhouse/cluster.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasNewServer, NewServer} from "./new-server.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * The rights that docs/engines.md asks for are enough, and none of them is too many.
 */

const page = readFileSync(fileURLToPath(new URL("../../docs/engines.md", import.meta.url)), "utf8");
const granted = [...page.matchAll(/^grant (.+) on (\S+) to broadsheet;$/gm)].map(([, rights, on]) => ({
  rights: rights!.split(", "),
  on: on!,
}));
const statements = (without?: {right: string; on: string}): string[] =>
  granted.flatMap(({rights, on}) => {
    const left = rights.filter((right) => !(right === without?.right && on === without.on));
    return left.length === 0 ? [] : [`grant ${left.join(", ")} on ${on}`];
  });

let press: Workshop;

beforeAll(() => {
  press = new Workshop("publication: The Press\n");
  press.write("a.log", `${linesFrom(0, 100)}no request\n`);
});
afterAll(() => press.remove());

function settle(engine: Record<string, unknown>): void {
  writeFileSync(press.folder.concat("/broadsheet.yaml"), JSON.stringify({publication: "The Press", engine}));
}

async function run(...words: string[]): Promise<void> {
  const {status, stderr} = await runNow(["-C", press.folder, ...words], press.root);
  if (status !== 0) throw new Error(stderr);
}

/**
 * Does what users do until something is refused.
 *
 * @param ask Puts a statement to the server, without Broadsheet.
 * @param more Further things that have to be possible.
 */
async function work(ask: (sql: string) => Promise<unknown>, more = async (): Promise<void> => {}): Promise<string> {
  try {
    await run("engine", "setup");
    await more();
    await run("ingest", "a.log");
    // What was sent long ago and never entered is taken away by the next set-up.
    await ask("insert into broadsheet.event values (0, 'begin', 77, 77, '', now() - 100000)");
    await run("engine", "setup");
    await run("report", "2026-02", "--tables", "all", "--quiet");
    await run("close", "2026-02");
    return "all is done";
  } catch (fault) {
    return fault instanceof UserError ? `error ${fault.code}: ${fault.message}` : (fault as Error).message;
  }
}

describe.skipIf(!hasNewServer)("on ClickHouse 26 (wants npm install --prefix test/engines/chdb)", () => {
  let server: NewServer;
  beforeAll(async () => {
    server = await NewServer.start();
  });
  afterAll(() => server?.stop());

  /** Does the work in an empty database, as a user with these rights. */
  async function workWith(grants: readonly string[]): Promise<string> {
    await server.restrict(["grant all on *.*"]);
    await server.ask("drop database if exists broadsheet");
    await server.ask("create database broadsheet");
    await server.restrict(grants);
    settle(server.settings("broadsheet"));
    return work((sql) => server.ask(sql), askAsOfShards);
  }

  /** Does what is asked beyond the usual where there are several shards: this server stands for both of them. */
  async function askAsOfShards(): Promise<void> {
    const {url} = server.settings("broadsheet") as {url: string};
    const named = {database: "broadsheet", user: "default", password: "", certificate: null};
    const cluster = new Cluster({urls: [url, url], cluster: "press", ...named});
    try {
      await cluster.checkTogether();
      await cluster.openTogether("broadsheet.fact", "broadsheet.run_1_fact_all");
      await cluster.drop(["broadsheet.run_1_fact_all"]);
    } finally {
      await cluster.close();
    }
  }

  test("the grants are enough for everything", async () => {
    expect(await workWith(statements())).toBe("all is done");
  });

  // ENGINE: chdb lets everybody read all of system, whatever its settings say.
  for (const {rights, on} of granted.filter((one) => one.on !== "system.clusters")) {
    for (const right of rights) {
      test(`without ${right} on ${on} something is refused, and the message says so`, async () => {
        expect(await workWith(statements({right, on}))).toMatch(/^error ENGINE_DENIED: the server refuses the user: /);
      });
    }
  }
});

describe.skipIf(!hasServer)(
  "on two shards of ClickHouse 18.16, which knows no grants (wants clickhouse-server)",
  () => {
    test("a user who may see the database and system can do everything, and nothing elsewhere", async () => {
      const databases = ["broadsheet", "system"].map((name) => `<database>${name}</database>`).join("");
      const servers = await OldServers.start(2, {rights: `<allow_databases>${databases}</allow_databases>`});
      try {
        settle(servers.settings("broadsheet"));
        expect(await work((sql) => servers.ask(sql))).toBe("all is done");
        settle(servers.settings("elsewhere"));
        expect(await work((sql) => servers.ask(sql))).toMatch(/^error ENGINE_DENIED/);
      } finally {
        await servers.stop();
      }
    });
  },
);
