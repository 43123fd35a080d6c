/** How long a session of somebody lasts. */
export interface SessionLives {
  /** Without being used. */
  readonly idleMs: number;
  /** At most. */
  readonly wholeMs: number;
  /** So often a use of it is written at most: each time is a write. */
  readonly seenEveryMs: number;
  /** To what its times are rounded down: of a forum's members the day alone is kept. */
  readonly roundMs: number;
}

/** In what the accounts of one place differ from those of another. */
export interface AccountsKind<R extends string = string> {
  /** Of all roles. */
  readonly roles: readonly R[];
  livesOf(role: R): SessionLives;
  /** May nobody of that role be without a second factor? */
  needsSecond(role: R): boolean;
}
