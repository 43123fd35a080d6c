import {formatNumber} from "../../base/number.ts";
import {plural} from "../../base/text.ts";
import type {Ledger} from "../../ledger/rows.ts";
import {type BookMeasure, type Found, found, missing} from "./book-measure.ts";
import type {LedgerRange} from "./ledger-note.ts";
import type {LedgerSource} from "./ledger-survey.ts";
import {fundsAt, levelAt, type MailFunds, type MailLevel, mailMoneyOf} from "./mail-money.ts";
import {fundsSentence, purposeNotes} from "./mail-purposes.ts";
import {mailMonthsOf} from "./mailings.ts";
import {nameIds} from "./named-id.ts";
import {byText, sumOf} from "./order.ts";

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
      label: "Pieces a month for a year",
      unit: "pieces a month",
      decimals: 0,
      definition:
        "Money for mail left at the end of the month, divided by twelve and by what a piece cost on average in the last six months.",
      better: "more",
      figure: (months) => {
        const present = presentOf(ledger, null, months.at(-1)!);
        if (typeof present === "string") return missing(present);
        const {funds, level} = present;
        if (level.pieces === 0) return missing("no piece was sent in the last six months");
        return found(Math.max(0, funds.left) / 12 / (sumOf(level.costs) / level.pieces));
      },
      notes: [],
      range: null,
    },
  ];
}

function monthsMeasure({ledger, asked}: LedgerSource, programme: string | null): BookMeasure {
  const {months} = asked.period;
  const of = programme === null ? "mail" : programme;
  const ids = nameIds(ledger.mailings.map((row) => row.programme));
  const id = `sustainable-months${programme === null ? "" : `:${ids.get(programme)}`}`;
  const present = presentOf(ledger, programme, months.at(-1)!);
  return {
    id,
    label: `Months that the money for ${of} lasts`,
    unit: "months",
    decimals: 1,
    definition: `Money for ${of} left at the end of the month, divided by what it cost a month on average in the last six months. Money that is yet to come in is not in it.`,
    better: "more",
    figure: (of) => monthsLeft(presentOf(ledger, programme, of.at(-1)!)),
    notes: [
      ...(typeof present === "string" ? [] : [{id: `${id}-left`, text: leftText(present, of), columns: months}]),
      ...(programme === null ? purposeNotes(ledger, months) : []),
    ],
    range: typeof present === "string" ? null : rangeOf(present),
  };
}

interface Present {
  readonly funds: MailFunds;
  readonly level: MailLevel;
}

/** The money and the costs at the end of a month, or why they are not known. */
function presentOf(ledger: Ledger, programme: string | null, month: string): Present | string {
  const money = mailMoneyOf(ledger, programme);
  const level = levelAt(money, mailMonthsOf(ledger.mailings).last, month);
  if (typeof level === "string") return level;
  const funds = fundsAt(money, month);
  return typeof funds === "string" ? funds : {funds, level};
}

function monthsLeft(present: Present | string): Found {
  if (typeof present === "string") return missing(present);
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

function leftText(present: Present, whatFor: string): string {
  const {least, most} = rangeOf(present);
  const {costs} = present.level;
  const [dear, cheap] = [Math.max(...costs), Math.min(...costs)].map((cost) => formatNumber(cost, 2));
  const months = plural(costs.length, "month", "months");
  const longest =
    most === null ? "in one of them nothing was spent" : `at the least (${cheap}) ${formatNumber(most, 1)}`;
  const range = `At the greatest monthly cost of the last ${months} (${dear}) it lasts ${formatNumber(least, 1)} months, ${longest}.`;
  return `${fundsSentence(present.funds, whatFor)} ${range}`;
}
