import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import type {ServerAnswer} from "../rules/rule.ts";
import type {Sites} from "../site/find-sites.ts";
import type {FeedNames} from "./feeds.ts";
import type {GroupNames} from "./paths.ts";

/** Names that the engine knows by number: the number is the name's place. */
export interface Names extends GroupNames, FeedNames {
  readonly agents: readonly string[];
  /** Sites that referrers named; empty unless the whole was asked for. */
  readonly sites: readonly string[];
  /** What servers answered. */
  readonly answers: readonly ServerAnswer[];
  /** Is there a path of a file that is taken home? False where the methodology does not tell those from documents. */
  readonly hasRetrieved: boolean;
  /** Were paths told apart, and not documents alone? */
  readonly isByPath: boolean;
}

/**
 * Requests of some months that were judged by one methodology.
 *
 * What is asked of it is asked of an engine that knows no other's names, so that several judgements are there at once. One at a
 * time asks a judgement: a measure or a table brings along what it joins with, under a name of its own.
 */
export interface Judgement extends Disposable {
  /** Answers questions about `request`. */
  readonly engine: QueryEngine;
  readonly methodology: Methodology;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly names: Names;
  /** The sites that are told apart; null where there is but one. */
  readonly sites: Sites | null;
  /** Is it of one site alone? Who is a reader was judged by the requests of all. */
  readonly isOfSite: boolean;
  /** What the first rule says of each request may be saved under this key; null where it may not, or is. */
  readonly cacheKey: string | null;
  /** Lets go of all of it, at once or as soon as what is being saved is written; nothing waits for it. */
  [Symbol.dispose](): void;
}

/** The judgement that is in an engine, with which it closes. */
export function judgementIn(given: Omit<Judgement, keyof Disposable>): Judgement {
  return {
    ...given,
    [Symbol.dispose]() {
      // A fault of it is told by the engine that this one came of, which closes it once more.
      given.engine.close().catch(() => {});
    },
  };
}
