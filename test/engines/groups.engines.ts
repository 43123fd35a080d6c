import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {mmdbOf} from "../intake/clients/mmdb.ts";
import {lineOf, logOf} from "../press.ts";
import {otherEngines, runNow} from "./engines.ts";

/*
 * What groups leave out (an agent, a country, a network of the routing table, days) is the same on every engine.
 */
const place = (country: string, number: number) => ({
  ...{country_code: country, autonomous_system_number: number, autonomous_system_organization: `Net ${number}`},
});
const records = {
  "192.0.2.0/25": place("FR", 64_500),
  "192.0.2.128/25": place("FR", 64_501),
  "198.51.100.0/24": place("DE", 64_500),
};
const agents = [140, 141].map(
  (version) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
);
// Forty readers in each network and forty nowhere, on three days, with two agents.
const lines = ["192.0.2.", "192.0.2.1", "198.51.100.", "203.0.113."].flatMap((network) =>
  Array.from({length: 40}, (_, number) => {
    const client = network === "192.0.2.1" ? `192.0.2.${130 + number}` : `${network}${1 + number}`;
    const at = `0${1 + (number % 3)}/Jan/2026:10:00:00 +0000`;
    return lineOf({client, at, path: `/${number % 5}.html`, agent: agents[number % 2]!});
  }),
);
const entries = [
  "agent:Firefox/141 & country:FR & from 2026-01-02 until 2026-01-03,,,robot,a,A,2026-02-01",
  "agent:Firefox & network:AS64501,2026-01-01,2026-01-01,robot,b,A,2026-02-01",
  "country:DE & network:AS64500,2026-01-03,,developer,c,A,2026-02-01",
  "agent=Nobody's & from 2026-01-01,,,robot,d,A,2026-02-01",
  "192.0.2.6,,,reader,e,A,2026-02-02",
];

const root = mkdtempSync(join(tmpdir(), "broadsheet-groups-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

async function run(folder: string, ...words: string[]): Promise<string> {
  const {status, stdout, stderr} = await runNow(["-C", folder, ...words], root);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Makes a workspace, and says what its report holds. */
async function reported(folder: string, settings: object): Promise<unknown> {
  mkdirSync(folder, {recursive: true});
  await run(root, "init", folder, "--publication", "P", "-y", "--quiet");
  const methodology = {blacklist: "blacklist.csv", leftOut: [{network: "AS64500", months: "2025-12..2026-01"}]};
  const config = {publication: "P", places: {ipv4: "all.mmdb"}, owners: "all.mmdb", methodology, ...settings};
  writeFileSync(join(folder, "broadsheet.yaml"), JSON.stringify(config));
  writeFileSync(join(folder, "all.mmdb"), mmdbOf(records));
  const header = "entry,from,until,decision,reason,decided_by,decided_on";
  writeFileSync(join(folder, "blacklist.csv"), [header, ...entries, ""].join("\n"));
  writeFileSync(join(folder, "a.log"), logOf(lines));
  if ("engine" in settings) await run(folder, "engine", "setup", "--quiet");
  await run(folder, "ingest", join(folder, "a.log"), "--quiet");
  const {account, measures} = JSON.parse(await run(folder, "report", "2026-01", "-f", "json", "--tables", "none"));
  return {account, measures};
}

let want: unknown;
beforeAll(async () => {
  want = await reported(join(root, "files"), {});
});

for (const other of otherEngines) {
  describe.skipIf(!other.isThere)(`groups on ${other.name}`, () => {
    let running: Awaited<ReturnType<typeof other.start>>;
    beforeAll(async () => {
      running = await other.start();
    });
    afterAll(() => running?.stop());

    test("leave out what they leave out on DuckDB", async () => {
      const folder = join(root, other.name.replaceAll(/\W+/g, "-"));
      expect(await reported(folder, {engine: running.settings("groups")})).toEqual(want);
      const verdicts = JSON.stringify((want as {account: unknown}).account);
      for (const verdict of ["blacklisted", "developers", "left-out"]) expect(verdicts).toContain(verdict);
    });
  });
}
