import {formatNumber, formatPercent} from "../base/number.ts";
import type {Report} from "../report/report.ts";
import {headCell, monthBlocks, monthCells, numberCell, placeTable, tableRow} from "./html-table.ts";
import {html, type Markup} from "./markup.ts";
import {spanOf} from "./months.ts";
import {type AccountRow, accountRows, accountSentence} from "./verdicts.ts";

/** Where every request went: a row a verdict, a column a month, all requests in the last row. */
export function accountTables({account}: Report): Markup {
  const blocks = monthBlocks(account.length);
  const tables = blocks.map((block, i) => accountTable(account, block, i === blocks.length - 1));
  return html`${tables}<p>${accountSentence(account, ": the verdicts of each month add up to its requests.")}</p>
`;
}

/** @param isLast The total and share over all months stand in the last table only. */
function accountTable(account: Report["account"], block: readonly number[], isLast: boolean): Markup {
  const all = account.map(({period}) => period);
  const periods = block.map((i) => all[i]!);
  const {verdicts, all: whole} = accountRows(account);
  const row = (of: AccountRow, kind: "" | "all" = "") => {
    const cells = block.map((i) => numberCell(formatNumber(of.requests[i] ?? 0)));
    return tableRow(of.label, isLast ? [...cells, ...totalCells(of)] : cells, kind);
  };
  return placeTable({
    caption: `Requests by verdict, ${spanOf(periods)}`,
    kind: "account",
    head: [headCell("Verdict"), ...monthCells(periods, all), ...(isLast ? ["Total", "Share"].map(headCell) : [])],
    bodies: [[...verdicts.map((verdict) => row(verdict)), row(whole, "all")]],
  });
}

function totalCells({total, shareRatio}: AccountRow): Markup[] {
  return [numberCell(formatNumber(total)), numberCell(shareRatio === null ? "–" : formatPercent(shareRatio))];
}
