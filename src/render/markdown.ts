import {formatNumber, formatPercent} from "../base/number.ts";
import {plural, superscript, visible} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import {formatCoverage, formatFigure} from "./figures.ts";
import {gapSentences, isCovered} from "./gaps.ts";
import {crossYears, shortMonth, yearOf} from "./months.ts";
import {marksOf, notesByMark} from "./notes.ts";
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
    figuresTable(report),
    ...notesByMark(report).map(({mark, text}) => `${superscript(mark)} ${escapeMarkdown(text)}`),
    ...gapSentences(report).map((text) => `– ${escapeMarkdown(text)}`),
    "## Where every request went",
    accountTable(report),
    escapeMarkdown(accountSentence(report.account, ": the verdicts of each month add up to its requests.")),
    "## What the figures mean",
    bullets(
      report.measures.map(
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
function escapeStart(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function monthNames(periods: readonly string[]): string[] {
  const withYear = crossYears(periods);
  return periods.map((period) =>
    escapeMarkdown(withYear ? `${shortMonth(period)} ${yearOf(period)}` : shortMonth(period)),
  );
}

function figuresTable({columns, measures, notes}: Report): string {
  const days = ["Days covered", ...columns.map((column) => formatCoverage(column))];
  const rows = measures.map((figures) => {
    const label = [escapeMarkdown(figures.label), ...marksOf(figures, notes).map(superscript)].join(" ");
    return [label, ...columns.map((_, i) => formatFigure(figures, i))];
  });
  const head = ["Figure", ...monthNames(columns.map(({period}) => period))];
  return table(head, columns.every(isCovered) ? rows : [days, ...rows]);
}

function accountTable({account}: Report): string {
  const {verdicts, all} = accountRows(account);
  const rows = [...verdicts, all].map(({label, requests, total, shareRatio}) => [
    escapeMarkdown(label),
    ...[...requests, total].map((count) => formatNumber(count)),
    shareRatio === null ? "–" : formatPercent(shareRatio),
  ]);
  return table(["Verdict", ...monthNames(account.map(({period}) => period)), "Total", "Share"], rows);
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
    table(["Log", "Lines", "Requests", "Could not be read", "No request", "SHA-256"], rows),
    `Methodology ${escapeMarkdown(name)}, SHA-256 ${escapeMarkdown(sha256)}. ${lists === "" ? "No robot lists" : `Robot lists: ${lists}`}.`,
    `Made by Broadsheet ${escapeMarkdown(report.broadsheet)} from ${plural(report.inputs.length, "log", "logs")}.`,
  ];
}
