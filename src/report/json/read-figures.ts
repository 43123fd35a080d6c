import {z} from "zod";
import type {Comparison, Figures, Index, Ranges, Table} from "../report.ts";
import {
  amountField,
  byMeasure,
  claims,
  count,
  decimals,
  monthField,
  own,
  periodField,
  reasons,
  said,
  type UnitReader,
  value,
  values,
} from "./fields.ts";

/** A measure, as it stands in the JSON. */
export const measureFields = z.looseObject({
  ...{id: z.string(), label: z.string(), unitId: z.string(), values, reasons, reported: claims},
  ...{notes: z.array(z.string()), definition: z.string(), decimals},
});

/** A note, as it stands in the JSON. */
export const noteFields = z
  .looseObject({id: z.string(), text: z.string(), columns: z.array(monthField), mark: count})
  .transform(({id, text, columns, mark}) => ({id, text, columns, mark}));

const row = z
  .looseObject({
    ...{key: z.string(), label: z.string(), rank: value, previousRank: value, values, group: said},
    kind: z.enum(["item", "others", "unknown"]),
  })
  .transform(({key, label, rank, previousRank, values, group, kind}) => {
    return {key, label, rank, previousRank, values, group, kind};
  });

/** A table, as it stands in the JSON. */
export const tableFields = z.looseObject({
  ...{id: z.string(), title: z.string(), rows: z.array(row), previous: said, form: z.enum(["ranked", "cycle", "list"])},
  columnDetails: z.array(z.looseObject({id: z.string(), label: z.string(), unitId: z.string(), decimals})),
  ...{rowLabel: z.string(), groupLabel: said, definition: z.string()},
  notes: z.array(z.looseObject({id: z.string(), text: z.string()}).transform(({id, text}) => ({id, text}))),
});

/** A comparison, as it stands in the JSON. */
export const comparisonFields = z.looseObject({
  ...{period: periodField, title: z.string(), columns: z.array(monthField), notes: z.array(z.string())},
  ...{values: byMeasure(values), changePercent: byMeasure(values), reasons: byMeasure(reasons)},
  ...{reported: byMeasure(claims), totals: byMeasure(value), totalReasons: byMeasure(said)},
  totalChangePercent: byMeasure(value),
});

/** An index, as it stands in the JSON. */
export const indexFields = z.looseObject({
  ...{base: monthField, value: amountField, values: byMeasure(values), reasons: byMeasure(reasons)},
  notes: z.array(z.string()),
});

/** Ranges, as they stand in the JSON. */
export const rangesFields = z.looseObject({
  alternatives: z.array(z.looseObject({id: z.string(), label: z.string()}).transform(({id, label}) => ({id, label}))),
  ...{low: byMeasure(values), high: byMeasure(values), totalLow: byMeasure(value), totalHigh: byMeasure(value)},
  ...{values: byMeasure(byMeasure(values)), totals: byMeasure(byMeasure(value))},
  ...{reason: said, sentences: z.array(z.string())},
  ...{totalAtLeast: byMeasure(z.boolean()), totalAtMost: byMeasure(z.boolean()), totalSentences: byMeasure(said)},
});

/** What of a measure stands elsewhere: its value of the whole period, and why there is none. */
interface Totals {
  readonly totals: Readonly<Record<string, number | null>>;
  readonly totalReasons: Readonly<Record<string, string | null>>;
}

/** A measure again, as every output is made from it. */
export function toFigures(
  {id, label, unitId, decimals, definition, values, reasons, reported, notes}: z.output<typeof measureFields>,
  {totals, totalReasons}: Totals,
  unitOf: UnitReader,
): Figures {
  const [total, totalReason] = [own(totals, id), own(totalReasons, id)];
  const unit = unitOf(unitId);
  return {id, label, unit, decimals, definition, values, reasons, reported, total, totalReason, notes};
}

/** A table again. */
export function toTable(
  {
    id,
    title,
    columnDetails,
    rows,
    notes,
    previous,
    form,
    rowLabel,
    groupLabel,
    definition,
  }: z.output<typeof tableFields>,
  unitOf: UnitReader,
): Table {
  const columns = columnDetails.map((column) => {
    return {id: column.id, label: column.label, decimals: column.decimals, unit: unitOf(column.unitId)};
  });
  if (rows.some((one) => one.values.length !== columns.length))
    throw new RangeError(`a row of ${id} has other columns`);
  return {id, title, rowLabel, groupLabel, definition, form, columns, rows, previous, notes};
}

/** The comparison again. */
export function toComparison({period, title, columns, notes, ...lists}: z.output<typeof comparisonFields>): Comparison {
  const measures = Object.keys(lists.values).map((id) => ({
    id,
    ...{values: own(lists.values, id), reasons: own(lists.reasons, id), reported: own(lists.reported, id)},
    ...{changePercent: own(lists.changePercent, id), total: own(lists.totals, id)},
    ...{totalReason: own(lists.totalReasons, id), totalChangePercent: own(lists.totalChangePercent, id)},
  }));
  return {period, title, columns, measures, notes};
}

/** The index again. */
export function toIndex({base, value, values, reasons, notes}: z.output<typeof indexFields>): Index {
  const measures = Object.entries(values).map(([id, indexed]) => ({id, values: indexed, reasons: own(reasons, id)}));
  return {base, value, measures, notes};
}

/** The ranges again. */
export function toRanges({alternatives, reason, sentences, ...lists}: z.output<typeof rangesFields>): Ranges {
  const measures = Object.keys(lists.low).map((id) => ({
    id,
    ...{low: own(lists.low, id), high: own(lists.high, id)},
    ...{totalLow: own(lists.totalLow, id), totalHigh: own(lists.totalHigh, id)},
    ...{isTotalAtLeast: own(lists.totalAtLeast, id), isTotalAtMost: own(lists.totalAtMost, id)},
    alternatives: Object.entries(own(lists.values, id)).map(([alternative, values]) => {
      return {id: alternative, values, total: own(own(lists.totals, id), alternative)};
    }),
    sentence: own(lists.totalSentences, id),
  }));
  return {alternatives, measures, reason, sentences};
}
