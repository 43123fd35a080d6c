import {copyFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {lineOf, linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * A person decides about clients who came through several machines, and the addresses go when their month is closed: as on one machine.
 */

let names = 0;
let machines: Workshop[] = [];
const review = ["review", "2026-02", "--format", "json"];
const report = ["report", "2026-02", "--tables", "none", "--format", "json", "--quiet"];
const methodology = {heavyReaders: {documents: 50}};

function settle(on: Workshop, more: Record<string, unknown>): void {
  const settings = {publication: "The Press", methodology, ...more};
  writeFileSync(join(on.folder, "broadsheet.yaml"), JSON.stringify(settings));
}

async function run(on: Workshop, words: readonly string[], status = 0): Promise<{stdout: string; stderr: string}> {
  const said = await runNow(["-C", on.folder, ...words], on.root);
  expect(said.status, said.stderr).toBe(status);
  return said;
}

/** So many requests of one client, whose address ends so. */
function linesOf(client: number, first: number, count: number): string {
  const lines = Array.from({length: count}, (_, index) => lineOf(first + index));
  return lines.map((line) => line.replace(/^\S+/, `198.19.0.${client}`)).join("");
}

for (const shards of [1, 2]) {
  describe.skipIf(!hasServer)(
    `two machines on ${shards === 1 ? "one shard" : "two shards"} of ClickHouse 18.16 (wants clickhouse-server)`,
    () => {
      let servers: OldServers;
      /** Two that share the servers, and one that read everything by itself. */
      let [one, two, alone]: Workshop[] = [];

      beforeAll(async () => {
        servers = await OldServers.start(shards);
      });
      afterAll(async () => {
        for (const machine of machines) machine.remove();
        await servers?.stop();
      });

      const database = (): string => `review_${names}`;
      const asked = (sql: string): Promise<string> => servers.ask(sql.replace("from ", `from ${database()}.`));

      beforeEach(async () => {
        names++;
        for (const machine of machines) machine.remove();
        machines = ["one", "two", "alone"].map(() => new Workshop("publication: The Press\n"));
        [one, two, alone] = machines;
        for (const machine of [two!, alone!]) writeFileSync(machine.store.key, `${one!.key}\n`);
        for (const machine of [one!, two!]) settle(machine, {engine: servers.settings(database())});
        settle(alone!, {});
        // Of 198.19.0.1 either machine has too few requests to tell.
        const logs = [
          linesFrom(0, 200) + linesOf(1, 1000, 40),
          linesFrom(5000, 200) + linesOf(1, 2000, 30) + linesOf(2, 3000, 60),
        ];
        await run(one!, ["engine", "setup"]);
        for (const [place, log] of logs.entries()) {
          for (const machine of [machines[place]!, alone!]) {
            machine.write(`${place}.log`, log);
            await run(machine, ["ingest", `${place}.log`]);
          }
        }
      });

      test("are shown who is in doubt, by address, and what is decided counts everywhere", async () => {
        // A book that was sent and never entered is looked into by nobody.
        await servers.ask(`insert into ${database()}.sealed values (77, 0, '2026-02', 'no book')`);
        const wanted = (await run(alone!, review)).stdout;
        expect(wanted).toContain("198.19.0.1");
        expect((await run(one!, review)).stdout).toBe(wanted);
        for (const machine of [two!, alone!]) {
          const sheet = (await run(machine, ["review", "2026-02", "--format", "csv"])).stdout;
          machine.write("filled.csv", sheet.replace("198.19.0.1,,,", "198.19.0.1,robot,takes everything,"));
          const {stderr} = await run(machine, ["review", "2026-02", "--decide", "filled.csv", "--by", "A. Editor"]);
          expect(stderr).toContain("Wrote 1 decision");
          expect(stderr.includes("Run broadsheet engine setup when you are done")).toBe(machine === two);
        }
        expect((await run(two!, report, 4)).stderr).toMatch(
          /ENGINE_OTHER_RULES[\s\S]* blacklist [\s\S]*run broadsheet engine setup/,
        );
        await run(two!, ["engine", "setup"]);
        expect((await run(one!, report, 4)).stderr).toContain("ENGINE_OTHER_RULES");
        for (const name of ["blacklist.csv", "broadsheet.yaml"])
          copyFileSync(join(two!.folder, name), join(one!.folder, name));
        const decided = (await run(alone!, report)).stdout;
        expect(decided).toContain("blacklist");
        expect((await run(one!, report)).stdout).toBe(decided);
        expect((await run(two!, review)).stdout).toBe((await run(alone!, review)).stdout);
      });

      // What is sealed lies on the first server, however many there are.
      if (shards === 1) return;

      test("close a month for all: its addresses are gone, and late logs bring none", async () => {
        expect(Number(await asked("select count() from sealed"))).toBe(2);
        const refused = (await run(alone!, ["close", "2026-02"], 3)).stderr;
        expect(refused).toContain("error CLIENTS_UNDECIDED: 2 clients of February 2026 are undecided");
        expect((await run(one!, ["close", "2026-02"], 3)).stderr).toBe(refused);
        const told = (await run(alone!, ["close", "2026-02", "--undecided"])).stdout;
        expect(told).toMatch(/^February 2026 is closed\. 402 addresses are gone\.\n/);
        expect((await run(one!, ["close", "2026-02", "--undecided"])).stdout).toBe(told);
        expect(await asked("select count() from sealed")).toBe("0");
        // As if the first close had been cut off before it came to that.
        await servers.ask(`insert into ${database()}.sealed values (77, 0, '2026-02', 'no book')`);
        expect((await run(two!, ["close", "2026-02", "--undecided"])).stdout).toMatch(/^February 2026 was closed on /);
        expect(await asked("select count() from sealed")).toBe("0");
        const wanted = (await run(alone!, review)).stdout;
        expect(wanted).not.toContain("198.19.0.1");
        expect((await run(two!, review)).stdout).toBe(wanted);
        two!.write("late.log", linesFrom(7000, 20));
        expect((await run(two!, ["ingest", "late.log"])).stderr).toContain(
          "February 2026 is closed: no addresses of it were kept",
        );
        expect(await asked("select count() from sealed")).toBe("0");
        expect((await run(one!, ["close", "2026-03"], 3)).stderr).toContain("error PERIOD_EMPTY");
      });

      test("close a month while a log of it is on its way: no address of that log stays", async () => {
        one!.write("large.log", linesFrom(10_000, 60_000));
        const running = one!.start(["ingest", "large.log"]);
        while ((await asked("select count() from event where kind = 'begin'")) !== "3") await sleep(5);
        await run(two!, ["close", "2026-02", "--undecided"]);
        const {status, stderr} = await running.done;
        expect(status, stderr).toBe(0);
        expect(await asked("select count() from sealed")).toBe("0");
      });

      test("give the servers nothing that is an address, and nothing that opens a book", async () => {
        const sealed = (await asked("select book from sealed")).split("\n").map((text) => Buffer.from(text, "base64"));
        for (const book of sealed) {
          expect(book.subarray(0, 7).toString()).toBe("BSBOOK1");
          expect(book.includes("198.1")).toBe(false);
        }
        const logs = servers.logs();
        for (const secret of [one!.key, "198.18.0.", "198.19.0."]) expect(logs).not.toContain(secret);
      });

      test("keep no addresses where a machine is told not to", async () => {
        settle(one!, {engine: servers.settings(database()), addresses: false});
        one!.write("more.log", linesFrom(9000, 20));
        await run(one!, ["ingest", "more.log"]);
        expect(await asked("select count() from sealed")).toBe("2");
      });

      test("say so where a book was changed, as it is not read", async () => {
        const book = readFileSync(one!.store.key).toString("base64");
        await servers.ask(
          `insert into ${database()}.sealed select load, place, month, '${book}' from ${database()}.sealed`,
        );
        const words = `alter table ${database()}.sealed delete where book <> '${book}'`;
        await servers.ask(words);
        while ((await asked(`select count() from sealed where book <> '${book}'`)) !== "0") await sleep(20);
        expect((await run(one!, review, 3)).stderr).toContain(
          "error WORKSPACE_DAMAGED: a book of addresses is not what was written",
        );
      });
    },
  );
}
