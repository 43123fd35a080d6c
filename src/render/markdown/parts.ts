import type {Translator} from "../../base/words/translator.ts";
import {escapeMarkdown} from "../../report/commentary/escape-markdown.ts";
import {reportedMark} from "../content/marks.ts";
import {crossYears, monthAndYear, shortMonth} from "../content/months.ts";
import {widthOf} from "../text/wrap.ts";

/** What the mark of a reported value means. */
export function reportedLine(words: Translator): string {
  return words.t("label-and-text", {label: reportedMark, text: escapeMarkdown(words.t("reported-means"))});
}

/** The most dashes of a column, and how many there are for the room between two. */
const [mostDashes, betweenDashes] = [44, 3];

/**
 * A table of cells that are escaped already: text at the left, figures at the right.
 *
 * Under each head are as many dashes as its column is wide: pandoc shares the width of the page by them where a row is longer than a line.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [0],
): string {
  const rule = head.map((_, i) => {
    const widest = Math.max(...[head, ...rows].map((cells) => shownWidth(cells[i] ?? "")));
    const dashes = "-".repeat(Math.min(mostDashes, widest + betweenDashes));
    return texts.includes(i) ? dashes : `${dashes}:`;
  });
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function shownWidth(cell: string): number {
  return widthOf(cell.replace(/\*\*|\\(?=[^\w\s])/g, ""));
}

/** A list of items that are escaped already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** The months as they head columns, with the year where there are several. */
export function monthHeads(periods: readonly string[], words: Translator): string[] {
  const withYear = crossYears(periods);
  return periods.map((period) => escapeMarkdown(withYear ? monthAndYear(period, words) : shortMonth(period, words)));
}
