import type {Workspace} from "../../workspace/workspace.ts";
import {decisionsFor} from "./blacklist.ts";

/** How many reasons are offered. */
const mostOffered = 5;

/**
 * The reasons that were given last, the newest first, each once: whoever decides takes one of them again.
 *
 * @param months Of the review, whose blacklist is looked at.
 * @throws {UserError} BLACKLIST_REFUSED
 */
export function lastReasons(workspace: Workspace, months: readonly string[]): string[] {
  const reasons = decisionsFor(workspace, months)
    .toReversed()
    .map(({reason}) => reason.trim());
  return [...new Set(reasons.filter((reason) => reason !== ""))].slice(0, mostOffered);
}
