import {type BookColumns, isOptional} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import type {FileState} from "../files/state.ts";
import {readText} from "../files/text.ts";
import {type ExaminedBooks, examineBooks} from "../report/examine-books.ts";
import type {Store} from "../store/store.ts";
import {type BookLine, bookFileName, indexOf} from "./lines.ts";

/** The text of a row's cells by column. */
export type {RowText} from "../../ledger/book.ts";
/** The names of books. */
export {type BookName, bookNames} from "../../ledger/books.ts";

/** The file of a book, from the workspace. */
export {bookFileName} from "./lines.ts";

/** What the check says of a row. What it says is in English. */
export interface RowRemark {
  /** Can the ledger not be used for it, or should somebody look? */
  readonly kind: "refused" | "doubtful";
  /** Null where the row as a whole is meant. */
  readonly column: string | null;
  readonly what: string;
  readonly help: string;
}

/** A row as it stands in its file. */
export interface WrittenRow extends BookLine {
  /** The line of the row that corrects it; null where it counts. */
  readonly correctedIn: number | null;
  readonly remarks: readonly RowRemark[];
}

/** A column of a book, as a form shows it. */
export interface ShownColumn {
  readonly name: string;
  /** What it holds, in English. */
  readonly holds: string;
  readonly mayBeEmpty: boolean;
}

/** Some rows of a book. */
export interface BookPage {
  readonly name: BookName;
  /** From the workspace: `ledger/deliveries.csv`. */
  readonly file: string;
  readonly state: FileState;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly WrittenRow[];
  /** From 1; the last holds the newest rows. */
  readonly page: number;
  readonly pages: number;
  readonly rowCount: number;
  /** Of the file as a whole. */
  readonly remarks: readonly RowRemark[];
  /** Of rows of other pages. */
  readonly elsewhere: readonly {readonly line: number; readonly page: number; readonly remark: RowRemark}[];
}

/** So many rows are shown at a time. */
export const rowsOnPage = 100;

/** The columns of a book, in their order. */
export function bookColumns(name: BookName): ShownColumn[] {
  return Object.entries(books[name].columns as BookColumns).map(([column, one]) => {
    return {name: column, holds: one.holds, mayBeEmpty: isOptional(one)};
  });
}

/**
 * The rows of a book as they are written, with what the check says of each.
 *
 * @param page From 1; the last where nothing is said, or there is none of that number.
 * @throws {UserError} LEDGER_REFUSED where the file cannot be read, is no text or is not in UTF-8; OUTPUT_REFUSED
 */
export function readBookPage(store: Store, name: BookName, page: number | null = null): BookPage {
  const book = readText(store, bookFileName(name));
  const {ofFile, ofLines} = remarksOf(examineBooks(store.workspace), name);
  const {rowCount, replaced, rows: rowsFrom, placeOf} = indexOf(book, name);
  const pageOf = (place: number): number => 1 + Math.floor(place / rowsOnPage);
  const pages = Math.max(1, pageOf(rowCount - 1));
  const shown = page === null || page > pages ? pages : Math.max(1, page);
  const rows = rowsFrom((shown - 1) * rowsOnPage, shown * rowsOnPage).map(({line, cells}): WrittenRow => {
    return {line, cells, correctedIn: replaced.get(line) ?? null, remarks: ofLines.get(line) ?? []};
  });
  const elsewhere = [...ofLines].flatMap(([line, remarks]) => {
    const own = pageOf(Math.max(0, placeOf(line)));
    return own === shown && rows.some((row) => row.line === line)
      ? []
      : remarks.map((remark) => ({line, page: own, remark}));
  });
  return {
    ...{name, file: bookFileName(name), state: book.state, columns: bookColumns(name), rows},
    ...{page: shown, pages, rowCount, remarks: ofFile, elsewhere},
  };
}

/**
 * The row that begins in a line of a book, as a form of its correction has to know it.
 *
 * @returns `row`: null where none begins there.
 * @throws {UserError} as `readBookPage`
 */
export function readBookLine(
  store: Store,
  name: BookName,
  line: number,
): {readonly row: WrittenRow | null; readonly state: FileState} {
  const book = readText(store, bookFileName(name));
  const {state} = book;
  const {rows, placeOf, replaced} = indexOf(book, name);
  const place = placeOf(line);
  const [found] = place === -1 ? [] : rows(place, place + 1);
  if (found?.line !== line) return {row: null, state};
  const {ofLines} = remarksOf(examineBooks(store.workspace), name);
  const correctedIn = replaced.get(line) ?? null;
  return {row: {...found, correctedIn, remarks: ofLines.get(line) ?? []}, state};
}

function remarksOf(
  {books: read, faults, warnings}: ExaminedBooks,
  name: BookName,
): {readonly ofFile: RowRemark[]; readonly ofLines: Map<number, RowRemark[]>} {
  const own = [
    ...faults.map((fault) => ({...fault, kind: "refused"}) as const),
    ...warnings.map((warning) => ({...warning, kind: "doubtful"}) as const),
  ].filter(({path}) => path === read[name].path);
  const ofFile: RowRemark[] = [];
  const ofLines = new Map<number, RowRemark[]>();
  for (const {line, kind, column, what, help} of own) {
    const remark = {kind, column, what, help};
    if (line === null) ofFile.push(remark);
    else ofLines.set(line, [...(ofLines.get(line) ?? []), remark]);
  }
  return {ofFile, ofLines};
}
