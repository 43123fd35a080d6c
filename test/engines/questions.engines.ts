import {appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parseDocument} from "yaml";
import {makeLogs} from "../../examples/second-half-2005/generate.ts";
import {parsePeriod} from "../../src/base/period.ts";
import {reportPeriod} from "../../src/operations/report/make.ts";
import {previewOpen} from "../../src/operations/report/robot-preview.ts";
import {unmatchedOpen} from "../../src/operations/report/unmatched-documents.ts";
import {openSurroundings} from "../../src/operations/review/client-names.ts";
import {surveyOpen} from "../../src/operations/review/survey.ts";
import {dayRangeOf, type OpenStore, secondsOf} from "../../src/operations/store/judge.ts";
import {withFiles, withStore} from "../../src/operations/store/open.ts";
import {openStore} from "../../src/operations/store/store.ts";
import {renderJson} from "../../src/report/json/report.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import {otherEngines, runNow} from "./engines.ts";
import {TwinEngine} from "./twin.ts";

/*
 * Every question in sql/, put to DuckDB and to another engine in the course of the reports that need it, has the same rows.
 */

const example = fileURLToPath(new URL("../../examples/second-half-2005/", import.meta.url));
const questions = globSync("sql/**/*.sql", {cwd: fileURLToPath(new URL("../../", import.meta.url))}).map((path) =>
  basename(path.replaceAll("\\", "/"), ".sql"),
);
const root = mkdtempSync(join(tmpdir(), "broadsheet-questions-"));
const home = join(root, "home");
/** The same publication without books and without links to other places, of which fewer requests have to be kept. */
const simple = join(root, "simple");
/** The same where several clients may be one reader. */
const wide = join(root, "wide");
/** The same as several sites: of each half of the months one, told apart by the names of logs. */
const sited = join(root, "sited");
const period = parsePeriod("2005-H2", "2006-01-01");
const scope = {date: null, compare: undefined, tables: "all", with: [], hasRanges: true} as const;

function change(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = join(folder, "broadsheet.yaml");
  const config = parseDocument(readFileSync(file, "utf8"));
  for (const [path, value] of Object.entries(settings)) {
    if (value === undefined) config.deleteIn(path.split("."));
    else config.setIn(path.split("."), config.createNode(value));
  }
  writeFileSync(file, config.toString());
}

async function run(folder: string, ...words: string[]): Promise<void> {
  const {status, stderr} = await runNow(["-C", folder, ...words], root);
  if (status !== 0) throw new Error(stderr);
}

beforeAll(async () => {
  await makeLogs(join(example, "logs/"));
  const isOwn = (path: string): boolean => !path.startsWith(join(example, "store")) && !/report\./.test(path);
  cpSync(example, home, {recursive: true, filter: isOwn});
  // A network that is hashed address by address, too; and sites of the publication's own that have to be found out.
  const developers = ["192.0.2.10", "198.51.100.0/24", "10.9.0.0/16", "2001:db8:dead::/48"];
  const wave = Array.from({length: 40}, (_, client) => {
    const day = 9 + (client % 3);
    return `203.0.113.${client + 1} - - [${String(day).padStart(2, "0")}/Aug/2005:10:00:00 +0000] "GET /wave-${client}.html HTTP/1.1" 200 1000 "-" "Mozilla/4.0 (compatible; MSIE 5.0; Windows 98)"\n`;
  });
  writeFileSync(join(home, "logs", "wave.log.gz"), gzipSync(wave.join("")));
  const groups = [
    "agent:MSIE 5 & country:FR,2005-09-01,,a wave,web desk,2005-08-30",
    "network:AS64500 & from 2005-09-01 until 2005-09-02,,,rented machines,web desk,2005-08-30",
  ];
  appendFileSync(join(home, "blacklist.csv"), `${groups.join("\n")}\n`);
  // Files that are taken home, in parts and day after day: of several months and of one client, and by a robot.
  const parts = Array.from({length: 240}, (_, place) => {
    const [day, month] = [1 + (place % 28), place % 3 === 0 ? "Aug" : place % 3 === 1 ? "Sep" : "Nov"];
    const [client, status, bytes] = [1 + (place % 7), place % 4 === 0 ? 200 : 206, 9000 + 100 * place];
    return `198.18.7.${client} - - [${String(day).padStart(2, "0")}/${month}/2005:2${place % 4}:10:00 +0000] "GET /taken-${place % 5}.${place % 2 === 0 ? "pdf" : "mp3"} HTTP/1.1" ${status} ${bytes} "-" "Mozilla/5.0 (Windows; U; Windows NT 5.1) Gecko/20050914 Firefox/1.0.${client % 2}"\n`;
  });
  writeFileSync(join(home, "logs", "parts-2005-09.log.gz"), gzipSync(parts.join("")));
  // A document that has moved, and clients of both shards that were told so.
  const told = Array.from({length: 40}, (_, client) => {
    const [host, at] = [`198.18.${client}.1`, `11/Aug/2005:11:00:${String(client).padStart(2, "0")} +0000`];
    const line = (path: string, status: number): string =>
      `${host} - - [${at}] "GET ${path} HTTP/1.1" ${status} 1000 "http://www.other.example/links" "Mozilla/5.0 (X11; U; Linux i686; rv:1.7.8) Gecko/2005 Firefox/1.0.4"\n`;
    return line("/moved-from.html", client % 2 === 0 ? 301 : 308) + line("/moved-to.html", 200);
  });
  writeFileSync(join(home, "logs", "moved.log.gz"), gzipSync(told.join("")));
  const downloads = {pages: "*.html", pdf: "*.pdf"};
  change(home, {
    "methodology.developers": developers,
    sites: undefined,
    downloads,
    "methodology.downloads": true,
    "methodology.listening": {leastAudioBytes: 20_000},
  });
  await run(home, "ingest", "--quiet");
  cpSync(home, simple, {recursive: true, filter: (path) => path !== join(home, "ledger")});
  change(simple, {
    sentTo: undefined,
    ledger: undefined,
    plan: undefined,
    "methodology.downloads": undefined,
    "methodology.listening": undefined,
  });
  cpSync(home, wide, {recursive: true});
  change(wide, {"methodology.reader": {ipv6: 48}});
  cpSync(home, sited, {recursive: true});
  change(sited, {sites: {summer: {files: "*2005-0*"}, autumn: {files: "*2005-1*"}}});
});
afterAll(() => rmSync(root, {recursive: true, force: true}));

