import type {Methodology} from "../methodology.ts";
import type {Sites} from "../site/find-sites.ts";
import type {SiteDescription} from "../site/site.ts";

/** What is to be judged, and by what. */
export interface JudgeInput {
  readonly methodology: Methodology;
  readonly holdings: SiteDescription;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly timeZone: string;
  /** The workspace's. */
  readonly key: string;
  /**
   * Gives another text wherever the facts or the program are others; null where nothing is to be retained between reports, or taken from
   * before.
   */
  readonly factsFingerprint: (() => string) | null;
  /** Where the engine tells sites apart; null where there is but one. */
  readonly sites: Sites | null;
  /** Is what tables are made from wanted too? It takes longer. */
  readonly withDetails: boolean;
  /** False where nothing is asked of files that are taken home: then nothing is looked at around the months for them. */
  readonly withRetrievals?: boolean;
  /** Is called while the engine has long work to do. */
  readonly onEngineBusy?: (() => void) | undefined;
}
