import type {Wording} from "../../base/words/message.ts";

/** What a figure of the books leaves out or cannot know, in a sentence that stands by itself. */
export interface LedgerNote {
  readonly id: string;
  readonly text: Wording;
  /** The months it speaks of, `YYYY-MM`. */
  readonly columns: readonly string[];
}

/** Between what a figure would lie under the alternatives that its note names. */
export interface LedgerRange {
  readonly least: number;
  /** Null where there is no upper end. */
  readonly most: number | null;
}
