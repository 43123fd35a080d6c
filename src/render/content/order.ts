/** The parts of a report, in the order that a reader wants. Every output that is read from top to bottom has them so. */
export const reportParts = [
  "opening",
  "figures",
  "moved",
  "comparison",
  "courses",
  "tables",
  "ranges",
  "ledger",
  "commentary",
  "account",
  "meanings",
  "standing",
  "provenance",
  "checking",
] as const;

/** A part of a report. */
export type ReportPart = (typeof reportParts)[number];

/** What an output makes of the parts, in their order; a part that it has nothing of may be left out. */
export function partsInOrder<T>(made: Readonly<Partial<Record<ReportPart, readonly T[]>>>): T[] {
  return reportParts.flatMap((part) => made[part] ?? []);
}
