import {type Rate, signInRates} from "../../accounts/limits.ts";

/** How many may come, in all: more than these at once, and then in an hour, are no readers any more but a flood. */
export const arrivalRates = {
  /** Who joins by a code: thirty, and then thirty an hour. */
  joins: {burst: 30, everyMs: 120_000},
  /** Who knocks: twenty, and then twenty an hour. They are many evenings' work of a moderator. */
  knocks: {burst: 20, everyMs: 180_000},
} as const satisfies Readonly<Record<string, Rate>>;

/** As at the desk, but more in all: behind an onion all addresses are one, and a fifth of a core is what a stranger may take from the members. */
export const forumSignInRates = {
  ...signInRates,
  all: {burst: 120, everyMs: 200},
} as const satisfies Readonly<Record<string, Rate>>;

/** So many knocks wait at most. */
export const mostKnocks = 100;
