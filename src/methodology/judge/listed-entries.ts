import {type ListEntry, selectorBits} from "../decisions/entry.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";

/** What a list says about a client or an agent in a rule period, and how much it weighs. */
export interface ListedEntry {
  readonly rulePeriod: RulePeriod;
  readonly rank: number;
  /** Of what a person decided, how wide it is: the narrower decision holds. -1 where a setting or a list says it. */
  readonly width: number;
  readonly listing: ListEntry;
}

/** Stands for "a reader" where others have the rank of a verdict: no rule has it. */
export const exemptRank = 99;

/** Everything that lists say, of people, settings and operators of robots. The engine knows each by its place. */
export function listedEntries(rulePeriods: readonly RulePeriod[]): ListedEntry[] {
  return rulePeriods.flatMap((rulePeriod) => {
    const {methodology} = rulePeriod;
    const decided = new Set(methodology.blacklist);
    // What a setting says of a place is wider than any decision about a client in it.
    const isDecided = (listing: ListEntry): boolean => decided.has(listing) || "group" in listing.who;
    const said = rules.flatMap((rule, rank) =>
      (rule.listings?.(methodology) ?? []).map((listing): ListedEntry => {
        return {rulePeriod, rank, width: isDecided(listing) ? selectorBits(listing.who) : -1, listing};
      }),
    );
    const readers = methodology.blacklist.filter(({decision}) => decision === "reader");
    const exempt = readers.map((listing) => ({
      rulePeriod,
      rank: exemptRank,
      width: selectorBits(listing.who),
      listing,
    }));
    return [...said, ...exempt];
  });
}
