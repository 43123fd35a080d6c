import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {readDecisions} from "../../methodology/decisions/read.ts";
import type {DecisionRow} from "../../methodology/decisions/resolve.ts";
import {changedBy, type MethodologyConfig, type RuleSettings} from "../../workspace/config/methodology.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/**
 * Which blacklist holds in these months, as the settings name it? Undefined for none.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where it is not the same one in all of them.
 */
export function blacklistOf(
  {changes = [], extends: _, confirmed: __, ...settings}: MethodologyConfig,
  months: readonly string[],
): string | undefined {
  const sorted = changes.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const names = months.map((month) => {
    const held = sorted.filter(({from, until}) => from <= month && (until === undefined || month <= until));
    return held.reduce<RuleSettings>(changedBy, settings).blacklist;
  });
  if (new Set(names).size < 2) return names[0];
  throw new UserError(
    "COMMAND_INCOMPLETE",
    "the months of the period have different blacklists",
    "review them one by one",
    "broadsheet.yaml, methodology.changes",
  );
}

/** The whole path of the blacklist that holds in these months; null for none. @throws {UserError} as {@link blacklistOf} */
export function blacklistPath({config, folder}: Workspace, months: readonly string[]): string | null {
  const named = blacklistOf(config.methodology, months);
  return named === undefined ? null : resolve(folder, named);
}

/** The rows of the blacklist that holds in these months. @throws {UserError} BLACKLIST_REFUSED, or as {@link blacklistOf} */
export function decisionsFor(workspace: Workspace, months: readonly string[]): readonly DecisionRow[] {
  const path = blacklistPath(workspace, months);
  return path === null ? [] : readDecisions(path);
}

/** Every blacklist that the settings name for some month. */
export function allBlacklists({blacklist, changes = []}: MethodologyConfig): string[] {
  const names = [blacklist, ...changes.map((change) => change.blacklist)];
  return [...new Set(names.filter((name) => name !== undefined))];
}
