import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gunzipSync} from "node:zlib";

/**
 * How many clients of made waves are nominated, and how many others? `node bench/waves.ts`, of one log `node bench/waves.ts 2015-05`
 * Of a wave, those count that asked for something that is a document.
 *
 * A wave of each kind is mixed into each real log, which the project may not hand on, and the month is reviewed.
 */
const data = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const folder = fileURLToPath(new URL("data/waves/", import.meta.url));
const program = fileURLToPath(new URL("../bin/broadsheet.js", import.meta.url));

const logs = [
  {file: "juliabloggers-2014-09.combined.log.gz", period: "2014-09"},
  {file: "semicomplete-2015-05.combined.log.gz", period: "2015-05"},
  {file: "nginx-2025-12..2026-01.combined.log.gz", period: "2025-12"},
  {file: "nasa-1995-08-01..08.common.log.gz", period: "1995-08"},
] as const;

/** What each client of a wave writes, as far as kinds differ. */
interface WaveKind {
  readonly name: string;
  /** Days that it lasts, of those in the log; 0 for all. */
  readonly days: number;
  readonly agent: (log: RealLog) => string;
  readonly referrer: string;
  /** Of one provider (AS28573, Brazil), or of nobody, where nothing is given. */
  readonly isOfProvider?: true;
}

interface RealLog {
  /** As the log writes them: `05/Aug/1995`. */
  readonly days: readonly string[];
  readonly zone: string;
  readonly pages: readonly string[];
  /** As often as they occur; empty where the log has none. */
  readonly agents: readonly string[];
  readonly lines: readonly string[];
}

