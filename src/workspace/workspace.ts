import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {type Config, readConfig} from "./config/config.ts";
import {makeStore} from "./make-workspace.ts";
import {checkModes} from "./store-modes.ts";
import {configName, type StorePaths, storePaths} from "./workspace-files.ts";

/** A publisher's folder: what it says about itself, and where its store is. */
export interface Workspace {
  readonly folder: string;
  readonly config: Config;
  /** Hexadecimal text; with it, and only with it, a reader's number can be told from an address. */
  readonly key: string;
  readonly store: StorePaths;
}

/**
 * Opens the workspace in a folder; makes its store where a copy of it came without one.
 *
 * @throws {UserError} WORKSPACE_MISSING, WORKSPACE_DAMAGED, WORKSPACE_EXPOSED, CONFIG_UNREADABLE or CONFIG_REFUSED
 */
export function openWorkspace(folder: string): Workspace {
  const path = join(folder, configName);
  if (!existsSync(path)) {
    throw new UserError("WORKSPACE_MISSING", `there is no ${configName}`, advise("make-workspace"), folder);
  }
  const config = readConfig(path);
  const store = storePaths(folder);
  try {
    makeStore(store);
    const key = readKey(store);
    checkModes(store);
    return {folder, config, key, store};
  } catch (fault) {
    throw asWriteFault(fault, store.folder) ?? fault;
  }
}

/**
 * The key of a store.
 *
 * @throws {UserError} WORKSPACE_DAMAGED or WORKSPACE_DENIED
 */
export function readKey({key}: Pick<StorePaths, "key">): string {
  const text = textOf(key).trim();
  if (/^[0-9a-f]{32}$/.test(text)) return text;
  throw new UserError("WORKSPACE_DAMAGED", "the key is not what init wrote", "bring store/key back from a backup", key);
}

function textOf(key: string): string {
  try {
    const stats = statSync(key);
    return stats.isFile() && stats.size < 1 << 16 ? readFileSync(key, "utf8") : "";
  } catch {
    throw new UserError(
      "WORKSPACE_DENIED",
      "the key may not be read",
      "run as the user who owns the workspace: the key is for its owner alone",
      key,
    );
  }
}
