import type {Translator} from "../../base/words/translator.ts";
import type {Table, TableRow} from "../../report/report.ts";

/** How a row's rank moved against the period before. */
export interface RankMovement {
  /** `▲2`, `▼1`, `=`, `new`. */
  readonly sign: string;
  /** The same for those who cannot see it: `up 2 from 6`. */
  readonly words: string;
}

/** Where does the row come from? Null for a row without a rank, and where there is nothing before to look at. */
export function movementOf(
  {rank, previousRank}: Pick<TableRow, "rank" | "previousRank">,
  {previous}: Pick<Table, "previous">,
  words: Translator,
): RankMovement | null {
  if (previous === null || rank === null) return null;
  if (previousRank === null) return {sign: words.t("rank-new"), words: words.t("rank-new")};
  const steps = previousRank - rank;
  if (steps === 0) return {sign: "=", words: words.t("rank-unchanged")};
  const told = {steps: String(Math.abs(steps)), before: String(previousRank)};
  const said = words.t(steps > 0 ? "rank-up" : "rank-down", told);
  return {sign: `${steps > 0 ? "▲" : "▼"}${Math.abs(steps)}`, words: said};
}
