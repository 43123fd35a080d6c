import {type SpawnSyncOptions, spawnSync} from "node:child_process";

/**
 * Runs a program of the system to its end.
 *
 * @returns What it printed.
 * @throws {Error} with all that was printed, where it fails.
 */
export function run(command: string, words: readonly string[], options: SpawnSyncOptions = {}): string {
  const done = spawnSync(command, words, {maxBuffer: 1 << 26, ...options, encoding: "utf8"});
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}: ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}
