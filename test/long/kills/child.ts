import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {DatabaseSync} from "node:sqlite";
import {commands} from "../../../src/cli/commands.ts";
import {outsideOf} from "../../../src/cli/environment.ts";
import {runArgs} from "../../../src/cli/main.ts";
import {parseArgs} from "../../../src/cli/parse.ts";

/*
 * The program, but for three things: its clock stands, so that what it writes can be compared; it says when it is loaded, so that a
 * kill meets its work and not its start; and where KILL_AT says so, it dies at a step of what it does to files, between
 * two of them or with half a file written. How many steps there are it says at its end.
 */
const killAt = Number(process.env["KILL_AT"] ?? Number.POSITIVE_INFINITY);
let steps = 0;
let isAtWork = false;

function step(half?: () => void): void {
  if (!isAtWork || steps++ !== killAt) return;
  half?.();
  process.kill(process.pid, "SIGKILL");
}

const {writeFileSync} = fs;
const changing = [
  "openSync",
  "closeSync",
  "fsyncSync",
  "ftruncateSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "utimesSync",
];
const all = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
for (const name of changing) {
  const real = all[name]!;
  all[name] = (...given) => {
    step();
    return real(...given);
  };
}
fs.writeFileSync = (file, data, options) => {
  step();
  step(() => writeFileSync(file, Buffer.from(data as string).subarray(0, data.toString().length / 2), options));
  writeFileSync(file, data, options);
};
syncBuiltinESMExports();
const {exec} = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  step();
  exec.call(this, sql);
};

const words = process.argv.slice(2);
const parsed = parseArgs(words, commands, "");
if ("command" in parsed) await parsed.command.load();
process.send?.("ready");
isAtWork = true;
process.exitCode = await runArgs(words, {...outsideOf(process), now: () => Date.UTC(2026, 2, 1, 12)});
process.send?.({steps});
process.disconnect?.();
