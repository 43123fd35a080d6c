import {z} from "zod";
import type {LedgerPart, MovedFigure, PlannedFigure} from "../report.ts";
import {
  amountField,
  byMeasure,
  dayField,
  decimals,
  monthField,
  periodField,
  said,
  type UnitReader,
  value,
} from "./fields.ts";
import {
  comparisonFields,
  measureFields,
  noteFields,
  tableFields,
  toComparison,
  toFigures,
  toTable,
} from "./read-figures.ts";

const event = z
  .looseObject({date: dayField, until: dayField, measure: said, text: z.string()})
  .transform(({date, until, measure, text}) => ({on: date, until, measure, text}));

const map = z
  .looseObject({
    places: z.array(
      z
        .looseObject({
          ...{city: z.string(), region: said, country: said, copies: amountField},
          ...{latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), isReached: z.boolean()},
        })
        .transform(({city, region, country, copies, latitude, longitude, isReached}) => {
          return {city, region, country, copies, latitude, longitude, isReached};
        }),
    ),
    ...{unplaced: z.array(z.string()), unplacedCopies: amountField, smallestCity: amountField},
  })
  .transform(({places, unplaced, unplacedCopies, smallestCity}) => ({places, unplaced, unplacedCopies, smallestCity}));

/** What the books yield, as it stands in the JSON. */
export const ledgerFields = z.looseObject({
  ...{measures: z.array(measureFields), tables: z.array(tableFields), notes: z.array(noteFields)},
  ...{totals: byMeasure(value), totalReasons: byMeasure(said), comparison: comparisonFields.nullable()},
  ...{totalLow: byMeasure(value), totalHigh: byMeasure(value), events: z.array(event), map: map.nullable()},
});

/** A target of the plan, as it stands in the JSON. */
export const planFields = z.looseObject({
  ...{measure: z.string(), label: z.string(), date: dayField, target: amountField, actual: value},
  ...{actualReason: said, ratio: value, isMet: z.boolean(), growthNeeded: value, growthReason: said},
  ...{actualMonth: monthField.nullable(), trendMonth: monthField.nullable()},
  ...{trendReason: said, decimals, unitId: said},
});

const place = z
  .looseObject({rank: value, reason: said, date: dayField.nullable(), version: said})
  .transform(({rank, reason, date, version}) => ({rank, reason, on: date, version}));

/** A place in a public list, as it stands in the JSON. */
export const rankFields = z
  .looseObject({
    ...{list: z.string(), name: z.string(), isOurs: z.boolean(), now: place, before: place},
    ...{passed: z.array(z.string()), passedBy: z.array(z.string()), note: z.string()},
  })
  .transform(({list, name, isOurs, now, before, passed, passedBy, note}) => {
    return {list, name, isOurs, now, before, passed, passedBy, note};
  });

/** Who did what, as it stands in the JSON. */
export const creditFields = z
  .looseObject({period: periodField, post: z.string(), what: z.string(), by: z.string()})
  .transform(({period, post, what, by}) => ({period, post, what, by}));

/** A figure that moved, as it stands in the JSON. */
export const movedFields = z.looseObject({
  ...{
    id: z.string(),
    label: z.string(),
    from: amountField,
    to: amountField,
    fromMonth: monthField.nullable(),
    toMonth: monthField.nullable(),
  },
  ...{changePercent: amountField, explanations: z.array(event), decimals, note: said},
  unitId: z.string(),
});

/** What stands beside the ledger in the JSON and is part of it. */
interface Beside {
  readonly plan: readonly z.output<typeof planFields>[];
  readonly ranks: LedgerPart["ranks"];
  readonly credits: LedgerPart["credits"];
}

/** What the books yield, again, as every output is made from it. */
export function toLedger(
  {measures, tables, notes, comparison, totalLow, totalHigh, events, map, ...totals}: z.output<typeof ledgerFields>,
  {plan, ranks, credits}: Beside,
  unitOf: UnitReader,
): LedgerPart {
  const ids = measures.map(({id}) => id);
  return {
    measures: measures.map((measure) => toFigures(measure, totals, unitOf)),
    notes,
    comparison: comparison && toComparison(comparison),
    ranges: ids.flatMap((id) => {
      const low = totalLow[id] ?? null;
      return low === null ? [] : [{id, low, high: totalHigh[id] ?? null}];
    }),
    tables: tables.map((table) => toTable(table, unitOf)),
    plan: plan.map((line) => toPlanned(line, unitOf)),
    ...{ranks, credits, events, map},
  };
}

function toPlanned({date, unitId, ...line}: z.output<typeof planFields>, unitOf: UnitReader): PlannedFigure {
  const {measure, label, target, actual, actualMonth, actualReason, ratio, isMet} = line;
  const {growthNeeded, growthReason, trendMonth, trendReason, decimals} = line;
  return {
    ...{measure, on: date, target, actual, actualMonth, actualReason, ratio, isMet, growthNeeded, growthReason},
    ...{trendMonth, trendReason, label, unit: unitId === null ? null : unitOf(unitId), decimals},
  };
}

/** A figure that moved, again. */
export function toMoved({unitId, ...moved}: z.output<typeof movedFields>, unitOf: UnitReader): MovedFigure {
  const {id, label, from, to, fromMonth, toMonth, changePercent, explanations, decimals, note} = moved;
  const unit = unitOf(unitId);
  return {id, label, unit, decimals, from, to, fromMonth, toMonth, changePercent, explanations, note};
}
