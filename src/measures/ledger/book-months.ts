import {monthTitle, periodOf, periodTitle} from "../../base/period.ts";
import {listed} from "../../base/text.ts";
import {type Found, missing} from "./book-measure.ts";
import type {LedgerNote} from "./ledger-note.ts";

/** The months that a book speaks of: from that of its first row to that of its last. */
export interface BookMonths {
  /** `the book of mailings`. */
  readonly book: string;
  /** `YYYY-MM`. */
  readonly first: string;
  readonly last: string;
}

/** Which month is the day in, `YYYY-MM`? */
export function monthOfDay(day: string): string {
  return day.slice(0, 7);
}

/** Which months does a book speak of? Within them a month without a row is one of none; outside nothing is known. */
export function bookMonthsOf(book: string, days: readonly string[]): BookMonths {
  const months = days.map(monthOfDay).sort();
  return {book, first: months[0] ?? "", last: months.at(-1) ?? ""};
}

/** The months that the book speaks of, out of these. */
export function coveredMonths({first, last}: BookMonths, months: readonly string[]): string[] {
  return months.filter((month) => month >= first && month <= last);
}

/** Why the book has nothing for the months, none of which it speaks of. */
export function outsideBook(own: BookMonths, months: readonly string[]): Found {
  return missing(months.every((month) => month < own.first) ? beginsIn(own) : endsIn(own));
}

/** Says which months of a period the book has nothing for; none where it speaks of all. */
export function coverageNotes(id: string, own: BookMonths, months: readonly string[]): LedgerNote[] {
  const covered = coveredMonths(own, months);
  if (covered.length === months.length) return [];
  const bounds = [
    ...(months[0]! < own.first ? [beginsIn(own)] : []),
    ...(months.at(-1)! > own.last ? [endsIn(own)] : []),
  ];
  const said = sentenceCase(listed(bounds));
  const of = covered.length === 0 ? "" : `: figures of the whole period are those of ${titleOf(covered)}`;
  return [{id, text: `${said}${of}.`, columns: months.filter((month) => !covered.includes(month))}];
}

/** "in this month", or "in this period" where there are several. */
export function inThis(months: readonly string[]): string {
  return months.length === 1 ? "in this month" : "in this period";
}

/** "second half of 2005", whatever the months were called by. */
export function titleOf(months: readonly string[]): string {
  return periodTitle(periodOf(months[0]!, months.at(-1)!));
}

/** "the book of mailings begins in May 2005". */
export function beginsIn({book, first}: BookMonths): string {
  return `${book} begins in ${monthTitle(first)}`;
}

function endsIn({book, last}: BookMonths): string {
  return `${book} ends in ${monthTitle(last)}`;
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
