import {addMonths} from "../../base/period.ts";
import {message, month as named} from "../../base/words/message.ts";
import type {MailingRow} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, missing} from "../ledger/book-measure.ts";
import {beginsIn, coverageNotes} from "../ledger/book-months.ts";
import {baseNote, levelIndex} from "../ledger/index-base.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {mailMonthsOf, piecesAMonth} from "./mailings.ts";

/** How much is sent by mail, against the base? A month is taken with the one before it: mailings come in bursts. */
export function mailIndex({ledger, asked}: LedgerSource): BookMeasure[] {
  const {mailings} = ledger;
  const book = mailMonthsOf(mailings);
  const start = [book.first, addMonths(book.first, 1)];
  const base = asked.bases.mail ?? {period: {name: start.join(".."), months: start}, value: 100};
  const figure = (months: readonly string[]): BookValue =>
    levelIndex(smoothed(mailings, months), smoothed(mailings, base.period.months), base);
  const {months} = asked.period;
  return [
    {
      id: "mail-index",
      label: message("measure.mail-index"),
      unit: message("unit.points"),
      decimals: 0,
      definition: message("mail-index-means"),
      better: "more",
      figure,
      notes: [
        baseNote({base, book, start, figure}, {id: "mail-base", columns: months}),
        ...coverageNotes("mail-covered", book, months),
      ],
      range: null,
    },
  ];
}

/** Pieces a month: a single month is read with the one before it, several as they are. */
function smoothed(mailings: readonly MailingRow[], months: readonly string[]): BookValue {
  const [month] = months;
  if (months.length !== 1 || month === undefined) return piecesAMonth(mailings, months);
  const book = mailMonthsOf(mailings);
  const before = addMonths(month, -1);
  if (month === book.first)
    return missing(message("average-needs-month", {month: named(before), begins: beginsIn(book)}));
  const isInside = month > book.first && month <= book.last;
  return piecesAMonth(mailings, isInside ? [before, month] : months);
}
