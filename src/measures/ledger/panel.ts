import type {PanelCity} from "../../ledger/panel.ts";
import type {SuppliedCity} from "../print/supplied-places.ts";

/** Which cities of a panel were reached? */
export interface PanelReach {
  readonly reached: readonly PanelCity[];
  readonly missed: readonly PanelCity[];
  /** Copies that went to cities called like one of the panel, whose region or country was not noted. */
  readonly unplacedCopies: number;
}

/** Which cities of the panel got at least so many copies? One that is named without its region is that city in any. */
export function reachPanel(
  panel: readonly PanelCity[],
  cities: readonly SuppliedCity[],
  smallestCity: number,
): PanelReach {
  const isReached = (member: PanelCity): boolean => {
    const own = cities.filter((city) => isPanelCity(member, city));
    return own.reduce((sum, {copies}) => sum + copies, 0) >= smallestCity;
  };
  const unplaced = cities.filter((city) => {
    return !panel.some((member) => isPanelCity(member, city)) && panel.some((member) => mayBeIn(member, city));
  });
  return {
    reached: panel.filter(isReached),
    missed: panel.filter((member) => !isReached(member)),
    unplacedCopies: unplaced.reduce((sum, {copies}) => sum + copies, 0),
  };
}

/** Is the supplied city this one of the panel? */
export function isPanelCity({city, region, country}: PanelCity, supplied: SuppliedCity): boolean {
  const isRegion = region === undefined || region === supplied.region;
  const isCountry = country === undefined || country === supplied.country;
  return city === supplied.city && isRegion && isCountry;
}

/** Would the city be in the panel if what is not noted of it fitted? */
function mayBeIn({city, region, country}: PanelCity, supplied: SuppliedCity): boolean {
  const mayBeRegion = region === undefined || (supplied.region ?? region) === region;
  const mayBeCountry = country === undefined || (supplied.country ?? country) === country;
  return city === supplied.city && mayBeRegion && mayBeCountry;
}
