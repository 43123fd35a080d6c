import {message, country as named} from "../../base/words/message.ts";
import {unknown} from "../layout.ts";
import {groupPlaces, layPlaces} from "../places.ts";
import {entryNamed} from "./grouping.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** In which countries are the readers? */
export async function makeCountries(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  if (source.placesFrom.length === 0) return [];
  const grouping = await groupPlaces(source, ({country}) =>
    country === "" ? unknown : entryNamed(country, named(country)),
  );
  const table = await layPlaces(source, grouping, {
    id: "countries",
    title: message("table.countries"),
    rowLabel: message("head-country"),
    groupLabel: null,
    definition: message("countries-means"),
    rows,
    unknown: message("not-known"),
  });
  return [table];
}
