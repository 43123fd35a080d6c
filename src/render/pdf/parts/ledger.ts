import type {LedgerPart, Report} from "../../../report/report.ts";
import {ledgerView} from "../../content/ledger-as-report.ts";
import {ledgerLists} from "../../content/ledger-lists.ts";
import {ledgerSheets, type Sheet} from "../../content/ledger-sheets.ts";
import {printedSpan} from "../../content/months.ts";
import {wordsOf} from "../../content/report-words.ts";
import type {PdfBlock, PdfCell, PdfColumn, PdfMap, PdfTable} from "../document.ts";
import {besides, fitHalf, fitTable, gutter} from "../fit.ts";
import {reasonsBelow} from "./cells.ts";
import {setComparison} from "./comparison.ts";
import {rounded, setFigures} from "./figures.ts";
import {setTables} from "./tables.ts";

/** What the books yield: figures by month, comparison, tables, map, plan, ranks, events, credits. */
export function setLedger(report: Report, ledger: LedgerPart, map: PdfMap | null, width: number): PdfBlock[] {
  const view = ledgerView(report, ledger);
  const words = wordsOf(report);
  const span = printedSpan(
    report.columns.map(({period}) => period),
    words,
  );
  const figures =
    ledger.measures.length === 0
      ? []
      : [...setFigures(words.t("section.ledger"), view, width), ...setComparison(view, width, "heading")];
  const sheets = ledgerSheets(report, ledger).map((sheet) => {
    const content = sheetContent(
      sheet,
      sheet.ratios.length > 0 ? words.t("plan-caption", {span}) : span,
      words.t("head-distance"),
    );
    const reasons = reasonsBelow(sheet.sentences);
    const heading = {kind: "heading", text: sheet.title} as const;
    const narrow = fitHalf(content, (width - gutter) / 2);
    return {whole: [heading, ...fitTable(content, width), ...reasons], half: narrow && [heading, narrow, ...reasons]};
  });
  const lists = ledgerLists(report, ledger).map(
    ({title, items}): PdfBlock => ({kind: "aside", title, more: null, blocks: [{kind: "list", items}]}),
  );
  const mapped: PdfBlock[] =
    map === null ? [] : [{kind: "whole", blocks: [{kind: "heading", text: words.t("section.map")}, map]}];
  return [...figures, ...setTables(view, width), ...mapped, ...besides(sheets), ...lists];
}

function sheetContent({heads, rows, ratios}: Sheet, caption: string, distance: string): PdfTable {
  const isDrawn = ratios.length > 0;
  const columns = heads.map(
    ({text, isText}, i): PdfColumn => ({kind: i === 0 ? "label" : isText ? "text" : "figure", head: {text}}),
  );
  return {
    caption,
    columns: isDrawn ? [...columns, {kind: "drawn", head: {text: distance}}] : columns,
    rows: rows.map((cells, i) => {
      const texts = cells.map(({text}): PdfCell => ({text}));
      return {kind: "", cells: isDrawn ? [...texts, distanceCell(ratios[i] ?? null)] : texts};
    }),
  };
}

function distanceCell(ratio: number | null): PdfCell {
  if (ratio === null) return {text: ""};
  const whole = Math.max(1, ratio);
  return {text: "", drawn: {kind: "plan", latest: rounded(ratio / whole), target: rounded(1 / whole)}};
}
