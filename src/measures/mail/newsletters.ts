import {message} from "../../base/words/message.ts";
import type {NewsletterRow} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {
  type BookMonths,
  bookMonthsOf,
  coverageNotes,
  coveredMonths,
  monthOfDay,
  outsideBook,
  reasonSpan,
} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {sumOf} from "../ledger/order.ts";
import {fewest} from "../ledger/told.ts";

type Rows = readonly NewsletterRow[];
type Figure = (rows: Rows, covered: readonly string[]) => BookValue;

/** How many subscribe to newsletters, at the end of a month? */
export function newsletterSubscribers(source: LedgerSource): BookMeasure[] {
  return [measureOf(source, "newsletter-subscribers", "unit.subscribers", subscribersAfter)];
}

/** How many mails were sent? */
export function newslettersSent(source: LedgerSource): BookMeasure[] {
  return [
    measureOf(source, "newsletters-sent", "unit.mails", (rows, months) =>
      found(sumOf(newslettersIn(rows, months).map(({sent}) => sent))),
    ),
  ];
}

/** What share of the mails could not be delivered? */
export function newsletterBouncedPercent(source: LedgerSource): BookMeasure[] {
  const {id, better, ...rest} = measureOf(
    source,
    "newsletter-bounced-percent",
    "unit.percent-of-mails-sent",
    bouncedShare,
  );
  return [{id, ...rest, better: "less", decimals: 1}];
}

/** By how much are there more subscribers than at the end of the month before? */
export function newsletterGrowthPercent(source: LedgerSource): BookMeasure[] {
  return [{...measureOf(source, "newsletter-growth-percent", "unit.percent", growth), decimals: 1}];
}

/** Which months does the book of newsletters speak of? */
export function newsletterMonthsOf(rows: Rows): BookMonths {
  return bookMonthsOf(
    message("book-newsletters"),
    rows.map(({on}) => on),
  );
}

/** What was sent, or counted, in the months. */
export function newslettersIn(rows: Rows, months: readonly string[]): NewsletterRow[] {
  return rows.filter(({on}) => months.includes(monthOfDay(on)));
}

/** How many subscribe to a list at the end of a month: what was noted last; null where nothing was. Of a day with several counts the largest. */
export function lastNoted(rows: Rows, month: string): number | null {
  let [last, value]: [string, number | null] = ["", null];
  for (const {on, subscribers} of rows) {
    if (subscribers === null || monthOfDay(on) > month || on < last) continue;
    value = on === last ? Math.max(value ?? 0, subscribers) : subscribers;
    last = on;
  }
  return value;
}

/** The share of mails that bounced, in percent, out of those of which it was noted; null where of none. */
export function bouncedPercentOf(rows: Rows): number | null {
  const noted = rows.filter(({sent, bounced}) => sent > 0 && bounced !== null);
  if (noted.length === 0) return null;
  return (sumOf(noted.map(({bounced}) => bounced!)) / sumOf(noted.map(({sent}) => sent))) * 100;
}

type MeasureId =
  | "newsletter-subscribers"
  | "newsletters-sent"
  | "newsletter-bounced-percent"
  | "newsletter-growth-percent";
type UnitName = "unit.subscribers" | "unit.mails" | "unit.percent-of-mails-sent" | "unit.percent";

function measureOf({ledger, asked}: LedgerSource, id: MeasureId, unit: UnitName, figure: Figure): BookMeasure {
  const {newsletters} = ledger;
  const book = newsletterMonthsOf(newsletters);
  return {
    id,
    label: message(`measure.${id}`),
    unit: message(unit),
    decimals: 0,
    definition: message(`${id}-means`),
    better: "more",
    figure(months) {
      const covered = coveredMonths(book, months);
      return covered.length === 0 ? outsideBook(book, months) : figure(newsletters, covered);
    },
    notes: coverageNotes("newsletters-covered", book, asked.period.months),
    range: null,
  };
}

/** All lists together; null where nothing was noted of any. */
function subscribersAt(rows: Rows, month: string): number | null {
  const ofLists = [...Map.groupBy(rows, ({list}) => list).values()].map((own) => lastNoted(own, month));
  const noted = ofLists.filter((count) => count !== null);
  return noted.length === 0 ? null : sumOf(noted);
}

function subscribersAfter(rows: Rows, months: readonly string[]): BookValue {
  const count = subscribersAt(rows, months.at(-1)!);
  if (count === null) return missing(message("subscribers-not-noted"));
  return count > 0 && count < fewest ? missing(message("fewer-subscribers", {smallest: fewest})) : found(count);
}

function bouncedShare(rows: Rows, months: readonly string[]): BookValue {
  const own = newslettersIn(rows, months).filter(({sent}) => sent > 0);
  if (own.length === 0) return missing(message("no-mail-sent", reasonSpan(months)));
  const share = bouncedPercentOf(own);
  return share === null ? missing(message("bounces-not-noted")) : found(share);
}

function growth(rows: Rows, months: readonly string[]): BookValue {
  const [now, before] = [subscribersAt(rows, months.at(-1)!), subscribersBefore(rows, months[0]!)];
  if (now === null) return missing(message("subscribers-not-noted"));
  if (before === null || before === 0) return missing(message("no-subscribers-before"));
  if (now < fewest || before < fewest) return missing(message("fewer-subscribers", {smallest: fewest}));
  return found((now / before - 1) * 100);
}

/** At the end of the month before. */
function subscribersBefore(rows: Rows, month: string): number | null {
  const earlier = rows.filter(({on}) => monthOfDay(on) < month);
  return subscribersAt(earlier, month);
}
