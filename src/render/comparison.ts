import type {ComparedFigures, Comparison, Figures, IndexedFigures, Report} from "../report/report.ts";
import {changeInWords, formatChange} from "./change.ts";
import {formatValue} from "./figures.ts";
import {crossYears, shortMonth, yearOf} from "./months.ts";
import {isReported} from "./reported.ts";

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
  const blocks = report.measures.map((figures) => ({
    label: figures.label,
    rows: [...comparedRows(report, figures), ...indexRows(report, figures)],
  }));
  return blocks.filter(({rows}) => rows.length > 0);
}

function comparedRows(report: Report, figures: Figures): ComparedRow[] {
  const {columns, comparison} = report;
  const then = comparison?.measures.find(({id}) => id === figures.id);
  if (!comparison || !then || [...then.values, then.total].every((value) => value === null)) return [];
  const row = (kind: "now" | "then", of: Named, one: Figures | ComparedFigures): ComparedRow => ({
    kind,
    ...of,
    cells: columns.map((_, i) => ({
      ...valueCell(one.values[i] ?? null, figures, one.reasons[i] ?? null),
      isReported: isReported(one, i),
    })),
    total: valueCell(one.total, figures, one.totalReason),
  });
  const [now, before] = namePeriods(report, comparison);
  return [
    row("now", now, figures),
    row("then", before, then),
    {
      kind: "change",
      label: "Change",
      short: "Change",
      cells: columns.map((_, i) => changeCell(then.changePercent[i] ?? null, changeReason(figures, then, i))),
      total: changeCell(then.totalChangePercent, figures.totalReason ?? then.totalReason ?? fromNone),
    },
  ];
}

type Named = Pick<ComparedRow, "label" | "short">;

/** The two periods as their rows are called: by the year where it says which is which, else by what they are. */
function namePeriods({columns, title, period}: Report, then: Comparison): [now: Named, then: Named] {
  const periods = columns.map((column) => column.period);
  if (!namesYears(periods, then.columns)) {
    return [
      {label: capital(title), short: period},
      {label: capital(then.title), short: then.period},
    ];
  }
  const [now, before] = [yearOf(periods[0] ?? ""), yearOf(then.columns[0] ?? "")];
  return [
    {label: now, short: now},
    {label: before, short: before},
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a change cannot be told though both values are known: nothing is no base for a percentage. */
const fromNone = "there is no percentage of 0";

/** Why is there no change in a column? In words; meant where there is none. */
export function changeReason(now: Figures, then: ComparedFigures, column: number): string {
  return now.reasons[column] ?? then.reasons[column] ?? fromNone;
}

function indexRows({columns, index}: Report, {id}: Figures): ComparedRow[] {
  const indexed = index?.measures.find((one) => one.id === id);
  if (!index || !indexed || indexed.values.every((value) => value === null)) return [];
  const cells = columns.map((_, i) => indexCell(indexed, i, index.value));
  const short = `${index.base} = ${index.value}`;
  return [{kind: "index", label: `Index (${short})`, short, cells, total: null}];
}

function indexCell({values, reasons}: IndexedFigures, column: number, base: number): ComparedCell {
  // Three digits tell enough: none after the point where the base is 100.
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(base))));
  return valueCell(values[column] ?? null, {unit: "", decimals}, reasons[column] ?? null);
}

function valueCell(
  value: number | null,
  print: Pick<Figures, "unit" | "decimals">,
  reason: string | null,
): ComparedCell {
  const words = value === null ? (reason ?? "not recorded") : null;
  return {text: formatValue(value, print), words, isReported: false};
}

function changeCell(changePercent: number | null, reason: string): ComparedCell {
  if (changePercent === null) return {text: "–", words: reason, isReported: false};
  return {text: formatChange(changePercent), words: changeInWords(changePercent), isReported: false};
}

/** Are the same months of two years compared, so that a year says which is which? */
function namesYears(now: readonly string[], then: readonly string[]): boolean {
  return (
    !crossYears(now) && !crossYears(then) && now.every((period, i) => shortMonth(period) === shortMonth(then[i] ?? ""))
  );
}

/** The months compared with, where the heads over the report's own do not tell them; else null. */
export function comparedMonths({columns, comparison}: Report): {month: string; year: string}[] | null {
  const periods = columns.map(({period}) => period);
  if (!comparison || namesYears(periods, comparison.columns)) return null;
  const withYear = crossYears([...periods, ...comparison.columns]);
  return comparison.columns.map((period) => ({month: shortMonth(period), year: withYear ? yearOf(period) : ""}));
}

/** What heads the comparison: what is set against what. Null where there is neither comparison nor index. */
export function comparisonTitle({comparison, index}: Report): string | null {
  if (comparison) return `Compared with ${comparison.title}`;
  return index ? `Index, ${index.base} = ${index.value}` : null;
}
