import type {Rule} from "./rule.ts";
import {rules} from "./rules.ts";

/** The rank of what counts: it comes after every rule. */
export const countedRank = rules.length;

/** The first rule that fits, as its place in the table; {@link countedRank} where none does. */
export function rankOf(fits: (rule: Rule) => boolean | undefined): number {
  const rank = rules.findIndex((rule) => fits(rule));
  return rank === -1 ? countedRank : rank;
}
