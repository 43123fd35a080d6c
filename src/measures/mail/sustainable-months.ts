import {
  isSpoken,
  message,
  sentences,
  figure as shown,
  type Translatable,
  type Wording,
} from "../../base/words/message.ts";
import type {Ledger} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import type {LedgerRange} from "../ledger/ledger-note.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {nameIds} from "../ledger/named-id.ts";
import {byText, sumOf} from "../ledger/order.ts";
import {mailMonthsOf} from "./mailings.ts";
import {fundsAt, fundsSentence, levelAt, type MailFunds, type MailLevel, mailMoneyOf, purposeNotes} from "./money.ts";

/** For how many months does the money for mail last at the present level? */
export function sustainableMonths(source: LedgerSource): BookMeasure[] {
  return [monthsMeasure(source, null)];
}

/** The same for each programme by itself, with the money given in its name; none where there is one programme only. */
export function sustainableMonthsByProgramme(source: LedgerSource): BookMeasure[] {
  const {mailings, funds} = source.ledger;
  const programmes = [...new Set(mailings.map(({programme}) => programme))].sort(byText);
  const own = programmes.filter((programme) => funds.some(({purpose}) => purpose === programme));
  return programmes.length < 2 ? [] : own.map((programme) => monthsMeasure(source, programme));
}

/** How many pieces a month could be sent for a year? */
export function sustainablePieces({ledger}: LedgerSource): BookMeasure[] {
  return [
    {
      id: "sustainable-pieces",
      label: message("measure.sustainable-pieces"),
      unit: message("unit.pieces-a-month"),
      decimals: 0,
      definition: message("sustainable-pieces-means"),
      better: "more",
      figure: (months) => {
        const present = presentOf(ledger, null, months.at(-1)!);
        if (isSpoken(present)) return missing(present);
        const {funds, level} = present;
        if (level.pieces === 0) return missing(message("nothing-sent-in-six-months"));
        return found(Math.max(0, funds.left) / 12 / (sumOf(level.costs) / level.pieces));
      },
      notes: [],
      range: null,
    },
  ];
}

function monthsMeasure({ledger, asked}: LedgerSource, programme: string | null): BookMeasure {
  const {months} = asked.period;
  const ids = nameIds(ledger.mailings.map((row) => row.programme));
  const id = `sustainable-months${programme === null ? "" : `:${ids.get(programme)}`}`;
  const present = presentOf(ledger, programme, months.at(-1)!);
  return {
    id,
    label:
      programme === null
        ? message("measure.sustainable-months")
        : message("measure.sustainable-months:NAME", {name: programme}),
    unit: message("unit.months"),
    decimals: 1,
    definition:
      programme === null
        ? message("sustainable-months-means")
        : message("sustainable-months-of-programme-means", {name: programme}),
    better: "more",
    figure: (of) => monthsLeft(presentOf(ledger, programme, of.at(-1)!)),
    notes: [
      ...(isSpoken(present)
        ? []
        : [{id: `${id}-left`, text: leftText(present, programme ?? message("for-mail")), columns: months}]),
      ...(programme === null ? purposeNotes(ledger, months) : []),
    ],
    range: isSpoken(present) ? null : rangeOf(present),
  };
}

interface Present {
  readonly funds: MailFunds;
  readonly level: MailLevel;
}

/** The money and the costs at the end of a month, or why they are not known. */
function presentOf(ledger: Ledger, programme: string | null, month: string): Present | Translatable {
  const money = mailMoneyOf(ledger, programme);
  const level = levelAt(money, mailMonthsOf(ledger.mailings).last, month);
  if (isSpoken(level)) return level;
  const funds = fundsAt(money, month);
  return isSpoken(funds) ? funds : {funds, level};
}

function monthsLeft(present: Present | Translatable): BookValue {
  if (isSpoken(present)) return missing(present);
  const {costs} = present.level;
  return found(lasts(present, sumOf(costs) / costs.length));
}

/** Debts last for no month; they are none to look forward to. */
function lasts({funds}: Present, cost: number): number {
  return Math.max(0, funds.left) / cost;
}

/** Between the dearest and the cheapest of the last months. */
function rangeOf(present: Present): LedgerRange {
  const {costs} = present.level;
  const least = Math.min(...costs);
  return {least: lasts(present, Math.max(...costs)), most: least === 0 ? null : lasts(present, least)};
}

function leftText(present: Present, whatFor: Wording): Wording {
  const {least, most} = rangeOf(present);
  const {costs} = present.level;
  const [dear, cheap] = [Math.max(...costs), Math.min(...costs)];
  const known = {months: costs.length, dear: shown(dear, 2), least: shown(least, 1)};
  const range =
    most === null
      ? message("lasts-open", known)
      : message("lasts-between", {...known, cheap: shown(cheap, 2), most: shown(most, 1)});
  return sentences([fundsSentence(present.funds, whatFor), range]);
}
