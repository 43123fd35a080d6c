import {parsePeriod} from "../../base/period.ts";
import type {CreditRow, Ledger} from "../../ledger/rows.ts";
import {forumMeasures} from "../forum/measures.ts";
import {forumReasons} from "../forum/reasons.ts";
import {mailDeliveredPercent, mailRefusedPercent, mailReturnedPercent} from "../mail/fate.ts";
import {mailIndex} from "../mail/mail-index.ts";
import {newsletterLists} from "../mail/newsletter-lists.ts";
import {
  newsletterBouncedPercent,
  newsletterGrowthPercent,
  newsletterSubscribers,
  newslettersSent,
} from "../mail/newsletters.ts";
import {mailRefusals} from "../mail/refusals.ts";
import {sustainableMonths, sustainableMonthsByProgramme, sustainablePieces} from "../mail/sustainable-months.ts";
import {circulationStatements} from "../print/circulation-statement.ts";
import {citiesReached} from "../print/cities-reached.ts";
import {citiesSupplied} from "../print/cities-supplied.ts";
import {daysToPercent} from "../print/days-to-percent.ts";
import {editionsTable} from "../print/editions.ts";
import {issuesOf} from "../print/issues.ts";
import {languagesWork} from "../print/languages-work.ts";
import {netCirculationMeasures} from "../print/net-circulation.ts";
import {printRunIndex, printRunIndexByTitle} from "../print/print-run-index.ts";
import {mapReach} from "../print/reach-map.ts";
import {regionsReached} from "../print/regions-reached.ts";
import type {MeasuredTable} from "../tables/table.ts";
import type {BookMeasure} from "./book-measure.ts";
import type {LedgerFigures, LedgerMeasure} from "./ledger-figures.ts";
import type {LedgerSource, LedgerSurvey} from "./ledger-survey.ts";
import {eventsIn} from "./moved-most.ts";
import {inOrder} from "./order.ts";
import {planLines} from "./plan-lines.ts";
import {rankLines} from "./rank-lines.ts";

/** Something that books yield. */
interface Yield<Made> {
  /** A contract, never renamed; `NAME` stands for what the publisher's books name. */
  readonly id: string;
  /** The books it is made from; where one of them has no row, it is not made. */
  readonly books: readonly (keyof Ledger)[];
  make(source: LedgerSource): Made[];
}

/** Every measure of the books, in the order of the report's table. */
export const ledgerMeasures: readonly Yield<BookMeasure>[] = [
  {id: "print-run-index", books: ["editions"], make: printRunIndex},
  {id: "print-run-index:NAME", books: ["editions"], make: printRunIndexByTitle},
  {id: "net-circulation", books: ["editions", "deliveries"], make: netCirculationMeasures},
  {id: "days-to-50-percent", books: ["editions", "deliveries"], make: daysToPercent(50)},
  {id: "days-to-80-percent", books: ["editions", "deliveries"], make: daysToPercent(80)},
  {id: "days-to-95-percent", books: ["editions", "deliveries"], make: daysToPercent(95)},
  {id: "cities-reached", books: ["deliveries"], make: citiesReached},
  {id: "regions-reached", books: ["deliveries"], make: regionsReached},
  {id: "mail-index", books: ["mailings"], make: mailIndex},
  {id: "mail-delivered-percent", books: ["mailings"], make: mailDeliveredPercent},
  {id: "mail-returned-percent", books: ["mailings"], make: mailReturnedPercent},
  {id: "mail-refused-percent", books: ["mailings"], make: mailRefusedPercent},
  {id: "sustainable-months", books: ["mailings", "funds"], make: sustainableMonths},
  {id: "sustainable-months:NAME", books: ["mailings", "funds"], make: sustainableMonthsByProgramme},
  {id: "sustainable-pieces", books: ["mailings", "funds"], make: sustainablePieces},
  {id: "newsletter-subscribers", books: ["newsletters"], make: newsletterSubscribers},
  {id: "newsletter-growth-percent", books: ["newsletters"], make: newsletterGrowthPercent},
  {id: "newsletters-sent", books: ["newsletters"], make: newslettersSent},
  {id: "newsletter-bounced-percent", books: ["newsletters"], make: newsletterBouncedPercent},
  {id: "forum-members", books: ["forum"], make: forumMeasures.members},
  {id: "forum-posts", books: ["forum"], make: forumMeasures.posts},
  {id: "forum-threads", books: ["forum"], make: forumMeasures.threads},
  {id: "forum-held", books: ["forum"], make: forumMeasures.held},
  {id: "forum-hidden", books: ["forum"], make: forumMeasures.hidden},
  {id: "forum-hours-to-decision", books: ["forum"], make: forumMeasures.hours},
];

/** Every table of the books, in the order of the report. */
export const ledgerTables: readonly Yield<MeasuredTable>[] = [
  {id: "editions", books: ["editions"], make: editionsTable},
  {id: "net-circulation", books: ["editions", "deliveries"], make: circulationStatements},
  {id: "cities-supplied", books: ["deliveries"], make: citiesSupplied},
  {id: "mail-refusals", books: ["mailings"], make: mailRefusals},
  {id: "newsletters", books: ["newsletters"], make: newsletterLists},
  {id: "languages-work", books: ["translations"], make: languagesWork},
  {id: "forum-reasons", books: ["forum"], make: forumReasons},
];

/**
 * What do the books yield for a period?
 *
 * Nothing is looked at but the rows and what is asked; in whatever order the rows stand, the figures are the same.
 *
 * @source docs/ledger-measures.md
 */
export function measureLedger(ledger: Ledger, asked: LedgerSurvey): LedgerFigures {
  const source = {ledger, issues: issuesOf(ledger), asked};
  const made = makeAll(ledgerMeasures, source);
  const notes = new Map(made.flatMap((measure) => measure.notes.map((note) => [note.id, note])));
  return {
    measures: made.map((measure) => monthsOf(measure, asked)),
    notes: [...notes.values()],
    tables: makeAll(ledgerTables, source),
    map: mapReach(source),
    plan: planLines(source, made),
    ranks: rankLines(source),
    credits: creditsIn(ledger.credits, asked.period.months),
    events: eventsIn(ledger.events, asked.period.months),
  };
}

function makeAll<Made>(yields: readonly Yield<Made>[], source: LedgerSource): Made[] {
  return yields
    .filter(({books}) => books.every((book) => (source.ledger[book]?.length ?? 0) > 0))
    .flatMap(({make}) => make(source));
}

function monthsOf(measure: BookMeasure, {period, previous}: LedgerSurvey): LedgerMeasure {
  const {id, label, unit, decimals, definition, range, notes} = measure;
  const figures = period.months.map((month) => measure.figure([month]));
  const total = measure.figure(period.months);
  const before = measure.figure(previous.months);
  return {
    ...{id, label, unit, decimals, definition},
    values: figures.map(({value}) => value),
    reasons: figures.map(({reason}) => reason),
    reported: figures.map(() => false),
    total: total.value,
    totalReason: total.reason,
    previousTotal: before.value,
    previousTotalReason: before.reason,
    range,
    notes: notes.map((note) => note.id),
  };
}

/** The credits of periods all of whose months are in this one. */
function creditsIn(credits: readonly CreditRow[], months: readonly string[]): CreditRow[] {
  const own = credits.filter(({period}) =>
    parsePeriod(period, "1970-01-01").months.every((one) => months.includes(one)),
  );
  return inOrder(
    own,
    ({period}) => period,
    ({post}) => post,
    ({what}) => what,
    ({by}) => by,
  );
}
