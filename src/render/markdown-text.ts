import {visible} from "../base/text.ts";
import type {Words} from "../base/words/words.ts";
import {crossYears, monthAndYear, shortMonth} from "./months.ts";
import {reportedMark} from "./reported.ts";

/** What the mark of a reported value means. */
export function reportedLine(words: Words): string {
  return words.say("label-and-text", {label: reportedMark, text: escapeMarkdown(words.say("reported-means"))});
}

/**
 * Text in which no character is markup, for anywhere in a line of Markdown but its start.
 *
 * Colons before slashes and dots after `www` are escaped because GitHub makes links of bare addresses.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&#$@]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}

/** Text for the start of a line, where a dash or a number with a full stop would begin a list. */
export function escapeStart(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** A table of cells that are escaped already: text at the left, figures at the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [0],
): string {
  const rule = head.map((_, i) => (texts.includes(i) ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A list of items that are escaped already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** The months as they head columns, with the year where there are several. */
export function monthHeads(periods: readonly string[], words: Words): string[] {
  const withYear = crossYears(periods);
  return periods.map((period) => escapeMarkdown(withYear ? monthAndYear(period, words) : shortMonth(period, words)));
}
