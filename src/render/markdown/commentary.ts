import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import {proseBlocks} from "../../report/commentary/markdown.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";

/** The publisher's own words as blocks of Markdown, with their heading; none where there are none. */
export function commentaryBlocks(report: Report): string[] {
  const {commentary} = report;
  if (commentary === null) return [];
  const {title, by, date} = commentary;
  const words = wordsOf(report);
  const byline = escapeStart(words.t("by-and-date", {by, date: words.day(date)}));
  return [`## ${escapeMarkdown(title ?? words.t("section.commentary"))}`, byline, ...proseBlocks(commentary.blocks)];
}
