import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Suspicion} from "./flag.ts";
import {isFurnitureElsewhere, isFurnitureKnown} from "./wave-groups.ts";
import {fewDocuments, totalsOf} from "./waves.ts";

/** Who of the clients of some months fetched nothing that belongs to a page, and what follows of it. */
export interface BareClients {
  /** Can it be told who fetches what belongs to a page, in each of the months? */
  readonly isKnown: boolean;
  /** Does it seem to be served from elsewhere, in one of them? */
  readonly isElsewhere: boolean;
  readonly clients: readonly Suspicion[];
}

/**
 * Which clients fetched nothing that belongs to a page? Those whom a person decided to be readers are none of them.
 *
 * @param engine With `client_conduct` kept.
 * @param months `YYYY-MM`.
 */
export async function findBareClients(engine: QueryEngine, months: readonly string[]): Promise<BareClients> {
  const all = (await engine.ask("slight-totals", {most: fewDocuments})).map(totalsOf);
  const own = all.filter(({month}) => months.includes(month.slice(0, 7)));
  const isKnown = own.length > 0 && own.every(isFurnitureKnown);
  const isElsewhere = own.some(isFurnitureElsewhere);
  if (!isKnown) return {isKnown, isElsewhere, clients: []};
  const clients: Suspicion[] = [];
  await engine.askInBatches("bare-clients", (rows) => {
    for (const row of rows) {
      const [client, month] = [String(row["client_text"]), String(row["month"]).slice(0, 7)];
      clients.push({client, month, documents: Number(row["documents"]), grounds: [], wave: null});
    }
  });
  return {isKnown, isElsewhere, clients};
}
