import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {relative} from "node:path";
import {fileURLToPath} from "node:url";
import {makeLogs} from "./generate.ts";
import {loggedMonths, readFigures} from "./model/figures.ts";

const pathOf = (place: string): string => fileURLToPath(new URL(place, import.meta.url));

const workspace = pathOf(".");
const program = pathOf("../../bin/broadsheet.js");
/** Which logs the store was made from: their checksums. */
const stamp = pathOf("store/example-logs");

/** Runs one command as a person would; its output is this program's output. Gives the status it ended with. */
function broadsheet(...words: readonly string[]): number {
  const {status} = spawnSync(process.execPath, [program, "-C", workspace, ...words], {stdio: "inherit"});
  return status ?? 1;
}

/** `npm start`: makes the example's logs, reads them in, and writes the half-yearly report. */
async function runExample(): Promise<number> {
  const made = await makeLogs(pathOf("logs/"));
  process.stderr.write(made.length === 0 ? "the example's logs are there\n" : `made ${made.length} logs\n`);
  const checksums = loggedMonths(readFigures()).map(([{sha256}]) => `${sha256}\n`);
  // Logs of an older generator would count beside those of this one.
  const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === checksums.join("");
  if (!isCurrent) rmSync(pathOf("store/"), {recursive: true, force: true});
  const html = pathOf("report.html");
  const steps = [
    ["ingest"],
    ["report", "2005-H2", "--tables", "moved,departments,ledger"],
    ["report", "2005-H2", "--format", "html", "-o", html, "--format", "json", "-o", pathOf("report.json")],
  ];
  for (const step of steps) {
    const status = broadsheet(...step);
    if (status !== 0) return status;
  }
  writeFileSync(stamp, checksums.join(""));
  process.stdout.write(`\nThe report as a page, with all tables: ${relative(process.cwd(), html)}\n`);
  return 0;
}

process.exitCode = await runExample();
