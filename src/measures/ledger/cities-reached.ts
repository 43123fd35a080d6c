import {formatNumber} from "../../base/number.ts";
import {listed, plural} from "../../base/text.ts";
import type {PanelCity} from "../../ledger/panel.ts";
import {type BookMeasure, type Found, found} from "./book-measure.ts";
import {coverageNotes, coveredMonths, outsideBook} from "./book-months.ts";
import type {LedgerNote} from "./ledger-note.ts";
import type {LedgerSource} from "./ledger-survey.ts";
import {byText} from "./order.ts";
import {type PanelReach, reachPanel} from "./panel.ts";
import {citiesOf, deliveriesIn, deliveryMonthsOf, usualSmallestCity} from "./supplied-places.ts";

/** How many cities got enough copies to count? Out of a named panel where there is one. */
export function citiesReached({ledger, asked}: LedgerSource): BookMeasure[] {
  const {deliveries} = ledger;
  const {panel, smallestCity = usualSmallestCity} = asked;
  const {months} = asked.period;
  const book = deliveryMonthsOf(deliveries);
  const figure = (of: readonly string[]): Found => {
    const covered = coveredMonths(book, of);
    if (covered.length === 0) return outsideBook(book, of);
    const cities = citiesOf(deliveriesIn(deliveries, covered));
    if (panel) return found(reachPanel(panel, cities, smallestCity).reached.length);
    return found(cities.filter(({copies}) => copies >= smallestCity).length);
  };
  const reach = panel && reachPanel(panel, citiesOf(deliveriesIn(deliveries, months)), smallestCity);
  const isCovered = coveredMonths(book, months).length > 0;
  return [
    {
      id: "cities-reached",
      label: "Cities reached",
      unit: panel ? `of ${plural(panel.length, "city", "cities")}` : "cities",
      decimals: 0,
      definition: `Cities that at least ${plural(smallestCity, "copy", "copies")} went to in the month, or in the whole period; copies that came back later are not taken off.`,
      better: "more",
      figure,
      notes: [
        ...(reach && isCovered ? panelNotes(reach, smallestCity, months) : []),
        ...coverageNotes("deliveries-covered", book, months),
      ],
      range: null,
    },
  ];
}

function panelNotes({reached, missed, unplacedCopies}: PanelReach, smallestCity: number, columns: readonly string[]) {
  const of = `${reached.length} of ${plural(reached.length + missed.length, "city", "cities")}`;
  const got = `got at least ${plural(smallestCity, "copy", "copies")} in the whole period`;
  const names = missed.map(nameOf).sort(byText);
  const notes: LedgerNote[] = [
    {
      id: "cities-panel",
      text: `${of} of the panel ${got}.${names.length === 0 ? "" : ` Not reached: ${listed(names)}.`}`,
      columns,
    },
  ];
  if (unplacedCopies === 0) return notes;
  const text = `${formatNumber(unplacedCopies)} copies went to cities called like one of the panel, but their region or country was not noted: they are not counted for it.`;
  return [...notes, {id: "cities-panel-unplaced", text, columns}];
}

function nameOf({city, region, country}: PanelCity): string {
  const more = [region, country].filter((part) => part !== undefined).join(", ");
  return more === "" ? city : `${city} (${more})`;
}
