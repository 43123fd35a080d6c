import {sha256} from "../../base/sha256.ts";
import type {Day} from "../../base/zone.ts";
import {hashMethodology} from "../resolve.ts";
import {robotListVersions} from "../robots/match.ts";
import {changeAll, rulePeriodsOf, stretchesOf} from "../rule-periods.ts";
import type {JudgeInput} from "./input.ts";
import type {Judgement} from "./judgement.ts";
import {namesGroups} from "./listed-groups.ts";
import {hasNetworks} from "./wide-networks.ts";

/** What is left of the requests when every rule has been asked that needs no counting, and what measures ask beside it. */
export const firstRankNames = ["first_rank", "section_document", "listed_reader_day", "feed_month"] as const;

/**
 * By what is that known which every rule but the one on heavy readers says of the requests?
 *
 * Everything goes into the key that could make it otherwise, so that nothing is ever taken for what it is not: the program, the
 * facts, the rules, the lists, the days, how documents are told apart.
 *
 * @param days Those of the months, with their first and last seconds.
 * @returns Null where nothing may be retained.
 */
export function cacheKeyOf(
  {factsFingerprint, methodology, holdings, months, key}: JudgeInput,
  days: readonly Day[],
): string | null {
  const rulePeriods = rulePeriodsOf(methodology, months);
  if (factsFingerprint === null || hasNetworks(rulePeriods) || namesGroups(rulePeriods)) return null;
  const unlimited = changeAll(methodology, (one) => ({...one, heavyReaders: null}))!;
  const parts = [
    factsFingerprint(),
    key,
    hashMethodology(unlimited, {aliasesSha256: holdings.aliasesSha256, naming: holdings.naming, key, months}),
    stretchesOf(methodology).map(({feeds}) => feeds),
    stretchesOf(methodology).map(({robots}) => robotListVersions(robots.lists)),
    holdings.sections,
    holdings.downloads,
    months,
    days,
  ];
  return sha256(JSON.stringify(parts));
}

/** Saves what the first rules say, for the next report whose limit of heavy readers may be another. */
export function saveFirstRanks({engine, cacheKey}: Judgement): void {
  if (cacheKey !== null) engine.saveCache(cacheKey, firstRankNames);
}
