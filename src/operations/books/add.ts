import type {RowText} from "../../ledger/book.ts";
import type {BookName} from "../../ledger/books.ts";
import type {FileState} from "../files/state.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {type BookChange, saveRows, withRows} from "./change.ts";

/**
 * Adds rows at the end of a book; see `saveRows`.
 *
 * @param request `made`: what the form was made of. `rows`: by the names of columns; what is not there is empty.
 * @throws {UserError} IMPORT_REFUSED where the book has no column that a row has, or as `saveText`
 */
export function addBookRows(
  store: Store,
  name: BookName,
  {made, rows}: {readonly made: FileState; readonly rows: readonly RowText[]},
  attendance: Attendance = {},
): Promise<BookChange> {
  return saveRows(store, name, {made, make: (text) => withRows(text, name, rows)}, attendance);
}
