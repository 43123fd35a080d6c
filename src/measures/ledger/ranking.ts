import {byText} from "./order.ts";

/** An item and its place among the others. */
export interface Ranked<Item> {
  readonly item: Item;
  /** From 1; items with equal amounts share one, and the next is passed over. */
  readonly rank: number;
}

/** The items, most first; of equal ones the key decides which is named first. */
export function rankItems<Item extends {readonly key: string}>(
  items: readonly Item[],
  amountOf: (item: Item) => number,
): Ranked<Item>[] {
  const sorted = items.toSorted((a, b) => amountOf(b) - amountOf(a) || byText(a.key, b.key));
  return sorted.map((item) => ({
    item,
    rank: 1 + sorted.findIndex((other) => amountOf(other) === amountOf(item)),
  }));
}

/** The rank of each item by its key. */
export function ranksByKey<Item extends {readonly key: string}>(
  items: readonly Item[],
  amountOf: (item: Item) => number,
): ReadonlyMap<string, number> {
  return new Map(rankItems(items, amountOf).map(({item, rank}) => [item.key, rank]));
}
