import type {Period} from "../../base/period.ts";
import {dayRangeOf, type OpenStore, secondsOf} from "../store/judge.ts";

/** Requests in each quarter of an hour of the months, since 1970 in UTC, whatever became of them. */
export async function countByQuarter(
  {workspace, catalogue, engine, locate}: OpenStore,
  {months}: Period,
): Promise<ReadonlyMap<number, number>> {
  const {timeZone} = workspace.config;
  const [from, until] = secondsOf(months, timeZone);
  const {facts} = await locate(catalogue.parts(from, until));
  if (facts.length === 0) return new Map();
  const session = await engine.session();
  try {
    await session.openFacts(facts, {...dayRangeOf(months, timeZone), rulePeriods: []});
    const rows = await session.ask("quarters", {from, until});
    return new Map(rows.map(({quarter, requests}) => [Number(quarter), Number(requests)]));
  } finally {
    await session.close();
  }
}
