/** In what the clients of a group are alike, from what tells most to what tells least. */
export const waveLikenesses = [
  "agent",
  "agent-day",
  "old-browser-day",
  "old-browser",
  "agent-network",
  "agent-country",
  "network",
  "country",
  "day",
] as const;

/** In what the clients of a group are alike. */
export type WaveLikeness = (typeof waveLikenesses)[number];

/** Clients that took a few documents in a month, alike in something. */
export interface SlightGroup {
  readonly likeness: WaveLikeness;
  /** Its first day. */
  readonly month: string;
  /** The number of the agent that they name; -1 where they are alike in something else. */
  readonly agent: number;
  /** Their country, or their network of the routing table with its owner; `""` where they are alike in something else. */
  readonly place: string;
  /** On which all of them came first; the month's first day where they are alike in something else. */
  readonly day: string;
  readonly clients: number;
  /** Of them, those that fetched nothing that belongs to a page. */
  readonly bare: number;
  /** Of these, those that are of no wave yet. */
  readonly rest: number;
  /** Days of the first documents of these. */
  readonly from: string;
  readonly until: string;
}

/** Who took a few documents in a month, and who took more. */
export interface SlightTotals {
  /** Its first day. */
  readonly month: string;
  readonly slight: number;
  readonly slightBare: number;
  readonly engaged: number;
  readonly engagedBare: number;
}

/** Of the clients of a wave, so many may be people whose browser had everything from before. */
const mostPeople = 0.05;
/** Fewer readers say nothing of what is usual. */
const leastUsual = 10;

/** Where fewer of those who are of no wave fetch what belongs to a page, nothing follows from fetching none. */
export const leastShare = 0.5;

/** Does what belongs to a page seem to be served from elsewhere? Who read on has a browser that loaded it; a wave did not read on. */
export function isFurnitureElsewhere({engaged, engagedBare}: SlightTotals): boolean {
  return engaged >= leastUsual && engagedBare > engaged * (1 - leastShare);
}

/** Can it be told from a month's logs who fetches what belongs to a page? Not where it is served from elsewhere. */
export function isFurnitureKnown(totals: SlightTotals): boolean {
  if (isFurnitureElsewhere(totals)) return false;
  const {slight, slightBare, engaged, engagedBare} = totals;
  return slight - slightBare + (engaged - engagedBare) >= leastUsual;
}

/** Which share of those who took a few documents and are of no wave fetches what belongs to a page? @param ofWaves Clients of waves. */
export function usualShare({slight, slightBare}: SlightTotals, ofWaves: number): number {
  return (slight - slightBare) / Math.max(1, slight - ofWaves);
}

/**
 * Which groups of one likeness have far more clients without anything that belongs to a page than is usual beside those with it?
 *
 * A few of those without may be people whose browser had everything from before.
 *
 * @param ofWaves Clients of the month that are of waves already.
 */
export function wavesAmong(groups: readonly SlightGroup[], totals: SlightTotals, ofWaves: number): SlightGroup[] {
  let found: SlightGroup[] = [];
  // The more waves are known, the more of the others fetch it, and the more is far from usual: what is found grows, and ends.
  for (;;) {
    const known = found.reduce((sum, {rest}) => sum + rest, ofWaves);
    const share = Math.max(leastShare, usualShare(totals, known));
    const next = groups.filter((group) => found.includes(group) || isWave(group, share));
    if (next.length === found.length) return found;
    found = next;
  }
}

/** Of people as many are without as is usual beside those with it. */
function isWave({clients, bare}: SlightGroup, furnishedShare: number): boolean {
  return ((clients - bare) * (1 - furnishedShare)) / furnishedShare <= bare * mostPeople;
}
