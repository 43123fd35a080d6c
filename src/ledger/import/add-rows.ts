import {join} from "node:path";
import {cellFault} from "../../workspace/sheet/fault.ts";
import type {Book, RowText} from "../book.ts";
import {type BookName, books} from "../books.ts";
import {isFormula} from "../cell-text.ts";
import {checkWritable, readLedger} from "../ledger.ts";
import {Findings, type LedgerFault, LedgerRefused} from "../ledger-fault.ts";
import {isEmptyCorrection, readBook} from "../read-book.ts";
import {BookFile} from "./book-file.ts";
import type {BadCell} from "./grid.ts";

/** A row that is to be added to a book. */
export interface NewRow {
  /** By the book's columns; what is not there is empty. */
  readonly cells: RowText;
  /** The cells that nothing can be taken from, by column. */
  readonly bad: Readonly<Record<string, BadCell>>;
  /** Where the row, or a cell of it, stands in what it was taken from. */
  placeOf(column: string | null): string;
}

/** How rows were added to a book. */
export interface AddedRows {
  readonly path: string;
  readonly addedCount: number;
  /** Rows that the book had already. */
  readonly knownCount: number;
}

/**
 * Adds rows to a book, after those that are there, and only such as it has not got yet.
 *
 * A row that stands in the book once and is to be added twice is added once. Nothing is written unless every row can be
 * used and the ledger is as it should be with them.
 *
 * @throws {LedgerRefused} with the places that the rows were taken from; {UserError} IMPORT_REFUSED where the book cannot
 *   be added to, OUTPUT_REFUSED where it is not in the workspace.
 */
export function addRows(folder: string, name: BookName, rows: readonly NewRow[]): AddedRows {
  return add<unknown>(folder, books[name], rows);
}

/**
 * Which of the rows does the book not have yet? Each as often as it does not stand there.
 *
 * @throws {LedgerRefused} with the places that the rows were taken from, where one of them cannot be used; with those of the book, where that
 *   cannot be read.
 */
export function freshRows(folder: string, name: BookName, rows: readonly NewRow[]): readonly NewRow[] {
  return freshOf<unknown>(books[name], join(folder, books[name].file), rows);
}

function freshOf<Row>(book: Book<Row>, path: string, rows: readonly NewRow[]): readonly NewRow[] {
  const before = knownRows(book, path);
  const read = readRows(book, rows);
  return rows.filter((_, place) => !before.takeOut(read[place]!));
}

function add<Row>(folder: string, book: Book<Row>, rows: readonly NewRow[]): AddedRows {
  const path = join(folder, book.file);
  const fresh = freshOf(book, path, rows);
  const known = {path, knownCount: rows.length - fresh.length};
  if (fresh.length === 0) return {...known, addedCount: 0};
  checkWritable(folder, book.file);
  const file = BookFile.open(path, book);
  const after = file.with(fresh.map(({cells}) => cells));
  try {
    readLedger(folder, {instead: new Map([[book.name, after.text]])});
  } catch (fault) {
    if (!(fault instanceof LedgerRefused)) throw fault;
    const rowAt = (line: number): NewRow | undefined => fresh[after.lines.findLastIndex((first) => first <= line)];
    throw new LedgerRefused(
      fault.faults.map((one) => {
        const row = one.path === path && one.line !== null ? rowAt(one.line) : undefined;
        return row === undefined ? one : {...one, path: row.placeOf(one.column), line: null, column: null};
      }),
      fault.faultCount,
    );
  }
  file.replace(after.text);
  return {...known, addedCount: fresh.length};
}

/** Reads the rows as the book would; as text by which two that say the same are the same. */
function readRows<Row>(book: Book<Row>, rows: readonly NewRow[]): string[] {
  const faults = new Findings<LedgerFault>();
  const read = rows.map(({cells, bad, placeOf}) => {
    const refuse = (column: string | null, {what, help}: BadCell): void => {
      faults.add({code: "LEDGER_REFUSED", path: placeOf(column), line: null, column: null, what, help});
    };
    for (const [column, why] of Object.entries(bad)) refuse(column, why);
    if (isEmptyCorrection(cells)) return keyOf(null, cells["corrects"] ?? null);
    const result = book.schema.safeParse(cells);
    if (result.success) return keyOf(result.data, cells["corrects"] ?? null);
    for (const issue of result.error.issues) {
      const {column, ...why} = cellFault(issue, cells, 0);
      if (column === null || bad[column] === undefined)
        refuse(column, column === null ? why : formulaOr(why, cells[column]));
    }
    return "";
  });
  if (faults.count > 0) throw new LedgerRefused(faults.kept, faults.count);
  return read;
}

function formulaOr(why: BadCell, text: string | undefined): BadCell {
  if (text === undefined || !isFormula(text)) return why;
  return {what: "the cell holds a formula, not what it comes to", help: "write what it comes to"};
}

/** The rows of a book as it is, corrected ones too, each as often as it stands there. */
function knownRows<Row>(book: Book<Row>, path: string): {takeOut(key: string): boolean} {
  const counts = new Map<string, number>();
  const {faults, faultCount} = readBook(book, path, {
    onWritten(row, {corrects}) {
      const key = keyOf(row, corrects);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  });
  if (faultCount > 0) throw new LedgerRefused(faults, faultCount);
  return {
    takeOut(key) {
      const count = counts.get(key) ?? 0;
      if (count > 0) counts.set(key, count - 1);
      return count > 0;
    },
  };
}

function keyOf(row: unknown, corrects: string | null): string {
  return JSON.stringify([row, corrects]);
}
