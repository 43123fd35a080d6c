import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {hasServer, OldServers} from "../test/engines/old-servers.ts";
import {makeLog} from "./generate.ts";
import {describeMachine} from "./machine.ts";
import {type Measurement, measure} from "./measure.ts";

/*
 * What do one and two shards of ClickHouse 18.16 take where DuckDB takes so long? All on one machine, whose cores the shards
 * share: the figures tell what the work costs, and how it grows, not how fast a cluster is.
 */

const results = fileURLToPath(new URL("results/", import.meta.url));

/** What was measured on one engine over one log. */
interface EngineRun {
  readonly engine: string;
  readonly lines: number;
  /** Reading the log into it, from lines to what counts. */
  readonly ingest: Measurement;
  /** Sending facts that are there already; null where nothing is sent, and over a long log. */
  readonly send: Measurement | null;
  readonly report: Measurement;
  /** Null over a long log. */
  readonly fullReport: Measurement | null;
  /** What the requests take on the servers' disks; null for files of the workspace. */
  readonly storedBytes: number | null;
  /** The most memory that each server held; null without servers. */
  readonly serverPeakBytes: readonly number[] | null;
}

/** Over more lines only reading in and the main table are measured: the rest would take an hour. */
const mostForAll = 10_000_000;

/** Measures every engine over logs of these sizes, and writes the results down where they are kept. */
export async function runEngines(
  sizes: readonly number[],
  {program, tell, isKept}: {readonly program: string; readonly tell: (what: string) => void; readonly isKept: boolean},
): Promise<void> {
  if (!hasServer) throw new Error("clickhouse-server is not installed (apt-get install clickhouse-server)");
  const runs: EngineRun[] = [];
  for (const lines of sizes) {
    const log = makeLog(lines);
    for (const shards of [0, 1, 2]) {
      tell(`${shards === 0 ? "DuckDB" : `${shards} of ClickHouse`}, ${lines} lines`);
      runs.push(await runOn(program, shards, log, lines));
    }
  }
  const machine = describeMachine();
  const date = new Date().toISOString().slice(0, 10);
  const text = writeRuns(runs, date, machine);
  process.stdout.write(text);
  if (!isKept) return;
  mkdirSync(results, {recursive: true});
  const name = join(results, `${date}-engines-${sizes.at(-1)}-lines`);
  writeFileSync(`${name}.md`, text);
  writeFileSync(`${name}.json`, `${JSON.stringify({date, machine, runs}, null, 2)}\n`);
}

async function runOn(program: string, shards: number, log: string, lines: number): Promise<EngineRun> {
  const folder = fileURLToPath(new URL("data/engines/", import.meta.url));
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const servers = shards === 0 ? null : await OldServers.start(shards);
  const broadsheet = (where: string, ...words: readonly string[]): Promise<Measurement> =>
    measure(process.execPath, [program, ...words, "--quiet"], where);
  try {
    const press = join(folder, "press");
    await broadsheet(folder, "init", "press");
    const settings = {publication: "Bench", places: false, addresses: false, ranges: false};
    const settle = (database: string | null): void => {
      const engine = database && servers ? {engine: servers.settings(database)} : {};
      writeFileSync(join(press, "broadsheet.yaml"), JSON.stringify({...settings, ...engine}));
    };
    let send: Measurement | null = null;
    const isLong = lines > mostForAll;
    if (servers && !isLong) {
      settle(null);
      await broadsheet(press, "ingest", log);
      settle("sent");
      await broadsheet(press, "engine", "setup");
      send = await broadsheet(press, "engine", "move", "--to", "clickhouse");
    }
    settle(servers && "read");
    if (servers) await broadsheet(press, "engine", "setup");
    const ingest = await broadsheet(press, "ingest", log);
    const written = (tables: string): readonly string[] => [
      "2005-H2",
      "--tables",
      tables,
      "--format",
      "json",
      "-o",
      "report.json",
    ];
    const report = await broadsheet(press, "report", ...written("none"));
    const fullReport = isLong ? null : await broadsheet(press, "report", ...written("all"));
    const {inputs} = JSON.parse(readFileSync(join(press, "report.json"), "utf8")) as {inputs: {lines: number}[]};
    if (inputs[0]?.lines !== lines) throw new Error("the report is not made from every line");
    const stored = "select sum(bytes) from system.parts where database = 'read' and active";
    const sizes = servers ? await Promise.all(servers.urls.map((_, place) => servers.ask(stored, place))) : [];
    return {
      engine: shards === 0 ? "DuckDB" : `ClickHouse 18.16, ${shards === 1 ? "one shard" : `${shards} shards`}`,
      lines,
      ingest,
      send,
      report,
      fullReport,
      storedBytes: servers && sizes.reduce((sum, size) => sum + Number(size), 0),
      serverPeakBytes: servers?.peaks() ?? null,
    };
  } finally {
    await servers?.stop();
    rmSync(folder, {recursive: true, force: true});
  }
}

function writeRuns(runs: readonly EngineRun[], date: string, machine: ReturnType<typeof describeMachine>): string {
  const seconds = ({wallMs}: Measurement): string => `${(wallMs / 1000).toFixed(1)} s`;
  const mega = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;
  const rows = runs.map(({engine, lines, ingest, send, report, fullReport, storedBytes, serverPeakBytes}) => [
    engine,
    lines.toLocaleString("en"),
    seconds(ingest),
    send ? `${Math.round(lines / (send.wallMs / 1000)).toLocaleString("en")} a second` : "",
    seconds(report),
    fullReport ? seconds(fullReport) : "",
    storedBytes === null ? "" : mega(storedBytes),
    serverPeakBytes === null ? "" : serverPeakBytes.map(mega).join(", "),
  ]);
  const head = [
    "Engine",
    "Lines",
    "Ingest",
    "Sent",
    "Report",
    "Full report",
    "On the servers' disks",
    "Most memory of each server",
  ];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [
    `# Engines, ${date}`,
    "",
    `${machine.processor}, ${machine.cores} cores for everything, ${mega(machine.memoryBytes)}; ${machine.kernel}; Node ${machine.node}, DuckDB ${machine.duckdb}, ClickHouse 18.16.1.`,
    "Shards are processes on the same machine, so that two do not have more cores than one.",
    "",
    ...table,
    "",
  ].join("\n");
}
