import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseDocument} from "yaml";
import {type Measurement, measure, together} from "./measure.ts";

/** Runs one command of Broadsheet in a process of its own. */
type Broadsheet = (cwd: string, ...words: readonly string[]) => Promise<Measurement>;

/** @param program As it is installed. */
const broadsheetOf =
  (program: string): Broadsheet =>
  (cwd, ...words) =>
    measure(process.execPath, [program, ...words], cwd);

/** What is asked of `quick` and `report`, as anybody asks it: a page and the figures for programs, all else as it comes. */
const written = (name: string): readonly string[] => [
  ...["--format", "html", "-o", `${name}.html`, "--format", "json", "-o", `${name}.json`],
  "--quiet",
];

/** What is to be read: all of a log, in one file or in many. */
export interface Logs {
  readonly files: readonly string[];
  readonly lines: number;
  /** As it is written on a command line. */
  readonly period: string;
}

/** What was measured over one log. Nothing is switched off but where the name says so. */
export interface LogRuns {
  readonly lines: number;
  readonly goaccess: Measurement | null;
  readonly quick: Measurement;
  /** `--tables none`. */
  readonly quickWithoutTables: Measurement;
  /** From no workspace to facts: `init` and `ingest`. */
  readonly ingest: Measurement;
  readonly report: Measurement;
  readonly secondReport: Measurement;
  /** `--tables none`, and `ranges: false` in the workspace. */
  readonly reportOfFiguresAlone: Measurement;
}

/** The same lines in many files. */
export interface FileRuns {
  readonly files: number;
  readonly quick: Measurement;
  readonly ingest: Measurement;
  readonly report: Measurement;
}

/** Says what is being measured, on the way. */
export type Tell = (what: string) => void;

/** A report that did not read every line would be quick for the wrong reason. */
function checkLines(reportFile: string, lines: number): void {
  const {inputs} = JSON.parse(readFileSync(reportFile, "utf8")) as {inputs: {lines: number}[]};
  const read = inputs.reduce((sum, input) => sum + input.lines, 0);
  if (read !== lines) throw new Error(`the report is made from ${read} lines, the log has ${lines}`);
}

/** A report without tables or ranges would be quick for the wrong reason, too. */
function checkWhole(reportFile: string): void {
  const {tables, measures} = JSON.parse(readFileSync(reportFile, "utf8")) as {
    tables: {id: string; rows: unknown[]}[];
    measures: unknown[];
  };
  const wanted = ["top-documents", "referrers", "robots", "hours", "weekdays", "countries"];
  const missing = wanted.filter((name) => !tables.some(({id, rows}) => id === name && rows.length > 0));
  if (missing.length > 0) throw new Error(`the report has no ${missing.join(", no ")}`);
  if (measures.length === 0 || !readFileSync(reportFile, "utf8").includes('"ranges"')) throw new Error("no ranges");
}

/** Changes the settings as a person would. */
function set(workspace: string, path: readonly string[], value: unknown): void {
  const file = join(workspace, "broadsheet.yaml");
  const config = parseDocument(readFileSync(file, "utf8"));
  config.setIn(path, config.createNode(value));
  writeFileSync(file, config.toString());
}

async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  try {
    return await work();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** From no workspace to facts, in the folder `press`. */
async function ingestInto(folder: string, broadsheet: Broadsheet, files: readonly string[]): Promise<Measurement> {
  const init = await broadsheet(folder, "init", "press", "--quiet");
  return together(init, await broadsheet(join(folder, "press"), "ingest", ...files, "--quiet"));
}

/**
 * Runs each command that is measured once over a few lines, as whoever has installed it did before.
 *
 * Node keeps what it has compiled of a program for the next time.
 *
 * @param folder For what the runs write; emptied before and removed after.
 */
export function useOnce(program: string, log: string, folder: string): Promise<void> {
  const broadsheet = broadsheetOf(program);
  return inFolder(folder, async () => {
    await ingestInto(folder, broadsheet, [log]);
    await broadsheet(join(folder, "press"), "report", "2005-H2", ...written("report"));
    await broadsheet(folder, "quick", log, ...written("report"));
  });
}

/**
 * How long do GoAccess and Broadsheet take over this log? Every run is a cold process that ends with its report written.
 *
 * @param folder For what the runs write; emptied before and removed after.
 * @throws {Error} when a run fails, or its report does not hold every line.
 */
export function runOver(
  {files, lines, period}: Logs,
  folder: string,
  {program, hasGoAccess, tell}: {readonly program: string; readonly hasGoAccess: boolean; readonly tell: Tell},
): Promise<LogRuns> {
  const broadsheet = broadsheetOf(program);
  return inFolder(folder, async () => {
    tell(`GoAccess and broadsheet quick, ${lines} lines`);
    const goaccess = hasGoAccess
      ? await measure("goaccess", [...files, "--log-format=COMBINED", "--no-progress", "-o", "goaccess.json"], folder)
      : null;
    const quick = await broadsheet(folder, "quick", ...files, ...written("report"));
    checkLines(join(folder, "report.json"), lines);
    checkWhole(join(folder, "report.json"));
    const quickWithoutTables = await broadsheet(folder, "quick", ...files, ...written("figures"), "--tables", "none");

    tell(`broadsheet init, ingest, report, ${lines} lines`);
    const workspace = join(folder, "press");
    const ingest = await ingestInto(folder, broadsheet, files);
    const report = await broadsheet(workspace, "report", period, ...written("report"));
    checkLines(join(workspace, "report.json"), lines);
    checkWhole(join(workspace, "report.json"));

    tell("broadsheet report: after a changed rule, and of the figures alone");
    const first = readFileSync(join(workspace, "report.json"), "utf8");
    set(workspace, ["methodology", "heavyReaders"], {documents: 50});
    const secondReport = await broadsheet(workspace, "report", period, ...written("report"));
    if (readFileSync(join(workspace, "report.json"), "utf8") === first) {
      throw new Error("the changed rule changed nothing");
    }
    set(workspace, ["ranges"], false);
    set(workspace, ["methodology", "heavyReaders"], {documents: 60});
    const alone = await broadsheet(workspace, "report", period, ...written("figures"), "--tables", "none");
    return {
      ...{lines, goaccess, quick, quickWithoutTables, ingest, report, secondReport},
      reportOfFiguresAlone: alone,
    };
  });
}

/** How long does Broadsheet take over the same lines in many files? */
export function runFiles({files, lines, period}: Logs, folder: string, program: string): Promise<FileRuns> {
  const broadsheet = broadsheetOf(program);
  return inFolder(folder, async () => {
    const quick = await broadsheet(folder, "quick", ...files, ...written("report"));
    checkLines(join(folder, "report.json"), lines);
    const workspace = join(folder, "press");
    const ingest = await ingestInto(folder, broadsheet, files);
    const report = await broadsheet(workspace, "report", period, ...written("report"));
    checkLines(join(workspace, "report.json"), lines);
    return {files: files.length, quick, ingest, report};
  });
}

/** How quickly is help there? The best of five, as the first one warms the disk's cache. */
export async function runHelp(program: string): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let turn = 0; turn < 5; turn++) runs.push(await broadsheetOf(program)(".", "--help"));
  return runs.reduce((best, run) => (run.wallMs < best.wallMs ? run : best));
}
