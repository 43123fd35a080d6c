import {UserError} from "../../base/error.ts";
import {changedBy, type MethodologyConfig, type RuleSettings} from "../../workspace/config/methodology.ts";

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

/** Every blacklist that the settings name for some month. */
export function allBlacklists({blacklist, changes = []}: MethodologyConfig): string[] {
  const names = [blacklist, ...changes.map((change) => change.blacklist)];
  return [...new Set(names.filter((name) => name !== undefined))];
}
