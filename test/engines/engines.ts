import {Readable} from "node:stream";
import type {Environment} from "../../src/cli/environment.ts";
import {runArgs} from "../../src/cli/main.ts";
import type {Said} from "../intake/workshop.ts";
import {hasNewServer, NewServer} from "./new-server.ts";
import {hasServer, OldServers} from "./old-servers.ts";

/** An engine that has to answer as DuckDB does. */
export interface OtherEngine {
  readonly name: string;
  readonly isThere: boolean;
  /** Starts it. */
  start(): Promise<{settings(database: string): Record<string, unknown>; stop(): Promise<void>}>;
}

/** Every engine beside DuckDB. Where one is not installed, its tests say so and are left out. */
export const otherEngines: readonly OtherEngine[] = [
  {
    name: hasServer ? "ClickHouse 18.16" : "ClickHouse 18.16 (not here: apt-get install clickhouse-server)",
    isThere: hasServer,
    start: () => OldServers.start(1),
  },
  {
    name: hasServer ? "ClickHouse 18.16 on two shards" : "ClickHouse 18.16 on two shards (not here)",
    isThere: hasServer,
    start: () => OldServers.start(2),
  },
  {
    name: hasNewServer ? "ClickHouse 26" : "ClickHouse 26 (not here: npm install --prefix test/engines/chdb)",
    isThere: hasNewServer,
    start: () => NewServer.start(),
  },
];

/** Runs a command line in this process, by the clock that servers go by, too. */
export async function runNow(words: readonly string[], cwd: string): Promise<Said> {
  let stdout = "";
  let stderr = "";
  const outside = {
    stdin: Readable.from([]),
    stdout: {write: (text: string) => (stdout += text)},
    stderr: {write: (text: string) => (stderr += text)},
    env: {},
    cwd,
    now: Date.now,
  } as unknown as Environment;
  return {status: await runArgs(words, outside), stdout, stderr};
}
