import {formatNumber, formatPercent} from "../base/number.ts";
import {visible} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import {coverageSentences} from "./coverage.ts";
import {accountEntry} from "./json.ts";
import {openPaint} from "./paint.ts";
import {printJson} from "./print-json.ts";
import type {RenderOptions} from "./render-options.ts";
import type {TextRow, TextTable} from "./text-layout.ts";
import {joinParts, monthHead, titleLines} from "./text-page.ts";
import {layTable, tableWidth} from "./text-table.ts";
import {type AccountRow, accountRows, accountSentence, inputTotals, linesSentence} from "./verdicts.ts";
import {wrap} from "./wrap.ts";

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
  const heading = `${report.publication} · where every request went, ${report.title}`;
  return joinParts([
    titleLines(heading, report.timeZone, Math.min(prose, tableWidth(table)), prose, paint),
    layTable(table, paint),
    wrap(visible(accountSentence(report.account, ": the verdicts of each month add up to its requests.")), prose),
    coverageSentences(report.columns).flatMap((sentence) => wrap(visible(sentence), prose)),
    layTable(inputTable(report, width), paint),
    wrap(linesSentence(report), prose),
  ]);
}

/** The account as JSON: one entry a month, with its verdicts. The same as `account` in the report's JSON. */
export function accountJson(report: Report): string {
  return printJson(report.account.map(accountEntry));
}

function verdictTable({account}: Report, width: number): TextTable {
  const periods = account.map(({period}) => period);
  const {verdicts, all} = accountRows(account);
  const head = monthHead(periods).map((line, i, lines) => [
    ...line,
    ...(i < lines.length - 1 ? ["", ""] : ["Total", "Share"]),
  ]);
  const row = ({label, requests, total, shareRatio}: AccountRow): TextRow => ({
    label: visible(label),
    cells: [
      ...[...requests, total].map((count) => formatNumber(count)),
      shareRatio === null ? "–" : formatPercent(shareRatio),
    ],
  });
  return {head, rows: [...verdicts.map(row), {...row(all), emphasis: "strong"}], width};
}

function inputTable({inputs}: Report, width: number): TextTable {
  const row = ({
    name,
    lines,
    requests,
    quarantined,
    ignored,
  }: {name: string} & ReturnType<typeof inputTotals>): TextRow => ({
    label: visible(name),
    cells: [lines, requests, quarantined, ignored].map((count) => formatNumber(count)),
  });
  return {
    head: [
      ["", "", "could not", "no"],
      ["lines", "requests", "be read", "request"],
    ],
    rows: [...inputs.map(row), {...row({name: "All logs", ...inputTotals(inputs)}), emphasis: "strong"}],
    width,
  };
}
