import {findTexts} from "./find-texts.ts";
import {requiredText} from "./required-text.ts";

/**
 * Does one of these expressions fit the agent? Upper and lower case differ.
 *
 * Exactly what one expression of them all would answer, in a fifth of its time: nearly all of a public list's are, or hold, a text
 * that few agents have, and which is looked for first.
 *
 * @param patterns Of a list that comes along: they are run by the engine that goes back when it fails.
 */
export function fitsAny(patterns: readonly string[]): (agent: string) => boolean {
  const clues = patterns.map((pattern) => ({pattern, text: requiredText(pattern)}));
  const find = findTexts(clues.filter(({text}) => text !== ""));
  const without = clues.filter(({text}) => text === "");
  const anyOther = new RegExp(without.map(({pattern}) => `(?:${pattern})`).join("|") || "(?!)");
  return (agent) => find(agent).some(({row}) => new RegExp(row.pattern).test(agent)) || anyOther.test(agent);
}
