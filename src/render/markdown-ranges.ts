import type {Report} from "../report/report.ts";
import {bullets, escapeMarkdown, escapeStart, markdownTable} from "./markdown-text.ts";
import {rangeRows, rangesTitle} from "./range-rows.ts";

/** How far the figures would move: the sentences, and what each alternative would give. */
export function rangeBlocks(report: Report): string[] {
  const {ranges} = report;
  if (!ranges) return [];
  const rows = rangeRows(report);
  const head = ["Figure", "As reported", ...ranges.alternatives.map(({label}) => escapeMarkdown(label))];
  const cells = rows.map(({label, value, alternatives}) => [escapeMarkdown(label), value, ...alternatives]);
  return [`## ${rangesTitle}`, bullets(ranges.sentences.map(escapeStart)), markdownTable(head, cells)];
}
