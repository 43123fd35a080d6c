import {join} from "node:path";
import {UserError} from "../../base/error.ts";
import {LedgerRefused} from "../../ledger/ledger-fault.ts";
import {type BookName, bookFileName} from "../../operations/books/book-page.ts";
import type {BookChange} from "../../operations/books/change.ts";
import type {Store} from "../../operations/store/store.ts";

/**
 * The path of a book that was changed.
 *
 * @throws {LedgerRefused} where its rows were refused; {UserError} WORKSPACE_BUSY where somebody else changed it meanwhile
 */
export function checkChanged(change: BookChange, name: BookName, {workspace}: Store): string {
  const file = bookFileName(name);
  if (change.kind === "conflict") {
    throw new UserError(
      "WORKSPACE_BUSY",
      "somebody else has changed the book meanwhile",
      "run the same command again",
      file,
    );
  }
  if (change.kind === "refused") {
    const faults = change.faults.map(({column, where, what, help}) => {
      const path = where ?? (column === null ? "the row" : `the row, column "${column}"`);
      return {code: "LEDGER_REFUSED" as const, path, line: null, column: null, what, help};
    });
    throw new LedgerRefused(faults, change.faultCount);
  }
  return join(workspace.folder, file);
}
