import {UserError} from "../../base/error.ts";
import {sha256} from "../../base/sha256.ts";
import {correctionColumns, type RowText} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import type {BookText} from "../../ledger/import/book-file.ts";
import {readBook} from "../../ledger/read-book.ts";
import type {FileState} from "../files/state.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {type BookChange, saveRows, withRows} from "./change.ts";
import {type BookLine, bookFileName, linesIn, replacedIn} from "./lines.ts";
import {withCells, withColumns} from "./row-text.ts";

/** Which row is corrected, and what it says then. */
export interface Correction {
  /** What the form was made of. */
  readonly made: FileState;
  /** The line that the row begins in; the file's first is 1. */
  readonly line: number;
  /** What the row said, by `rowMark`: where it stands elsewhere by now, it is found by that. Null goes by the line alone. */
  readonly was: string | null;
  /** All of the row, by the names of columns; null withdraws it. */
  readonly cells: RowText | null;
}

/**
 * Corrects a row by a new one at the end of the book, which names it; what was written stays. A row that has no `id` is given one. One that the
 * book cannot be read for never counted, and is written anew in its place.
 *
 * @throws {UserError} IMPORT_REFUSED where there is no such row, or it is corrected already; or as `saveText`
 */
export function correctRow(
  store: Store,
  name: BookName,
  {made, ...correction}: Correction,
  attendance: Attendance = {},
): Promise<BookChange> {
  return saveRows(store, name, {made, make: (text) => corrected(text, name, correction)}, attendance);
}

/** What a row says, in so few letters that a form can carry it. */
export function rowMark(cells: RowText): string {
  return sha256(JSON.stringify(Object.entries(cells).sort())).slice(0, 16);
}

function corrected(text: string, name: BookName, {line: asked, was, cells}: Omit<Correction, "made">): BookText {
  const rows = linesIn(text, name);
  const isMeant = (row: BookLine): boolean => was === null || rowMark(row.cells) === was;
  const row =
    rows.find((one) => one.line === asked && isMeant(one)) ??
    (was === null ? undefined : rows.find((one) => isMeant(one)));
  if (row === undefined) {
    const what = was === null ? `there is no row in line ${asked}` : `the row of line ${asked} is not there any more`;
    throw refused(what, "look at the book as it is now", name);
  }
  const {line} = row;
  const later = replacedIn(rows).get(line);
  if (later !== undefined) {
    throw refused(`the row in line ${line} is corrected already`, `correct the row in line ${later}`, name);
  }
  const {id = "", corrects = ""} = row.cells;
  if (isUnread(text, name, line) && cells !== null) {
    return {text: withCells(text, name, line, {...cells, id, corrects}), lines: [line]};
  }
  const known = id || corrects;
  if (known !== "") return withRows(withColumns(text, name, correctionColumns), name, [{...cells, corrects: known}]);
  const own = newId(line, rows);
  const named = withCells(withColumns(text, name, correctionColumns), name, line, {...row.cells, id: own});
  return withRows(named, name, [{...cells, corrects: own}]);
}

/** Can the row not be read by itself? */
function isUnread(text: string, name: BookName, line: number): boolean {
  const {faults} = readBook<unknown>(books[name], bookFileName(name), {text});
  return faults.some((fault) => fault.line === line);
}

function newId(line: number, rows: readonly BookLine[]): string {
  const taken = new Set(rows.flatMap(({cells}) => [cells["id"], cells["corrects"]]));
  let id = `row-${line}`;
  while (taken.has(id)) id += "a";
  return id;
}

function refused(what: string, help: string, name: BookName): UserError {
  return new UserError("IMPORT_REFUSED", what, help, bookFileName(name));
}
