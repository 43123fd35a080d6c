import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {ledgerLists} from "../content/ledger-lists.ts";
import {ledgerSheets, type Sheet} from "../content/ledger-sheets.ts";
import {cellMarkOf, wordsOf} from "../content/report-words.ts";
import {comparisonParts} from "./comparison.ts";
import {figuresTable, noteLines, type PrintMark} from "./figures.ts";
import {layGrid} from "./grid.ts";
import {markedLines} from "./page.ts";
import type {Paint} from "./paint.ts";
import {renderTable} from "./table.ts";
import {tableParts} from "./tables.ts";
import {wrap} from "./wrap.ts";

/** What the books yield, on the terminal: figures by month, comparison, tables, plan, ranks, events, credits. */
export function ledgerParts(report: Report, width: number, paint: Paint, print: PrintMark): string[][] {
  const {ledger} = report;
  if (ledger === null) return [];
  const words = wordsOf(report);
  const view = ledgerView(report, ledger);
  const prose = Math.min(width, 100);
  const heading = words.t("ledger-of-period", {ledger: words.t("section.ledger"), period: report.title});
  return [
    wrap(visible(heading), prose).map((line) => paint.strong(line)),
    ...(ledger.measures.length === 0
      ? []
      : [
          renderTable(figuresTable(view, width, print), paint),
          noteLines(view, prose, print),
          ...comparisonParts(view, width, paint),
        ]),
    ...tableParts(ledger, words, width, paint),
    ...ledgerSheets(report, ledger).flatMap((sheet) => sheetParts(sheet, cellMarkOf(words), width, paint)),
    ...ledgerLists(report, ledger).map(({title, items}) => [
      ...wrap(visible(title), prose).map((line) => paint.strong(line)),
      ...markedLines(
        items.map((text) => ({mark: "–", text})),
        prose,
      ),
    ]),
  ];
}

function sheetParts({title, heads, rows, sentences}: Sheet, mark: string, width: number, paint: Paint): string[][] {
  const columns = heads.map(({text, isText}, i) => {
    return {head: text, cells: rows.map((cells) => visible(cells[i]?.text ?? "")), isText, canShrink: i === 0};
  });
  const prose = Math.min(width, 100);
  return [
    [...wrap(visible(title), prose).map((line) => paint.strong(line)), ...layGrid(columns, width, mark).lines],
    markedLines(
      sentences.map((text) => ({mark: "–", text})),
      prose,
    ),
  ];
}
