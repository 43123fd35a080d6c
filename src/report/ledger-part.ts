import type {Period} from "../base/period.ts";
import {type Translated, translate} from "../base/words/translate.ts";
import type {Translator} from "../base/words/translator.ts";
import type {LedgerFigures, LedgerMeasure} from "../measures/ledger/ledger-figures.ts";
import {changePercent} from "./compare.ts";
import type {ComparedFigures, Comparison, Figures, LedgerPart, Note, PlannedFigure} from "./report.ts";
import {localizeTable} from "./table.ts";

/** What was found in the books. */
export interface LedgerFound {
  readonly figures: LedgerFigures;
  /** Of the period before. */
  readonly previous: LedgerFigures;
  /** Of the period compared with; null where there is none. */
  readonly compared: LedgerFigures | null;
}

/** What the part is made for. */
interface LedgerCommission {
  readonly compared: Period | null;
  /** The figures from logs, which the plan may speak of. */
  readonly measures: readonly Figures[];
  /** The number of the part's first note. */
  readonly firstMark: number;
  readonly words: Translator;
}

/** The part of the report that the books yield; null where they have nothing at all. */
export function ledgerPart({figures, compared}: LedgerFound, commission: LedgerCommission): LedgerPart | null {
  const {tables, plan, ranks, credits, events} = figures;
  if ([figures.measures, tables, plan, ranks, credits, events].every((rows) => rows.length === 0)) return null;
  const {words} = commission;
  const measures = figures.measures.map((measure) => figuresOf(measure, words));
  return {
    measures,
    notes: figures.notes.map((note, index): Note => ({...translate(note, words), mark: commission.firstMark + index})),
    comparison:
      compared && commission.compared && comparisonOf(figures, translate(compared, words), commission.compared, words),
    ranges: figures.measures.flatMap(({id, range}) =>
      range === null ? [] : [{id, low: range.least, high: range.most}],
    ),
    tables: tables.map((table) => localizeTable(table, words)),
    plan: translate(plan, words).map((line) => planned(line, [...commission.measures, ...measures])),
    ranks: translate(ranks, words),
    ...{credits, events, map: figures.map},
  };
}

/** A measure of the books in the report's language, with the publisher's own label. */
export function figuresOf(measure: LedgerMeasure, words: Translator): Figures {
  const {id, decimals, definition, values, reasons, reported, total, totalReason, notes} = translate(measure, words);
  const label = words.label(`measure.${id}`, measure.label);
  const {unit} = measure;
  return {id, label, unit, decimals, definition, values, reasons, reported, total, totalReason, notes};
}

/** A target of a measure that the report does not have is called by the measure's id. */
function planned(line: Translated<LedgerFigures["plan"][number]>, measures: readonly Figures[]): PlannedFigure {
  const own = measures.find(({id}) => id === line.measure);
  const {label, unit, decimals} = own ?? {label: line.measure, unit: null, decimals: 0};
  return {...line, label, unit, decimals};
}

/** The months of the books beside those compared with; null where the books have none of those. */
function comparisonOf(
  now: LedgerFigures,
  then: Translated<LedgerFigures>,
  period: Period,
  words: Translator,
): Comparison | null {
  const measures = now.measures.map((measure): ComparedFigures => {
    const before = then.measures.find(({id}) => id === measure.id)!;
    return {
      id: measure.id,
      ...{values: before.values, reasons: before.reasons, reported: before.reported},
      changePercent: before.values.map((value, place) => changePercent(value, measure.values[place] ?? null)),
      total: before.total,
      totalReason: before.totalReason,
      totalChangePercent: changePercent(before.total, measure.total),
    };
  });
  const isKnown = measures.some(({values, total}) => [...values, total].some((value) => value !== null));
  if (!isKnown) return null;
  // A book that has nothing of those months gives its reason with each figure.
  const partial = then.notes.filter(({id, columns}) => isOfCoverage(id) && columns.length < period.months.length);
  return {
    period: period.name,
    title: words.period(period.name),
    columns: period.months,
    measures,
    notes: partial.map(({text}) => text),
  };
}

/** Does the note say that a book has nothing of some months? */
export function isOfCoverage(note: string): boolean {
  return note.endsWith("-covered");
}
