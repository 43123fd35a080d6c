import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Period, parsePeriod} from "../src/base/period.ts";
import type {Environment} from "../src/cli/environment.ts";
import {runArgs} from "../src/cli/main.ts";
import type {DuckDbEngine} from "../src/engine/duckdb/engine.ts";
import {resolveMethodology} from "../src/methodology/resolve.ts";
import {readHoldings} from "../src/methodology/site/site.ts";
import {reportPeriod} from "../src/operations/report/make.ts";
import {configFor} from "../src/operations/report/request.ts";
import {judgePeriods} from "../src/operations/store/judge.ts";
import {withFiles} from "../src/operations/store/open.ts";
import {openStore} from "../src/operations/store/store.ts";
import type {Report} from "../src/report/report.ts";
import type {MethodologyName} from "../src/workspace/config/methodology.ts";
import {makeWorkspace} from "../src/workspace/make-workspace.ts";
import {readOnce} from "./run/read-once.ts";

/** A publisher made for one test: settings, lists and logs as text. */
export interface Press {
  /** Name to content; read in this order. */
  readonly logs: Readonly<Record<string, string>>;
  readonly period: string;
  readonly timeZone?: string;
  /** What stands under `methodology:`, as JSON would have it. */
  readonly methodology?: Readonly<Record<string, unknown>>;
  /** Rows of `blacklist.csv`, without the header. */
  readonly blacklist?: readonly string[];
  readonly logFormat?: string;
  readonly date?: string;
  /** As `--compare` and `--tables` would have it; no table unless one is named. */
  readonly compare?: string;
  readonly tables?: string;
  /** As `--with` and `--ranges` would have it. */
  readonly with?: readonly string[];
  readonly hasRanges?: boolean;
  /** As `--methodology` would have it. */
  readonly asked?: MethodologyName;
  /** As `--site` would have it. */
  readonly site?: string;
  /** The workspace's key; the same for all presses where none is given, since hashes over lists of clients rest on it. */
  readonly key?: string;
  /** Further settings of `broadsheet.yaml`, as JSON would have them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Further files of the workspace: path to text. */
  readonly files?: Readonly<Record<string, string>>;
}

type Settings = Readonly<Record<string, unknown>>;

/** What the program makes of a press. */
export interface Judged {
  readonly report: Report;
  /** The verdict of each line, told apart by its bytes: the line of 1 byte first. */
  readonly verdicts: readonly string[];
}

/** Gives a workspace that was just made a key that tests know. */
export function giveKey(folder: string, key = "00112233445566778899aabbccddeeff"): void {
  const path = join(folder, "store/key");
  writeFileSync(path, `${key.padEnd(readFileSync(path, "utf8").trim().length, key)}\n`);
}

/** Makes the press in a folder of its own, reads its logs, and makes the report and judges every line, all in this process. */
export async function judgePress(press: Press): Promise<Judged> {
  return withPress(press, async (open, {period, scope}) => {
    const {engine, judged} = keepingOpen(open.engine);
    const report = await reportPeriod({...open, engine}, period, {...scope, tables: press.tables ?? "none"});
    // For the main table alone, lines that answer or path leave out are judged together.
    const hasDetails = (await (await judged()).rows("describe request")).some((row) => row["column_name"] === "client");
    if (!hasDetails) await judgeAll({...open, engine}, period, scope);
    return {report, verdicts: await verdictsIn(await judged())};
  });
}

/** The verdict of each line alone, told apart by its bytes: in half the time. */
export async function verdictsOf(press: Press): Promise<readonly string[]> {
  return withPress(press, async (open, {period, scope}) => {
    const {engine, judged} = keepingOpen(open.engine);
    await judgeAll({...open, engine}, period, scope);
    return verdictsIn(await judged());
  });
}

async function judgeAll(open: OpenPress, period: Period, scope: ReturnType<typeof scopeOf>): Promise<void> {
  const {folder, key} = open.workspace;
  const config = configFor(open.workspace, scope);
  const [holdings, methodology] = [readHoldings(config, folder), resolveMethodology({config, folder, key})];
  await judgePeriods(open, period, [period], {holdings, methodology, withDetails: true});
}

async function verdictsIn(engine: DuckDbEngine): Promise<string[]> {
  const rows = await engine.rows("select verdict from request order by bytes");
  return rows.map(({verdict}) => String(verdict));
}

/** The report alone: in half the time. */
export async function reportPress(press: Press): Promise<Report> {
  return withPress(press, (open, {period, scope}) =>
    reportPeriod(open, period, {...scope, tables: press.tables ?? "none"}),
  );
}

