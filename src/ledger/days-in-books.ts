import {daysOfMonth} from "../base/period.ts";
import {type BookName, bookNames} from "./books.ts";
import {type LedgerOptions, readBooks} from "./ledger.ts";
import type {BookReading} from "./read-book.ts";

/** A target is of what is to come: it says nothing of what was. */
const ofNothingYet: readonly BookName[] = ["plan"];

/** Whether the books speak of some months. */
export interface DaysInBooks {
  /** The last day of these months that a row speaks of, `YYYY-MM-DD`; null where none does. */
  readonly lastDay: string | null;
  /** Do they speak of any time at all? */
  readonly hasRows: boolean;
}

/**
 * Do the books speak of some months, and until when?
 *
 * Targets are not looked at. Rows that cannot be read are passed over: `readLedger` says what is wrong with them.
 *
 * @param months `YYYY-MM`, in order, without a gap.
 */
export function daysInBooks(folder: string, months: readonly string[], options: LedgerOptions = {}): DaysInBooks {
  const read = readBooks(folder, options);
  const told = bookNames.filter((name) => !ofNothingYet.includes(name) && read[name].rows.length > 0);
  const last = daysOfMonth(months.at(-1)!).at(-1)!;
  const days = told.flatMap((name) => daysIn<unknown>(read[name], `${months[0]}-01`, last));
  const lastDay = days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
  return {lastDay, hasRows: told.length > 0};
}

/** The last day of each row that speaks of a day from `first` to `last`, as far as these. */
function daysIn<Row>({book, rows}: BookReading<Row>, first: string, last: string): string[] {
  return rows.flatMap(({row}) => {
    const [from, until] = book.daysOf(row).map((text, end) => wholeDay(text, end === 1)) as [string, string];
    return from > last || until < first ? [] : [until < last ? until : last];
  });
}

function wholeDay(text: string, isEnd: boolean): string {
  if (text.length !== "2005-07".length) return text;
  return isEnd ? daysOfMonth(text).at(-1)! : `${text}-01`;
}
