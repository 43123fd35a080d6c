import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/*
 * A period of which no logs were read is told by the books alone, whether the cluster holds logs of other months or none.
 */

const editions =
  "title,language,issue,print_date,printed\nThe Press,en,1,2025-07-04,1000\nThe Press,en,2,2025-08-02,1250\n";

describe.skipIf(!hasServer)("books alone beside ClickHouse 18.16 (wants clickhouse-server)", () => {
  let servers: OldServers;
  let [shared, alone]: Workshop[] = [];

  beforeAll(async () => {
    servers = await OldServers.start(1);
    [shared, alone] = ["shared", "alone"].map(() => new Workshop("publication: The Press\n"));
    writeFileSync(alone!.store.key, `${shared!.key}\n`);
    const settings = {publication: "The Press", engine: servers.settings("books_alone")};
    writeFileSync(join(shared!.folder, "broadsheet.yaml"), JSON.stringify(settings));
    for (const one of [shared!, alone!]) one.write("press/ledger/editions.csv", editions);
    await run(shared!, "engine", "setup");
  }, 120_000);
  afterAll(async () => {
    for (const one of [shared, alone]) one?.remove();
    await servers?.stop();
  });

  async function run(on: Workshop, ...words: readonly string[]): Promise<string> {
    const said = await runNow(["-C", on.folder, ...words], on.root);
    expect(said.status, said.stderr).toBe(0);
    return said.stdout;
  }

  const report = ["report", "2025-07..2025-08", "--format", "json", "--compare", "2026-01..2026-02"];

  test("are told as by one machine, in a cluster that holds nothing, and beside logs of other months", async () => {
    const wanted = await run(alone!, ...report);
    expect(JSON.parse(wanted).summary[0]).toContain("No logs were read for this period");
    expect(await run(shared!, ...report)).toBe(wanted);
    for (const one of [shared!, alone!]) {
      one.write("a.log", linesFrom(0, 50));
      await run(one, "ingest", "a.log", "--quiet");
    }
    expect(await run(shared!, ...report)).toBe(await run(alone!, ...report));
  });
});
