import type {RowText} from "../../ledger/book.ts";
import {type BookName, bookNames, books} from "../../ledger/books.ts";
import {BookFile, type BookText} from "../../ledger/import/book-file.ts";
import {type LedgerFault, placeText} from "../../ledger/ledger-fault.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {editableFile} from "../files/editable.ts";
import {baseIn} from "../files/merge.ts";
import {type SavedText, saveText} from "../files/save.ts";
import type {FileState} from "../files/state.ts";
import {fileTextOf, readBytes, readText} from "../files/text.ts";
import type {Attendance} from "../listener.ts";
import {type ExaminedBooks, examineBooks} from "../report/examine-books.ts";
import type {Store} from "../store/store.ts";
import {bookFileName} from "./lines.ts";

/** Why a row that was to be written cannot be. */
export interface RowFault {
  /** Which of the rows, from 0; null where it is another of the book, or of another book. */
  readonly row: number | null;
  /** Null where the row as a whole is meant. */
  readonly column: string | null;
  readonly what: string;
  readonly help: string;
  /** Where it stands, where it is none of the rows: `ledger/editions.csv:4, column "kept"`. */
  readonly where: string | null;
}

/** What became of rows that were to be written into a book. */
export type BookChange =
  | SavedText
  /** Nothing was written: with the rows the ledger could not be used. */
  | {readonly kind: "refused"; readonly faults: readonly RowFault[]; readonly faultCount: number};

/** Ends the saving of a text with which the ledger could not be used. */
class Refused extends Error {
  readonly faults: readonly RowFault[];
  readonly faultCount: number;

  constructor(faults: readonly RowFault[], faultCount: number) {
    super("the rows were refused");
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

/** A text of a book with rows at its end. @throws {UserError} IMPORT_REFUSED where it has no column that they have */
export function withRows(text: string, name: BookName, rows: readonly RowText[]): BookText {
  return BookFile.of<unknown>(text, bookFileName(name), books[name]).with(rows);
}

/**
 * Writes a book with new rows in it, where what was there was not changed meanwhile and the ledger can be used with them. Where somebody else
 * only added rows, both stand there. What was wrong with the ledger before is no reason to refuse rows that are right.
 *
 * @param request `made`: what the form was made of. `make`: the new text of the old one.
 * @throws {UserError} as `saveText`, and what `make` throws
 */
export async function saveRows(
  store: Store,
  name: BookName,
  {made, make}: {readonly made: FileState; readonly make: (text: string) => BookText},
  attendance: Attendance = {},
): Promise<BookChange> {
  const then = textThen(store, name, made);
  if (then === null) {
    const theirs = readText(store, bookFileName(name));
    return {kind: "conflict", theirs, yours: make(theirs.text).text};
  }
  const next = make(then);
  const check = (text: string): void => checkRows(store, name, {text, next});
  try {
    return await saveText(store, bookFileName(name), {made, text: next.text}, {...attendance, check});
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return {kind: "refused", faults: fault.faults, faultCount: fault.faultCount};
  }
}

/** The text that a form of a book was made of; null where the file does not begin with it any more. */
function textThen(store: Store, name: BookName, made: FileState): string | null {
  const file = editableFile(store, bookFileName(name));
  const bytes = readBytes(file);
  if (made.sha256 === null) return bytes === null || bytes.length === 0 ? "" : null;
  const base = bytes === null ? null : baseIn(made, bytes);
  return base === null ? null : fileTextOf(base, file);
}

/** @throws {Refused} where the new rows cannot be used, or the ledger is worse with them than it was. */
function checkRows(
  {workspace}: Store,
  name: BookName,
  {text, next}: {readonly text: string; readonly next: BookText},
): void {
  const after = examineBooks(workspace, {instead: new Map([[name, text]])});
  if (after.faultCount === 0) return;
  // Where somebody else added rows meanwhile, ours stand further down.
  const moved = countLines(text) - countLines(next.text);
  const rowAt = (line: number | null): number | null => {
    const row = line === null ? -1 : next.lines.indexOf(line - moved);
    return row === -1 ? null : row;
  };
  const {path, faults: inBook} = after.books[name];
  const faultOf = ({path: own, column, what, help, line}: LedgerFault): RowFault => {
    const row = own === path ? rowAt(line) : null;
    const where = row === null ? placeText({path: shortPath(own, workspace.folder), line, column}) : null;
    return {row, column, what, help, where};
  };
  // Of all books the first faults are told, which may all be of another.
  const all = after.faults.map(faultOf);
  const ours = [...all, ...inBook.filter((one) => !after.faults.includes(one)).map(faultOf)].filter(
    ({row}) => row !== null,
  );
  if (ours.length > 0) throw new Refused(ours, ours.length);
  if (isWorse(examineBooks(workspace), after)) throw new Refused(all, after.faultCount);
}

/** Is more wrong with a ledger than before? What does not fit between books is seen only where every row can be read. */
function isWorse(before: ExaminedBooks, after: ExaminedBooks): boolean {
  const [unread, unreadNow] = [before, after].map(({books: read}) => {
    return bookNames.reduce((sum, one) => sum + read[one].faultCount, 0);
  }) as [number, number];
  if (unread > 0 || unreadNow > 0) return unreadNow > unread;
  return after.faultCount > before.faultCount;
}

function countLines(text: string): number {
  return text.split(/\r\n?|\n/).length;
}
