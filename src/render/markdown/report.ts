import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {Report} from "../../report/report.ts";
import {accountRows, accountSentence, linesSentence} from "../content/account.ts";
import {headlineOf} from "../content/headline.ts";
import {partsInOrder} from "../content/order.ts";
import {wordsOf} from "../content/report-words.ts";
import {commentaryBlocks} from "./commentary.ts";
import {comparisonBlocks} from "./comparison.ts";
import {figuresBlocks} from "./figures.ts";
import {ledgerBlocks, movedBlocks} from "./ledger.ts";
import {openingBlocks, summaryBelow} from "./opening.ts";
import {bullets, markdownTable, monthHeads} from "./parts.ts";
import {rangeBlocks} from "./ranges.ts";
import {tableBlocks} from "./tables.ts";

/**
 * The report as GitHub-flavoured Markdown.
 *
 * Notes are raised numbers in the text, not footnote syntax, so that they read the same where that is not understood.
 * Everything from the report is escaped: it cannot become markup, HTML or a link.
 */
export function renderMarkdown(report: Report): string {
  const words = wordsOf(report);
  const {date, timeZone} = report;
  const blocks = [
    `# ${escapeMarkdown(headlineOf(report, "title-of-page"))}`,
    escapeStart(words.t("byline-short", {date: words.day(date), zone: timeZone})),
    ...partsInOrder({
      opening: openingBlocks(report),
      figures: [...figuresBlocks(report), summaryBelow(report)],
      moved: movedBlocks(report),
      comparison: comparisonBlocks(report),
      tables: tableBlocks(report),
      ranges: rangeBlocks(report),
      ledger: ledgerBlocks(report),
      commentary: commentaryBlocks(report),
      account: accountBlocks(report),
      meanings: meaningBlocks(report),
      standing: standingBlocks(report),
      provenance: [`## ${escapeMarkdown(words.t("section.provenance"))}`, ...provenance(report)],
    }),
  ];
  // GitHub takes the direction of a page from its own language.
  const [open, close] = words.language.direction === "rtl" ? ['<div dir="rtl">', "</div>"] : ["", ""];
  return `${[open, ...blocks, close].filter((block) => block !== "").join("\n\n")}\n`;
}

/** What the figures mean. */
function meaningBlocks({measures, ledger, ...report}: Report): string[] {
  const words = wordsOf(report);
  return [
    `## ${escapeMarkdown(words.t("section.meanings"))}`,
    bullets(
      [...measures, ...(ledger?.measures ?? [])].map(({label, unit, definition}) => {
        const named = words.t("in-brackets", {
          text: `**${escapeMarkdown(label)}**`,
          more: escapeMarkdown(words.unit(unit)),
        });
        return words.t("label-and-text", {label: named, text: escapeMarkdown(definition)});
      }),
    ),
  ];
}

/** What logs cannot tell. */
function standingBlocks({standing, ...report}: Report): string[] {
  if (standing.length === 0) return [];
  return [`## ${escapeMarkdown(wordsOf(report).t("section.standing"))}`, bullets(standing.map(escapeStart))];
}

/** Where every request went; nothing where no log was read. */
function accountBlocks(report: Report): string[] {
  const words = wordsOf(report);
  if (report.account.length === 0) return [];
  return [
    `## ${escapeMarkdown(words.t("section.account"))}`,
    accountTable(report),
    escapeMarkdown(accountSentence(report, words.t("accounted-for-by-month"))),
  ];
}

function accountTable(report: Report): string {
  const {account} = report;
  const words = wordsOf(report);
  const {verdicts, all} = accountRows(report);
  const rows = [...verdicts, all].map(({label, requests, total, shareRatio}) => [
    escapeMarkdown(label),
    ...[...requests, total].map((count) => words.number(count)),
    shareRatio === null ? "–" : escapeMarkdown(words.share(shareRatio)),
  ]);
  const months = monthHeads(
    account.map(({period}) => period),
    words,
  );
  return markdownTable([words.t("head-verdict"), ...months, words.t("head-total"), words.t("head-share")], rows);
}

const heads = ["head-log", "head-lines", "head-requests", "head-unread", "head-no-request"] as const;

function provenance(report: Report): string[] {
  const words = wordsOf(report);
  const {name, sha256, robotLists} = report.methodology;
  const rows = report.inputs.map((input) => [
    escapeMarkdown(input.name),
    ...[input.lines, input.requests, input.quarantined, input.ignored].map((count) => words.number(count)),
    escapeMarkdown(input.sha256),
  ]);
  const lists = words.series(robotLists.map((list) => `${list.name} ${list.version}`));
  const methodology = words.sentences([
    words.t("methodology-is", {name, hash: sha256}),
    lists === "" ? words.t("no-robot-lists") : words.t("robot-lists-are", {lists}),
  ]);
  return [
    escapeMarkdown(linesSentence(report)),
    rows.length === 0 ? "" : markdownTable([...heads.map((id) => words.t(id)), "SHA-256"], rows),
    escapeMarkdown(methodology),
    escapeMarkdown(words.t("made-by", {version: report.broadsheet, logs: report.inputs.length})),
  ];
}
