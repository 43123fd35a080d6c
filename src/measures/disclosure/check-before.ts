import type {Asked, ShownEntry} from "../layout.ts";
import {askCounts, type RowCheck} from "../tables/counts.ts";
import type {TableSource} from "../tables/source.ts";
import {isWithin, type PublishedBefore, publishedOfMonths} from "./published-before.ts";

/**
 * Which rows of a table may be shown beside what was published of longer and shorter periods? A row of the half-year less the same row
 * of five months is that of the sixth.
 *
 * Of a longer period nothing is known but what was published: its row less this one is few readers where it is few requests.
 */
export async function checkBefore({layout, found}: Asked, source: TableSource): Promise<RowCheck> {
  const {period, published, smallest} = source;
  if (smallest <= 1 || published.length === 0 || !layout.columns.some(({id}) => id === "readers"))
    return {mayShow: () => true, mayMerge: () => true};
  const valueIn = (one: PublishedBefore, {entry, described}: ShownEntry, column: string): number | null => {
    const kind = entry < 0 ? "unknown" : "item";
    return one.values.get(`table|${layout.id}|${kind}|${described.key}|${column}`) ?? null;
  };
  const isFew = (count: number): boolean => count > 0 && count < smallest;
  const shorter = published.filter((one) => isWithin(one, period));
  const longer = published.filter((one) => isWithin(period, one));
  const same = publishedOfMonths(period, published);
  const byMonth = new Map<string, typeof found>();
  if (shorter.length > 0) {
    await layout.load();
    for (const month of period.months)
      byMonth.set(month, await askCounts(layout, source, {name: month, months: [month]}));
  }
  const refused = new Set<number>();
  /** Those who came for some entries in some months are at least those of one in the month with most. */
  const areFewIn = (months: readonly string[], entries: readonly number[]): boolean => {
    const came = months.flatMap((month) => entries.map((entry) => byMonth.get(month)?.get(entry)?.["readers"] ?? 0));
    return isFew(came.reduce((most, readers) => Math.max(most, readers), 0));
  };
  const monthsBeside = (inside: readonly PublishedBefore[]): string[][] => {
    const left = [...inside, ...(inside.length > 1 ? [{months: inside.flatMap(({months}) => months)}] : [])];
    return left.map(({months}) => period.months.filter((month) => !months.includes(month)));
  };
  const isSafe = (row: ShownEntry): boolean => {
    const {readers = 0} = row.counts;
    if (same.some((one) => valueIn(one, row, "readers") !== null)) return true;
    const told = [...shorter, ...longer].filter((one) => valueIn(one, row, "readers") !== null);
    if (told.some((one) => isFew(Math.abs(valueIn(one, row, "readers")! - readers)))) return false;
    const requests = row.counts[layout.columns.find(({id}) => id !== "readers")!.id] ?? 0;
    const column = layout.columns.find(({id}) => id !== "readers")!.id;
    if (longer.some((one) => told.includes(one) && isFew((valueIn(one, row, column) ?? 0) - requests))) return false;
    const inside = shorter.filter((one) => told.includes(one));
    return monthsBeside(inside).every((months) => !areFewIn(months, [row.entry]));
  };
  return {
    mayShow: (row) => {
      if (isSafe(row)) return true;
      refused.add(row.entry);
      return false;
    },
    mayMerge: (entries) => {
      if (!entries.some((entry) => refused.has(entry))) return true;
      const isAlone = entries.length === 1;
      return !isAlone && monthsBeside(shorter).every((months) => !areFewIn(months, entries));
    },
  };
}
