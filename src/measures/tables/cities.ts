import {message, country as named} from "../../base/words/message.ts";
import {unknown} from "../layout.ts";
import {groupPlaces, layPlaces} from "../places.ts";
import {entryNamed} from "./grouping.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** In which cities are the readers? Only where the publisher's own database of places has cities. */
export async function makeCities(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  if (source.placesFrom.length === 0) return [];
  let hasCities = false;
  const grouping = await groupPlaces(source, ({country, region, city}) => {
    if (city === "") return unknown;
    hasCities = true;
    return entryNamed([country, region, city].join("/"), city, country === "" ? null : named(country));
  });
  if (!hasCities) return [];
  const table = await layPlaces(source, grouping, {
    id: "cities",
    title: message("table.cities"),
    rowLabel: message("head-city"),
    groupLabel: message("head-country"),
    definition: message("cities-means"),
    rows,
    unknown: message("not-known"),
  });
  return [table];
}
