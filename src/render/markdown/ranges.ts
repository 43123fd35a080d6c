import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {rangeRows} from "../content/range-rows.ts";
import {wordsOf} from "../content/report-words.ts";
import {bullets, markdownTable} from "./parts.ts";

/** How far the figures would move: the sentences, and what each alternative would give. */
export function rangeBlocks(report: Report): string[] {
  const {ranges} = report;
  if (!ranges) return [];
  const words = wordsOf(report);
  const rows = rangeRows(report);
  const head = [
    words.t("head-figure"),
    words.t("head-as-reported"),
    ...ranges.alternatives.map(({label}) => escapeMarkdown(label)),
  ];
  const cells = rows.map(({label, value, alternatives}) => [escapeMarkdown(label), value, ...alternatives]);
  return [
    `## ${escapeMarkdown(words.t("section.ranges"))}`,
    bullets(ranges.sentences.map(escapeStart)),
    markdownTable(head, cells),
  ];
}
