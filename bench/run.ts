import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {gunzipSync} from "node:zlib";
import {logOf, makeFiles, makeLog} from "./generate.ts";
import {install} from "./install.ts";
import {describeMachine} from "./machine.ts";
import {judgeTargets, type Results, writeMarkdown} from "./results.ts";
import {type LogRuns, runFiles, runHelp, runOver, useOnce} from "./runs.ts";

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    lines: {type: "string", default: "3000000"},
    large: {type: "boolean", default: false},
    short: {type: "boolean", default: false},
  },
});

const pathOf = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
const tell = (what: string): void => void process.stderr.write(`${what}\n`);

const lines = values.short ? 300_000 : Number(values.lines);
if (!Number.isSafeInteger(lines) || lines < 1) throw new Error(`--lines ${values.lines} is not a whole number above 0`);

tell("building the package, and using it once");
const program = await install(pathOf("data/installed/"));
await useOnce(program, makeLog(1000), pathOf("data/runs-1000/"));

// `npm run bench -- engine`: other engines beside DuckDB, and nothing else.
if (positionals[0] === "engine") {
  const {runEngines} = await import("./engine.ts");
  await runEngines(values.large ? [lines, lines * 10] : [lines], {program, tell, isKept: !values.short});
  process.exit();
}

// `npm run bench -- formats`: lines a second of each kind of log, and nothing else.
if (positionals[0] === "formats") {
  const {runFormats} = await import("./formats.ts");
  const count = values.lines === "3000000" ? 300_000 : lines;
  process.stdout.write(
    await runFormats({program, lines: count, hasGoAccess: describeMachine().goaccess !== null, tell}),
  );
  process.exit();
}

// `npm run bench -- serve`: the archive on the web under load and the desk, and nothing else.
if (positionals[0] === "serve") {
  const {runServe} = await import("./serve.ts");
  const {runDesk} = await import("./desk.ts");
  const ofArchive = await runServe({program, folder: pathOf("data/serve/"), tell});
  const ofDesk = await runDesk({program, folder: pathOf("data/desk/"), lines, tell});
  const table = `${ofArchive}\n| At the desk | ms | wanted within |\n|---|--:|--:|\n${ofDesk}`;
  process.stdout.write(table);
  if (!values.short) {
    mkdirSync(pathOf("results/"), {recursive: true});
    writeFileSync(pathOf(`results/${new Date().toISOString().slice(0, 10)}-serve.md`), table);
  }
  process.exit();
}

// `npm run bench -- forum`: a forum of a million posts under load, beside Fossil's, and nothing else.
if (positionals[0] === "forum") {
  const {runForum} = await import("./forum.ts");
  const share = values.short ? 50 : 1;
  const size = {members: 20_000 / share, threads: 50_000 / share, posts: 1_000_000 / share};
  const table = await runForum({program, folder: pathOf("data/forum/"), tell}, size);
  process.stdout.write(table);
  if (!values.short) {
    mkdirSync(pathOf("results/"), {recursive: true});
    writeFileSync(pathOf(`results/${new Date().toISOString().slice(0, 10)}-forum.md`), table);
  }
  process.exit();
}

const machine = describeMachine();
const hasGoAccess = machine.goaccess !== null;
if (!hasGoAccess && process.env.CI === "true") throw new Error("goaccess is not installed, and CI=true wants it");
if (!hasGoAccess) tell("skipped: GoAccess is not installed, so nothing is set against it (apt-get install goaccess)");

async function runWith(count: number, hasRival: boolean): Promise<LogRuns> {
  tell(`the log of ${count} lines`);
  const logs = {files: [makeLog(count)], lines: count, period: "2005-H2"};
  return runOver(logs, pathOf(`data/runs-${count}/`), {program, hasGoAccess: hasRival, tell});
}

/** Ten times the lines are 7 GB, so that log does not stay. GoAccess is not asked again. */
async function runLarge(count: number): Promise<LogRuns> {
  try {
    return await runWith(count, false);
  } finally {
    rmSync(logOf(count), {force: true});
  }
}

/** A blog's log of September 2014, which the project may not hand on. */
const packedRealLog = pathOf("../../shared/data/juliabloggers-2014-09.combined.log.gz");

/** Debian's GoAccess does not read what is packed. */
async function runRealLog(): Promise<LogRuns> {
  const file = pathOf("data/real.log");
  writeFileSync(file, gunzipSync(readFileSync(packedRealLog)));
  const logs = {files: [file], lines: 122_143, period: "2014-09"};
  return runOver(logs, pathOf("data/runs-real/"), {program, hasGoAccess, tell});
}

const main = await runWith(lines, hasGoAccess);
const fileCount = values.short ? 40 : 400;
tell(`the same lines in ${fileCount} files`);
const files = makeFiles(lines, fileCount);
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine,
  help: await runHelp(program),
  main,
  daily: await runFiles({files, lines, period: "2005-H2"}, pathOf(`data/runs-${lines}-files/`), program),
  real: existsSync(packedRealLog) ? await runRealLog() : null,
  large: values.large ? await runLarge(lines * 10) : null,
};
const text = writeMarkdown(results);
process.stdout.write(text);

if (!values.short) {
  mkdirSync(pathOf("results/"), {recursive: true});
  const name = pathOf(`results/${results.date}-${lines}-lines`);
  writeFileSync(`${name}.md`, text);
  writeFileSync(`${name}.json`, `${JSON.stringify({...results, targets: judgeTargets(results)}, null, 2)}\n`);
  if (judgeTargets(results).some(({isMet}) => isMet === false)) process.exitCode = 1;
}
