import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Report} from "../../report/report.ts";
import {changeInWords, formatChange} from "./change.ts";
import {type ComparedRow, comparedRowsOf} from "./comparison.ts";
import {isCovered} from "./coverage.ts";
import {fullMonth} from "./months.ts";
import {periodBefore} from "./moved-lines.ts";
import {wordsOf} from "./report-words.ts";
import {totalName} from "./totals.ts";
import {formatFigure, formatTotal, formatValue} from "./values.ts";

/** The most figures that are set large. */
export const mostLarge = 4;

/** A figure set large; all text of it is untrusted. */
export interface LargeFigure {
  readonly figures: Figures;
  readonly value: string;
  /** Of when it is: `Jul–Dec`, `December 2005`. */
  readonly of: string;
  /** How it moved; null where nothing is known to set it beside. */
  readonly move: FigureMove | null;
  /** Between what it lay by month, in words; null where its move is told. */
  readonly between: string | null;
}

/** How a figure moved, and from where. */
export interface FigureMove {
  /** `+51.9 %`. */
  readonly change: string;
  /** `up 51.9 percent`. */
  readonly changeWords: string;
  /** What it was before. */
  readonly before: string;
  /** When that was: `December 2004`. */
  readonly beforeOf: string;
}

/**
 * The three or four figures that a reader sees first.
 *
 * All are of the whole period where that can be set beside the one compared with or the one before, else of the last month that can. Where nothing
 * is known of an earlier time, each says between what it lay.
 */
export function largeFigures(report: Report): LargeFigure[] {
  const ways = [wholeAgainstCompared, monthAgainstCompared, wholeAgainstPrevious];
  for (const way of ways) {
    const found = report.measures.flatMap((figures) => way(report, figures) ?? []);
    if (found.length > 0) return found.slice(0, mostLarge);
  }
  return report.measures.flatMap((figures) => withRange(report, figures) ?? []).slice(0, mostLarge);
}

/** The sentence that begins the report: how the first of the large figures moved; null where nothing is known of an earlier time. */
export function leadSentence(report: Report): string | null {
  const [first] = largeFigures(report);
  if (!first?.move) return null;
  const {changeWords, before, beforeOf} = first.move;
  const said = {label: first.figures.label, change: changeWords, before, period: beforeOf, now: first.value};
  return wordsOf(report).t("lead-change", said);
}

/** The sentences of the summary, by where they stand. All text is untrusted. */
export interface OpeningSentences {
  /** Leads with the change, where anything is known of an earlier time, else with what the summary begins with; null where that is empty. */
  readonly lead: string | null;
  /** What was misread or is missing: it stands before every figure. */
  readonly doubts: readonly string[];
  /** What has to be known of the months compared with, where that is what leads. */
  readonly beside: readonly string[];
  /** Stand below the main table. */
  readonly rest: readonly string[];
}

/** How does a report begin, and what is left of its summary for below the main table? */
export function openingSentences(report: Report): OpeningSentences {
  const change = leadSentence(report);
  const {doubts} = report;
  const told = report.summary.filter((sentence) => !doubts.includes(sentence));
  const [lead = null, ...rest] = change === null ? told : [change, ...told];
  return {doubts, lead, beside: change === null ? [] : (report.comparison?.notes ?? []), rest};
}

/** The change of the whole period and what it is compared with, of a report of one month that of the month; null where there is none. */
export function changeOfWhole(
  report: Report,
  figures: Figures,
): {change: string; before: string; label: string} | null {
  const rows = comparedRowsOf(report, figures);
  // Of one month there is no total beside it.
  const wholeOf = (kind: ComparedRow["kind"]) => {
    const row = rows.find((one) => one.kind === kind);
    const cell = row?.total ?? (report.columns.length === 1 ? row?.cells[0] : null);
    return row === undefined || !cell ? null : {label: row.label, text: cell.text};
  };
  const [change, then] = [wholeOf("change"), wholeOf("then")];
  return change && then && change.text !== "–" ? {change: change.text, before: then.text, label: then.label} : null;
}

/** What the value of the whole period is of: its months as they head its column, or the one month. */
export function nameOfWhole({columns}: Pick<Report, "columns">, words: Translator): string {
  const periods = columns.map(({period}) => period);
  return periods.length === 1 ? fullMonth(periods[0]!, words) : totalName(periods, words);
}

type Way = (report: Report, figures: Figures) => LargeFigure | null;

const wholeAgainstCompared: Way = (report, figures) => {
  const {columns, comparison} = report;
  const then = comparison?.measures.find(({id}) => id === figures.id);
  // Of one month no whole is told.
  const changePercent = then?.totalChangePercent ?? (columns.length === 1 ? then?.changePercent[0] : null) ?? null;
  const found = changeOfWhole(report, figures);
  if (!comparison || changePercent === null || found === null || !columns.every(isCovered)) return null;
  const words = wordsOf(report);
  const beforeOf =
    columns.length === 1 ? fullMonth(comparison.columns[0]!, words) : words.periodWithin(comparison.period);
  const move = {change: found.change, changeWords: changeInWords(changePercent, words), before: found.before, beforeOf};
  return {figures, value: wholeValue(report, figures), of: nameOfWhole(report, words), move, between: null};
};

const monthAgainstCompared: Way = (report, figures) => {
  const {columns, comparison} = report;
  const then = comparison?.measures.find(({id}) => id === figures.id);
  // A month that the logs cover in part cannot be set beside a whole one.
  const last = columns.findLastIndex((column) => isCovered(column));
  const changePercent = then?.changePercent[last] ?? null;
  if (!comparison || !then || changePercent === null) return null;
  const words = wordsOf(report);
  const move = {
    change: formatChange(changePercent, words),
    changeWords: changeInWords(changePercent, words),
    before: formatFigure({...figures, values: then.values}, last, words),
    beforeOf: fullMonth(comparison.columns[last]!, words),
  };
  const of = fullMonth(columns[last]!.period, words);
  return {figures, value: formatFigure(figures, last, words), of, move, between: null};
};

const wholeAgainstPrevious: Way = (report, figures) => {
  const moved = report.moved.find(({id, fromMonth, note}) => id === figures.id && fromMonth === null && note === null);
  if (moved === undefined) return null;
  const words = wordsOf(report);
  const move = {
    change: formatChange(moved.changePercent, words),
    changeWords: changeInWords(moved.changePercent, words),
    before: formatValue(moved.from, figures, words),
    beforeOf: periodBefore(report, words),
  };
  return {figures, value: formatValue(moved.to, figures, words), of: nameOfWhole(report, words), move, between: null};
};

/** The value of the whole period, else of the last month with one, and the least and the greatest by month. */
const withRange: Way = (report, figures) => {
  const words = wordsOf(report);
  const present = figures.values.filter((value) => value !== null);
  const last = figures.values.findLastIndex((value) => value !== null);
  if (figures.total === null && last < 0) return null;
  const between =
    present.length < 2
      ? null
      : words.t("large-between", {
          least: formatValue(Math.min(...present), figures, words),
          most: formatValue(Math.max(...present), figures, words),
        });
  if (figures.total !== null)
    return {figures, value: formatTotal(figures, words), of: nameOfWhole(report, words), move: null, between};
  return {
    figures,
    value: formatFigure(figures, last, words),
    of: fullMonth(report.columns[last]!.period, words),
    move: null,
    between,
  };
};

function wholeValue({columns, ...report}: Report, figures: Figures): string {
  const words = wordsOf(report);
  return columns.length === 1 ? formatFigure(figures, 0, words) : formatTotal(figures, words);
}
