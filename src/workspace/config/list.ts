import {z} from "zod";

/** A list of the publisher's own: in place of the methodology's, or added to it. */
export type OwnList<Item> = readonly Item[] | {readonly add: readonly Item[]};

/** A list that takes the place of the methodology's, or `{add: […]}`, which is added to it. */
export function ownList<Item extends z.ZodType>(item: Item, fewest = 0) {
  return z.union([z.array(item).min(fewest), z.strictObject({add: z.array(item).min(1)})], {
    error: fewest > 0 ? "must be a list with at least one entry, or {add: […]}" : "must be a list, or {add: […]}",
  });
}

/** What the list holds, where it may be added to another. */
export function listWith<Item>(own: OwnList<Item> | undefined, usual: readonly Item[]): readonly Item[] {
  if (own === undefined) return usual;
  return "add" in own ? [...new Set([...usual, ...own.add])] : own;
}

/** What a list is once a later one has taken place: one that adds, adds to what was there. */
export function laterList<Item>(before: OwnList<Item> | undefined, later: OwnList<Item>): OwnList<Item> {
  if (before === undefined || !("add" in later)) return later;
  return "add" in before ? {add: [...before.add, ...later.add]} : [...before, ...later.add];
}
