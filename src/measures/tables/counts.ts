import type {Row} from "../../engine/values.ts";
import type {Counts, EntryCounts, ShownEntry, TableLayout} from "../layout.ts";
import {endsOf, type Span} from "../spans.ts";
import type {TableSource} from "./source.ts";

/** More rows of an answer than this are not looked at, unless the last of them ties with one that is shown. */
export const mostLookedAt = 5000;

/** What may be shown beside reports of other periods? */
export interface RowCheck {
  mayShow(row: ShownEntry): boolean;
  /** Do these entries together hide those among them that may not be shown? */
  mayMerge(entries: readonly number[]): boolean;
}

/** What does the table's question say of each entry? `grouping` has to be loaded. */
export async function askCounts(
  {question}: Pick<TableLayout, "question">,
  {engine}: TableSource,
  span: Span,
  most = mostLookedAt,
): Promise<EntryCounts> {
  const rows = await engine.ask(question, {...endsOf(span), most});
  return new Map(rows.map((row) => [Number(row["entry"]), countsOf(row)]));
}

function countsOf({entry: _, ...counts}: Row): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count ?? 0)]));
}

/** The entries that are large enough to be shown, most first, in an order that does not depend on the engine. */
export async function rank(
  layout: TableLayout,
  source: TableSource,
  found: EntryCounts,
  isAll = found.size < mostLookedAt,
): Promise<ShownEntry[]> {
  const sorted = itemsOf(source, found).sort((a, b) => amountOf(layout, b[1]) - amountOf(layout, a[1]));
  const last = sorted[layout.rows - 1];
  const least = last ? amountOf(layout, last[1]) : 0;
  // Where the answer was cut, there may be more that are as large as the last that is shown.
  if (!isAll && mayGoOn(layout, source, found, least)) {
    return rank(layout, source, await askCounts(layout, source, source.period, Number.MAX_SAFE_INTEGER), true);
  }
  const candidates = sorted.filter(([, counts]) => amountOf(layout, counts) >= least);
  const described = await layout.describe(candidates.map(([entry]) => entry));
  const named = candidates.map(([entry, counts]) => ({entry, counts, described: described.get(entry)!}));
  if (layout.form === "cycle") return named;
  return named
    .sort(
      (a, b) => amountOf(layout, b.counts) - amountOf(layout, a.counts) || compare(a.described.key, b.described.key),
    )
    .slice(0, layout.rows);
}

/** May an entry that was not looked at be as large as that, and large enough to be shown? Those that were have as much or more. */
function mayGoOn(layout: TableLayout, {smallest}: TableSource, found: EntryCounts, least: number): boolean {
  let lowest = Number.POSITIVE_INFINITY;
  let tellsReaders = false;
  for (const [entry, counts] of found) {
    if (entry < 0) continue;
    lowest = Math.min(lowest, amountOf(layout, counts));
    tellsReaders ||= counts["readers"] !== undefined;
  }
  // Nothing has more readers than what it is ranked by.
  return lowest >= least && (!tellsReaders || lowest >= smallest);
}

function itemsOf({smallest}: TableSource, found: EntryCounts): [number, Counts][] {
  return [...found].filter(([entry, counts]) => entry >= 0 && isLarge(counts, smallest));
}

/** Robots are not readers, and nobody is pointed at by a row of them. */
export function isLarge({readers}: Counts, smallest: number): boolean {
  return readers === undefined || readers >= smallest;
}

/** The rank of each entry that is large enough. */
export function ranksOf(layout: TableLayout, source: TableSource, found: EntryCounts): Map<number, number> {
  const items = itemsOf(source, found);
  const amounts = items.map(([, counts]) => amountOf(layout, counts)).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [index, amount] of amounts.entries()) if (!first.has(amount)) first.set(amount, index + 1);
  return new Map(items.map(([entry, counts]) => [entry, first.get(amountOf(layout, counts))!]));
}

/** What a table is ranked by. */
export function amountOf({amount}: TableLayout, counts: Counts): number {
  return counts[amount] ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
