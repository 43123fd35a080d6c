/** What a bound is that few readers would move. */
export interface Bounded {
  readonly isReaders: boolean;
  /** As many readers would be told. */
  readonly smallest: number;
}

/**
 * Where would a figure move at most, so that nobody learns what the few readers did who would move it there?
 *
 * Readers move by as many as would be told; anything else by the next 1, 2 or 5 with noughts that is more than the true difference. So what is
 * learnt of the few is no better than the half of it.
 *
 * @param value What the figure would be.
 */
export function outwards(own: number, value: number, {isReaders, smallest}: Bounded): number {
  if (own === value) return own;
  const difference = Math.abs(value - own);
  const step = isReaders && difference < smallest ? smallest : stepAbove(difference);
  return value > own ? own + step : Math.max(0, own - step);
}

/** The least of 1, 2, 5, 10, 20, …, 0.5, 0.2, … that is more. */
export function stepAbove(difference: number): number {
  const power = Math.floor(Math.log10(difference));
  // Written as text, a power of ten has no rounding of its own.
  const steps = [1, 2, 5, 10].map((step) => Number(`${step}e${power}`));
  return steps.find((step) => step > difference) ?? Number(`20e${power}`);
}
