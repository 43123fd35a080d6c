import {UserError} from "../../base/error.ts";

/** What an engine gets where nothing is said: enough for the smallest machine. */
export const leastMemory = 2 ** 29;

/**
 * Did the engine run out of the memory that it may take?
 *
 * @returns null when the fault says something else.
 */
export function asMemoryFault(cause: unknown): UserError | null {
  if (!(cause instanceof Error) || !cause.message.startsWith("Out of Memory Error")) return null;
  const most = /\/(\d+(?:\.\d+)? [KMGT]iB) used\)/.exec(cause.message)?.[1];
  return new UserError(
    "MEMORY_SHORT",
    `the engine may take ${most ?? "so much"} of memory, and this needs more`,
    "set memory in broadsheet.yaml higher, like memory: 4 GB, or ask for fewer months; nothing was counted twice",
  );
}
