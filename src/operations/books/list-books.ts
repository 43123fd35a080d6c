import {statSync} from "node:fs";
import {bookNames} from "../../ledger/books.ts";
import type {BookSummary} from "../../ledger/summary.ts";
import {examineBooks} from "../report/examine-books.ts";
import type {Store} from "../store/store.ts";

/** A book in the list of all. */
export interface ListedBook extends BookSummary {
  /** For which the ledger cannot be used. */
  readonly faultCount: number;
  /** At which somebody should look; of all books a hundred are counted at most. */
  readonly doubtCount: number;
  /** When its file was last written, in milliseconds since 1970 UTC; null where there is none. */
  readonly changedMs: number | null;
}

/** All books of a workspace, those that are not kept, too. */
export function listBooks({workspace}: Pick<Store, "workspace">): ListedBook[] {
  const {books, faults, warnings} = examineBooks(workspace);
  return bookNames.map((name): ListedBook => {
    const {path, faults: _, faultCount, ...summary} = books[name];
    const isOwn = (found: {readonly path: string}): boolean => found.path === path;
    return {
      ...summary,
      faultCount: Math.max(faultCount, faults.filter(isOwn).length),
      doubtCount: warnings.filter(isOwn).length,
      changedMs: statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? null,
    };
  });
}
