import {UserError} from "../../base/error.ts";
import type {readEditionChain} from "../../operations/publish/published.ts";

/** An edition as the next one names it. */
export type Chained = ReturnType<typeof readEditionChain>[number];

/** The edition that no other names as the one before it. */
export function lastOf(editions: readonly Chained[]): Chained | null {
  const named = new Set(editions.map(({previous}) => previous?.sums));
  const ends = editions.filter(({sums}) => !named.has(sums));
  return ends.toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))).at(-1) ?? null;
}

/**
 * What is published comes out after what it follows.
 *
 * @param before What it follows, as it is called, and the day of that; null where it follows nothing.
 * @throws {UserError} PUBLISHED_LATER
 */
export function refuseEarlier(
  date: string,
  before: {readonly called: string; readonly date: string} | null,
  where: string,
): void {
  if (before === null || before.date <= date) return;
  const what = `it would follow ${before.called}, which is of ${before.date}, with the earlier day ${date}`;
  throw new UserError("PUBLISHED_LATER", what, `give ${before.date} or a later day as its date`, where);
}
