import {leastMemory} from "../../engine/duckdb/memory-fault.ts";
import type {Store} from "./store.ts";

/** Of the memory that a process may have, what an engine gets where `broadsheet.yaml` says nothing. */
const share = 0.25;

/** How many bytes may an engine take for what it works with, before it spills to the disk? */
export function memoryFor({
  workspace,
  memoryBytes,
}: Pick<Store, "memoryBytes"> & {workspace: {config: Memory}}): number {
  return workspace.config.memory ?? Math.max(leastMemory, Math.floor(memoryBytes * share));
}

interface Memory {
  readonly memory?: number | undefined;
}
