import {listed, message, sentences, figure as shown} from "../../base/words/message.ts";
import type {PanelCity} from "../../ledger/panel.ts";
import {type BookMeasure, type BookValue, found} from "../ledger/book-measure.ts";
import {coverageNotes, coveredMonths, outsideBook} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {byText} from "../ledger/order.ts";
import {type PanelReach, reachPanel} from "../ledger/panel.ts";
import {citiesOf, deliveriesIn, deliveryMonthsOf, usualSmallestCity} from "./supplied-places.ts";

/** How many cities got enough copies to count? Out of a named panel where there is one. */
export function citiesReached({ledger, asked}: LedgerSource): BookMeasure[] {
  const {deliveries} = ledger;
  const {panel, smallestCity = usualSmallestCity} = asked;
  const {months} = asked.period;
  const book = deliveryMonthsOf(deliveries);
  const figure = (of: readonly string[]): BookValue => {
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
      label: message("measure.cities-reached"),
      unit: panel ? message("unit.of-cities", {count: panel.length}) : message("unit.cities"),
      decimals: 0,
      definition: message("cities-reached-means", {copies: smallestCity}),
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
  const cities = reached.length + missed.length;
  const said = message("panel-reached", {reached: String(reached.length), cities, copies: smallestCity});
  const names = missed.map(nameOf).sort(byText);
  const notes: LedgerNote[] = [
    {
      id: "cities-panel",
      text: names.length === 0 ? said : sentences([said, message("panel-missed", {cities: listed(names)})]),
      columns,
    },
  ];
  if (unplacedCopies === 0) return notes;
  const text = message("panel-unplaced", {copies: shown(unplacedCopies)});
  return [...notes, {id: "cities-panel-unplaced", text, columns}];
}

function nameOf({city, region, country}: PanelCity): string {
  const more = [region, country].filter((part) => part !== undefined).join(", ");
  return more === "" ? city : `${city} (${more})`;
}
