import type {QueryEngine} from "../engine/query-engine.ts";

/** Months that one figure is worked out over: a month, or a whole period. */
export interface Span {
  /** `2005-07`, or the period's name. */
  readonly name: string;
  /** `YYYY-MM`. */
  readonly months: readonly string[];
}

/** Every month as a span, and every period as one. */
export function spansOf(periods: readonly Span[]): Span[] {
  const months = new Set(periods.flatMap((period) => period.months));
  const single = [...months].sort().map((month) => ({name: month, months: [month]}));
  const several = periods.filter(({months: own}) => own.length > 1);
  return [...single, ...new Map(several.map((period) => [period.name, period])).values()];
}

/** The span's first and last month, as questions take them that are asked for one span. */
export function endsOf({months}: Pick<Span, "months">): {readonly from: string; readonly until: string} {
  return {from: `${months[0]}-01`, until: `${months.at(-1)}-01`};
}

/** Lets questions join with `span`: one row a span and month in it. */
export async function loadSpans(engine: QueryEngine, spans: readonly Span[]): Promise<void> {
  const table = await engine.table("span");
  for (const {name, months} of spans) table.add(months.map((month) => [name, `${month}-01`, months.length]));
  table.close();
}
