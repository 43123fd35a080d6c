import {message, figure as shown} from "../../base/words/message.ts";
import type {MailingRow} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {coverageNotes, coveredMonths, outsideBook, reasonSpan} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {mailingsIn, mailMonthsOf} from "./mailings.ts";

type Fate = "delivered" | "returned" | "refused";

/** What share of the pieces sent arrived? */
export function mailDeliveredPercent(source: LedgerSource): BookMeasure[] {
  return [measureFate("delivered", "more", source)];
}

/** What share of the pieces sent came back? */
export function mailReturnedPercent(source: LedgerSource): BookMeasure[] {
  return [measureFate("returned", "less", source)];
}

/** What share of the pieces sent was refused? */
export function mailRefusedPercent(source: LedgerSource): BookMeasure[] {
  return [measureFate("refused", "less", source)];
}

function measureFate(fate: Fate, better: "more" | "less", {ledger, asked}: LedgerSource): BookMeasure {
  const {mailings} = ledger;
  const {months} = asked.period;
  return {
    id: `mail-${fate}-percent`,
    label: message(`measure.mail-${fate}-percent`),
    unit: message("unit.percent-of-pieces-sent"),
    decimals: 1,
    definition: message(`mail-${fate}-means`),
    better,
    figure: (of) => shareOf(fate, mailings, of),
    notes: [...fateNotes(fate, mailings, months), ...coverageNotes("mail-covered", mailMonthsOf(mailings), months)],
    range: null,
  };
}

function shareOf(fate: Fate, mailings: readonly MailingRow[], months: readonly string[]): BookValue {
  const book = mailMonthsOf(mailings);
  if (coveredMonths(book, months).length === 0) return outsideBook(book, months);
  const sent = mailingsIn(mailings, months).filter((row) => row.sent > 0);
  if (sent.length === 0) return missing(message("nothing-sent", reasonSpan(months)));
  const noted = sent.filter((row) => isNotedFor(fate, row));
  if (noted.length === 0) {
    return missing(message(sent.some(isNoted) ? "no-piece-delivered" : "fate-not-noted"));
  }
  return found((piecesOf(noted, fate) / piecesOf(noted, "sent")) * 100);
}

/** Did anybody note what became of the mailing? */
function isNoted({delivered, returned, refused}: MailingRow): boolean {
  return delivered + returned + refused > 0;
}

/** Where only what came back or was refused was noted, how much arrived is not known, and that is not 0. */
function isNotedFor(fate: Fate, row: MailingRow): boolean {
  if (fate !== "delivered" || row.delivered > 0) return isNoted(row);
  return isNoted(row) && row.returned + row.refused >= row.sent;
}

function fateNotes(fate: Fate, mailings: readonly MailingRow[], months: readonly string[]): LedgerNote[] {
  const rows = mailingsIn(mailings, months);
  const silent = rows.filter((row) => !isNoted(row));
  const noted = rows.filter(isNoted);
  const returns = noted.filter((row) => !isNotedFor(fate, row));
  const known = (["delivered", "returned", "refused"] as const).reduce((sum, fate) => sum + piecesOf(noted, fate), 0);
  const sentences = [
    {
      id: "mail-not-noted",
      count: piecesOf(silent, "sent"),
      say: (pieces: number) => message("mail-not-noted", {pieces}),
    },
    {
      id: "mail-returns-alone",
      count: piecesOf(returns, "sent"),
      say: (pieces: number) => message("mail-returns-alone", {pieces}),
    },
    {
      id: "mail-unknown",
      count: piecesOf(noted, "sent") - known,
      say: (count: number) => message("mail-unknown", {unknown: shown(count), pieces: piecesOf(noted, "sent")}),
    },
  ];
  return sentences.filter(({count}) => count > 0).map(({id, count, say}) => ({id, text: say(count), columns: months}));
}

function piecesOf(rows: readonly MailingRow[], fate: Fate | "sent"): number {
  return rows.reduce((sum, row) => sum + row[fate], 0);
}
