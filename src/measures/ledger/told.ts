/** Fewer than this are not told: they would point at somebody. */
export const fewest = 10;

/**
 * Which of the items can be told beside the sum of all? Most first; it must not give away what is left out, of one or of fewer than ten.
 *
 * @param peopleOf How many persons an item speaks of.
 */
export function tellable<Item>(items: readonly Item[], peopleOf: (item: Item) => number): Item[] {
  const told = items.filter((item) => peopleOf(item) >= fewest).toSorted((a, b) => peopleOf(b) - peopleOf(a));
  for (;;) {
    const untold = items.filter((item) => !told.includes(item));
    const sum = untold.reduce((all, item) => all + peopleOf(item), 0);
    if (untold.length === 0 || (untold.length > 1 && sum >= fewest) || told.length === 0) return told;
    told.pop();
  }
}
