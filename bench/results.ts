import type {Machine} from "./machine.ts";
import {type Measurement, together} from "./measure.ts";
import type {FileRuns, LogRuns} from "./runs.ts";

/** All that one run of the benchmark found out. */
export interface Results {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly machine: Machine;
  readonly help: Measurement;
  readonly main: LogRuns;
  /** The same lines, one file a day or so, packed. */
  readonly daily: FileRuns;
  /** A publisher's log; null where it is not at hand. */
  readonly real: LogRuns | null;
  /** The main log with ten times the lines; null when it was not asked for. */
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

const seconds = (ms: number | null): string => (ms === null ? "not known" : `${(ms / 1000).toFixed(2)} s`);
const megabytes = (bytes: number | null): string =>
  bytes === null ? "not known" : `${Math.round(bytes / 1_000_000)} MB`;
const whole = ({ingest, report}: LogRuns): Measurement => together(ingest, report);
/** What is compared: processors' time, which a busy machine does not change; where it is not known, the clock's. */
const costOf = ({processorMs, wallMs}: Measurement): number => processorMs ?? wallMs;
const ratioOf = (one: Measurement, other: Measurement): number => costOf(one) / costOf(other);

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

/** Which of the promises hold? Each of what anybody runs, with nothing switched off. */
export function judgeTargets({main, daily, large, help}: Results): readonly Target[] {
  const {goaccess} = main;
  const faster = (took: Measurement): number | null => (goaccess ? ratioOf(goaccess, took) : null);
  return [
    atLeast("quick, against GoAccess", faster(main.quick), 8),
    atLeast("init + ingest + report, against GoAccess", faster(whole(main)), 6),
    below("quick: peak memory", main.quick.peakBytes, 600_000_000, megabytes),
    below("init + ingest + report: peak memory", whole(main).peakBytes, 600_000_000, megabytes),
    atMost("second report after a changed rule, against the first", ratioOf(main.secondReport, main.report), 0.5),
    below("--help, best of five", help.wallMs, 150, (value) => `${Math.round(value)} ms`),
    atMost(`${daily.files} files against one: ingest`, ratioOf(daily.ingest, main.ingest), 1.6),
    atMost(`${daily.files} files against one: quick`, ratioOf(daily.quick, main.quick), 1.5),
    atMost(`${daily.files} files against one: report`, ratioOf(daily.report, main.report), 1.2),
    ...(large === null ? [] : judgeLarge("quick", main.quick, large.quick)),
    ...(large === null ? [] : judgeLarge("init + ingest + report", whole(main), whole(large))),
  ];
}

function judgeLarge(name: string, main: Measurement, large: Measurement): Target[] {
  return [
    atMost(`${name}: ten times the lines`, ratioOf(large, main), 10.5),
    below(`${name}: peak memory over ten times the lines`, large.peakBytes, 1_000_000_000, megabytes),
  ];
}

type Row = readonly [what: string, took: Measurement];

function rowsOf(runs: LogRuns): Row[] {
  return [
    ...(runs.goaccess === null ? [] : [["GoAccess, JSON report", runs.goaccess] as const]),
    ["broadsheet quick", runs.quick],
    ["broadsheet quick --tables none", runs.quickWithoutTables],
    ["broadsheet init + ingest", runs.ingest],
    ["broadsheet report", runs.report],
    ["… init + ingest + report together", whole(runs)],
    ["broadsheet report after a changed rule", runs.secondReport],
    ["broadsheet report --tables none, without ranges", runs.reportOfFiguresAlone],
  ];
}

function fileRows({quick, ingest, report}: FileRuns): Row[] {
  return [
    ["broadsheet quick", quick],
    ["broadsheet init + ingest", ingest],
    ["broadsheet report", report],
  ];
}

function measuredTable(rows: readonly Row[], goaccess: Measurement | null): string {
  const against = (took: Measurement): string =>
    goaccess === null ? "" : goaccess === took ? "1.0 ×" : `${ratioOf(goaccess, took).toFixed(1)} ×`;
  return tableOf(
    ["Whole process", "Processor time", "Less than GoAccess", "Time", "Peak memory"],
    rows.map(([what, took]) => [
      ...[what, seconds(took.processorMs), against(took)],
      ...[seconds(took.wallMs), megabytes(took.peakBytes)],
    ]),
  );
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
  "Broadsheet runs as it is installed, from the built package, and was run before, so that Node has kept what it compiled. Every report is written as HTML and JSON, with all that comes by itself: tables, places, ranges; what is switched off stands in the row's name. Processor time is user and system of the whole process with all its threads, which a busy machine does not change.";

const count = (lines: number): string => lines.toLocaleString("en");
const sectionOf = (title: string, runs: LogRuns): string[] => [
  `## ${title}`,
  measuredTable(rowsOf(runs), runs.goaccess),
];

/** The results for a person to read, in Markdown; the same text goes to the terminal. */
export function writeMarkdown(results: Results): string {
  const {date, machine} = results;
  const goaccess = machine.goaccess === null ? "no GoAccess" : `GoAccess ${machine.goaccess}`;
  const marks = new Map([
    [true, "met"],
    [false, "MISSED"],
    [null, "skipped"],
  ]);
  return [
    `# Benchmark of ${date}, ${count(results.main.lines)} lines`,
    `${machine.processor}, ${machine.cores} cores, ${(machine.memoryBytes / 1e9).toFixed(1)} GB; ${machine.kernel}.`,
    `Broadsheet ${machine.broadsheet}, Node ${machine.node}, DuckDB ${machine.duckdb}, ${goaccess}.`,
    conditions,
    ...sectionOf(`${count(results.main.lines)} lines in one file`, results.main),
    `## The same lines in ${results.daily.files} packed files`,
    measuredTable(fileRows(results.daily), null),
    ...(results.real === null ? [] : sectionOf(`A real log of ${count(results.real.lines)} lines`, results.real)),
    ...(results.large === null ? [] : sectionOf(`${count(results.large.lines)} lines in one file`, results.large)),
    "## Targets",
    tableOf(
      ["What", "Wanted", "Measured", ""],
      judgeTargets(results).map(({what, wanted, measured, isMet}) => [what, wanted, measured, marks.get(isMet)!]),
    ),
    "",
  ].join("\n\n");
}
