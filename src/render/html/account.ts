import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {type AccountRow, accountRows, accountSentence} from "../content/account.ts";
import {printedSpan} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {
  headCell,
  markupNumber,
  monthBlocks,
  monthCells,
  monthFold,
  monthNumbers,
  placeTable,
  tableRow,
} from "./table.ts";

/** Where every request went: a row a verdict, a column a month, all requests in the last row; nothing where no log was read. */
export function accountTables(report: Report): Markup {
  const {account} = report;
  if (account.length === 0) return noMarkup;
  const blocks = monthBlocks(account.length);
  const tables = blocks.map((block, i) => accountTable(report, block, i === blocks.length - 1));
  return html`${tables}<p>${accountSentence(report, wordsOf(report).t("accounted-for-by-month"))}</p>
`;
}

/** @param isLast The total and share over all months stand in the last table only. */
function accountTable(report: Report, block: readonly number[], isLast: boolean): Markup {
  const {account} = report;
  const words = wordsOf(report);
  const all = account.map(({period}) => period);
  const periods = block.map((i) => all[i]!);
  const {verdicts, all: whole} = accountRows(report);
  const row = (of: AccountRow, kind: "" | "all" = "") => {
    const cells = monthNumbers(block.map((i) => words.number(of.requests[i] ?? 0)));
    return tableRow(of.label, isLast ? [...cells, ...totalCells(of, words)] : cells, kind);
  };
  return placeTable({
    caption: words.t("requests-by-verdict", {span: printedSpan(periods, words)}),
    kind: "account",
    ...monthFold(periods.length, words),
    head: [
      headCell(words.t("head-verdict")),
      ...monthCells(periods, all, words),
      ...(isLast ? [words.t("head-total"), words.t("head-share")].map(headCell) : []),
    ],
    bodies: [[...verdicts.map((verdict) => row(verdict)), row(whole, "all")]],
  });
}

function totalCells({total, shareRatio}: AccountRow, words: Translator): Markup[] {
  return [markupNumber(words.number(total)), markupNumber(shareRatio === null ? "–" : words.share(shareRatio))];
}
