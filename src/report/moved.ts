import type {Period} from "../base/period.ts";
import type {Translator} from "../base/words/translator.ts";
import type {LedgerFigures, LedgerMeasure} from "../measures/ledger/ledger-figures.ts";
import {type MeasuredMove, type MovingFigure, movedMost} from "../measures/ledger/moved-most.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import {figuresOf, isOfCoverage, type LedgerFound} from "./ledger-part.ts";
import type {Figures, MovedFigure} from "./report.ts";
import {type MonthPair, pairsOf, settingsApart} from "./rule-changes.ts";

/** What is asked about the figures that moved. */
export interface MovedRequest {
  readonly previous: Period;
  readonly ledger: LedgerFound | null;
  /** How many are named. */
  readonly most: number;
}

/** Which figures of logs and books moved most? Months and periods that are covered in part are set beside nothing. */
export function movedFigures(
  measured: PeriodFigures,
  rows: readonly Figures[],
  {previous, ledger, most}: MovedRequest,
  words: Translator,
): MovedFigure[] {
  const months = measured.coverage.map(({month}) => month);
  const figures = [...movingFigures(measured, rows, previous), ...(ledger === null ? [] : movingBooks(ledger))];
  const books = ledger?.figures.measures.map((measure) => figuresOf(measure, words)) ?? [];
  return movedMost(figures, months, ledger?.figures.events ?? [], most).map((moved) => {
    const {label, unit} = [...rows, ...books].find(({id}) => id === moved.id)!;
    const settings = settingsApart(measured, measuredPairs(moved, measured, rows, previous));
    const note = settings && words.t("moved-by-other-rules", {settings});
    return {...moved, label, unit, note};
  });
}

/** The months that a move lies between, where both ends were counted here: books have no rules, and those of older reports are not known. */
function measuredPairs(
  {id, fromMonth, toMonth}: MeasuredMove,
  {figures, coverage}: PeriodFigures,
  rows: readonly Figures[],
  previous: Period,
): MonthPair[] {
  const spans = figures.find(({measure}) => measure.id === id)?.spans;
  if (spans === undefined || !rows.some((row) => row.id === id)) return [];
  const months = coverage.map(({month}) => month);
  if (fromMonth === null || toMonth === null) {
    return spans.get(previous.name)?.isReported ? [] : pairsOf(previous.months, months);
  }
  const isReported = [fromMonth, toMonth].some((month) => spans.get(month)?.isReported);
  return isReported ? [] : [{before: fromMonth, month: toMonth}];
}

function movingFigures(measured: PeriodFigures, rows: readonly Figures[], previous: Period): MovingFigure[] {
  const partial = measured.coverage.map(({missingDays}) => missingDays.length > 0);
  const isWhole = !partial.includes(true);
  const wasWhole = measured.coverageOf(previous.months).every(({missingDays}) => missingDays.length === 0);
  return rows.map(({id, label, unit, decimals, values, reported, total}, index) => {
    const before = measured.figures[index]!.spans.get(previous.name);
    const isKnown = before !== undefined && (wasWhole || before.isReported);
    return {
      ...{id, label, unit, decimals},
      values: values.map((value, place) => (partial[place] && !reported[place] ? null : value)),
      total: isWhole || reported.every(Boolean) ? total : null,
      previousTotal: isKnown ? before.value : null,
    };
  });
}

function movingBooks({figures, previous}: LedgerFound): MovingFigure[] {
  const before = new Map(previous.measures.map((measure) => [measure.id, measure]));
  return figures.measures.map((measure) => {
    const {id, label, unit, decimals, values} = measure;
    const [total, previousTotal] = [measure, before.get(id)].map(wholeTotal);
    return {id, label, unit, decimals, values, total: total ?? null, previousTotal: previousTotal ?? null};
  });
}

/** The figure of the period; null where its book has nothing of some of the months. */
function wholeTotal(measure: LedgerMeasure | undefined): LedgerFigures["measures"][number]["total"] {
  return measure === undefined || measure.notes.some(isOfCoverage) ? null : measure.total;
}
