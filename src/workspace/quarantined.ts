/** So many lines of an input that are no request are kept in full, and beyond them the first of each reason. */
export const mostInFull = 100;

/** A line that is no request. */
export interface QuarantinedLine {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  /** What it looks like, without a word of it. */
  readonly excerpt: string;
}

/** What lines that could not be read seem to be. */
export const unreadKinds = [
  "other-format",
  "other-text",
  "cut-off",
  "not-text",
  "impossible-times",
  "impossible-sizes",
  "too-long",
  "no-client",
] as const;

/** What most lines of an input that could not be read seem to be, and the name of it where it has one. */
export interface UnreadCause {
  readonly kind: (typeof unreadKinds)[number];
  /** A log format, or a text by its kind with its article; null with the other kinds. */
  readonly name: string | null;
}

/** The lines of an input that are no request. */
export interface Quarantine {
  /** How many, by reason. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that are kept in full, in order. */
  readonly lines: readonly QuarantinedLine[];
  /** What most of them seem to be; null where that is not seen, or there are none. */
  readonly cause: UnreadCause | null;
}

/** How many lines are in quarantine? */
export function countQuarantined({counts}: Quarantine): number {
  return Object.values(counts).reduce((sum, lines) => sum + lines, 0);
}

/** How many lines are there of each reason? */
export function countByReason(lines: readonly QuarantinedLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {reason} of lines) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
