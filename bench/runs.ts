import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseDocument} from "yaml";
import {type Measurement, measure, together} from "./measure.ts";

const program = fileURLToPath(new URL("../bin/broadsheet.js", import.meta.url));

/** Runs one command of Broadsheet in a process of its own. */
function broadsheet(cwd: string, ...words: readonly string[]): Promise<Measurement> {
  return measure(process.execPath, [program, ...words], cwd);
}

const bothFormats = ["--format", "html", "-o", "report.html", "--format", "json", "-o", "report.json"];

/** What was measured over one log. */
export interface LogRuns {
  readonly lines: number;
  readonly goaccess: Measurement | null;
  readonly quick: Measurement;
  /** From no workspace to the written report: `init` and `ingest`. */
  readonly ingest: Measurement;
  readonly firstReport: Measurement;
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

/** Changes a rule as a person would: another limit for heavy readers, in all months. */
function changeRule(configFile: string): void {
  const config = parseDocument(readFileSync(configFile, "utf8"));
  config.setIn(["methodology", "heavyReaders"], config.createNode({documents: 50}));
  writeFileSync(configFile, config.toString());
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
  {hasGoAccess, tell}: {readonly hasGoAccess: boolean; readonly tell: Tell},
): Promise<LogRuns> {
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
    tell(`broadsheet quick, ${lines} lines`);
    const quick = await broadsheet(folder, "quick", log, ...bothFormats, "--quiet");
    checkLines(join(folder, "report.json"), lines);

    tell(`broadsheet init, ingest, report, ${lines} lines`);
    const workspace = join(folder, "press");
    const init = await broadsheet(folder, "init", "press", "--quiet");
    const ingest = together(init, await broadsheet(workspace, "ingest", log, "--quiet"));
    const report = ["report", "2005-H2", ...bothFormats, "--quiet"];
    const firstReport = await broadsheet(workspace, ...report);
    checkLines(join(workspace, "report.json"), lines);

    tell("broadsheet report after a changed rule");
    const first = readFileSync(join(workspace, "report.json"), "utf8");
    changeRule(join(workspace, "broadsheet.yaml"));
    const secondReport = await broadsheet(workspace, ...report);
    if (readFileSync(join(workspace, "report.json"), "utf8") === first)
      throw new Error("the changed rule changed nothing");
    return {lines, goaccess, quick, ingest, firstReport, secondReport};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** How quickly is help there? The best of five, as the first one warms the disk's cache. */
export async function runHelp(): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let turn = 0; turn < 5; turn++) runs.push(await broadsheet(".", "--help"));
  return runs.reduce((best, run) => (run.wallMs < best.wallMs ? run : best));
}
