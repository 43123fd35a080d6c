import {countryTitle} from "../../base/country.ts";
import {entryNamed} from "../grouping.ts";
import {unknown} from "../lay-table.ts";
import {groupPlaces, layPlaces} from "../places.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** In which countries are the readers? */
export async function makeCountries(source: TableSource, rows: number): Promise<Table[]> {
  if (source.placesFrom.length === 0) return [];
  const grouping = await groupPlaces(source, ({country}) =>
    country === "" ? unknown : entryNamed(country, countryTitle(country)),
  );
  const table = await layPlaces(source, grouping, {
    id: "countries",
    title: "Countries",
    rowLabel: "Country",
    groupLabel: null,
    definition:
      "Counted requests by the country that the reader's address is registered in. Who reads through a company's network or a relay may be elsewhere.",
    rows,
    unknown: "Not known",
  });
  return [table];
}
