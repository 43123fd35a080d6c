import {type BookName, bookNames, books} from "./books.ts";
import type {ReadBooks} from "./check.ts";
import type {BookReading} from "./read-book.ts";

/** What a book holds, in a line. */
export interface BookSummary {
  readonly name: BookName;
  readonly file: string;
  /** False where there is no such file. */
  readonly isKept: boolean;
  /** Rows that count, corrections carried out. */
  readonly rowCount: number;
  /** Rows that replace or withdraw others. */
  readonly correctionCount: number;
  /** The first day (or month) that a row speaks of; null where there is no row. */
  readonly from: string | null;
  /** The last. */
  readonly until: string | null;
}

/** What does each book hold? */
export function summariesOf(read: ReadBooks): BookSummary[] {
  return bookNames.map((name) => summaryOf<unknown>(name, read[name]));
}

function summaryOf<Row>(name: BookName, {book, isKept, rows, correctionCount}: BookReading<Row>): BookSummary {
  let [from, until]: [string | null, string | null] = [null, null];
  for (const {row} of rows) {
    const [first, last] = book.daysOf(row);
    if (from === null || first < from) from = first;
    if (until === null || last > until) until = last;
  }
  return {name, file: books[name].file, isKept, rowCount: rows.length, correctionCount, from, until};
}
