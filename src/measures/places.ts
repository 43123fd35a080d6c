import {listed, message} from "../base/words/message.ts";
import {readerColumns} from "./counted-columns.ts";
import {Printed} from "./disclosure/printed.ts";
import {printPublishedTable} from "./disclosure/published-rows.ts";
import {printedAlone, readersOf, wholeOf} from "./disclosure/whole.ts";
import type {TableEntry, TableLayout} from "./layout.ts";
import {askCounts} from "./tables/counts.ts";
import {type Grouping, groupItems} from "./tables/grouping.ts";
import {askTable, layTable} from "./tables/lay.ts";
import type {TableSource} from "./tables/source.ts";
import type {MeasuredTable} from "./tables/table.ts";

/** Where a reader is, as far as the address tells; "" for what is not known. */
export interface PlaceNames {
  readonly country: string;
  readonly region: string;
  readonly city: string;
}

/** The places that readers are in, as rows of a table. */
export interface Places extends Grouping {
  readonly isByCity: boolean;
  readonly count: number;
}

/** Loads `reader_item` and `grouping` for the places that readers are in. */
export async function groupPlaces(
  {engine}: TableSource,
  entryOf: (place: PlaceNames) => TableEntry | number,
): Promise<Places> {
  const asked = await engine.ask("places");
  const known = asked
    .map((row) => [String(row["country_name"]), String(row["region_name"]), String(row["city_name"])] as const)
    // Countries and cities number them alike.
    .sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1));
  // A reader may have been looked up by nothing: an input read while places were switched off.
  const places = known.some((names) => names.join("") === "") ? known : [...known, ["", "", ""] as const];
  const table = await engine.table("place_item");
  table.add(places.map((names, item) => [...names, item]));
  table.close();
  await engine.keep("reader_item", "reader-items");
  const grouping = await groupItems(engine, places, ([country, region, city]) => entryOf({country, region, city}));
  return {...grouping, isByCity: places.some(([, , city]) => city !== ""), count: places.length};
}

/** A table of places: readers by where their addresses are. */
export async function layPlaces(
  source: TableSource,
  {describe, load, itemsOf, isByCity, count}: Places,
  given: Pick<TableLayout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows" | "unknown">,
): Promise<MeasuredTable> {
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
      cellsOf: isByCity ? itemsOf : null,
      whole: null,
      notes: () => [{id: "places", text}],
    },
    source,
  );
  if (!isByCity) return layTable(asked, source, await printedAlone(asked, source));
  const printed = await printedByPlace(source, count);
  await printPublishedTable(printed, asked, source);
  return layTable(asked, source, printed);
}

/** What the tables of one report print of places: a country less the cities that are shown of it is a group, too. */
const printedPlaces = new WeakMap<TableSource, Printed>();

async function printedByPlace(source: TableSource, count: number): Promise<Printed> {
  const known = printedPlaces.get(source);
  if (known) return known;
  const {engine, period, smallest} = source;
  const load = async (): Promise<void> => {
    const table = await engine.table("grouping");
    table.add(Array.from({length: count}, (_, item) => [item, item]));
    table.close();
  };
  const layout = {question: "table-places", load};
  await load();
  const found = await askCounts(layout, source, period, Number.MAX_SAFE_INTEGER);
  const readers = new Map([...found].map(([item, counts]) => [item, counts["readers"] ?? 0]));
  const readersIn = (cells: readonly number[]) => readersOf(layout, source, cells, found.keys());
  const printed = new Printed({readers, readersOf: readersIn}, smallest);
  printed.print({...wholeOf(source), cells: printed.all});
  printedPlaces.set(source, printed);
  return printed;
}
