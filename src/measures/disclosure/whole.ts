import {type Asked, others, type TableLayout} from "../layout.ts";
import {askCounts, mostLookedAt} from "../tables/counts.ts";
import type {TableSource} from "../tables/source.ts";
import {isHidden} from "./figures.ts";
import {type Group, Printed} from "./printed.ts";
import {printPublishedTable} from "./published-rows.ts";

/** Stands for the entries that were not looked at, because there are too many; together they are many readers. */
const further = -9;

/** What is printed of all counted requests, whichever way a table divides them: how many they are, and of how many readers. */
export function wholeOf({figures, period}: TableSource): Omit<Group, "cells"> {
  const readers = figures.find(({measure}) => measure.id === "readers");
  const span = period.months.length > 1 ? period.name : period.months[0]!;
  const isOut = readers !== undefined && isHidden(readers, span);
  return {readers: readers?.spans.get(span)?.value ?? null, hasRequests: true, isHidden: isOut};
}

/** A table whose entries are cells by themselves: nothing else in the report divides the requests in a way that goes with it. */
export async function printedAlone(asked: Asked, source: TableSource, {isWhole = true} = {}): Promise<Printed> {
  const {layout, found} = asked;
  const readers = new Map([...found].map(([entry, counts]) => [entry, counts["readers"] ?? 0]));
  if (found.size >= mostLookedAt) readers.set(further, Number.POSITIVE_INFINITY);
  const printed = new Printed(
    {readers, readersOf: (cells) => readersOf(layout, source, cells, found.keys())},
    source.smallest,
  );
  if (isWhole) printed.print({...wholeOf(source), cells: printed.all});
  await printPublishedTable(printed, asked, source);
  return printed;
}

/** How many different readers have several entries together, out of all that were found? */
export async function readersOf(
  layout: Pick<TableLayout, "question" | "load">,
  source: TableSource,
  entries: readonly number[],
  found: Iterable<number>,
): Promise<number> {
  const {engine} = source;
  await layout.load();
  const table = await engine.table("shown");
  table.add([...found].filter((entry) => !entries.includes(entry)).map((entry) => [entry]));
  table.close();
  await engine.keep("grouping", "grouping-merged");
  return (await askCounts(layout, source, source.period)).get(others)?.["readers"] ?? 0;
}
