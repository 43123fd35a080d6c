import {listed, plural} from "../../base/text.ts";
import type {DeliveryRow} from "../../ledger/rows.ts";
import {type BookMeasure, type Found, found, missing} from "./book-measure.ts";
import {coverageNotes, coveredMonths, inThis, outsideBook, titleOf} from "./book-months.ts";
import type {LedgerNote} from "./ledger-note.ts";
import type {LedgerSource, LedgerSurvey} from "./ledger-survey.ts";
import {deliveriesIn, deliveryMonthsOf, regionsOf} from "./supplied-places.ts";

/** How many regions did copies go to? */
export function regionsReached({ledger, asked}: LedgerSource): BookMeasure[] {
  const {deliveries} = ledger;
  const {months} = asked.period;
  const book = deliveryMonthsOf(deliveries);
  const figure = (of: readonly string[]): Found => {
    const covered = coveredMonths(book, of);
    if (covered.length === 0) return outsideBook(book, of);
    const own = deliveriesIn(deliveries, covered).filter(({copies}) => copies > 0);
    const regions = regionsOf(own);
    if (regions.length > 0 || own.length === 0) return found(regions.length);
    return missing(`not recorded: no delivery ${inThis(of)} notes its region`);
  };
  return [
    {
      id: "regions-reached",
      label: "Regions reached",
      unit: "regions",
      decimals: 0,
      definition: "Regions that at least one copy went to. Deliveries that do not note their region are in none.",
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
  const text = `New against ${titleOf(previous.months)}: ${names}.`;
  return [{id: "regions-new", text, columns: period.months}];
}

function regionlessNotes(deliveries: readonly DeliveryRow[], months: readonly string[]): LedgerNote[] {
  const without = deliveriesIn(deliveries, months).filter(({region}) => region === null);
  const copies = without.reduce((sum, row) => sum + row.copies, 0);
  if (copies === 0) return [];
  const text = `${plural(copies, "copy", "copies")} went to places whose region was not noted.`;
  return [{id: "regions-not-noted", text, columns: months}];
}
