import type {Report} from "../../report/report.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {wordsOf} from "../content/report-words.ts";
import {accountTable, comparisonTable, figureTable, rangeTable, restatedTable} from "./figures.ts";
import {bookLists, liftedTableOf, movedTable} from "./lists.ts";
import {notesTable, provenanceTable} from "./notes.ts";
import type {LiftedTable} from "./table.ts";

/**
 * Every table of the report by itself, in the order of the report; then its notes, and where it comes from.
 *
 * Values are as in JSON: what is left out there, because it would tell of few readers, is left out here.
 */
export function liftTables(report: Report): LiftedTable[] {
  const words = wordsOf(report);
  const {ledger} = report;
  const books = ledger === null ? null : ledgerView(report, ledger);
  return [
    figureTable(report, {id: "figures", title: words.t("section.months")}),
    ...comparisonTable(report, "comparison"),
    ...rangeTable(report),
    ...restatedTable(report),
    ...movedTable(report),
    ...report.tables.map((table) => liftedTableOf(table, report)),
    ...(books === null || books.measures.length === 0
      ? []
      : [figureTable(books, {id: "books", title: words.t("section.ledger")})]),
    ...(books === null ? [] : comparisonTable(books, "books-comparison")),
    ...(books === null ? [] : books.tables.map((table) => liftedTableOf({...table, id: `books-${table.id}`}, report))),
    ...(ledger === null ? [] : bookLists(report, ledger)),
    ...accountTable(report),
    notesTable(report),
    provenanceTable(report),
  ];
}
