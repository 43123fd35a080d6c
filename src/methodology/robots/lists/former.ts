import {withoutLookaround} from "./lookaround.ts";
import type {RobotList} from "./robot-list.ts";

/** Lists of packages that are patterns and nothing else, and whether capitals count in them. */
const replayed: Readonly<Record<string, {readonly isCaseSensitive: boolean}>> = {
  isbot: {isCaseSensitive: false},
  "crawler-user-agents": {isCaseSensitive: true},
};

/**
 * A list of a package as a file that any version can go by, as a list of one's own of the same name.
 *
 * @param patterns As its hash is of them: one a line.
 * @returns null where the list is no such one, or cannot be said so.
 */
export function packageListAsFile(name: string, patterns: string): string | null {
  const how = replayed[name];
  if (how === undefined) return null;
  const own = patterns
    .split("\n")
    .filter((line) => line !== "")
    .map(withoutLookaround);
  if (own.includes(null)) return null;
  // As the two packages are written; that with `instances` is read with its capitals.
  return JSON.stringify(own.map((pattern) => (how.isCaseSensitive ? {pattern, instances: []} : {pattern})));
}

/** The same of any list that comes along. */
export function listAsFile({name, patternsText, asExpressions}: RobotList): string | null {
  if (asExpressions !== undefined) return JSON.stringify(asExpressions().map((pattern) => ({pattern})));
  return patternsText === undefined ? null : packageListAsFile(name, patternsText());
}
