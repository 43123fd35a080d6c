import {createHmac, randomBytes} from "node:crypto";

/** How often something may be done: so many times at once, and then once in so many milliseconds. */
export interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

/** How often it may be tried to sign in. What is tried with one name takes nothing from another. */
export const signInRates = {
  /** With one name, whether there is one or not. */
  name: {burst: 6, everyMs: 30_000},
  /** From one address. */
  address: {burst: 30, everyMs: 10_000},
  /** In all. */
  all: {burst: 60, everyMs: 1000},
  /** The second step of one person, which only who knows the pass phrase gets to. */
  second: {burst: 5, everyMs: 60_000},
  /** What was refused of one name, told in the log. */
  told: {burst: 1, everyMs: 600_000},
} as const satisfies Readonly<Record<string, Rate>>;

const mostKeys = 20_000;
const dayMs = 86_400_000;

/** Counts what is tried, in memory alone. */
export interface RateLimits<Kind extends string> {
  /** Counts one more; of an address that nobody knows nothing. @returns 0 where it may be done, else in how many whole seconds. */
  take(kind: Kind, about: string): number;
  /** It went well: what was counted of it is forgotten. */
  forget(kind: Kind, about: string): void;
}

/** Those of signing in. */
export type AttemptLimits = RateLimits<keyof typeof signInRates>;

/**
 * RateLimits by the generic cell rate algorithm: of each key the moment is kept at which all that was done would have been due.
 *
 * Names and addresses are kept as keyed hashes; the key is in memory alone and dies at midnight (UTC), with all that was counted.
 */
export function openRates<Kind extends string>(
  now: () => number,
  rates: Readonly<Record<Kind, Rate>>,
): RateLimits<Kind> {
  let [key, day] = [randomBytes(32), -1];
  const due = new Map<string, number>();
  const keyOf = (kind: string, about: string): string => {
    const today = Math.floor(now() / dayMs);
    if (today !== day) {
      [key, day] = [randomBytes(32), today];
      due.clear();
    }
    return createHmac("sha256", key).update(`${kind}\0${about}`).digest("base64");
  };
  // In the order in which they were taken last. What in all is let through in an hour is less than there is room for.
  const makeRoom = (): void => {
    const [oldest] = due.size < mostKeys ? [] : due.keys();
    if (oldest !== undefined) due.delete(oldest);
  };
  return {
    take(kind, about) {
      if (kind === "address" && about === "") return 0;
      const {burst, everyMs} = rates[kind];
      const own = keyOf(kind, about);
      const at = Math.max(due.get(own) ?? 0, now());
      const waitMs = at + everyMs - burst * everyMs - now();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      due.delete(own);
      makeRoom();
      due.set(own, at + everyMs);
      return 0;
    },
    forget: (kind, about) => void due.delete(keyOf(kind, about)),
  };
}

/** The limits of signing in. */
export function openLimits(now: () => number): AttemptLimits {
  return openRates(now, signInRates);
}
