import {spawnSync} from "node:child_process";
import {relative} from "node:path";
import {fileURLToPath} from "node:url";
import {makeLogs} from "./generate.ts";

const pathOf = (place: string): string => fileURLToPath(new URL(place, import.meta.url));

const workspace = pathOf(".");
const program = pathOf("../../bin/broadsheet.js");

/** Runs one command as a person would; its output is this program's output. Gives the status it ended with. */
function broadsheet(...words: readonly string[]): number {
  const {status} = spawnSync(process.execPath, [program, "-C", workspace, ...words], {stdio: "inherit"});
  return status ?? 1;
}

/** `npm start`: makes the example's logs, reads them in, and writes the half-yearly report. */
async function runExample(): Promise<number> {
  const made = await makeLogs(pathOf("logs/"));
  process.stderr.write(made.length === 0 ? "the example's logs are there\n" : `made ${made.length} logs\n`);
  const html = pathOf("report.html");
  const steps = [
    ["ingest"],
    ["report", "2005-H2"],
    ["report", "2005-H2", "--format", "html", "-o", html, "--format", "json", "-o", pathOf("report.json")],
  ];
  for (const step of steps) {
    const status = broadsheet(...step);
    if (status !== 0) return status;
  }
  process.stdout.write(`\nThe report as a page: ${relative(process.cwd(), html)}\n`);
  return 0;
}

process.exitCode = await runExample();
