import type {Methodology} from "./methodology.ts";

/** Consecutive months that are judged alike. */
export interface RulePeriod {
  readonly methodology: Methodology;
  /** `YYYY-MM`, in order; at least one. */
  readonly months: readonly string[];
}

/** By which rules is the month judged? */
export function methodologyIn(methodology: Methodology, month: string): Methodology {
  return methodology.stretches[stretchAt(methodology, month)]?.methodology ?? methodology;
}

/**
 * The months in runs that are judged alike; one run where nothing changes.
 *
 * @param months `YYYY-MM`, in order; they need not follow each other.
 */
export function rulePeriodsOf(methodology: Methodology, months: readonly string[]): RulePeriod[] {
  const byStretch = Map.groupBy(months, (month) => stretchAt(methodology, month));
  return [...byStretch.values()].map((own) => ({methodology: methodologyIn(methodology, own[0]!), months: own}));
}

/** The place of the stretch of time that the month is in; -1 where nothing changes. */
function stretchAt({stretches}: Methodology, month: string): number {
  return stretches.findIndex(({from, until}) => (from === null || from <= month) && (until === null || month <= until));
}

/** The methodology with every stretch of time changed alike; null where it would be the same in all of them. */
export function changeAll(
  methodology: Methodology,
  change: (methodology: Methodology) => Methodology | null,
): Methodology | null {
  const changed = methodology.stretches.map((stretch) => ({...stretch, methodology: change(stretch.methodology)}));
  const base = change(methodology);
  if (base === null && changed.every((stretch) => stretch.methodology === null)) return null;
  const stretches = changed.map((stretch, place) => {
    return {...stretch, methodology: stretch.methodology ?? methodology.stretches[place]!.methodology};
  });
  return {...(base ?? methodology), stretches};
}

/** The rules of every stretch of time, in order; the methodology itself where nothing changes. */
export function stretchesOf(methodology: Methodology): readonly Methodology[] {
  const {stretches} = methodology;
  return stretches.length === 0 ? [methodology] : stretches.map((stretch) => stretch.methodology);
}
