import {listed, message, sentences, figure as shown, type Wording} from "../../base/words/message.ts";
import type {Ledger} from "../../ledger/rows.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import {byText} from "../ledger/order.ts";
import {type MailFunds, mailMoneyOf} from "./money.ts";

/** Which money is counted as money for mail, and which is not? */
export function purposeNotes(ledger: Ledger, columns: readonly string[]): LedgerNote[] {
  const counted = namesOf(mailMoneyOf(ledger, null).funds.map(({purpose}) => purpose));
  const others = namesOf(ledger.funds.map(({purpose}) => purpose)).filter((purpose) => !counted.includes(purpose));
  if (counted.length === 0 || others.length === 0) return [];
  const text = message("mail-purposes", {counted: listed(counted), others: listed(others)});
  return [{id: "mail-purposes", text, columns}];
}

/** How much is left, and how was that found out? */
export function fundsSentence(funds: MailFunds, purpose: Wording): Wording {
  const [left, cameIn, wentOut] = [shown(funds.left, 2), shown(funds.cameIn, 2), shown(funds.wentOut, 2)];
  const spent = shown(funds.spent ?? 0, 2);
  if (funds.wentOut === 0) return message("funds-spent", {cameIn, purpose, spent, left});
  const byBook = message("funds-by-book", {cameIn, purpose, wentOut, left});
  return funds.spent === null ? byBook : sentences([byBook, message("mailings-cost", {spent})]);
}

function namesOf(purposes: readonly string[]): string[] {
  return [...new Set(purposes)].sort(byText);
}
