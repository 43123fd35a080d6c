import {message} from "../../base/words/message.ts";
import type {MailingRow} from "../../ledger/rows.ts";
import {type BookValue, found} from "../ledger/book-measure.ts";
import {type BookMonths, bookMonthsOf, coveredMonths, monthOfDay, outsideBook} from "../ledger/book-months.ts";
import {sumOf} from "../ledger/order.ts";

/** Which months does the book of mailings speak of? */
export function mailMonthsOf(mailings: readonly MailingRow[]): BookMonths {
  return bookMonthsOf(
    message("book-mailings"),
    mailings.map(({on}) => on),
  );
}

/** The mailings of the months. */
export function mailingsIn(mailings: readonly MailingRow[], months: readonly string[]): MailingRow[] {
  return mailings.filter(({on}) => months.includes(monthOfDay(on)));
}

/** How many pieces were sent a month, on average over those of the months that the book speaks of? */
export function piecesAMonth(mailings: readonly MailingRow[], months: readonly string[]): BookValue {
  const own = mailMonthsOf(mailings);
  const covered = coveredMonths(own, months);
  if (covered.length === 0) return outsideBook(own, months);
  return found(sumOf(mailingsIn(mailings, covered).map(({sent}) => sent)) / covered.length);
}
