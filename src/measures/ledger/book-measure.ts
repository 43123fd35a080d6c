import type {Unit, Wording} from "../../base/words/message.ts";
import type {LedgerNote, LedgerRange} from "./ledger-note.ts";

/** A figure of the books, or why there is none: exactly one of the two is null. */
export type BookValue =
  | {readonly value: number; readonly reason: null}
  | {readonly value: null; readonly reason: Wording};

/** The figure that was found. */
export function found(value: number): BookValue {
  return {value, reason: null};
}

/** No figure, and why. */
export function missing(reason: Wording): BookValue {
  return {value: null, reason};
}

/** A figure that the books give for each month and for the whole period. */
export interface BookMeasure {
  /** A contract, never renamed. */
  readonly id: string;
  /** As it is printed before the figures. */
  readonly label: Wording;
  /** What one is counted in. */
  readonly unit: Unit;
  /** Digits after the point when printed. */
  readonly decimals: number;
  /** What it means and what it does not, in a sentence or two. */
  readonly definition: Wording;
  /** Which way a plan wants it to go. */
  readonly better: "more" | "less";
  /** The figure of a run of months: of one, or of a period. */
  figure(months: readonly string[]): BookValue;
  /** Of the period asked for. */
  readonly notes: readonly LedgerNote[];
  /** Of the period's figure; null where no alternative is known. */
  readonly range: LedgerRange | null;
}
