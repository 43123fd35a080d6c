import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parseDocument} from "yaml";
import {makeLogs} from "../../examples/second-half-2005/generate.ts";
import {isNightly} from "../long/sizes.ts";
import {logOf} from "../press.ts";
import {hostedLine, severalSites} from "../several-sites.ts";
import {otherEngines, runNow} from "./engines.ts";

/*
 * The same commands over the same logs give the same bytes, whatever engine answers.
 */

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const example = fileURLToPath(new URL("../../examples/second-half-2005/", import.meta.url));

/** A publisher, and what is asked of his logs. */
interface Publisher {
  readonly name: string;
  readonly isThere: boolean;
  /** Makes the workspace's folder, and says which logs are read into it. */
  make(folder: string): Promise<readonly string[]>;
  readonly asks: readonly (readonly string[])[];
}

const real = (file: string, period: string, timeZone: string, methodology: object): Publisher => ({
  name: `shared data: ${file}`,
  isThere: existsSync(shared + file),
  make: async (folder) => {
    const {makeWorkspace} = await import("../../src/workspace/make-workspace.ts");
    makeWorkspace(folder, JSON.stringify({publication: "Real", timeZone, methodology}));
    return [shared + file];
  },
  asks: [
    ["report", period, "--tables", "all", "--format", "json", "--quiet"],
    ["account", period],
    ["compare-methods", period],
  ],
});

/** Logs of several sites, one of them by its name, told apart by these settings. */
const several = (sites: object): Publisher => ({
  name: `several sites: ${JSON.stringify(sites)}`,
  isThere: true,
  make: async (folder) => {
    const {makeWorkspace} = await import("../../src/workspace/make-workspace.ts");
    // From a month on other rules hold, so that texts have keys of two periods.
    const methodology = {changes: [{from: "2026-03", robots: {askedForRobotsTxt: false}}]};
    const setting = Object.keys(sites).length > 0 ? {sites} : {};
    makeWorkspace(folder, JSON.stringify({publication: "Several", smallest: 1, methodology, ...setting}));
    const files = {
      "access.log": [hostedLine("shop.example", 9, "/a?b=\\'", {month: 2}), ...severalSites],
      "all.shop.log": severalSites.map((line) =>
        line.replace(/^\S+/, "other.example").replace("192.0.2.", "198.51.100."),
      ),
    };
    return Object.entries(files).map(([name, lines]) => {
      writeFileSync(join(folder, name), logOf(lines));
      return join(folder, name);
    });
  },
  asks: [
    ["report", "2026-02..2026-03", "--tables", "all", "--format", "json", "--quiet"],
    ["report", "2026-02..2026-03", "--site", "shop.example", "--tables", "all", "--format", "json", "--quiet"],
    ["report", "2026-03", "--site", "press.example", "--methodology", "counter-5.1", "--quiet"],
    ["account", "2026-03", "--site", "press.example"],
    ["review", "2026-03", "--site", "press.example"],
  ],
});

const publishers: readonly Publisher[] = [
  {
    name: "the example",
    isThere: true,
    make: async (folder) => {
      await makeLogs(join(example, "logs/"));
      const isOwn = (path: string): boolean => !path.startsWith(join(example, "store")) && !/report\./.test(path);
      cpSync(example, folder, {recursive: true, filter: isOwn});
      return [];
    },
    asks: [
      ["report", "2005-H2", "--format", "html", "--quiet"],
      ["report", "2005-H2", "--with", "heavy-readers-in", "--format", "json", "--quiet"],
      ["account", "2005-H2"],
      ["departments", "2005-H2"],
      ["compare-methods", "2005-07..2005-08"],
      ["robots", "--preview", "isbot", "2005-07..2005-08"],
      ["explain", "readers", "2005-07"],
      ["quarantine"],
    ],
  },
  several({}),
  several({
    shop: {files: "*.shop.log", hosts: "shop.example"},
    paper: {hosts: ["press.example", "m.*"], sections: {news: "/news/"}, pageFurniture: {paths: ["/cart"]}},
    none: "-",
  }),
  real("nasa-1995-08-01..08.common.log.gz", "1995-08", "-04:00", {heavyReaders: false}),
  // A network that is hashed address by address, and one of IPv6.
  real("semicomplete-2015-05.combined.log.gz", "2015-05", "UTC", {developers: ["66.249.0.0/16", "2001:db8::/32"]}),
  real("juliabloggers-2014-09.combined.log.gz", "2014-08..2014-09", "-06:00", {reader: {byAgent: true, ipv6: 48}}),
  real("nginx-2025-12..2026-01.combined.log.gz", "2025-12..2026-01", "Europe/Paris", {reader: {ipv6: 128}}),
];

const root = mkdtempSync(join(tmpdir(), "broadsheet-engines-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

async function said(folder: string, words: readonly string[]): Promise<string> {
  const {status, stdout, stderr} = await runNow(["-C", folder, ...words], root);
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** The same workspace, key and all, with its requests elsewhere. */
function moved(from: string, to: string, engine: Record<string, unknown>): void {
  cpSync(from, to, {recursive: true, filter: (path) => !/store.(facts.|catalogue)/.test(path.slice(from.length))});
  const file = join(to, "broadsheet.yaml");
  const config = parseDocument(readFileSync(file, "utf8"));
  config.set("engine", engine);
  writeFileSync(file, config.toString());
}

/** What DuckDB says, by publisher: worked out once, by whoever needs it first. */
const homes = new Map<Publisher, Promise<Home>>();

/** A publisher's workspace whose requests are files of its own. */
interface Home {
  readonly folder: string;
  readonly logs: readonly string[];
  readonly wanted: ReadonlyMap<readonly string[], string>;
}

function homeOf(publisher: Publisher): Promise<Home> {
  const home = homes.get(publisher) ?? makeHome(publisher);
  homes.set(publisher, home);
  return home;
}

async function makeHome(publisher: Publisher): Promise<Home> {
  const folder = join(root, `home-${homes.size}`);
  const logs = await publisher.make(folder);
  await said(folder, ["ingest", "--quiet", ...logs]);
  const wanted = new Map<readonly string[], string>();
  for (const words of publisher.asks) wanted.set(words, await said(folder, words));
  return {folder, logs, wanted};
}

for (const [rank, other] of otherEngines.entries()) {
  // One shard does what two do: a night asks it everything, CI what the example's publisher asks.
  const asking = rank === 0 && !isNightly ? publishers.slice(0, 1) : publishers;
  describe.skipIf(!other.isThere)(`on ${other.name}`, () => {
    let running: Awaited<ReturnType<typeof other.start>>;

    beforeAll(async () => {
      running = await other.start();
    });
    afterAll(() => running?.stop());

    for (const [place, publisher] of asking.entries()) {
      describe.skipIf(!publisher.isThere)(publisher.name, () => {
        const folder = join(root, `${other.name}-${place}`);
        let home: Home;

        beforeAll(async () => {
          home = await homeOf(publisher);
          moved(home.folder, folder, running.settings(`press_${place}`));
          await said(folder, ["engine", "setup", "--quiet"]);
          await said(folder, ["ingest", "--quiet", ...home.logs]);
        });

        for (const words of publisher.asks) {
          test(`${words.join(" ")} says what it says on DuckDB`, async () => {
            expect(await said(folder, words)).toBe(home.wanted.get(words));
          });
        }

        test("the same logs again add nothing", async () => {
          const {stderr} = await runNow(["-C", folder, "ingest", ...home.logs], root);
          expect(stderr).toMatch(/^Read 0 lines in /m);
        });
      });
    }
  });
}
