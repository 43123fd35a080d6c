import {resolve} from "node:path";
import {readDecisions} from "../../methodology/decisions/read.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {blacklistOf} from "./blacklist.ts";

/** How many reasons are offered. */
const mostOffered = 5;

/**
 * The reasons that were given last, the newest first, each once: whoever decides takes one of them again.
 *
 * @param months Of the review, whose blacklist is looked at.
 * @throws {UserError} BLACKLIST_REFUSED
 */
export function lastReasons({config, folder}: Workspace, months: readonly string[]): string[] {
  const blacklist = blacklistOf(config.methodology, months);
  const rows = blacklist === undefined ? [] : readDecisions(resolve(folder, blacklist));
  const reasons = rows.toReversed().map(({reason}) => reason.trim());
  return [...new Set(reasons.filter((reason) => reason !== ""))].slice(0, mostOffered);
}