let state = 2005;
/** The same on every run. */
function chance(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const oneOf = <T>(all: readonly T[]): T => all[chance(all.length)]!;

const oldChrome = (version: number): string =>
  `Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;

const kinds: readonly WaveKind[] = [
  {name: "one agent, three days", days: 3, agent: () => oldChrome(19), referrer: "-"},
  {name: "agents that rotate, years old, three days", days: 3, agent: () => oldChrome(4 + chance(14)), referrer: "-"},
  {name: "agents and numbers of real readers, three days", days: 3, agent: ({agents}) => oneOf(agents), referrer: "-"},
  {
    name: "the commonest agent, forged referrers, three days",
    days: 3,
    agent: ({agents}) => commonest(agents),
    referrer: "https://www.google.com/",
  },
  {
    name: "agents and numbers of real readers, addresses of one provider, three days",
    days: 3,
    agent: ({agents}) => oneOf(agents),
    referrer: "-",
    isOfProvider: true,
  },
  {
    name: "the commonest agent, addresses of one provider, slowly over all days",
    days: 0,
    agent: ({agents}) => commonest(agents),
    referrer: "-",
    isOfProvider: true,
  },
  {name: "one agent, slowly over all days", days: 0, agent: () => oldChrome(20), referrer: "-"},
];

function commonest(all: readonly string[]): string {
  return [...Map.groupBy(all, (one) => one)].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? "";
}

const waveClients = 300;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `1995-08` of `05/Aug/1995`. */
function monthOf(day: string): string {
  const [, month, year] = day.split("/");
  return `${year}-${String(months.indexOf(month!) + 1).padStart(2, "0")}`;
}

function readLog(file: string, period: string): RealLog {
  const lines = gunzipSync(readFileSync(join(data, file)))
    .toString("latin1")
    .trimEnd()
    .split("\n");
  const parsed = lines.flatMap((line) => {
    const [, day, zone, path, status, agent] =
      /^\S+ \S+ \S+ \[([^:]+):\S+ ([+-]\d{4})\] "GET (\S+) [^"]*" (\d{3}) \S+(?: "[^"]*" "([^"]*)")?/.exec(line) ?? [];
    return status === "200" && monthOf(day!) === period ? [{day: day!, zone: zone!, path: path!, agent}] : [];
  });
  const pages = new Set(parsed.map(({path}) => path).filter((path) => /(?:\/|\.html?)$/.test(path)));
  const agents = parsed.flatMap(({agent}) =>
    agent?.startsWith("Mozilla/") && !/bot|spider/i.test(agent) ? [agent] : [],
  );
  return {days: [...new Set(parsed.map(({day}) => day))], zone: parsed[0]!.zone, pages: [...pages], agents, lines};
}

/** Addresses that no client of the logs has, so that the wave is known again. */
function addressOf(client: number, {isOfProvider}: WaveKind): string {
  return isOfProvider
    ? `177.${32 + (client % 4)}.${client % 251}.${1 + (client % 7)}`
    : `240.${client >> 8}.${client % 7}.${client % 256}`;
}

const ofWave = /^(?:240|177\.3[2-5])\./;

function lineOf(client: number, log: RealLog, kind: WaveKind): string {
  const {days, agent, referrer} = kind;
  const day = oneOf(days === 0 ? log.days : log.days.slice(Math.max(0, log.days.length >> 1)).slice(0, days));
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = `${day}:${two(chance(24))}:${two(chance(60))}:${two(chance(60))} ${log.zone}`;
  const own = `${addressOf(client, kind)} - - [${time}] "GET ${oneOf(log.pages)} HTTP/1.1" 200 5000`;
  return log.agents.length === 0 ? own : `${own} "${referrer}" "${agent(log)}"`;
}

function run(...words: string[]): string {
  return execFileSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

interface Reviewed {
  readonly clients: readonly {
    readonly entry: string;
    readonly listed: readonly {readonly grounds: readonly {readonly id: string}[]}[];
  }[];
}

/** Clients of a wave among those to be looked at, and all readers of the month. */
function review(
  log: RealLog,
  wave: readonly string[],
  period: string,
): {readonly found: readonly string[]; readonly readers: number} {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const file = join(folder, "access.log");
  writeFileSync(file, `${[...log.lines, ...wave].join("\n")}\n`, "latin1");
  run("init", join(folder, "w"), "--publication", "X", "-y", "--quiet");
  run("-C", join(folder, "w"), "ingest", file, "--quiet");
  const {clients} = JSON.parse(run("-C", join(folder, "w"), "review", period, "--format", "json")) as Reviewed;
  const found = clients.filter(({listed}) => listed.some(({grounds}) => grounds.some(({id}) => id === "wave")));
  const report = JSON.parse(
    run("-C", join(folder, "w"), "report", period, "--tables", "none", "--no-ranges", "--format", "json"),
  ) as {
    readonly measures: readonly {readonly id: string; readonly values: readonly number[]}[];
  };
  return {found: found.map(({entry}) => entry), readers: report.measures.find(({id}) => id === "readers")!.values[0]!};
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const rows: string[] = [];
const [wanted] = process.argv.slice(2);
for (const {file, period} of logs.filter((one) => wanted === undefined || one.period === wanted)) {
  const log = readLog(file, period);
  const without = review(log, [], period);
  rows.push(`| ${period} | none | | ${without.found.length} of ${without.readers} |`);
  for (const kind of kinds) {
    if (log.agents.length === 0 && kind !== kinds[0]) continue;
    const wave = Array.from({length: waveClients}, (_, client) => lineOf(client, log, kind));
    const {found, readers} = review(log, wave, period);
    const own = found.filter((entry) => ofWave.test(entry));
    const others = found.length - own.length - without.found.length;
    const [counted, people] = [readers - without.readers, without.readers];
    rows.push(
      `| ${period} | ${kind.name} | ${own.length} of ${counted}: ${percent(own.length / counted)} | ${others} of ${people}: ${percent(others / people)} |`,
    );
    process.stderr.write(`${rows.at(-1)}\n`);
  }
}
process.stdout.write(
  [
    `Waves of ${waveClients} clients with a document each, mixed into real logs: who of them is nominated, and who else that was not before.`,
    "",
    "| Month | Wave | of the wave | of others |",
    "|---|---|--:|--:|",
    ...rows,
    "",
  ].join("\n"),
);
