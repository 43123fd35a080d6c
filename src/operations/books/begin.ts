import {type BegunBook, beginBooks} from "../../ledger/begin-books.ts";
import type {BookName} from "../../ledger/books.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import type {Attendance} from "../listener.ts";
import {whileEdited} from "../store/hold.ts";
import type {Store} from "../store/store.ts";

/**
 * Begins books that are not kept, each with the names of its columns and examples; one that is there stays as it is.
 *
 * @throws {UserError} OUTPUT_REFUSED, WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL or ABORTED
 */
export function beginLedger(
  store: Store,
  names: readonly BookName[],
  attendance: Attendance = {},
): Promise<BegunBook[]> {
  return whileEdited(store, "the ledger", attendance, () => beginBooks(ledgerFolder(store.workspace.folder), names));
}
