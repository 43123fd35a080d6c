import {createRequire} from "node:module";
import {countryTitle} from "../../base/country.ts";

/** A point on the earth, in degrees; south and west are below 0. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A city as a book names it. */
interface NamedCity {
  readonly city: string;
  readonly region: string | null;
  readonly country: string | null;
}

interface KnownCity {
  readonly city: string;
  readonly city_ascii: string;
  readonly province: string;
  readonly state_ansi?: string;
  readonly country: string;
  readonly iso2: string;
  readonly iso3: string;
  readonly lat: number;
  readonly lng: number;
  readonly pop: number;
}

let byName: ReadonlyMap<string, readonly KnownCity[]> | null = null;

/**
 * Where is a city, out of some 7,300 of the world's largest?
 *
 * Accents and capitals make no difference. Of several of one name in a country, the one in the region that is named; where none
 * is, the largest.
 *
 * @returns null where it is not among them, or where it is not plain which it is.
 */
export function locateCity({city, region, country}: NamedCity): Position | null {
  byName ??= loadCities();
  const ofName = byName.get(plainOf(city)) ?? [];
  const inCountry =
    country === null
      ? ofName
      : ofName.filter((one) => isNamed(country, one.iso2, one.iso3, one.country, countryTitle(one.iso2)));
  const inRegion =
    region === null ? inCountry : inCountry.filter((one) => isNamed(region, one.province, one.state_ansi ?? ""));
  // Regions have many names: a city that its country has once only needs none.
  const candidates = inRegion.length > 0 ? inRegion : country !== null && inCountry.length === 1 ? inCountry : [];
  const [largest] = candidates.toSorted((a, b) => b.pop - a.pop);
  return largest === undefined ? null : {latitude: largest.lat, longitude: largest.lng};
}

function isNamed(name: string, ...known: readonly string[]): boolean {
  return known.some((one) => one !== "" && plainOf(one) === plainOf(name));
}

function plainOf(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function loadCities(): Map<string, KnownCity[]> {
  // Two megabytes, which only a report with a book of deliveries needs.
  const {cityMapping} = createRequire(import.meta.url)("city-timezones") as {
    readonly cityMapping: readonly KnownCity[];
  };
  const named = new Map<string, KnownCity[]>();
  for (const one of cityMapping) {
    for (const name of new Set([plainOf(one.city), plainOf(one.city_ascii)])) {
      const others = named.get(name);
      if (others) others.push(one);
      else named.set(name, [one]);
    }
  }
  return named;
}
