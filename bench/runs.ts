import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseDocument} from "yaml";
import {departments} from "./generate.ts";
import {type Measurement, measure, together} from "./measure.ts";

/** Runs one command of Broadsheet in a process of its own. */
type Broadsheet = (cwd: string, ...words: readonly string[]) => Promise<Measurement>;

/** @param program As it is installed. */
const broadsheetOf =
  (program: string): Broadsheet =>
  (cwd, ...words) =>
    measure(process.execPath, [program, ...words], cwd);

/** What is asked of `quick` and `report`: both pages, and which tables under the main one. */
const written = (name: string, tables: "none" | "all"): readonly string[] => [
  ...["--format", "html", "-o", `${name}.html`, "--format", "json", "-o", `${name}.json`],
  ...["--tables", tables, "--quiet"],
];

/** What was measured over one log. */
export interface LogRuns {
  readonly lines: number;
  readonly goaccess: Measurement | null;
  /** The main table alone, as are all reports but the full ones. */
  readonly quick: Measurement;
  /** With all tables, for which places are looked up. */
  readonly fullQuick: Measurement;
  /** From no workspace to the written report: `init` and `ingest`. */
  readonly ingest: Measurement;
  readonly firstReport: Measurement;
  /** Of the same workspace, with all tables but those of places. */
  readonly fullReport: Measurement;
  readonly secondReport: Measurement;
}

/** Says what is being measured, on the way. */
export type Tell = (what: string) => void;

/** A report that did not read every line would be quick for the wrong reason. */
function checkLines(reportFile: string, lines: number): void {
  const {inputs} = JSON.parse(readFileSync(reportFile, "utf8")) as {inputs: {lines: number}[]};
  const read = inputs.reduce((sum, input) => sum + input.lines, 0);
  if (read !== lines) throw new Error(`the report is made from ${read} lines, the log has ${lines}`);
}

/** A full report without tables would be quick for the wrong reason, too. */
function checkTables(reportFile: string, wanted: readonly string[]): void {
  const {tables} = JSON.parse(readFileSync(reportFile, "utf8")) as {tables: {id: string; rows: unknown[]}[]};
  const missing = wanted.filter((name) => !tables.some(({id, rows}) => id === name && rows.length > 0));
  if (missing.length > 0) throw new Error(`the report has no ${missing.join(", no ")}`);
}

const tablesOfLogs = ["top-documents", "referrers", "robots", "ai-agents", "hours", "weekdays", "missing-documents"];

/** Sets the workspace up as a publisher would who wants departments and no places. */
function furnish(workspace: string): void {
  const rows = departments.map((name) => `/${name}/,${name},en,`);
  writeFileSync(join(workspace, "departments.csv"), `${["prefix,department,language,title", ...rows].join("\n")}\n`);
  const configFile = join(workspace, "broadsheet.yaml");
  const config = parseDocument(readFileSync(configFile, "utf8"));
  config.set("ranges", false);
  config.set("departments", "departments.csv");
  config.set("places", false);
  writeFileSync(configFile, config.toString());
}

/** Changes a rule as a person would: another limit for heavy readers, in all months. */
function changeRule(configFile: string): void {
  const config = parseDocument(readFileSync(configFile, "utf8"));
  config.setIn(["methodology", "heavyReaders"], config.createNode({documents: 50}));
  writeFileSync(configFile, config.toString());
}

/**
 * Runs each command that is measured once over a few lines, as whoever has installed it did before.
 *
 * Node keeps what it has compiled of a program for the next time.
 *
 * @param folder For what the runs write; emptied before and removed after.
 */
export async function useOnce(program: string, log: string, folder: string): Promise<void> {
  const broadsheet = broadsheetOf(program);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  try {
    const workspace = join(folder, "press");
    await broadsheet(folder, "init", "press", "--quiet");
    furnish(workspace);
    await broadsheet(workspace, "ingest", log, "--quiet");
    await broadsheet(workspace, "report", "2005-H2", ...written("report", "all"));
    await broadsheet(folder, "quick", log, ...written("report", "all"));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * How long do GoAccess and Broadsheet take over this log? Every run is a cold process that ends with its report written.
 *
 * @param folder For what the runs write; emptied before and removed after.
 * @throws {Error} when a run fails, or its report does not hold every line.
 */
export async function runOver(
  log: string,
  lines: number,
  folder: string,
  {program, hasGoAccess, tell}: {readonly program: string; readonly hasGoAccess: boolean; readonly tell: Tell},
): Promise<LogRuns> {
  const broadsheet = broadsheetOf(program);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  try {
    let goaccess: Measurement | null = null;
    if (hasGoAccess) {
      tell(`GoAccess, ${lines} lines`);
      goaccess = await measure(
        "goaccess",
        [log, "--log-format=COMBINED", "--no-progress", "-o", "goaccess.json"],
        folder,
      );
    }
    tell(`broadsheet quick, ${lines} lines: the main table, all tables`);
    const quick = await broadsheet(folder, "quick", log, ...written("report", "none"));
    checkLines(join(folder, "report.json"), lines);
    const fullQuick = await broadsheet(folder, "quick", log, ...written("full", "all"));
    checkLines(join(folder, "full.json"), lines);
    checkTables(join(folder, "full.json"), [...tablesOfLogs, "countries"]);

    tell(`broadsheet init, ingest, report, ${lines} lines`);
    const workspace = join(folder, "press");
    const init = await broadsheet(folder, "init", "press", "--quiet");
    furnish(workspace);
    const ingest = together(init, await broadsheet(workspace, "ingest", log, "--quiet"));
    const report = ["report", "2005-H2", ...written("report", "none")];
    const firstReport = await broadsheet(workspace, ...report);
    checkLines(join(workspace, "report.json"), lines);

    tell("broadsheet report, all tables");
    const fullReport = await broadsheet(workspace, "report", "2005-H2", ...written("full", "all"));
    checkTables(join(workspace, "full.json"), [...tablesOfLogs, "departments", "languages"]);

    tell("broadsheet report after a changed rule");
    const first = readFileSync(join(workspace, "report.json"), "utf8");
    changeRule(join(workspace, "broadsheet.yaml"));
    const secondReport = await broadsheet(workspace, ...report);
    if (readFileSync(join(workspace, "report.json"), "utf8") === first)
      throw new Error("the changed rule changed nothing");
    return {lines, goaccess, quick, fullQuick, ingest, firstReport, fullReport, secondReport};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** How quickly is help there? The best of five, as the first one warms the disk's cache. */
export async function runHelp(program: string): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let turn = 0; turn < 5; turn++) runs.push(await broadsheetOf(program)(".", "--help"));
  return runs.reduce((best, run) => (run.wallMs < best.wallMs ? run : best));
}
