import type {Methodology} from "../resolve.ts";
import type {Holdings} from "../site/site.ts";

/** What is to be judged, and by what. */
export interface Case {
  readonly methodology: Methodology;
  readonly holdings: Holdings;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly timeZone: string;
  /** The workspace's. */
  readonly key: string;
  /**
   * Gives another text wherever the facts or the program are others; null where nothing is to be retained between reports, or taken from
   * before.
   */
  readonly known: (() => string) | null;
  /** Is what tables are made from wanted too? It takes longer. */
  readonly isWhole: boolean;
  /** Is called while the engine has long work to do. */
  readonly meanwhile?: (() => void) | undefined;
}
