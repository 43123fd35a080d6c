import type {PanelCity} from "../../ledger/panel.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {byText} from "../ledger/order.ts";
import {isPanelCity} from "../ledger/panel.ts";
import {locateCity, type Position} from "./gazetteer.ts";
import {citiesOf, deliveriesIn, type SuppliedCity, usualSmallestCity} from "./supplied-places.ts";

/** A city that copies went to, and where it is. */
export interface ReachedPlace extends Position {
  readonly city: string;
  readonly region: string | null;
  readonly country: string | null;
  readonly copies: number;
  /** Did it get enough to count as reached? */
  readonly isReached: boolean;
}

/** Where the copies of a period went, on the map. */
export interface ReachMap {
  /** The most copies first. */
  readonly places: readonly ReachedPlace[];
  /** Cities of which it is not known where they are, by name. */
  readonly unplaced: readonly string[];
  readonly unplacedCopies: number;
  /** Copies from which on a city counts as reached. */
  readonly smallestCity: number;
}

/**
 * Where did the copies go? Each city at its place: that which the panel of cities gives, else that of the gazetteer.
 *
 * @returns null where no copy went to a city that can be placed.
 * @source docs/ledger-measures.md#map
 */
export function mapReach({ledger, asked}: LedgerSource): ReachMap | null {
  const {panel, smallestCity = usualSmallestCity} = asked;
  const cities = citiesOf(deliveriesIn(ledger.deliveries, asked.period.months)).filter(({copies}) => copies > 0);
  const found = cities.map((supplied) => ({supplied, position: positionOf(supplied, panel ?? [])}));
  const places = found
    .flatMap(({supplied: {city, region, country, copies}, position}): ReachedPlace[] => {
      return position === null
        ? []
        : [{...{city, region, country, copies}, ...position, isReached: copies >= smallestCity}];
    })
    .sort((a, b) => b.copies - a.copies || byText(a.city, b.city) || a.latitude - b.latitude);
  const unplaced = found.filter(({position}) => position === null).map(({supplied}) => supplied);
  if (places.length === 0) return null;
  return {
    places,
    unplaced: unplaced.map(({city}) => city).sort(byText),
    unplacedCopies: unplaced.reduce((sum, {copies}) => sum + copies, 0),
    smallestCity,
  };
}

function positionOf(supplied: SuppliedCity, panel: readonly PanelCity[]): Position | null {
  return panel.find((member) => member.at !== undefined && isPanelCity(member, supplied))?.at ?? locateCity(supplied);
}
