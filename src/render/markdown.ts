import {formatNumber, formatPercent} from "../base/number.ts";
import {plural} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import {commentaryBlocks} from "./markdown-commentary.ts";
import {comparisonBlocks} from "./markdown-comparison.ts";
import {figuresBlocks} from "./markdown-figures.ts";
import {ledgerBlocks, movedBlocks} from "./markdown-ledger.ts";
import {rangeBlocks} from "./markdown-ranges.ts";
import {tableBlocks} from "./markdown-tables.ts";
import {bullets, escapeMarkdown, escapeStart, markdownTable, monthHeads} from "./markdown-text.ts";
import {accountRows, accountSentence, linesSentence} from "./verdicts.ts";

/**
 * The report as GitHub-flavoured Markdown.
 *
 * Notes are raised numbers in the text, not footnote syntax, so that they read the same where that is not understood.
 * Everything from the report is escaped: it cannot become markup, HTML or a link.
 */
export function renderMarkdown(report: Report): string {
  const blocks = [
    `# ${escapeMarkdown(report.publication)}: readership, ${escapeMarkdown(report.title)}`,
    `${escapeStart(report.date)}. Months in ${escapeMarkdown(report.timeZone)}.`,
    escapeStart(report.summary.join(" ")),
    ...movedBlocks(report),
    ...figuresBlocks(report),
    ...comparisonBlocks(report),
    ...tableBlocks(report),
    ...rangeBlocks(report),
    ...ledgerBlocks(report),
    ...commentaryBlocks(report),
    "## Where every request went",
    accountTable(report),
    escapeMarkdown(accountSentence(report.account, ": the verdicts of each month add up to its requests.")),
    "## What the figures mean",
    bullets(
      [...report.measures, ...(report.ledger?.measures ?? [])].map(
        ({label, unit, definition}) =>
          `**${escapeMarkdown(label)}** (${escapeMarkdown(unit)}): ${escapeMarkdown(definition)}`,
      ),
    ),
    "## What holds for every report made from logs",
    bullets(report.standing.map(escapeStart)),
    "## Where the figures come from",
    ...provenance(report),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function accountTable({account}: Report): string {
  const {verdicts, all} = accountRows(account);
  const rows = [...verdicts, all].map(({label, requests, total, shareRatio}) => [
    escapeMarkdown(label),
    ...[...requests, total].map((count) => formatNumber(count)),
    shareRatio === null ? "–" : escapeMarkdown(formatPercent(shareRatio)),
  ]);
  return markdownTable(["Verdict", ...monthHeads(account.map(({period}) => period)), "Total", "Share"], rows);
}

function provenance(report: Report): string[] {
  const {name, sha256, robotLists} = report.methodology;
  const rows = report.inputs.map((input) => [
    escapeMarkdown(input.name),
    ...[input.lines, input.requests, input.quarantined, input.ignored].map((count) => formatNumber(count)),
    escapeMarkdown(input.sha256),
  ]);
  const lists = robotLists.map((list) => `${escapeMarkdown(list.name)} ${escapeMarkdown(list.version)}`).join(", ");
  return [
    escapeMarkdown(linesSentence(report)),
    markdownTable(["Log", "Lines", "Requests", "Could not be read", "No request", "SHA-256"], rows),
    `Methodology ${escapeMarkdown(name)}, SHA-256 ${escapeMarkdown(sha256)}. ${lists === "" ? "No robot lists" : `Robot lists: ${lists}`}.`,
    `Made by Broadsheet ${escapeMarkdown(report.broadsheet)} from ${plural(report.inputs.length, "log", "logs")}.`,
  ];
}
