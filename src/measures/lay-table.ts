import {message, type Wording} from "../base/words/message.ts";
import type {Row} from "../engine/contract.ts";
import {endsOf, type Span} from "./spans.ts";
import type {Table, TableColumn, TableRow} from "./table.ts";
import type {TableSource} from "./table-source.ts";

/** What a row stands for. */
export interface Entry {
  readonly key: string;
  readonly label: Wording;
  readonly group: Wording | null;
}

/** What a question says of one entry: `documents`, `readers`, … */
export type Counts = Readonly<Record<string, number>>;

/** A column, and how its value comes from the counts of a row and of all rows. */
export interface CountedColumn extends TableColumn {
  value(row: Counts, all: Counts): number | null;
}

/** How a table is made; `grouping` says which entry each item belongs to. */
export interface Layout extends Pick<Table, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "form"> {
  /** The file in `sql/`, asked for a span; it answers with `entry` and counts, the first of which ranks. */
  readonly question: string;
  readonly amount: string;
  readonly columns: readonly CountedColumn[];
  /** Rows shown at most. */
  readonly rows: number;
  /** What the entries stand for. */
  describe(entries: readonly number[]): Promise<ReadonlyMap<number, Entry>>;
  /** The row of what is known to be nothing in particular: entry -2; null where there can be none. */
  readonly unknown: Wording | null;
  /** What the shares are of; null for the sum of the rows. */
  readonly whole: Counts | null;
  notes(counts: ReadonlyMap<number, Counts>): Table["notes"];
}

/** The entry of what is merged into one row. */
export const others = -1;

/** The entry of what has no name. Entries further down are counted and not shown. */
export const unknown = -2;

/** More rows of an answer than this are not looked at, unless the last of them ties with one that is shown. */
const mostLookedAt = 5000;

/** Makes the table: ranks the entries, merges the small ones and those below the last row, and sets ranks beside those before. */
export async function layTable(layout: Layout, source: TableSource): Promise<Table> {
  const counts = await askCounts(layout, source, source.period);
  const before = source.previous ? await askCounts(layout, source, source.previous) : null;
  const ranked = await rank(layout, source, counts);
  const {shown, rest} = await mergeRest(layout, source, counts, ranked);
  const all = layout.whole ?? sumOf([...shown.map(({counts}) => counts), ...(rest ? [rest] : [])]);
  const rankBefore = before ? ranksOf(layout, source, before) : new Map<number, number>();
  const rows = shown.map(({entry, described, counts: own}): TableRow => {
    const isItem = entry !== unknown;
    return {
      ...described,
      rank: isItem && layout.form === "ranked" ? rankAmong(layout, own, shown) : null,
      previousRank: isItem && layout.form === "ranked" ? (rankBefore.get(entry) ?? null) : null,
      kind: isItem ? "item" : "unknown",
      values: layout.columns.map((column) => column.value(own, all)),
    };
  });
  const {id, title, rowLabel, groupLabel, definition, form} = layout;
  return {
    id,
    title,
    rowLabel,
    groupLabel,
    definition,
    form,
    columns: layout.columns.map(({id, label, unit, decimals}) => ({id, label, unit, decimals})),
    rows: [
      ...(form === "cycle" ? await completeCycle(layout, counts, rows) : rows.filter(({kind}) => kind === "item")),
      ...(rest ? [othersRow(layout, rest, all)] : []),
      ...rows.filter(({kind}) => kind === "unknown"),
    ],
    previous: before && source.previous ? source.previous.name : null,
    notes: layout.notes(counts),
  };
}

type Found = ReadonlyMap<number, Counts>;

interface Shown {
  readonly entry: number;
  readonly described: Entry;
  readonly counts: Counts;
}

async function askCounts({question}: Layout, {engine}: TableSource, span: Span, most = mostLookedAt): Promise<Found> {
  const rows = await engine.ask(question, {...endsOf(span), most});
  return new Map(rows.map((row) => [Number(row["entry"]), countsOf(row)]));
}

function countsOf({entry: _, ...counts}: Row): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count ?? 0)]));
}

