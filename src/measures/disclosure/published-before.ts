import type {Span} from "../spans.ts";

/** What was published of a period, whichever report it stands in. */
export interface PublishedBefore extends Span {
  /** By `measure|ID|SPAN` and `table|ID|KIND|KEY|COLUMN`. */
  readonly values: ReadonlyMap<string, number | null>;
}

/** What was published of just these months. */
export function publishedOfMonths(
  {months}: Pick<Span, "months">,
  published: readonly PublishedBefore[],
): PublishedBefore[] {
  return published.filter((one) => one.months.join() === months.join());
}

/** Is one of the two periods within the other, and shorter? */
export function isWithin(inner: Pick<Span, "months">, outer: Pick<Span, "months">): boolean {
  return inner.months.length < outer.months.length && inner.months.every((month) => outer.months.includes(month));
}
