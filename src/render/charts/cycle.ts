import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Table, TableRow} from "../../report/report.ts";
import {formatCell, rowsInOrder} from "../content/table-rows.ts";
import type {Markup} from "../markup/html.ts";
import {shorten} from "../text/wrap.ts";
import {type Bar, drawBars} from "./bars.ts";

/** A table's first column as bars from zero, one a row, in the table's own order: the shape of a day or a week. */
export function drawCycle(table: Table, words: Translator): Markup {
  const rows = drawnRows(table);
  const names = tickNames(rows.map(({label}) => visible(label)));
  const bars = rows.map((row, i): Bar => {
    const value = row.values[0] ?? null;
    return {key: String(i), value, printed: formatCell(row, 0, table, words), kind: "bar", tick: names[i] ?? null};
  });
  return drawBars(bars, {title: table.title, description: describeCycle(table, words)}, words);
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
function tickNames(labels: readonly string[]): (string | null)[] {
  if (labels.length > 8) {
    const every = Math.ceil(labels.length / 4);
    return labels.map((label, i) => (i % every === 0 ? shorten(label, 8) : null));
  }
  const short = labels.map((label) => [...label].slice(0, 3).join(""));
  const isLong = labels.some((label) => label.length > 6);
  return isLong && new Set(short).size === labels.length ? short : labels.map((label) => shorten(label, 8));
}
