import {formatNumber} from "../../base/number.ts";
import {listed} from "../../base/text.ts";
import type {Ledger} from "../../ledger/rows.ts";
import type {LedgerNote} from "./ledger-note.ts";
import {type MailFunds, mailMoneyOf} from "./mail-money.ts";
import {byText} from "./order.ts";

/** Which money is counted as money for mail, and which is not? */
export function purposeNotes(ledger: Ledger, columns: readonly string[]): LedgerNote[] {
  const counted = namesOf(mailMoneyOf(ledger, null).funds.map(({purpose}) => purpose));
  const others = namesOf(ledger.funds.map(({purpose}) => purpose)).filter((purpose) => !counted.includes(purpose));
  if (counted.length === 0 || others.length === 0) return [];
  const text = `Counted as money for mail: ${listed(counted)}. Not counted: ${listed(others)}.`;
  return [{id: "mail-purposes", text, columns}];
}

/** How much is left, and how was that found out? */
export function fundsSentence({left, cameIn, wentOut, spent}: MailFunds, whatFor: string): string {
  const [rest, all, out, cost] = [left, cameIn, wentOut, spent ?? 0].map((amount) => formatNumber(amount, 2));
  if (wentOut === 0) return `${all} came in for ${whatFor}, and the mailings since then cost ${cost}: ${rest} is left.`;
  const mailings = spent === null ? "" : ` The mailings cost ${cost} in the same time.`;
  return `By the book of funds ${all} came in for ${whatFor} and ${out} went out: ${rest} is left.${mailings}`;
}

function namesOf(purposes: readonly string[]): string[] {
  return [...new Set(purposes)].sort(byText);
}
