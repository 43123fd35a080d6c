import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type LogKind, logKinds, writeKind} from "./format-logs.ts";
import {makeLog} from "./generate.ts";
import {describeMachine} from "./machine.ts";
import {type Measurement, measure} from "./measure.ts";

/** What is measured with, and of how many lines. */
export interface FormatBench {
  readonly program: string;
  readonly lines: number;
  readonly hasGoAccess: boolean;
  readonly tell: (what: string) => void;
}

/** A run over few lines, taken off a run over all: what a process takes whatever it reads. */
const fewLines = 1000;

const folder = fileURLToPath(new URL("data/formats/", import.meta.url));

/**
 * How many lines a second of one processor's time are read of each kind of log?
 *
 * Everything from reading to the figures is in it, without tables; what a process takes over a thousand lines is taken off.
 */
export async function runFormats({program, lines, hasGoAccess, tell}: FormatBench): Promise<string> {
  mkdirSync(folder, {recursive: true});
  const rows: string[] = [];
  let combined = 0;
  for (const [place, kind] of logKinds.entries()) {
    tell(`${kind.name}, ${lines} lines`);
    const [few, all] = [await logOf(kind, place, fewLines), await logOf(kind, place, lines)];
    const own = await speedOf(lines, few, all, (log) => quick(program, log, kind));
    combined ||= own;
    const {goaccess, wanted} = kind;
    const rival =
      hasGoAccess && goaccess !== null ? await speedOf(lines, few, all, (log) => other(log, goaccess)) : null;
    const isMet =
      wanted === null ? "" : `${own / combined >= wanted * tolerance ? "met" : "missed"} (${share(wanted)})`;
    rows.push(
      `| ${[kind.name, thousands(own), share(own / combined), isMet, rival === null ? "" : thousands(rival)].join(" | ")} |`,
    );
    rmSync(all, {force: true});
  }
  const {processor} = describeMachine();
  return [
    `Lines a second of processor time, ${thousands(lines)} lines each, on ${processor}.`,
    "",
    "| Kind | Broadsheet | of combined | wanted | GoAccess |",
    "|---|---:|---:|---|---:|",
    ...rows,
    "",
  ].join("\n");
}

/** A tick of the processor's clock more or less is nothing. */
const tolerance = 0.95;

const thousands = (value: number): string => Math.round(value).toLocaleString("en");
const share = (ratio: number): string => `${Math.round(ratio * 100)} %`;

async function logOf(kind: LogKind, place: number, lines: number): Promise<string> {
  const log = join(folder, `${place}-${lines}.log`);
  await writeKind(makeLog(lines), kind, log);
  return log;
}

/** The better of two runs, less the best of a run over few lines. */
async function speedOf(
  lines: number,
  few: string,
  all: string,
  run: (log: string) => Promise<Measurement>,
): Promise<number> {
  const takenMs = async (log: string): Promise<number> => {
    const runs = [await run(log), await run(log)];
    return Math.min(...runs.map(({processorMs, wallMs}) => processorMs ?? wallMs));
  };
  return ((lines - fewLines) * 1000) / Math.max(10, (await takenMs(all)) - (await takenMs(few)));
}

async function quick(program: string, log: string, {named}: LogKind): Promise<Measurement> {
  const format = named === undefined ? [] : ["--log-format", named];
  const words = ["quick", log, ...format, "--tables", "none", "--format", "json", "-o", "report.json", "--quiet"];
  const taken = await measure(process.execPath, [program, ...words], folder);
  const {inputs} = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as {inputs: {quarantined: number}[]};
  if (inputs.some(({quarantined}) => quarantined > 0)) throw new Error(`${log} was not read whole`);
  return taken;
}

function other(log: string, format: readonly string[]): Promise<Measurement> {
  return measure("goaccess", [log, ...format, "--no-progress", "-o", "goaccess.json"], folder);
}
