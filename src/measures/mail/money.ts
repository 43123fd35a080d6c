import {addMonths} from "../../base/period.ts";
import {
  listed,
  type Message,
  message,
  month as named,
  sentences,
  figure as shown,
  type Translatable,
  type Wording,
} from "../../base/words/message.ts";
import type {FundsRow, Ledger, MailingRow} from "../../ledger/rows.ts";
import {monthOfDay, reasonOutside} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import {byText, sumOf} from "../ledger/order.ts";
import {mailingsIn, mailMonthsOf} from "./mailings.ts";

/** The purpose of money that is for every mail programme. */
export const mailPurpose = "mail";

/** As many months as the present level is taken from. */
const levelMonths = 6;

/** A mail programme, or all of them, with its money. */
export interface MailMoney {
  readonly mailings: readonly MailingRow[];
  /** The money that is for it. */
  readonly funds: readonly FundsRow[];
}

/** What a mail programme costs at present. */
export interface MailLevel {
  /** Of each of the last months, in order; at most six. */
  readonly costs: readonly number[];
  /** Pieces sent in the same months. */
  readonly pieces: number;
}

/** The money for mail at the end of a month. */
export interface MailFunds {
  readonly left: number;
  /** Since the first of it came in. */
  readonly cameIn: number;
  /** Of the book of funds; 0 where it has none that did. */
  readonly wentOut: number;
  /** What the mailings cost since the first money came in; null where that was not noted of all. */
  readonly spent: number | null;
}

/** All mail programmes with the money given for one of them or for mail; or one with the money in its own name. */
export function mailMoneyOf({mailings, funds}: Ledger, programme: string | null): MailMoney {
  const own = mailings.filter((row) => programme === null || row.programme === programme);
  const purposes = programme === null ? [mailPurpose, ...own.map((row) => row.programme)] : [programme];
  return {mailings: own, funds: funds.filter(({purpose}) => purposes.includes(purpose))};
}

/**
 * How much money is left at the end of the month? The reason where that is not known.
 *
 * Where money went out of the book of funds, it is an account, and what is left is its sum. Where none did, nobody booked
 * there what mail cost: what the mailings cost since the first money came in is taken off.
 */
export function fundsAt({mailings, funds}: MailMoney, month: string): MailFunds | Translatable {
  const until = funds.filter(({on}) => monthOfDay(on) <= month);
  if (until.length === 0) return message("no-funds-up-to", {month: named(month)});
  const since = until.map(({on}) => on).sort()[0]!;
  const sent = mailings.filter(({on}) => on >= since && monthOfDay(on) <= month);
  const amounts = until.map(({amount}) => amount);
  const cameIn = sumOf(amounts.filter((amount) => amount > 0));
  const wentOut = -sumOf(amounts.filter((amount) => amount < 0));
  const silent = costless(sent);
  const spent = silent.length > 0 ? null : sumOf(sent.map(({cost}) => cost ?? 0));
  if (wentOut > 0) return {left: cameIn - wentOut, cameIn, wentOut, spent};
  return spent === null ? silentCosts(silent, month) : {left: cameIn - spent, cameIn, wentOut, spent};
}

/**
 * What did the programme cost in each of the last months? The reason where that is not known.
 *
 * @param end The last month of the book, `YYYY-MM`; the programme's own last mailing may be earlier.
 */
export function levelAt({mailings}: MailMoney, end: string, month: string): MailLevel | Translatable {
  const book = {...mailMonthsOf(mailings), last: end};
  if (month < book.first || month > book.last) return reasonOutside(book, [month]);
  const months = Array.from({length: levelMonths}, (_, index) => addMonths(month, index - levelMonths + 1));
  const own = months.filter((one) => one >= book.first);
  const silent = costless(mailingsIn(mailings, own));
  if (silent.length > 0) return silentCosts(silent, month);
  const costs = own.map((one) => sumOf(mailingsIn(mailings, [one]).map(({cost}) => cost ?? 0)));
  if (sumOf(costs) === 0) return message("nothing-paid-for", {months: String(levelMonths)});
  return {costs, pieces: sumOf(mailingsIn(mailings, own).map(({sent}) => sent))};
}

function costless(mailings: readonly MailingRow[]): MailingRow[] {
  return mailings.filter(({cost, sent}) => cost === null && sent > 0);
}

function silentCosts(mailings: readonly MailingRow[], month: string): Message {
  return message("cost-not-noted", {mailings: mailings.length, month: named(month)});
}

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
