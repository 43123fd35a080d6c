import {listed, message} from "../../base/words/message.ts";
import type {DeliveryRow} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {coverageNotes, coveredMonths, outsideBook, reasonSpan, titleOf} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {LedgerSource, LedgerSurvey} from "../ledger/ledger-survey.ts";
import {deliveriesIn, deliveryMonthsOf, regionsOf} from "./supplied-places.ts";

/** How many regions did copies go to? */
export function regionsReached({ledger, asked}: LedgerSource): BookMeasure[] {
  const {deliveries} = ledger;
  const {months} = asked.period;
  const book = deliveryMonthsOf(deliveries);
  const figure = (of: readonly string[]): BookValue => {
    const covered = coveredMonths(book, of);
    if (covered.length === 0) return outsideBook(book, of);
    const own = deliveriesIn(deliveries, covered).filter(({copies}) => copies > 0);
    const regions = regionsOf(own);
    if (regions.length > 0 || own.length === 0) return found(regions.length);
    return missing(message("no-region-noted", reasonSpan(of)));
  };
  return [
    {
      id: "regions-reached",
      label: message("measure.regions-reached"),
      unit: message("unit.regions"),
      decimals: 0,
      definition: message("regions-reached-means"),
      better: "more",
      figure,
      notes: [
        ...newRegionNotes(deliveries, asked),
        ...regionlessNotes(deliveries, months),
        ...coverageNotes("deliveries-covered", book, months),
      ],
      range: null,
    },
  ];
}

/** Names the regions that the previous period did not have; none where the book has nothing of that period. */
export function newRegionNotes(deliveries: readonly DeliveryRow[], {period, previous}: LedgerSurvey): LedgerNote[] {
  if (coveredMonths(deliveryMonthsOf(deliveries), previous.months).length === 0) return [];
  const before = new Set(regionsOf(deliveriesIn(deliveries, previous.months)).map(({key}) => key));
  const fresh = regionsOf(deliveriesIn(deliveries, period.months)).filter(({key}) => !before.has(key));
  if (fresh.length === 0) return [];
  const names = listed(fresh.map(({region}) => region));
  const text = message("regions-new", {period: titleOf(previous.months), regions: names});
  return [{id: "regions-new", text, columns: period.months}];
}

function regionlessNotes(deliveries: readonly DeliveryRow[], months: readonly string[]): LedgerNote[] {
  const without = deliveriesIn(deliveries, months).filter(({region}) => region === null);
  const copies = without.reduce((sum, row) => sum + row.copies, 0);
  if (copies === 0) return [];
  const text = message("regions-not-noted", {copies});
  return [{id: "regions-not-noted", text, columns: months}];
}
