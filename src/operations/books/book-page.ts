import {type BookColumns, columnsOfBook, isOptional} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import {BookFile} from "../../ledger/import/book-file.ts";
import type {LedgerExamination} from "../../ledger/ledger.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import type {FileState} from "../files/state.ts";
import {readText} from "../files/text.ts";
import {examineBooks} from "../report/examine-books.ts";
import type {Store} from "../store/store.ts";

/** The text of a row's cells by column. */
export type {RowText} from "../../ledger/book.ts";
/** The names of books. */
export {type BookName, bookNames} from "../../ledger/books.ts";

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
export interface WrittenRow {
  /** The line that it begins in; the file's first is 1. */
  readonly line: number;
  /** By the names of columns; a cell that the row lacks is empty. */
  readonly cells: Readonly<Record<string, string>>;
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

/** The file of a book, from the workspace. */
export function bookFileName(name: BookName): string {
  return `ledger/${books[name].file}`;
}

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
  const {text, state} = readText(store, bookFileName(name));
  const {ofFile, ofLines} = remarksOf(examineBooks(store.workspace), name);
  const lines = linesIn(text, name);
  const pageOf = (place: number): number => 1 + Math.floor(place / rowsOnPage);
  const pages = Math.max(1, pageOf(lines.length - 1));
  const shown = page === null || page > pages ? pages : Math.max(1, page);
  const replaced = replacedIn(lines);
  const rows = lines.slice((shown - 1) * rowsOnPage, shown * rowsOnPage).map(({line, cells}): WrittenRow => {
    return {line, cells, correctedIn: replaced.get(line) ?? null, remarks: ofLines.get(line) ?? []};
  });
  const elsewhere = [...ofLines].flatMap(([line, remarks]) => {
    const place = lines.findLastIndex((row) => row.line <= line);
    const own = pageOf(Math.max(0, place));
    return own === shown && rows.some((row) => row.line === line)
      ? []
      : remarks.map((remark) => ({line, page: own, remark}));
  });
  return {
    ...{name, file: bookFileName(name), state, columns: bookColumns(name), rows},
    ...{page: shown, pages, rowCount: lines.length, remarks: ofFile, elsewhere},
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
  const {text, state} = readText(store, bookFileName(name));
  const lines = linesIn(text, name);
  const found = lines.find((row) => row.line === line);
  if (found === undefined) return {row: null, state};
  const {ofLines} = remarksOf(examineBooks(store.workspace), name);
  const correctedIn = replacedIn(lines).get(line) ?? null;
  return {row: {...found, correctedIn, remarks: ofLines.get(line) ?? []}, state};
}

/** A row of a text, with the line that it begins in. */
export type BookLine = Pick<WrittenRow, "line" | "cells">;

/** The rows of a book's text, the one that names the columns left out; as far as it can be read. */
export function linesIn(text: string, name: BookName): BookLine[] {
  const {columns, separator} = BookFile.of<unknown>(text, bookFileName(name), books[name]);
  const known = new Set(columnsOfBook(books[name]));
  const places = columns.flatMap((column, place) => (known.has(column) ? [[column, place] as const] : []));
  const rows: BookLine[] = [];
  let isHeader = true;
  eachRow(text.replace(/\r\n?/g, "\n"), separator, (row, line) => {
    if (!isHeader)
      rows.push({line, cells: Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? ""]))});
    isHeader = false;
  });
  return rows;
}

/** The lines of the rows that were corrected, each with that of its correction. */
export function replacedIn(rows: readonly BookLine[]): ReadonlyMap<number, number> {
  const newest = new Map<string, number>();
  const replaced = new Map<number, number>();
  for (const {line, cells} of rows) {
    const {id = "", corrects = ""} = cells;
    const before = newest.get(corrects);
    if (corrects !== "" && before !== undefined) replaced.set(before, line);
    const own = id || corrects;
    if (own !== "") newest.set(own, line);
    // Its name is that of a row no more: only the newest can be corrected.
    if (corrects !== "" && own !== corrects) newest.delete(corrects);
  }
  return replaced;
}

function remarksOf(
  {books: read, faults, warnings}: LedgerExamination,
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
