import {capitalOf, type Translator} from "../../base/words/translator.ts";
import type {ComparedFigures, Comparison, Figures, Index, IndexedFigures, Report} from "../../report/report.ts";
import {changeInWords, formatChange} from "./change.ts";
import {isReported} from "./marks.ts";
import {crossYears, shortMonth, yearOf} from "./months.ts";
import {wordsOf} from "./report-words.ts";
import {formatValue, type Print} from "./values.ts";

/** A cell of the comparison, ready to be printed. */
export interface ComparedCell {
  readonly text: string;
  /** Where the text is a sign, what it says; where it is a dash, why. */
  readonly words: string | null;
  readonly isReported: boolean;
}

/** A row of a block of the comparison. */
export interface ComparedRow {
  readonly kind: "now" | "then" | "change" | "index";
  readonly label: string;
  /** The label where there is little room: `2005-H1` for "First half of 2005". */
  readonly short: string;
  /** In step with the report's columns. */
  readonly cells: readonly ComparedCell[];
  /** Of the whole period; null where the row has none. */
  readonly total: ComparedCell | null;
}

/** One measure in the comparison: its months, those compared with, the change, the index. */
export interface ComparedBlock {
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

/**
 * The comparison as it is printed, a block a measure; only the index where nothing is compared with.
 *
 * Rows of dashes are not printed: the sentences below say what there is nothing to set beside, and why.
 */
export function comparedBlocks(report: Report): ComparedBlock[] {
  const blocks = report.measures.map((figures) => ({label: figures.label, rows: comparedRowsOf(report, figures)}));
  return blocks.filter(({rows}) => rows.length > 0);
}

/** The rows of one measure; none where there is nothing to set beside it. */
export function comparedRowsOf(report: Report, figures: Figures): ComparedRow[] {
  return [...comparedRows(report, figures), ...indexRows(report, figures)];
}

function comparedRows(report: Report, figures: Figures): ComparedRow[] {
  const {columns, comparison} = report;
  const words = wordsOf(report);
  const then = comparison?.measures.find(({id}) => id === figures.id);
  if (!comparison || !then || [...then.values, then.total].every((value) => value === null)) return [];
  const row = (kind: "now" | "then", of: Named, one: Figures | ComparedFigures): ComparedRow => ({
    kind,
    ...of,
    cells: columns.map((_, i) => ({
      ...valueCell(one.values[i] ?? null, figures, one.reasons[i] ?? null, words),
      isReported: isReported(one, i),
    })),
    total: valueCell(one.total, figures, one.totalReason, words),
  });
  const [now, before] = namePeriods(report, comparison);
  return [
    row("now", now, figures),
    row("then", before, then),
    {
      kind: "change",
      label: words.t("change"),
      short: words.t("change"),
      cells: columns.map((_, i) =>
        changeCell(then.changePercent[i] ?? null, changeReason(figures, then, i, words), words),
      ),
      total: changeCell(
        then.totalChangePercent,
        figures.totalReason ?? then.totalReason ?? words.t("no-percentage-of-zero"),
        words,
      ),
    },
  ];
}

type Named = Pick<ComparedRow, "label" | "short">;

/** The two periods as their rows are called: by the year where it says which is which, else by what they are. */
function namePeriods(report: Report, then: Comparison): [now: Named, then: Named] {
  const {columns, title, period} = report;
  const {language} = wordsOf(report);
  const periods = columns.map((column) => column.period);
  if (!namesYears(periods, then.columns)) {
    return [
      {label: capitalOf(title, language), short: period},
      {label: capitalOf(then.title, language), short: then.period},
    ];
  }
  const [now, before] = [yearOf(periods[0] ?? ""), yearOf(then.columns[0] ?? "")];
  return [
    {label: now, short: now},
    {label: before, short: before},
  ];
}

/** Why is there no change in a column? In words; meant where there is none. */
export function changeReason(now: Figures, then: ComparedFigures, column: number, words: Translator): string {
  // Both values may be known: nothing is no base for a percentage.
  return now.reasons[column] ?? then.reasons[column] ?? words.t("no-percentage-of-zero");
}

function indexRows(report: Report, {id}: Figures): ComparedRow[] {
  const {columns, index} = report;
  const words = wordsOf(report);
  const indexed = index?.measures.find((one) => one.id === id);
  if (!index || !indexed || indexed.values.every((value) => value === null)) return [];
  const cells = columns.map((_, i) => indexCell(indexed, i, index.value, words));
  const short = baseTold(index, words);
  return [{kind: "index", label: words.t("index-with-base", {base: short}), short, cells, total: null}];
}

function indexCell({values, reasons}: IndexedFigures, column: number, base: number, words: Translator): ComparedCell {
  // Three digits tell enough: none after the point where the base is 100.
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(base))));
  return valueCell(values[column] ?? null, {decimals}, reasons[column] ?? null, words);
}

function valueCell(value: number | null, print: Print, reason: string | null, words: Translator): ComparedCell {
  const why = value === null ? (reason ?? words.t("not-recorded")) : null;
  return {text: formatValue(value, print, words), words: why, isReported: false};
}

function changeCell(changePercent: number | null, reason: string, words: Translator): ComparedCell {
  if (changePercent === null) return {text: "–", words: reason, isReported: false};
  return {text: formatChange(changePercent, words), words: changeInWords(changePercent, words), isReported: false};
}

/** Are the same months of two years compared, so that a year says which is which? */
function namesYears(now: readonly string[], then: readonly string[]): boolean {
  const isSame = now.every((period, i) => period.slice(4) === then[i]?.slice(4));
  return !crossYears(now) && !crossYears(then) && isSame;
}

/** The months compared with, where the heads over the report's own do not tell them; else null. */
export function comparedMonths(report: Report): {month: string; year: string}[] | null {
  const {columns, comparison} = report;
  const words = wordsOf(report);
  const periods = columns.map(({period}) => period);
  if (!comparison || namesYears(periods, comparison.columns)) return null;
  const withYear = crossYears([...periods, ...comparison.columns]);
  return comparison.columns.map((period) => ({month: shortMonth(period, words), year: withYear ? yearOf(period) : ""}));
}

/** What heads the comparison: what is set against what. Null where there is neither comparison nor index. */
export function comparisonTitle(report: Report): string | null {
  const {comparison, index} = report;
  const words = wordsOf(report);
  if (comparison) return words.t("compared-with-period", {period: comparison.title});
  return index && words.t("index-of-base", {base: baseTold(index, words)});
}

/** What the index starts from, and what that is set to: `2001-08 = 100`. */
export function baseTold({base, value}: Index, words: Translator): string {
  return words.t("base-is", {base: words.key(base), value: String(value)});
}
