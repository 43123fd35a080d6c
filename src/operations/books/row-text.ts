import type {RowText} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import {BookFile} from "../../ledger/import/book-file.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import {bookFileName} from "./lines.ts";

/** The text of a book in which the row that begins in a line has these cells. Columns that are no book's keep what they hold. */
export function withCells(text: string, name: BookName, line: number, cells: RowText): string {
  const {columns, separator} = BookFile.of<unknown>(text, bookFileName(name), books[name]);
  const known = new Set(Object.keys(cells));
  let before: readonly string[] = [];
  eachRow(plain(text), separator, (row, begin) => {
    if (begin === line) before = row;
  });
  const row = columns.map((column, place) => (known.has(column) ? (cells[column] ?? "") : (before[place] ?? "")));
  const pieces = text.split(lineEnd);
  // Lines stand at even places, their ends between them.
  const first = 2 * (line - 1);
  pieces.splice(first, lastOf(pieces, first) - first + 1, csvRow(row, separator));
  return pieces.join("");
}

/** The text of a book with further columns behind the others, empty in every row; as it is where it has them. */
export function withColumns(text: string, name: BookName, wanted: readonly string[]): string {
  const {columns, separator} = BookFile.of<unknown>(text, bookFileName(name), books[name]);
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length === 0) return text;
  const pieces = text.split(lineEnd);
  let isHeader = true;
  eachRow(plain(text), separator, (_, line) => {
    const last = lastOf(pieces, 2 * (line - 1));
    pieces[last] += missing.map((column) => `${separator}${isHeader ? column : ""}`).join("");
    isHeader = false;
  });
  return pieces.join("");
}

const lineEnd = /(\r\n|\r|\n)/;

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The place of the last line of the row that begins at a place: a line end within quotes ends no row. */
function lastOf(pieces: readonly string[], first: number): number {
  let quotes = 0;
  for (let place = first; place < pieces.length; place += 2) {
    quotes += pieces[place]!.split('"').length - 1;
    if (quotes % 2 === 0) return place;
  }
  return first;
}
