/**
 * The items in runs of such as follow each other, in their order.
 *
 * @param isNext Does the second item come right after the first?
 */
export function runsOf<T>(items: readonly T[], isNext: (before: T, item: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && isNext(run.at(-1)!, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
