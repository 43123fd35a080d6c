import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {feature} from "topojson-client";

type Topology = Parameters<typeof feature>[0];
type Outlines = ReturnType<typeof feature>;

/** How closely are coasts and borders drawn? In Natural Earth's scales. */
export type Detail = "50m" | "110m";

const loaded = new Map<Detail, Outlines>();

/** The countries of the world as outlines, from Natural Earth, which is in the public domain. */
export function loadCountries(detail: Detail): Outlines {
  const known = loaded.get(detail);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology;
  const outlines = feature(topology, topology.objects["countries"]!);
  loaded.set(detail, outlines);
  return outlines;
}
