/** Which of two texts stands first? By code units, so that no machine's locale has a say. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * The rows in one order, however they stood in the book.
 *
 * @param keys What they are sorted by, the most important first. Rows that are equal in all of them have to be alike.
 */
export function inOrder<Row>(rows: readonly Row[], ...keys: readonly ((row: Row) => string)[]): Row[] {
  return rows.toSorted((a, b) => {
    for (const key of keys) {
      const order = byText(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  });
}

/**
 * What do the numbers add up to?
 *
 * They are added from the least to the most: sums of amounts with decimals depend on the order in their last digits.
 */
export function sumOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b).reduce((sum, number) => sum + number, 0);
}
