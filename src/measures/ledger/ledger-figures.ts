import type {Unit, Wording} from "../../base/words/message.ts";
import type {CreditRow, EventRow} from "../../ledger/rows.ts";
import type {ReachMap} from "../print/reach-map.ts";
import type {MeasuredTable} from "../tables/table.ts";
import type {LedgerNote, LedgerRange} from "./ledger-note.ts";
import type {PlanLine} from "./plan-lines.ts";
import type {MeasuredRank} from "./rank-lines.ts";

/** One measure of the books over the months of a period; lists run in step with them, as in a report. */
export interface LedgerMeasure {
  readonly id: string;
  readonly label: Wording;
  readonly unit: Unit;
  /** Digits after the point when printed; the values themselves are not rounded. */
  readonly decimals: number;
  readonly definition: Wording;
  readonly values: readonly (number | null)[];
  /** Why a value is null, in words; null where there is a value. */
  readonly reasons: readonly (Wording | null)[];
  /** Never: the books are the publisher's own. */
  readonly reported: readonly boolean[];
  /** Of the whole period. */
  readonly total: number | null;
  readonly totalReason: Wording | null;
  /** Of the whole period before. */
  readonly previousTotal: number | null;
  readonly previousTotalReason: Wording | null;
  /** Of the total; null where no alternative is known. */
  readonly range: LedgerRange | null;
  /** Ids of the notes that belong to it. */
  readonly notes: readonly string[];
}

/** Everything that the books yield for a period. Of a book without rows there is nothing here. */
export interface LedgerFigures {
  readonly measures: readonly LedgerMeasure[];
  /** Those that measures point at, each once. */
  readonly notes: readonly LedgerNote[];
  readonly tables: readonly MeasuredTable[];
  /** Where the copies went; null where nothing can be placed. */
  readonly map: ReachMap | null;
  readonly plan: readonly PlanLine[];
  readonly ranks: readonly MeasuredRank[];
  /** Of periods that lie in this one. */
  readonly credits: readonly CreditRow[];
  /** Those that fall into the period. */
  readonly events: readonly EventRow[];
}
