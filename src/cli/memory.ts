import {totalmem} from "node:os";
import {leastMemory} from "../engine/duckdb/memory-fault.ts";
import type {Config} from "../workspace/config/config.ts";

/** Of the machine's memory, what an engine gets where `broadsheet.yaml` says nothing. */
const share = 0.25;

/**
 * How many bytes may an engine take for what it works with, before it spills to the disk?
 *
 * A quarter of what this process may have: of the machine, or of the container that it is in.
 */
export function memoryFor({memory}: Pick<Config, "memory">): number {
  const most = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return memory ?? Math.max(leastMemory, Math.floor(most * share));
}