/** Has the press in a folder of its own, with its logs read, for as long as `use` takes. */
async function withPress<T>(
  press: Press,
  use: (open: OpenPress, asked: {readonly period: Period; readonly scope: ReturnType<typeof scopeOf>}) => Promise<T>,
): Promise<T> {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-press-"));
  try {
    const folder = join(top, "press");
    const {timeZone = "UTC", methodology = {}, blacklist, logs, key, logFormat, files = {}} = press;
    const listed = blacklist === undefined ? {} : {blacklist: "blacklist.csv"};
    const config = {
      publication: "The Example Press",
      timeZone,
      methodology: {...methodology, ...listed},
      ...press.settings,
    };
    makeWorkspace(folder, JSON.stringify(readingOf(config)));
    giveKey(folder, key);
    const rows = ["entry,from,until,reason,decided_by,decided_on", ...(blacklist ?? [])];
    writeFileSync(join(folder, "blacklist.csv"), rows.map((row) => `${row}\n`).join(""));
    for (const [name, text] of Object.entries(files)) writeBelow(folder, name, text);
    await readOnce([readingOf(config), logs, key, logFormat, files], join(folder, "store"), async () => {
      const named = logFormat === undefined ? [] : ["--log-format", logFormat];
      const paths = Object.entries(logs).map(([name, text]) => writeBelow(top, name, text));
      await run(["-C", folder, "ingest", ...named, ...paths], top);
    });
    writeFileSync(join(folder, "broadsheet.yaml"), JSON.stringify(config));
    const asked = {period: parsePeriod(press.period, "2006-01-01"), scope: scopeOf(press)};
    return await withFiles(openStore(folder), (open) => use(open, asked));
  } finally {
    rmSync(top, {recursive: true, force: true});
  }
}

/** An engine whose sessions and branches stay open until it closes itself, so that what was judged last can be looked at. */
export function keepingOpen(first: DuckDbEngine): {readonly engine: DuckDbEngine; judged(): Promise<DuckDbEngine>} {
  const opened = [first];
  const wrap = (engine: DuckDbEngine): DuckDbEngine =>
    new Proxy(engine, {
      get(target, name) {
        if (name === "close") return async () => {};
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        if (name !== "session" && name !== "branch") return value.bind(target);
        return async (...given: unknown[]) => {
          const engine: DuckDbEngine = await value.apply(target, given);
          opened.push(engine);
          return wrap(engine);
        };
      },
    });
  const judged = async (): Promise<DuckDbEngine> => {
    for (const engine of opened.toReversed()) {
      if (await engine.rows("describe request").then(Boolean, () => false)) return engine;
    }
    throw new Error("nothing was judged");
  };
  return {engine: wrap(first), judged};
}

type OpenPress = Parameters<Parameters<typeof withFiles>[1]>[0];

function scopeOf(press: Press) {
  return {
    date: press.date ?? null,
    compare: press.compare,
    with: press.with ?? [],
    hasRanges: press.hasRanges ?? false,
    // A press of a few readers has networks that hold most of them.
    confirm: async () => true,
    methodology: press.asked,
    site: press.site,
  };
}

function writeBelow(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
  return path;
}

/** The settings without those that are asked for only when a report is made: logs are read once for all of these. */
function readingOf({methodology, language: _, labels: __, smallest: ___, sites: ____, ...rest}: Settings): Settings {
  // What a rule asks of queries is asked while logs are read.
  const asksOfQueries = JSON.stringify(methodology ?? {}).includes("?");
  return asksOfQueries ? {...rest, methodology} : rest;
}

/** Runs a command line in this process and gives what it wrote to standard output. */
export async function run(args: readonly string[], cwd: string): Promise<string> {
  const [stdout, stderr] = [new Collector(), new Collector()];
  const streams = {stdin: process.stdin, stdout, stderr} as unknown as Environment;
  const status = await runArgs(args, {...streams, env: {}, cwd, now: () => Date.parse("2030-01-01T00:00:00Z")});
  if (status !== 0) throw new Error(`exit ${status}: ${stderr.text}`);
  return stdout.text;
}

/** A stream that is no terminal and keeps what is written to it. */
class Collector {
  text = "";
  readonly isTTY = false;

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

/** An agent that no list of robots knows. */
export const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/** A request in the combined format, where nothing else is said a document that a reader got in July 2005. */
export function lineOf(
  given: {
    client?: string;
    at?: string;
    request?: string;
    path?: string;
    method?: string;
    status?: number;
    bytes?: number | string;
    agent?: string;
  } = {},
): string {
  const {client = "192.0.2.1", at = "01/Jul/2005:12:00:00 +0000", method = "GET", path = "/a.html"} = given;
  const {request = `${method} ${path} HTTP/1.1`, status = 200, bytes = 1, agent = browser} = given;
  return `${client} - - [${at}] "${request}" ${status} ${bytes} "-" "${agent}"`;
}

/** Lines as a log's text. */
export function logOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
