import type {Wording} from "../base/words/message.ts";
import type {MeasuredColumn, MeasuredTable} from "./tables/table.ts";

/** What a row stands for. */
export interface TableEntry {
  readonly key: string;
  readonly label: Wording;
  readonly group: Wording | null;
}

/** What a question says of one entry: `documents`, `readers`, … */
export type Counts = Readonly<Record<string, number>>;

/** A column, and how its value comes from the counts of a row and of all rows. */
export interface CountedColumn extends MeasuredColumn {
  value(row: Counts, all: Counts): number | null;
}

/** How a table is made; `grouping` says which entry each item belongs to. */
export interface TableLayout
  extends Pick<MeasuredTable, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "form"> {
  /** The file in `sql/`, asked for a span; it answers with `entry` and counts, the first of which ranks. */
  readonly question: string;
  readonly amount: string;
  readonly columns: readonly CountedColumn[];
  /** Rows shown at most. */
  readonly rows: number;
  /** Loads `grouping`, and whatever else the question asks: anew, because merging rows changes it. */
  load(): Promise<void>;
  /** Which cells of what is printed an entry is made of, or the whole table; null where each entry is a cell. */
  readonly cellsOf?: ((entry: number | null) => Iterable<number>) | null;
  /** Is every reader in one row alone? Then their readers add up. */
  readonly isOneRowEach?: boolean;
  /** What the entries stand for. */
  describe(entries: readonly number[]): Promise<ReadonlyMap<number, TableEntry>>;
  /** The row of what is known to be nothing in particular: entry -2; null where there can be none. */
  readonly unknown: Wording | null;
  /** What the shares are of; null for the sum of the rows. */
  readonly whole: Counts | null;
  notes(counts: ReadonlyMap<number, Counts>): MeasuredTable["notes"];
}

/** The entry of what is merged into one row. */
export const others = -1;

/** The entry of what has no name. Entries further down are counted and not shown. */
export const unknown = -2;

/** What a question says of each entry. */
export type EntryCounts = ReadonlyMap<number, Counts>;

/** An entry that may stand in a table. */
export interface ShownEntry {
  readonly entry: number;
  readonly described: TableEntry;
  readonly counts: Counts;
}

/** A table before its rows are chosen. */
export interface Asked {
  readonly layout: TableLayout;
  readonly found: EntryCounts;
  /** In the period before; null where that has no logs. */
  readonly before: EntryCounts | null;
  /** The entries that are large enough to be shown, as many as the table has rows for. */
  readonly ranked: readonly ShownEntry[];
}
