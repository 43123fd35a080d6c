import type {Period} from "../../base/period.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {dayRangeOf, type OpenStore, secondsOf} from "../store/judge.ts";

/** As {@link quartersIn}, of a workspace whose facts are not open yet. */
export async function countByQuarter(
  {workspace, catalogue, engine, locate}: OpenStore,
  period: Period,
): Promise<ReadonlyMap<number, number>> {
  const {timeZone} = workspace.config;
  const [from, until] = secondsOf(period.months, timeZone);
  const {facts} = await locate(catalogue.parts(from, until));
  if (facts.length === 0) return new Map();
  const session = await engine.session();
  try {
    await session.openFacts(facts, {...dayRangeOf(period.months, timeZone), rulePeriods: []});
    return await quartersIn(session, period, timeZone);
  } finally {
    await session.close();
  }
}

/**
 * Requests in each quarter of an hour of the months, since 1970 in UTC, whatever became of them.
 *
 * @param session With the facts of these months open; with those of others, too, it is the same.
 */
export async function quartersIn(
  session: QueryEngine,
  {months}: Period,
  timeZone: string,
): Promise<ReadonlyMap<number, number>> {
  const [from, until] = secondsOf(months, timeZone);
  const rows = await session.ask("quarters", {from, until});
  return new Map(rows.map(({quarter, requests}) => [Number(quarter), Number(requests)]));
}
