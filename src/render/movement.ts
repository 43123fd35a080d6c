import type {Table, TableRow} from "../report/report.ts";

/** How a row's rank moved against the period before. */
export interface Movement {
  /** `▲2`, `▼1`, `=`, `new`. */
  readonly sign: string;
  /** The same for those who cannot see it: `up 2 from 6`. */
  readonly words: string;
}

/** Where does the row come from? Null for a row without a rank, and where there is nothing before to look at. */
export function movementOf(
  {rank, previousRank}: Pick<TableRow, "rank" | "previousRank">,
  {previous}: Pick<Table, "previous">,
): Movement | null {
  if (previous === null || rank === null) return null;
  if (previousRank === null) return {sign: "new", words: "new"};
  const steps = previousRank - rank;
  if (steps === 0) return {sign: "=", words: "unchanged"};
  const [arrow, way] = steps > 0 ? ["▲", "up"] : ["▼", "down"];
  return {sign: `${arrow}${Math.abs(steps)}`, words: `${way} ${Math.abs(steps)} from ${previousRank}`};
}
