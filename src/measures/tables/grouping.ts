import type {Wording} from "../../base/words/message.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {TableEntry} from "../layout.ts";

/** Entries by number, made from what TypeScript knows of each item. */
export interface Grouping {
  describe(entries: readonly number[]): Promise<ReadonlyMap<number, TableEntry>>;
  /** Loads `grouping` again. */
  load(): Promise<void>;
  /** The items of an entry; every item without one. */
  itemsOf(entry: number | null): number[];
}

/**
 * Makes `grouping` from a list of items; it still has to be loaded.
 *
 * @param entryOf What the item belongs to; a number below 0 for what is no entry, null for what is not looked at.
 * @param first The number of the first item; those after it follow.
 */
export async function groupItems<Item>(
  engine: QueryEngine,
  items: readonly Item[],
  entryOf: (item: Item) => TableEntry | number | null,
  first = 0,
): Promise<Grouping> {
  const entries: TableEntry[] = [];
  const numbers = new Map<string, number>();
  const rows: (readonly [number, number])[] = [];
  for (const [place, item] of items.entries()) {
    const entry = entryOf(item);
    if (entry === null) continue;
    const number = typeof entry === "number" ? entry : (numbers.get(entry.key) ?? entries.push(entry) - 1);
    if (typeof entry !== "number") numbers.set(entry.key, number);
    rows.push([first + place, number]);
  }
  const load = async (): Promise<void> => {
    const table = await engine.table("grouping");
    table.add(rows);
    table.close();
  };
  const itemsOf = (entry: number | null): number[] =>
    rows.filter(([, own]) => entry === null || own === entry).map(([item]) => item);
  return {describe: describeBy((number) => entries[number]!), load, itemsOf};
}

/** Describes entries one by one. */
export function describeBy(entryOf: (number: number) => TableEntry): Grouping["describe"] {
  return async (entries) => new Map(entries.map((number) => [number, entryOf(number)]));
}

/** An entry whose key is what it is called. */
export function entryNamed(key: string, label: Wording = key, group: Wording | null = null): TableEntry {
  return {key, label, group};
}
