import type {Report} from "../report/report.ts";
import {bullets, escapeMarkdown, escapeStart, markdownTable} from "./markdown-text.ts";
import {rangeRows} from "./range-rows.ts";
import {wordsOf} from "./report-words.ts";

/** How far the figures would move: the sentences, and what each alternative would give. */
export function rangeBlocks(report: Report): string[] {
  const {ranges} = report;
  if (!ranges) return [];
  const words = wordsOf(report);
  const rows = rangeRows(report);
  const head = [
    words.say("head-figure"),
    words.say("head-as-reported"),
    ...ranges.alternatives.map(({label}) => escapeMarkdown(label)),
  ];
  const cells = rows.map(({label, value, alternatives}) => [escapeMarkdown(label), value, ...alternatives]);
  return [
    `## ${escapeMarkdown(words.say("section.ranges"))}`,
    bullets(ranges.sentences.map(escapeStart)),
    markdownTable(head, cells),
  ];
}
