import {periodOf} from "../../base/period.ts";
import {capital, listed, type Message, message, month, period, type Wording} from "../../base/words/message.ts";
import {type BookValue, missing} from "./book-measure.ts";
import type {LedgerNote} from "./ledger-note.ts";

/** The months that a book speaks of: from that of its first row to that of its last. */
export interface BookMonths {
  /** "the book of mailings". */
  readonly book: Wording;
  /** `YYYY-MM`. */
  readonly first: string;
  readonly last: string;
}

/** Which month is the day in, `YYYY-MM`? */
export function monthOfDay(day: string): string {
  return day.slice(0, 7);
}

/** Which months does a book speak of? Within them a month without a row is one of none; outside nothing is known. */
export function bookMonthsOf(book: Wording, days: readonly string[]): BookMonths {
  const months = days.map(monthOfDay).sort();
  return {book, first: months[0] ?? "", last: months.at(-1) ?? ""};
}

/** The months that the book speaks of, out of these. */
export function coveredMonths({first, last}: BookMonths, months: readonly string[]): string[] {
  return months.filter((month) => month >= first && month <= last);
}

/** Why the book has nothing for the months, none of which it speaks of. */
export function outsideBook(own: BookMonths, months: readonly string[]): BookValue {
  return missing(reasonOutside(own, months));
}

/** The same as the reason alone. */
export function reasonOutside(own: BookMonths, months: readonly string[]): Message {
  return months.every((month) => month < own.first) ? beginsIn(own) : endsIn(own);
}

/** Says which months of a period the book has nothing for; none where it speaks of all. */
export function coverageNotes(id: string, own: BookMonths, months: readonly string[]): LedgerNote[] {
  const covered = coveredMonths(own, months);
  if (covered.length === months.length) return [];
  const bounds = [
    ...(months[0]! < own.first ? [beginsIn(own)] : []),
    ...(months.at(-1)! > own.last ? [endsIn(own)] : []),
  ];
  const said = capital(listed(bounds));
  const text =
    covered.length === 0
      ? message("sentence-of", {clause: said})
      : message("figures-are-of", {bounds: said, period: titleOf(covered)});
  return [{id, text, columns: months.filter((month) => !covered.includes(month))}];
}

/** What a reason speaks of: a month, or a period where there are several. */
export function reasonSpan(months: readonly string[]): {readonly span: "month" | "period"} {
  return {span: months.length === 1 ? "month" : "period"};
}

/** "second half of 2005", whatever the months were called by. */
export function titleOf(months: readonly string[]): Wording {
  return period(periodOf(months[0]!, months.at(-1)!).name);
}

/** "the book of mailings begins in May 2005". */
export function beginsIn({book, first}: BookMonths): Message {
  return message("book-begins", {book, month: month(first)});
}

function endsIn({book, last}: BookMonths): Message {
  return message("book-ends", {book, month: month(last)});
}
