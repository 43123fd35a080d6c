import type {Message, Unit, Wording} from "../base/words/message.ts";
import type {Area} from "../methodology/site/site.ts";

/** What a question says of one span of months. */
export interface SpanAnswer {
  readonly value: number;
  /** What the value is a part of, or divided by, where the question says so; 0 otherwise. */
  readonly parts: number;
  /** Of the span; never 0 here. */
  readonly daysCovered: number;
}

/** A figure that a report gives for each month and for the whole period. */
export interface Measure {
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
  /** The file in `sql/` that is asked; it answers with `span` and `value`, and `part` where there are several measures. */
  readonly question: string;
  /** Which of the answer's parts is meant; null where the question has none. */
  readonly part: string | null;
  /** The figure from the answer. */
  figure(answer: SpanAnswer): number;
  /** Why the value is null where the span had counted requests and the question still knew none. */
  readonly unrecorded: Wording;
  /** Does it count different things, so that the period's figure is not the sum of its months'? */
  readonly isSet: boolean;
  /** Is it a share or an average over readers, which a span without any has none of? */
  readonly isRatio: boolean;
  /**
   * The part of the site whose readers it counts, and whether they need not be among those of the whole
   * site, as who was sent on from there, or got parts of a file; of the whole site without.
   */
  readonly area?: Area & {readonly isSent: boolean};
  /** The measure of the readers whose requests it counts: where these are hidden, so is it. */
  readonly isOf?: string;
  /** Why it is not told where it is few, of what is told of nobody who reads: of subscribers. */
  readonly few?: (smallest: number) => Message;
  /** Is it left out of a report in which no month has any? */
  readonly isIfAny?: true;
  /** Why a month has no value of its own; null for all figures that have one. */
  readonly onlyTotal: Wording | null;
}
