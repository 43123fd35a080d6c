import type {Comparison, Index} from "../report.ts";

/** One value a measure, under the measure's id, in the order of the measures. */
export function byId<T extends {readonly id: string}>(measures: readonly T[], pick: (one: T) => unknown): object {
  return Object.fromEntries(measures.map((one) => [one.id, pick(one)]));
}

/** The comparison with its keys in the order of the contract; lists run in step with `columns`. */
export function comparisonEntry({period, title, columns, measures, notes}: Comparison): object {
  return {
    period,
    title,
    columns,
    values: byId(measures, ({values}) => values),
    changePercent: byId(measures, ({changePercent}) => changePercent),
    reasons: byId(measures, ({reasons}) => reasons),
    reported: byId(measures, ({reported}) => reported),
    totals: byId(measures, ({total}) => total),
    totalChangePercent: byId(measures, ({totalChangePercent}) => totalChangePercent),
    totalReasons: byId(measures, ({totalReason}) => totalReason),
    notes,
  };
}

/** The index with its keys in the order of the contract. */
export function indexEntry({base, value, measures, notes}: Index): object {
  const values = byId(measures, (one) => one.values);
  return {base, value, values, reasons: byId(measures, ({reasons}) => reasons), notes};
}
