import type {Machine} from "./machine.ts";
import {type Measurement, together} from "./measure.ts";
import type {LogRuns} from "./runs.ts";

/** All that one run of the benchmark found out. */
export interface Results {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly help: Measurement;
  readonly main: LogRuns;
  /** The same over ten times the lines; null when it was not asked for. */
  readonly large: LogRuns | null;
}

/** One promise of speed or memory, and what was measured. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  /** Null when it could not be measured. */
  readonly isMet: boolean | null;
}

const seconds = ({wallMs}: Measurement): string => `${(wallMs / 1000).toFixed(2)} s`;
const megabytes = (bytes: number | null): string =>
  bytes === null ? "not known" : `${Math.round(bytes / 1_000_000)} MB`;
const whole = ({ingest, firstReport}: LogRuns): Measurement => together(ingest, firstReport);

function atLeast(what: string, ratio: number | null, least: number): Target {
  const measured = ratio === null ? "GoAccess is not installed" : `${ratio.toFixed(1)} ×`;
  return {what, wanted: `≥ ${least} ×`, measured, isMet: ratio === null ? null : ratio >= least};
}

function below(what: string, value: number | null, limit: number, write: (value: number) => string): Target {
  const measured = value === null ? "not known" : write(value);
  return {what, wanted: `< ${write(limit)}`, measured, isMet: value === null ? null : value < limit};
}

function atMost(what: string, ratio: number, most: number): Target {
  return {what, wanted: `≤ ${most} ×`, measured: `${ratio.toFixed(1)} ×`, isMet: ratio <= most};
}

/** Which of the promises hold? The second report is set against the whole way to the first: init, ingest and report. */
export function judgeTargets({main, large, help}: Results): readonly Target[] {
  const ways = [
    {name: "quick", of: ({quick}: LogRuns) => quick},
    {name: "ingest + report", of: whole},
  ];
  const faster = (took: Measurement): number | null => (main.goaccess ? main.goaccess.wallMs / took.wallMs : null);
  const share = main.secondReport.wallMs / whole(main).wallMs;
  return [
    ...ways.map(({name, of}) => atLeast(`${name}: lines per second, against GoAccess`, faster(of(main)), 8)),
    ...ways.map(({name, of}) => below(`${name}: peak memory`, of(main).peakBytes, 600_000_000, megabytes)),
    below("second report after a changed rule, against the first", share, 0.2, (value) => `${value.toFixed(3)} ×`),
    below("--help, best of five", help.wallMs, 150, (value) => `${Math.round(value)} ms`),
    ...judgeTables(main),
    ...(large === null ? [] : ways.flatMap(({name, of}) => judgeLarge(name, of(main), of(large)))),
  ];
}

function judgeTables({quick, fullQuick, firstReport, fullReport}: LogRuns): Target[] {
  return [
    atMost("quick: all tables, against the main table", fullQuick.wallMs / quick.wallMs, 2),
    atMost("report: all tables, against the main table", fullReport.wallMs / firstReport.wallMs, 2),
  ];
}

function judgeLarge(name: string, main: Measurement, large: Measurement): Target[] {
  return [
    atMost(`${name}: ten times the lines`, large.wallMs / main.wallMs, 10.5),
    below(`${name}: peak memory over ten times the lines`, large.peakBytes, 1_000_000_000, megabytes),
  ];
}

function rowsOf(runs: LogRuns): string[][] {
  const row = (what: string, took: Measurement, isPerLine: boolean): string[] => [
    what,
    seconds(took),
    isPerLine ? Math.round((runs.lines * 1000) / took.wallMs).toLocaleString("en") : "",
    megabytes(took.peakBytes),
  ];
  return [
    ...(runs.goaccess === null ? [] : [row("GoAccess, JSON report", runs.goaccess, true)]),
    row("broadsheet quick", runs.quick, true),
    row("broadsheet quick, all tables", runs.fullQuick, true),
    row("broadsheet init + ingest", runs.ingest, true),
    row("broadsheet report", runs.firstReport, false),
    row("… init + ingest + report together", whole(runs), true),
    row("broadsheet report after a changed rule", runs.secondReport, false),
    row("broadsheet report, all tables", runs.fullReport, false),
  ];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** What the rows do not say of themselves. */
const conditions =
  "Broadsheet runs as it is installed, from the built package, and was run before, so that Node has kept what it compiled. Every report is written as HTML and JSON. Where nothing else is said it is the main table alone (`--tables none`), and no places are looked up (`places: false` in the workspace). With all tables, `quick` looks up places; the workspace does not, and has a table of departments.";

/** The results for a person to read, in Markdown; the same text goes to the terminal. */
export function writeMarkdown(results: Results): string {
  const {date, machine} = results;
  const runs = [results.main, ...(results.large === null ? [] : [results.large])];
  const goaccess = machine.goaccess === null ? "no GoAccess" : `GoAccess ${machine.goaccess}`;
  const marks = new Map([
    [true, "met"],
    [false, "MISSED"],
    [null, "skipped"],
  ]);
  return [
    `# Benchmark of ${date}, ${results.main.lines.toLocaleString("en")} lines`,
    `${machine.processor}, ${machine.cores} cores, ${(machine.memoryBytes / 1e9).toFixed(1)} GB; ${machine.kernel}.`,
    `Broadsheet ${machine.broadsheet}, Node ${machine.node}, DuckDB ${machine.duckdb}, ${goaccess}.`,
    conditions,
    ...runs.flatMap((run) => [
      `## ${run.lines.toLocaleString("en")} lines`,
      tableOf(["Whole process", "Time", "Lines per second", "Peak memory"], rowsOf(run)),
    ]),
    "## Targets",
    tableOf(
      ["What", "Wanted", "Measured", ""],
      judgeTargets(results).map(({what, wanted, measured, isMet}) => [what, wanted, measured, marks.get(isMet)!]),
    ),
    "",
  ].join("\n\n");
}
