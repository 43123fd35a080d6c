import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {arch, availableParallelism, cpus, release, type as systemName, totalmem} from "node:os";

/** What the figures were measured on and with. Names no host, person or folder. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly kernel: string;
  readonly node: string;
  readonly duckdb: string;
  readonly broadsheet: string;
  /** Null where it is not installed. */
  readonly goaccess: string | null;
}

function versionIn(packageFile: string): string {
  const {version} = JSON.parse(readFileSync(new URL(packageFile, import.meta.url), "utf8")) as {version: string};
  return version;
}

/** Which GoAccess is installed? */
function findGoAccess(): string | null {
  const {status, stdout} = spawnSync("goaccess", ["--version"], {encoding: "utf8"});
  if (status !== 0) return null;
  return /GoAccess - ([\d.]*\d)/.exec(stdout)?.[1] ?? "unknown";
}

/** What is this machine, and which versions are on it? */
export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    kernel: `${systemName()} ${release()} ${arch()}`,
    node: process.versions.node,
    duckdb: versionIn("../node_modules/@duckdb/node-api/package.json"),
    broadsheet: versionIn("../package.json"),
    goaccess: findGoAccess(),
  };
}
