/** A straight line through the logarithms of a measure's months: growth by a steady factor. */
export interface Trend {
  /** Logarithm of the line's value at place 0. */
  readonly level: number;
  /** What is added to it a month. */
  readonly slope: number;
}

/** With fewer months than this a trend is a guess. */
export const leastMonths = 6;

/**
 * How do the values grow?
 *
 * Least squares on the natural logarithms; values of 0 have none, and are left out.
 *
 * @param points Values by month; `at` counts months, 0 for the latest and less for those before.
 * @returns null where fewer than six values are left.
 */
export function trendOf(points: readonly {readonly at: number; readonly value: number}[]): Trend | null {
  const logs = points.filter(({value}) => value > 0).map(({at, value}) => ({at, log: Math.log(value)}));
  if (logs.length < leastMonths) return null;
  const middle = mean(logs.map(({at}) => at));
  const height = mean(logs.map(({log}) => log));
  const spread = logs.reduce((sum, {at}) => sum + (at - middle) ** 2, 0);
  const slope = logs.reduce((sum, {at, log}) => sum + (at - middle) * (log - height), 0) / spread;
  return {level: height - slope * middle, slope};
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