/** The entries that are large enough to be shown, most first, in an order that does not depend on the engine. */
async function rank(
  layout: Layout,
  source: TableSource,
  found: Found,
  isAll = found.size < mostLookedAt,
): Promise<Shown[]> {
  const sorted = itemsOf(source, found).sort((a, b) => amountOf(layout, b[1]) - amountOf(layout, a[1]));
  const last = sorted[layout.rows - 1];
  const least = last ? amountOf(layout, last[1]) : 0;
  // Where the answer was cut, there may be more that are as large as the last that is shown.
  const lowest = Math.min(...[...found].filter(([entry]) => entry >= 0).map(([, counts]) => amountOf(layout, counts)));
  if (!isAll && lowest >= least) {
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

function itemsOf({smallest}: TableSource, found: Found): [number, Counts][] {
  return [...found].filter(([entry, counts]) => entry >= 0 && isLarge(counts, smallest));
}

/** Robots are not readers, and nobody is pointed at by a row of them. */
function isLarge({readers}: Counts, smallest: number): boolean {
  return readers === undefined || readers >= smallest;
}

/** Puts all that is not shown into one row; where that row would be small itself, the last shown row goes into it, too. */
async function mergeRest(
  layout: Layout,
  source: TableSource,
  found: Found,
  ranked: readonly Shown[],
): Promise<{shown: Shown[]; rest: Counts | null}> {
  const nameless = found.get(unknown);
  const keepsNameless = layout.unknown !== null && nameless !== undefined && isLarge(nameless, source.smallest);
  const namelessRow = {entry: unknown, described: {key: "unknown", label: layout.unknown ?? "", group: null}};
  const kept = keepsNameless ? [{...namelessRow, counts: nameless}] : [];
  for (let shown = [...ranked]; ; shown = withoutLeast(layout, shown)) {
    const all = [...shown, ...kept];
    const isComplete = all.length === [...found.keys()].filter((entry) => entry >= unknown).length;
    if (isComplete && found.size < mostLookedAt) return {shown: all, rest: null};
    const rest = await askRest(layout, source, all);
    if (!rest) return {shown: all, rest: null};
    if (isLarge(rest, source.smallest) || shown.length === 0) return {shown: all, rest};
  }
}

/** A row for each item of a cycle in its place: with nothing where nobody came, with no values where it was merged. */
async function completeCycle(layout: Layout, found: Found, rows: readonly TableRow[]): Promise<TableRow[]> {
  const entries = Array.from({length: layout.rows}, (_, entry) => entry);
  const described = await layout.describe(entries);
  return entries.map((entry): TableRow => {
    const own = described.get(entry)!;
    const values = layout.columns.map(() => (found.has(entry) ? null : 0));
    const empty: TableRow = {...own, rank: null, previousRank: null, kind: "item", values};
    return rows.find(({key}) => key === own.key) ?? empty;
  });
}

function withoutLeast(layout: Layout, shown: readonly Shown[]): Shown[] {
  const least = Math.min(...shown.map(({counts}) => amountOf(layout, counts)));
  const last = shown.findLastIndex(({counts}) => amountOf(layout, counts) === least);
  return shown.filter((_, index) => index !== last);
}

async function askRest(layout: Layout, source: TableSource, shown: readonly Shown[]): Promise<Counts | null> {
  const {engine} = source;
  const table = await engine.table("shown", {entry: "integer"});
  table.add(shown.map(({entry}) => [entry]));
  table.close();
  await engine.keep("grouping", "grouping-merged");
  return (await askCounts(layout, source, source.period)).get(others) ?? null;
}

function othersRow({columns}: Layout, counts: Counts, all: Counts): TableRow {
  const values = columns.map((column) => column.value(counts, all));
  return {key: "others", label: message("others"), group: null, rank: null, previousRank: null, kind: "others", values};
}

function ranksOf(layout: Layout, source: TableSource, found: Found): Map<number, number> {
  const items = itemsOf(source, found);
  const amounts = items.map(([, counts]) => amountOf(layout, counts)).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [index, amount] of amounts.entries()) if (!first.has(amount)) first.set(amount, index + 1);
  return new Map(items.map(([entry, counts]) => [entry, first.get(amountOf(layout, counts))!]));
}

function rankAmong(layout: Layout, own: Counts, shown: readonly Shown[]): number {
  const amount = amountOf(layout, own);
  return 1 + shown.filter(({entry, counts}) => entry !== unknown && amountOf(layout, counts) > amount).length;
}

function amountOf({amount}: Layout, counts: Counts): number {
  return counts[amount] ?? 0;
}

function sumOf(rows: readonly Counts[]): Counts {
  const sums: Record<string, number> = {};
  for (const [name, count] of rows.flatMap((row) => Object.entries(row))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
