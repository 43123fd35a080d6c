import type {ErrorCode} from "../base/error.ts";
import type {BookName, RowOf} from "./books.ts";
import type {BookReading} from "./read-book.ts";

/** All books as they were read. */
export type ReadBooks = {readonly [Name in BookName]: BookReading<RowOf<Name>>};

/** What a check says of a row. */
export interface Remark {
  /** Null where the file as a whole is meant. */
  readonly line: number | null;
  /** Null where the row as a whole is meant. */
  readonly column: string | null;
  /** What was found. No full stop. */
  readonly what: string;
  /** One thing to try, in the imperative. */
  readonly help: string;
}

/** Takes down what checks find. */
export interface CheckListener {
  /** The ledger cannot be used. */
  refuse(code: ErrorCode, book: BookName, remark: Remark): void;
  /** The ledger can be used, and somebody should look. */
  warn(book: BookName, remark: Remark): void;
}

/** Looks at books that were read without a fault, and says what cannot be, or is doubtful. */
export type LedgerCheck = (books: ReadBooks, tell: CheckListener) => void;
