/** No name of ours is longer. */
const longest = 80;

/**
 * Which of the known words was probably meant?
 *
 * Upper case, hyphens and underscores make no difference.
 *
 * @returns null when none is near: more than a third of the word would have to change.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  // The steps between two texts take time that grows with both.
  if (word.length > longest) return null;
  const plain = plainOf(word);
  const near = known
    .filter((name) => name.length <= longest)
    .map((name) => ({name, steps: stepsBetween(plain, plainOf(name))}))
    .filter(({steps}) => steps <= Math.max(1, plain.length / 3))
    .toSorted((a, b) => a.steps - b.steps);
  return near[0]?.name ?? null;
}

function plainOf(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** Letters to put in, take out, change or swap with their neighbour. */
function stepsBetween(from: string, to: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({length: to.length + 1}, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = isSwapped ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change, swap));
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length]!;
}
