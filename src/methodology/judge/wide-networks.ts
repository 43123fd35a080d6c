import type {QueryEngine} from "../../engine/query-engine.ts";
import {type ClientSelector, selectorBits} from "../decisions/entry.ts";
import {type DecisionRow, keyOf} from "../decisions/resolve.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {countedRank} from "../rules/rank.ts";
import {exemptRank, listedEntries} from "./listed-entries.ts";
import {robotRank} from "./reader-table.ts";

/** A network that removes more of a month's readers than is meant to be usual. */
export interface WideNetwork {
  /** As it is written. */
  readonly network: string;
  /** File and line of the blacklist that it stands in; null where the settings name it. */
  readonly place: string | null;
  /** `YYYY-MM`. */
  readonly month: string;
  /** From 0 to 1: of the readers that would count if nobody had listed it. */
  readonly shareRatio: number;
}

/** A network that removes more of a month's readers than this is asked about. */
const mostShare = 0.1;

/**
 * Which networks that people listed remove more than a tenth of all readers of a month?
 *
 * @param engine With `ranked_request`.
 * @param rows Of the blacklists, which say in which line a network stands, and whether it is meant.
 * @param confirmed Networks that are meant, by the settings.
 * @returns Each once, with the month in which it removes the most; the greatest share first.
 */
export async function findWideNetworks(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  rows: readonly (DecisionRow & {readonly place: string})[],
  confirmed: readonly string[],
): Promise<WideNetwork[]> {
  const meant = new Set([
    ...confirmed.map((client) => keyOf({client})),
    ...rows.filter(({isConfirmed}) => isConfirmed).map(({who}) => keyOf(who)),
  ]);
  const asked = listedEntries(rulePeriods).flatMap(({rank, width, listing: {who}}, entry) => {
    const isLeftOut = rank !== exemptRank && rank !== robotRank;
    return isLeftOut && isNetwork(who) && !meant.has(keyOf(who)) ? [{entry, who, isDecided: width >= 0}] : [];
  });
  if (asked.length === 0) return [];
  const table = await engine.table("network_entry");
  table.add(asked.map(({entry}) => [entry]));
  table.close();
  await engine.keep("network_client", "network-clients");
  const counts = (await engine.ask("network-readers", {counted: countedRank})).map(({month, entry, readers}) => ({
    month: String(month).slice(0, 7),
    entry: entry === null ? null : Number(entry),
    readers: Number(readers),
  }));
  return asked
    .flatMap(({entry, who, isDecided}): WideNetwork[] => {
      const place = isDecided ? (rows.find((row) => keyOf(row.who) === keyOf(who))?.place ?? null) : null;
      const shares = counts
        .filter((row) => row.entry === entry)
        .map(({month, readers}) => {
          const others = counts.find((row) => row.entry === null && row.month === month)?.readers ?? 0;
          return {network: who.client, place, month, shareRatio: readers / (readers + others)};
        });
      const [most] = shares.toSorted((one, other) => other.shareRatio - one.shareRatio);
      return most && most.shareRatio > mostShare ? [most] : [];
    })
    .toSorted((one, other) => other.shareRatio - one.shareRatio);
}

/** Is a network listed? Then how wide it is, is asked of every request. */
export function hasNetworks(rulePeriods: readonly RulePeriod[]): boolean {
  return listedEntries(rulePeriods).some(({listing}) => isNetwork(listing.who));
}

function isNetwork(who: ClientSelector): who is {readonly client: string} {
  return "client" in who && selectorBits(who) > 0;
}
