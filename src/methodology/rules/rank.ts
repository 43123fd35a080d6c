import type {Methodology} from "../methodology.ts";
import {rules} from "./all.ts";
import type {Rule} from "./rule.ts";

/** The rank of what counts: it comes after every rule. */
export const countedRank = rules.length;

/** The rank of what is a document, or a file that is counted apart from documents: no rule but that leaves it out. */
export const apartRank = rules.length - 1;

/** The first rule that runs and fits, as its place in the table; {@link countedRank} where none does. */
export function rankOf({rules: running}: Methodology, fits: (rule: Rule) => boolean | undefined): number {
  const rank = rules.findIndex((rule) => running.has(rule.id) && fits(rule));
  return rank === -1 ? countedRank : rank;
}
