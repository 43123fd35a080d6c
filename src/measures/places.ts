import {listed, message} from "../base/words/message.ts";
import {readerColumns} from "./counted-columns.ts";
import {printedAlone} from "./disclosure/whole.ts";
import {type Grouping, groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay-table.ts";
import type {Entry, Layout} from "./layout.ts";
import type {Table} from "./table.ts";
import type {TableSource} from "./table-source.ts";

/** Where a reader is, as far as the address tells; "" for what is not known. */
export interface PlaceNames {
  readonly country: string;
  readonly region: string;
  readonly city: string;
}

/** Loads `reader_item` and `grouping` for the places that readers are in. */
export async function groupPlaces(
  {engine}: TableSource,
  entryOf: (place: PlaceNames) => Entry | number,
): Promise<Grouping> {
  const asked = await engine.ask("places");
  const known = asked.map(
    (row) => [String(row["country_name"]), String(row["region_name"]), String(row["city_name"])] as const,
  );
  // A reader may have been looked up by nothing: an input read while places were switched off.
  const places = known.some((names) => names.join("") === "") ? known : [...known, ["", "", ""] as const];
  const table = await engine.table("place_item", {
    country_name: "text",
    region_name: "text",
    city_name: "text",
    item: "integer",
  });
  table.add(places.map((names, item) => [...names, item]));
  table.close();
  await engine.keep("reader_item", "reader-items");
  return groupItems(engine, places, ([country, region, city]) => entryOf({country, region, city}));
}

/** A table of places: readers by where their addresses are. */
export async function layPlaces(
  source: TableSource,
  {describe, load}: Grouping,
  given: Pick<Layout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows" | "unknown">,
): Promise<Table> {
  const text = message("places-looked-up", {sources: listed(source.placesFrom)});
  const asked = await askTable(
    {
      ...given,
      form: "ranked",
      question: "table-places",
      amount: "documents",
      columns: readerColumns,
      describe,
      load,
      isOneRowEach: true,
      whole: null,
      notes: () => [{id: "places", text}],
    },
    source,
  );
  return layTable(asked, source, printedAlone(asked, source));
}
