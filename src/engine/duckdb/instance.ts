import {mkdirSync} from "node:fs";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {UserError} from "../../base/error.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {faultKind} from "./fault.ts";
import {leastMemory} from "./memory-fault.ts";
import type {EnginePaths} from "./paths.ts";

/** What of the machine an engine may take. On the disk all else is refused, to be read and to be written. */
export interface Reach {
  /** Folder for what does not fit in memory; made when it is missing. */
  readonly temporary: string;
  /** Folders that are read and written. */
  readonly folders?: readonly string[];
  /** Files beside them. ENGINE: they may be written, too. */
  readonly files?: readonly string[];
  /** How much memory it may take for its own buffers before it spills. */
  readonly memoryBytes?: number;
}

/** What may be set while the engine runs; nothing of it reaches further. */
const openSettings = ["preserve_insertion_order", "enable_progress_bar", "enable_progress_bar_print"];

/**
 * Starts DuckDB so that no statement gets out of its folders: no other file, no net, no extension that is not built in, and no
 * setting that would change this.
 *
 * @throws {UserError} ENGINE_FAILED, DISK_FULL or WORKSPACE_DENIED
 */
export async function startDuckDb(
  {temporary, folders = [], files = [], memoryBytes = leastMemory}: Reach,
  paths: EnginePaths,
): Promise<DuckDBInstance> {
  try {
    mkdirSync(temporary, {recursive: true, mode: 0o700});
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${memoryBytes} bytes`,
      temp_directory: paths.reached(temporary),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      allow_persistent_secrets: "false",
    });
    const list = (all: readonly string[]): string => `[${all.map((path) => paths.literal(path)).join(", ")}]`;
    const connection = await instance.connect();
    await connection.run(`set allowed_directories = ${list([...folders, temporary])}`);
    await connection.run(`set allowed_paths = ${list(files)}`);
    await connection.run(`set allowed_configs = ['${openSettings.join("', '")}']`);
    await connection.run("set enable_external_access = false");
    await connection.run("set lock_configuration = true");
    connection.closeSync();
    return instance;
  } catch (cause) {
    throw (
      asWriteFault(cause, temporary) ??
      new UserError(
        "ENGINE_FAILED",
        `DuckDB did not start: ${faultKind(cause) ?? (cause as NodeJS.ErrnoException).code ?? "it says nothing"}`,
        "run npm ci again",
        temporary,
      )
    );
  }
}

/** A connection that tells how much of its statement is done. */
export async function connectMeasured(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  // Progress is measured only where it would be printed; printing it is for the command line.
  await connection.run("set enable_progress_bar = true");
  await connection.run("set enable_progress_bar_print = false");
  return connection;
}

/** A connection for which names mean what they mean in these schemas, and new names get into the first of them. */
export async function connectTo(instance: DuckDBInstance, schemas: readonly string[]): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run(`set search_path = '${schemas.join(",")}'`);
  return connection;
}
