import {totalmem} from "node:os";
import {resolve} from "node:path";
import {openWorkspace, type Workspace} from "../../workspace/workspace.ts";

/** What work on a workspace knows of the world around it. */
export interface StoreWorld {
  /** Variables that settings may name: `engine.passwordEnv`. None where nothing is said. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How much memory this process may have, in bytes, of which the engine takes a quarter; all of the machine's where nothing is said. */
  readonly memoryBytes: number;
  /** Who is at work, as others are told who wait for it. */
  readonly worker: string;
  /** What runs the program, for what an edition says of how it was built: `process.versions`. None where nothing is said. */
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

/** A workspace to work on. It holds nothing open: each work opens what it needs, and closes it. */
export interface Store extends StoreWorld {
  readonly workspace: Workspace;
}

/**
 * The workspace in a folder.
 *
 * @throws {UserError} WORKSPACE_MISSING, WORKSPACE_DAMAGED, WORKSPACE_EXPOSED, CONFIG_UNREADABLE or CONFIG_REFUSED
 */
export function openStore(folder: string, world: Partial<StoreWorld> = {}): Store {
  return storeOf(openWorkspace(resolve(folder)), world);
}

/** The same of a workspace that is open. */
export function storeOf(workspace: Workspace, world: Partial<StoreWorld> = {}): Store {
  const {env = {}, memoryBytes = totalmem(), worker = "another program", versions = {}, now = Date.now} = world;
  return {workspace, env, memoryBytes, worker, versions, now};
}