// The first is one shard of 18.16: what two answer, it does, and reports are made on it, too.
for (const other of otherEngines.slice(1)) {
  describe.skipIf(!other.isThere)(`DuckDB beside ${other.name}`, () => {
    let running: Awaited<ReturnType<typeof other.start>>;
    const folder = join(root, other.name.replaceAll(/\W+/g, "-"));

    beforeAll(async () => {
      running = await other.start();
      cpSync(home, folder, {recursive: true});
      change(folder, {engine: running.settings("press")});
      await run(folder, "engine", "setup", "--quiet");
      await run(folder, "engine", "move", "--to", "clickhouse", "--quiet");
    });
    afterAll(() => running?.stop());

    test("each question of each kind of report is answered alike, and none is left out", async () => {
      const asked = new Set<string>();
      const differences: unknown[] = [];
      await withFiles(openStore(folder), async (own) => {
        await withStore(openStore(folder), async (cluster) => {
          // The same parts, in the order of what they hold, under the names of either.
          const partsOf = ({catalogue}: Pick<typeof cluster, "catalogue">) =>
            catalogue.inputs().flatMap(({id}) => catalogue.partsOf(id).map(({file, places}) => ({file, places})));
          const loads = new Map<string, string>();
          const [files, theirs] = [partsOf(own), partsOf(cluster)];
          for (const [place, {file, places}] of files.entries()) {
            loads.set(file, theirs[place]!.file);
            if (places !== null) loads.set(places, theirs[place]!.file);
          }
          const twin = new TwinEngine(own.engine, cluster.engine, (file) => loads.get(basename(file))!);
          const open = {...own, engine: twin};
          await reportPeriod(open, period, scope);
          await reportPeriod({...open, workspace: openWorkspace(simple)}, period, {
            ...scope,
            tables: "none",
            hasRanges: false,
          });
          for (const methodology of ["counter-5.1", "wikimedia", "goaccess"] as const) {
            await reportPeriod(open, period, {...scope, hasRanges: false, methodology});
          }
          await reportPeriod({...open, workspace: openWorkspace(sited)}, period, {...scope, hasRanges: false});
          // A range says who fetched nothing that belongs to a page where that can be told of every month, as of this one.
          await reportPeriod(open, parsePeriod("2005-08", "2006-01-01"), {...scope, with: ["by-agent"]});
          const autumn = {...scope, tables: "none", hasRanges: false, site: "autumn"};
          await reportPeriod({...open, workspace: openWorkspace(sited)}, period, autumn);
          await unmatchedOpen(open, period);
          await previewOpen(open, {period, taken: "isbot", replaced: null});
          await reportPeriod(open, period, {...scope, tables: "none", hasRanges: false, hasUndecided: true});
          const july = parsePeriod("2005-07", "2006-01-01");
          const surroundings = await openSurroundings(open.workspace, null);
          for (const workspace of [open.workspace, openWorkspace(wide)]) {
            await surveyOpen({...open, workspace}, july, surroundings);
          }
          const [from, until] = secondsOf(["2005-07"], "UTC");
          const session = await twin.session();
          const {facts} = await own.locate(own.catalogue.parts(from, until));
          await session.openFacts(facts, {...dayRangeOf(["2005-07"], "UTC"), rulePeriods: []});
          await session.ask("requests-between", {from, until});
          await session.ask("quarters", {from, until});
          await session.close();
          for (const question of twin.asked) asked.add(question);
          differences.push(...twin.differences);
        });
      });
      const neverAsked = questions.filter((name) => !asked.has(name));
      expect({differences, neverAsked}).toEqual({differences: [], neverAsked: []});
    });

    test("reports of one process at the same time are those that DuckDB makes one after the other", async () => {
      const scopes = [
        ["2005-07", {...scope, tables: "none"}],
        ["2005-08", {...scope, hasRanges: false}],
        ["2005-09..2005-10", {...scope, tables: "none", hasRanges: false, methodology: "counter-5.1"}],
      ] as const;
      const report = async (open: OpenStore, [name, own]: (typeof scopes)[number]): Promise<string> =>
        renderJson(await reportPeriod(open, parsePeriod(name, "2006-01-01"), own));
      const alone = await withFiles(openStore(folder), async (open) => {
        const texts: string[] = [];
        for (const one of scopes) texts.push(await report(open, one));
        return texts;
      });
      const atOnce = await withStore(openStore(folder), (open) => Promise.all(scopes.map((one) => report(open, one))));
      expect(atOnce).toEqual(alone);
    });
  });
}
