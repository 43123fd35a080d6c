import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Row} from "../../engine/values.ts";
import {oldFrom} from "./browser-age.ts";
import {signals} from "./signals.ts";
import {
  isFurnitureKnown,
  leastShare,
  type SlightGroup,
  type SlightTotals,
  usualShare,
  type WaveLikeness,
  waveLikenesses,
  wavesAmong,
} from "./wave-groups.ts";

/** Clients with so many documents in the month, or fewer, may be of a wave. */
export const fewDocuments = 3;

/** So many clients at least are a wave. */
const leastClients = signals.wave.threshold;

/** Many clients that came for a document or a few and fetched nothing that belongs to a page, alike in something. */
export interface Wave extends Pick<SlightGroup, "likeness" | "place"> {
  /** `YYYY-MM`. */
  readonly month: string;
  /** What all name; null where they are alike in something else. */
  readonly agent: string | null;
  /** Days of their first documents, `YYYY-MM-DD`, in the publication's zone. */
  readonly from: string;
  readonly until: string;
  readonly clients: number;
  /** Of others who took the same documents, who fetched what belongs to a page: from 0.5 to 1. */
  readonly othersShare: number;
  /** How many clients have what these have in common, from the wave's first day on; null where no entry of a blacklist says it. */
  readonly reach: number | null;
}

/** A client of a wave. */
export interface WaveMember {
  /** The client's number, as text. */
  readonly client: string;
  readonly month: string;
  readonly documents: number;
  readonly wave: Wave;
}

/**
 * Which clients may be of a wave of robots: an address each, a document or a few each?
 *
 * None of them is looked at alone: it took no more than a person. Together they fetched pages and nothing that belongs to a page, where
 * others who took the same pages did.
 *
 * @param engine With `client_conduct` kept, `request` judged whole, and places opened.
 * @param agents Names by their number.
 */
export async function findWaveMembers(engine: QueryEngine, agents: readonly string[]): Promise<WaveMember[]> {
  const totals = (await engine.ask("slight-totals", {most: fewDocuments})).map(totalsOf).filter(isFurnitureKnown);
  if (!totals.some(({slightBare}) => slightBare >= leastClients)) return [];
  await loadAges(engine, agents);
  await engine.keep("slight_client", "slight-clients", {most: fewDocuments});
  await engine.view("slight_key", "slight-keys");
  await engine.keep("wave_client", "no-waves");
  const found = await findGroups(engine, totals);
  if (found.length === 0) return [];
  const isLoose = ({likeness}: SlightGroup): boolean => ["network", "country", "day"].includes(likeness);
  // Where hardly anything is alike, one page that many were led to, with nothing beside it, looks the same: there its takers count as others.
  const loose = found.findIndex(isLoose);
  await engine.keep("document_furnished", "document-furnished", {loose: loose < 0 ? found.length : loose});
  await engine.keep("wave_take", "wave-takes");
  const shares = await othersShares(
    engine,
    new Map(totals.map((one) => [one.month, usualShare(one, ofWaves(found, one))])),
  );
  const reaches = await reachOf(engine, found);
  const members = await engine.ask("wave-members");
  const sizes = Map.groupBy(members, (row) => Number(row["wave"]));
  const waves = found.map((group, number): Wave | null => {
    const [clients, othersShare] = [sizes.get(number)?.length ?? 0, shares.get(number) ?? 0];
    // Where what they took has no furniture, or others take none either, they are like everybody.
    if (othersShare < leastShare) return null;
    const {likeness, place, month, from, until} = group;
    const agent = group.agent < 0 ? null : (agents[group.agent] ?? "");
    const reach = reaches.get(number) ?? null;
    return {likeness, place, month: month.slice(0, 7), agent, from, until, clients, othersShare, reach};
  });
  return members.flatMap((row) => {
    const wave = waves[Number(row["wave"])];
    if (!wave) return [];
    return [{client: String(row["client_text"]), month: wave.month, documents: Number(row["documents"]), wave}];
  });
}

async function loadAges(engine: QueryEngine, agents: readonly string[]): Promise<void> {
  const table = await engine.table("agent_age");
  for (const [number, agent] of agents.entries()) {
    const from = oldFrom(agent);
    if (from !== null) table.add([[number, from]]);
  }
  table.close();
}

/**
 * The groups that may be waves, by what tells most first: a client that is of one is looked at no more.
 *
 * @returns Their clients stand in `wave_client`, by the place here.
 */
