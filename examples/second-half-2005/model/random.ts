/** A source of chance that gives the same row of numbers on every machine. */
export interface Chance {
  /** The next number, from 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number from 0 up to but not including `limit`. */
  readonly below: (limit: number) => number;
  /** The same, but the low ones often and the high ones seldom: how pages and readers are spread. */
  readonly skewedBelow: (limit: number) => number;
  /** One of `choices`, which is not empty. */
  readonly oneOf: <T>(choices: readonly T[]) => T;
}

/**
 * Which row of numbers belongs to this seed?
 *
 * Good enough to spread requests over a month; not for secrets. Uses 32-bit whole numbers only, so no
 * machine rounds differently.
 *
 * @source The algorithm is mulberry32 by Tommy Ettinger, public domain.
 */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const skewedBelow = (limit: number): number => Math.floor(next() * next() * limit);
  return {next, below, skewedBelow, oneOf: (choices) => choices[below(choices.length)]!};
}
