import type {Group, Printed} from "../disclosure/printed.ts";
import {type Asked, type Counts, others, type ShownEntry, type TableLayout, unknown} from "../layout.ts";
import {amountOf, askCounts, isLarge, mostLookedAt, type RowCheck} from "./counts.ts";
import type {TableSource} from "./source.ts";

/** The rows that a table shows. */
export interface ChosenRows {
  readonly shown: readonly ShownEntry[];
  /** All that is not shown, as one row: null where there is no more, `few` where it is not told. */
  readonly rest: Counts | "few" | null;
  /** How many rows are large enough, and stand among the others because of other figures. */
  readonly heldBack: number;
}

/**
 * Chooses the rows of a table: those that point at nobody, beside everything that is printed already. All others become one row;
 * where that row would point at somebody, the last that is shown goes into it, too.
 *
 * @param printed What the report prints of the same requests; null for requests that are nobody's.
 */
export async function chooseRows(
  layout: TableLayout,
  source: TableSource,
  {found, ranked, check}: Asked & {readonly check: RowCheck},
  printed: Printed | null,
): Promise<ChosenRows> {
  const {isOneRowEach} = layout;
  const nameless = found.get(unknown);
  const keepsNameless = layout.unknown !== null && nameless !== undefined && isLarge(nameless, source.smallest);
  const namelessRow = {entry: unknown, described: {key: "unknown", label: layout.unknown ?? "", group: null}};
  const candidates = [...(keepsNameless ? [{...namelessRow, counts: nameless}] : []), ...ranked];
  const entries = [...found.keys()].filter((entry) => entry >= unknown);
  const mark = printed?.mark ?? 0;
  const admitted: ShownEntry[] = [];
  for (const row of candidates) {
    if (printed && !(check.mayShow(row) && (await printed.admit(groupOf(layout, printed, row))))) continue;
    admitted.push(row);
  }
  const hidesRest = isOneRowEach === true && printed?.tellsAllReaders === false;
  for (let shown = admitted; ; shown = withoutLeast(layout, shown)) {
    const groups = shown.map((row) => groupOf(layout, printed, row));
    if (shown !== admitted) printed?.goBack(mark, groups);
    const heldBack = candidates.length - shown.length;
    const isComplete = shown.length === entries.length && found.size < mostLookedAt;
    const rest = isComplete ? null : await askRest(layout, source, shown);
    const merged = entries.filter((entry) => shown.every((row) => row.entry !== entry));
    if (!rest && !hidesRest) return {shown, rest: null, heldBack};
    const maySay = rest !== null && !hidesRest && check.mayMerge(merged);
    if (maySay && (await admitsRest(layout, source, printed, {shown, rest}))) return {shown, rest, heldBack};
    if ((rest && hidesRest) || shown.every(({entry}) => entry === unknown)) return {shown, rest: "few", heldBack};
  }
}

async function admitsRest(
  {cellsOf}: TableLayout,
  {smallest}: TableSource,
  printed: Printed | null,
  {shown, rest}: {readonly shown: readonly ShownEntry[]; readonly rest: Counts},
): Promise<boolean> {
  if (!isLarge(rest, smallest)) return false;
  if (printed === null) return true;
  const own = new Set(shown.flatMap(({entry}) => [...(cellsOf?.(entry) ?? [entry])]));
  const all = printed.among(cellsOf?.(null) ?? printed.all);
  const cells = new Set([...all].filter((cell) => !own.has(cell)));
  return printed.admit({cells, readers: rest["readers"] ?? null, hasRequests: true});
}

function groupOf({cellsOf}: TableLayout, printed: Printed | null, {entry, counts}: ShownEntry): Group {
  const cells = printed?.among(cellsOf?.(entry) ?? [entry]) ?? new Set<number>();
  return {cells, readers: counts["readers"] ?? null, hasRequests: true};
}

/** The row of what has no name is the last to go. */
function withoutLeast(layout: TableLayout, shown: readonly ShownEntry[]): ShownEntry[] {
  const items = shown.filter(({entry}) => entry !== unknown);
  const least = Math.min(...items.map(({counts}) => amountOf(layout, counts)));
  const last = shown.findLastIndex(({entry, counts}) => entry !== unknown && amountOf(layout, counts) === least);
  return shown.filter((_, index) => index !== last);
}

async function askRest(layout: TableLayout, source: TableSource, shown: readonly ShownEntry[]): Promise<Counts | null> {
  const {engine} = source;
  await layout.load();
  const table = await engine.table("shown");
  table.add(shown.map(({entry}) => [entry]));
  table.close();
  await engine.keep("grouping", "grouping-merged");
  return (await askCounts(layout, source, source.period)).get(others) ?? null;
}