async function findGroups(engine: QueryEngine, totals: readonly SlightTotals[]): Promise<SlightGroup[]> {
  const found: SlightGroup[] = [];
  for (const likeness of waveLikenesses) {
    const groups = (
      await engine.ask("slight-groups", {likeness, least: leastClients, waves: isNarrow(likeness) ? 1 : 0})
    ).map(groupOf);
    const waves = totals.flatMap((one) =>
      wavesAmong(
        groups.filter(({month}) => month === one.month),
        one,
        ofWaves(found, one),
      ),
    );
    if (waves.length === 0) continue;
    await loadGroups(engine, waves, found.length);
    await engine.extend("wave_client", "wave-clients");
    found.push(...waves);
  }
  return found;
}

/** How many clients of a month are of these waves? */
function ofWaves(waves: readonly SlightGroup[], {month}: SlightTotals): number {
  return waves.reduce((sum, one) => sum + (one.month === month ? one.rest : 0), 0);
}

/** Where few others took a document, the usual share stands for so many of them. */
const standIns = 2;

/**
 * What share of the others who took a wave's documents fetched what belongs to a page? By the wave's number; of what is no page none is
 * expected to.
 *
 * @param usual What share of those who are of no wave fetches it, by the month's first day.
 */
async function othersShares(engine: QueryEngine, usual: ReadonlyMap<string, number>): Promise<Map<number, number>> {
  const sums = new Map<number, {takes: number; share: number}>();
  let others = {of: "", takers: 0, furnished: 0};
  await engine.askInBatches("wave-documents", (rows) => {
    for (const row of rows) {
      const [month, wave] = [String(row["month"]).slice(0, 10), Number(row["wave"])];
      const of = `${month} ${row["document"]}`;
      if (wave < 0) {
        others = {of, takers: Number(row["other_takers"]), furnished: Number(row["furnished_takers"])};
        continue;
      }
      const {takers, furnished} = others.of === of ? others : {takers: 0, furnished: 0};
      const expected = (furnished + standIns * (usual.get(month) ?? 0)) / (takers + standIns);
      const sum = sums.get(wave) ?? {takes: 0, share: 0};
      const takes = Number(row["taken"]);
      sum.takes += takes;
      if (Number(row["file_mark"]) === 0) sum.share += takes * expected;
      sums.set(wave, sum);
    }
  });
  return new Map([...sums].map(([wave, {takes, share}]) => [wave, share / takes]));
}

/**
 * Are the clients of such a group much alike? Then those that are of another wave already speak for it. Where hardly anything is alike,
 * as on a day or in a month, they would speak against the people of it.
 */
function isNarrow(likeness: WaveLikeness): boolean {
  return likeness === "agent" || likeness === "agent-day";
}

/** Of the waves that an entry can say, how many clients it would leave out; by the wave's number. */
async function reachOf(engine: QueryEngine, groups: readonly SlightGroup[]): Promise<Map<number, number>> {
  const table = await engine.table("wave_entry");
  for (const [number, {likeness, agent, place, month, from}] of groups.entries()) {
    const kind = place === "" ? "agent" : likeness.endsWith("network") ? "network" : "country";
    if (agent >= 0 || place !== "") table.add([[number, kind, month, agent, place, from]]);
  }
  table.close();
  await engine.keep("wave_reach", "wave-reach");
  const sizes = await engine.ask("wave-sizes");
  return new Map(sizes.map(({wave, clients}) => [Number(wave), Number(clients)]));
}

async function loadGroups(engine: QueryEngine, groups: readonly SlightGroup[], first: number): Promise<void> {
  const table = await engine.table("wave_group");
  table.add(
    groups.map(({likeness, month, agent, place, day}, number) => [likeness, month, agent, place, day, first + number]),
  );
  table.close();
}

/** A row of `slight-totals`. */
export function totalsOf(row: Row): SlightTotals {
  const [slight, slightBare] = [Number(row["slight"]), Number(row["slight_bare"])];
  return {
    month: String(row["month"]).slice(0, 10),
    ...{slight, slightBare},
    engaged: Number(row["engaged"]),
    engagedBare: Number(row["engaged_bare"]),
  };
}

function groupOf(row: Row): SlightGroup {
  const day = (column: string): string => String(row[column]).slice(0, 10);
  return {
    likeness: String(row["likeness"]) as SlightGroup["likeness"],
    month: day("month"),
    agent: Number(row["agent"]),
    place: String(row["place"]),
    day: day("day"),
    clients: Number(row["clients"]),
    bare: Number(row["bare"]),
    rest: Number(row["rest"]),
    from: day("from_day"),
    until: day("until_day"),
  };
}
