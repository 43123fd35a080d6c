import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {largeFigures, openingSentences} from "../content/large-figures.ts";
import {wordsOf} from "../content/report-words.ts";
import {markdownTable} from "./parts.ts";

/** What stands above the main table: the figures that a page sets large, each with its change, and the sentence that leads. */
export function openingBlocks(report: Report): string[] {
  const words = wordsOf(report);
  const {doubts, lead, beside} = openingSentences(report);
  const moved = largeFigures(report).filter(({move}) => move !== null);
  const row = moved.map(({figures}) => escapeMarkdown(figures.label));
  const changes = moved.map(({move}) => {
    const before = words.t("label-and-text", {label: move!.beforeOf, text: move!.before});
    return `**${escapeMarkdown(move!.change)}** ${escapeMarkdown(before)}`;
  });
  const table = markdownTable(
    row,
    [moved.map(({value}) => `**${escapeMarkdown(value)}**`), moved.map(({of}) => escapeMarkdown(of)), changes],
    row.map((_, i) => i),
  );
  return [
    escapeStart(words.sentences(doubts)),
    ...(moved.length === 0 ? [] : [table]),
    escapeStart(lead ?? ""),
    escapeStart(words.sentences(beside)),
  ];
}

/** The sentences of the summary that do not lead. */
export function summaryBelow(report: Report): string {
  return escapeStart(wordsOf(report).sentences(openingSentences(report).rest));
}
