import type {Unit, Wording} from "../../base/words/message.ts";

/** A column of a table of the report. */
export interface MeasuredColumn {
  /** A contract: `documents`, `readers`, `sharePercent`, … */
  readonly id: string;
  readonly label: Wording;
  readonly unit: Unit;
  /** Digits after the point when printed. */
  readonly decimals: number;
}

/** A row of a table of the report. */
export interface MeasuredRow {
  /** Untrusted where it comes from a log: a path, a site. */
  readonly key: string;
  readonly label: Wording;
  /** What the row belongs to, such as "search engines"; null where the table has no groups. */
  readonly group: Wording | null;
  /** From 1; rows with equal values share one. Null for rows that are not ranked: others, unknown, hours. */
  readonly rank: number | null;
  /** In the period before; null where it had none. */
  readonly previousRank: number | null;
  /** `others` holds the rows that are too small to be published and those below the last that is shown. */
  readonly kind: "item" | "others" | "unknown";
  /** In step with the table's columns. */
  readonly values: readonly (number | null)[];
}

/** What is behind the figures: one table under the main one. */
export interface MeasuredTable {
  /** A contract: `departments`, `top-documents`, `top-documents:zhongwen`, … */
  readonly id: string;
  readonly title: Wording;
  /** What a row is: "Department". */
  readonly rowLabel: Wording;
  /** What a row's group is: "Kind"; null where the rows have no groups. */
  readonly groupLabel: Wording | null;
  /** What the table shows and what it does not, in a sentence or two. */
  readonly definition: Wording;
  /**
   * `ranked` rows stand in the order of their first value; a `cycle` (hours, weekdays) in its own, and is drawn; the
   * rows of a `list` stand in their own order, without ranks.
   */
  readonly form: "ranked" | "cycle" | "list";
  readonly columns: readonly MeasuredColumn[];
  readonly rows: readonly MeasuredRow[];
  /** The period that previous ranks are of; null where it has no logs: then nothing moved. */
  readonly previous: string | null;
  readonly notes: readonly {readonly id: string; readonly text: Wording}[];
}
