import {asCellText} from "../../base/text.ts";
import {columnsOfBook} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {readText} from "../files/text.ts";
import type {Store} from "../store/store.ts";
import {bookFileName, linesIn} from "./lines.ts";

/** Less than zero, and no formula. */
const amount = /^-\d+(?:\.\d+)?$/;

/**
 * A book as CSV for a spreadsheet: its own columns, in their order, a comma between cells, UTF-8 with a mark.
 *
 * What a spreadsheet would run as a formula has an apostrophe before it. Comments and further columns stay in the file.
 *
 * @throws {UserError} LEDGER_REFUSED where the file cannot be read
 */
export function exportText(store: Store, name: BookName): string {
  const columns = columnsOfBook(books[name]);
  const {text} = readText(store, bookFileName(name));
  const rows = linesIn(text, name).map(({cells}) => columns.map((column) => asShown(cells[column] ?? "")));
  return `\ufeff${[columns, ...rows].map((row) => `${csvRow(row)}\r\n`).join("")}`;
}

function asShown(cell: string): string {
  return amount.test(cell) ? cell : asCellText(cell);
}
