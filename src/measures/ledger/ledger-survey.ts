import type {PanelCity} from "../../ledger/panel.ts";
import type {Ledger} from "../../ledger/rows.ts";
import type {Issue} from "../print/issues.ts";
import type {Span} from "../spans.ts";

/** What an index starts from: the months that are set to a round value. */
export interface IndexBase {
  readonly period: Span;
  /** What the base is set to, such as 100. */
  readonly value: number;
}

/** What is asked of the books. */
export interface LedgerSurvey {
  /** What the report is about. */
  readonly period: Span;
  /** What ranks and totals are set beside. */
  readonly previous: Span;
  /** Left out: 100 at the beginning of the book. */
  readonly bases: {readonly print?: IndexBase; readonly mail?: IndexBase};
  /** The cities that are to be reached; null where none are named. */
  readonly panel: readonly PanelCity[] | null;
  /** Copies from which on a city counts as reached and has a row of its own; 1,000 where left out. */
  readonly smallestCity?: number;
  /** How the publisher is called in the book of ranks; null where it is in none. */
  readonly ours: string | null;
  /** What a measure that is not of the books was in a month `YYYY-MM`; null where it has no value. For the plan. */
  figuresOf(measure: string): (month: string) => number | null;
}

/** What figures of the books are worked out of. */
export interface LedgerSource {
  readonly ledger: Ledger;
  /** Every edition with its deliveries, in the order of printing. */
  readonly issues: readonly Issue[];
  readonly asked: LedgerSurvey;
}
