import {historyBook} from "./books/history.ts";
import {LedgerRefused} from "./ledger-fault.ts";
import {readBook} from "./read-book.ts";

/** A figure that an older report gave. */
export interface EarlierFigure {
  /** In the measure's unit; 0 or more. */
  readonly value: number;
  /** Which report gave it, in a person's words. */
  readonly source: string;
}

/** The figures that older reports gave. */
export interface History {
  /**
   * What did an older report give for a month?
   *
   * @param month `YYYY-MM`
   * @returns null where the book has nothing.
   */
  figure(measure: string, month: string): EarlierFigure | null;
}

/** What a reader of the book may know beforehand. */
export interface HistoryOptions {
  /** The ids that a measure may have; any where it is left out. */
  readonly measures?: readonly string[];
}

/**
 * Reads the book of figures that older reports gave: `measure,month,value,source`, and `note` for those who ask later.
 *
 * A file that is missing is a book without figures.
 *
 * @throws {UserError} LEDGER_REFUSED with the lines.
 * @source docs/ledger.md#history
 */
export function readHistory(path: string, {measures}: HistoryOptions = {}): History {
  const {rows, faults, faultCount} = readBook(historyBook(measures), path);
  if (faultCount > 0) throw new LedgerRefused(faults, faultCount);
  const figures = new Map(
    rows.map(({row: {measure, month, value, source}}) => [`${measure} ${month}`, {value, source}]),
  );
  return {figure: (measure, month) => figures.get(`${measure} ${month}`) ?? null};
}
