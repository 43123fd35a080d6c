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

/** The lines of an input that are no request. */
export interface Quarantine {
  /** How many, by reason. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that are kept in full, in order. */
  readonly lines: readonly QuarantinedLine[];
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
