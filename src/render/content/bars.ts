import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Column, Figures, Table, TableRow} from "../../report/report.ts";
import {shorten} from "../text/wrap.ts";
import {isCovered} from "./coverage.ts";
import {isReported} from "./marks.ts";
import {crossYears, shortMonth, yearOf} from "./months.ts";
import {formatCell, rowsInOrder} from "./table-rows.ts";
import {formatFigure} from "./values.ts";

/** The most bars on which each figure still has room; with more, a scale stands at the left. */
const mostLabelled = 7;

/** One bar of a chart. */
export interface Bar {
  /** Tells it from the others; never printed. */
  readonly key: string;
  readonly value: number | null;
  /** The value as printed, or what stands where there is none. */
  readonly printed: string;
  /** How it is drawn: filled; lighter, for a month in part; in outline, for what was not measured. */
  readonly kind: "bar" | "part" | "told";
  /** Its name below it; null where there is no room for one. */
  readonly tick: string | null;
}

/** Is there too little room for the figure of each bar, so that a scale stands beside them? */
export function hasScale(bars: readonly Bar[]): boolean {
  return bars.length > mostLabelled;
}

/** The bars whose figure is printed: all of them, or the highest where there is a scale. */
export function labelledBars(bars: readonly Bar[]): Bar[] {
  const present = bars.filter(({value}) => value !== null);
  if (!hasScale(bars)) return present;
  const highest = Math.max(...present.map(({value}) => value!));
  return present.filter(({value}) => value === highest).slice(0, 1);
}

/** The last bar with a figure, and the highest where that is not right beside it. */
export function endBars(bars: readonly Bar[]): Bar[] {
  const last = bars.findLastIndex(({value}) => value !== null);
  if (last < 0) return [];
  const most = Math.max(...bars.map(({value}) => value ?? 0));
  const highest = bars.findIndex(({value}) => value === most);
  return highest < 0 || Math.abs(last - highest) < 2 ? [bars[last]!] : [bars[highest]!, bars[last]!];
}

/**
 * One measure as bars, one a month.
 *
 * A month that the logs cover in part is a lighter bar with a broken outline; a value that an older report gave is an
 * outline alone, since it was not measured.
 */
export function monthBars(figures: Figures, columns: readonly Column[], words: Translator): Bar[] {
  const names = monthTicks(
    columns.map(({period}) => period),
    words,
  );
  return columns.map((column, i): Bar => {
    const kind = isReported(figures, i) ? "told" : isCovered(column) ? "bar" : "part";
    const value = figures.values[i] ?? null;
    return {key: column.period, value, printed: formatFigure(figures, i, words), kind, tick: names[i] ?? null};
  });
}

/** The names below the bars: every month up to eight, then one in three or twelve; the year where it changes. */
function monthTicks(periods: readonly string[], words: Translator): (string | null)[] {
  const every = periods.length <= 8 ? 1 : periods.length <= 24 ? 3 : 12;
  return periods.map((period, i) => {
    if (i % every !== 0) return null;
    const isNewYear = crossYears(periods) && (i === 0 || yearOf(periods[i - every]!) !== yearOf(period));
    const month = shortMonth(period, words);
    return isNewYear ? `${month}\n${yearOf(period)}` : month;
  });
}

/** A table's first column as bars, one a row, in the table's own order: the shape of a day or a week. */
export function cycleBars(table: Table, words: Translator): Bar[] {
  const rows = drawnRows(table);
  const names = cycleTicks(rows.map(({label}) => visible(label)));
  return rows.map((row, i): Bar => {
    const value = row.values[0] ?? null;
    return {key: String(i), value, printed: formatCell(row, 0, table, words), kind: "bar", tick: names[i] ?? null};
  });
}

/**
 * What does the chart of a cycle show? For a reader who cannot see it. Untrusted text.
 *
 * `Hours of the day, Documents: lowest 310 (04:00), highest 9,812 (20:00).`
 */
export function describeCycle(table: Table, words: Translator): string {
  const present = drawnRows(table).filter(({values: [value]}) => (value ?? null) !== null);
  const heading = words.series([table.title, table.columns[0]?.label ?? ""].filter((part) => part !== ""));
  if (present.length === 0) return words.t("chart-without-figures", {heading});
  const say = (row: TableRow) => words.t("in-brackets", {text: formatCell(row, 0, table, words), more: row.label});
  // Sorting is stable: of equal figures the earlier is named, both ways.
  const lowest = present.toSorted((a, b) => a.values[0]! - b.values[0]!)[0]!;
  const highest = present.toSorted((a, b) => b.values[0]! - a.values[0]!)[0]!;
  return words.t("chart-cycle", {heading, lowest: say(lowest), highest: say(highest)});
}

/** What is known of no hour or day has no place in the cycle. */
function drawnRows(table: Table): TableRow[] {
  return rowsInOrder(table).filter(({kind}) => kind === "item");
}

/** The names below the bars: all of a week's, shortened where three letters tell them; else about every fourth part. */
function cycleTicks(labels: readonly string[]): (string | null)[] {
  if (labels.length > 8) {
    const every = Math.ceil(labels.length / 4);
    return labels.map((label, i) => (i % every === 0 ? shorten(label, 8) : null));
  }
  const short = labels.map((label) => [...label].slice(0, 3).join(""));
  const isLong = labels.some((label) => label.length > 6);
  return isLong && new Set(short).size === labels.length ? short : labels.map((label) => shorten(label, 8));
}
