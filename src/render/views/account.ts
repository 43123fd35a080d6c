import {printJson} from "../../base/json.ts";
import {visible} from "../../base/text.ts";
import {accountEntry} from "../../report/json/report.ts";
import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {type AccountRow, accountRows, accountSentence, inputTotals, linesSentence} from "../content/account.ts";
import {coverageSentences} from "../content/coverage.ts";
import {cellMarkOf, wordsOf} from "../content/report-words.ts";
import type {RenderOptions} from "../options.ts";
import type {TextRow, TextTable} from "../text/layout.ts";
import {joinParts, monthHead, titleLines} from "../text/page.ts";
import {openPaint} from "../text/paint.ts";
import {renderTable, tableWidth} from "../text/table.ts";
import {wrap} from "../text/wrap.ts";

/**
 * Where did every request go? The account for a terminal.
 *
 * A row a verdict, a column a month, then the logs that were read. Same width rules as the report.
 */
export function renderAccountText(report: Report, options: RenderOptions): string {
  const paint = openPaint(options);
  const width = Math.max(80, options.width);
  const prose = Math.min(width, 100);
  const table = verdictTable(report, width);
  const words = wordsOf(report);
  const publication = mastheadOf(report);
  const heading =
    publication === null
      ? words.t("chart-heading", {label: words.t("section.account"), span: report.title})
      : words.t("heading-of-account", {publication, period: report.title});
  return joinParts([
    titleLines(heading, report.timeZone, Math.min(prose, tableWidth(table)), prose, paint),
    renderTable(table, paint),
    wrap(visible(accountSentence(report, words.t("accounted-for-by-month"))), prose),
    coverageSentences(report.columns, words).flatMap((sentence) => wrap(visible(sentence), prose)),
    renderTable(inputTable(report, width), paint),
    wrap(linesSentence(report), prose),
  ]);
}

/**
 * The account as JSON: `months` with their verdicts, which are `account` in the report's JSON, and the `total` of all of them.
 */
export function accountJson(report: Report): string {
  const {verdicts, all} = accountRows(report);
  return printJson({
    months: report.account.map(accountEntry),
    total: {requests: all.total, verdicts: verdicts.map(({id, total, label}) => ({id, requests: total, label}))},
  });
}

function verdictTable(report: Report, width: number): TextTable {
  const {account} = report;
  const words = wordsOf(report);
  const periods = account.map(({period}) => period);
  const {verdicts, all} = accountRows(report);
  const head = monthHead(periods, words).map((line, i, lines) => [
    ...line,
    ...(i < lines.length - 1 ? ["", ""] : [words.t("head-total"), words.t("head-share")]),
  ]);
  const row = ({label, requests, total, shareRatio}: AccountRow): TextRow => ({
    label: visible(label),
    cells: [
      ...[...requests, total].map((count) => words.number(count)),
      shareRatio === null ? "–" : words.share(shareRatio),
    ],
  });
  return {head, rows: [...verdicts.map(row), {...row(all), emphasis: "strong"}], width, cellMark: cellMarkOf(words)};
}

function inputTable(report: Report, width: number): TextTable {
  const {inputs} = report;
  const words = wordsOf(report);
  const row = ({
    name,
    lines,
    requests,
    quarantined,
    ignored,
  }: {name: string} & ReturnType<typeof inputTotals>): TextRow => ({
    label: visible(name),
    cells: [lines, requests, quarantined, ignored].map((count) => words.number(count)),
  });
  return {
    head: headLines([
      words.t("narrow-lines"),
      words.t("narrow-requests"),
      words.t("narrow-unread"),
      words.t("narrow-no-request"),
    ]),
    rows: [...inputs.map(row), {...row({name: words.t("all-logs"), ...inputTotals(inputs)}), emphasis: "strong"}],
    width,
    cellMark: cellMarkOf(words),
  };
}

/** Heads of several lines, the last of each on the rows. */
function headLines(heads: readonly string[]): string[][] {
  const lines = heads.map((head) => head.split("\n"));
  const height = Math.max(...lines.map(({length}) => length));
  return Array.from({length: height}, (_, line) => lines.map((own) => own[line - height + own.length] ?? ""));
}
