import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import type {FactStore} from "../../engine/fact-store.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Location, PlaceFinder} from "../places/finder.ts";

const shapes = {
  found: {name: "text", place: "integer"},
  place: {place: "integer", country: "text", region: "text", city: "text", network: "text"},
} as const;

/**
 * Looks up where the readers of an input are, and in whose network, while their names are known, and says into which file it wrote that: one row
 * a reader, under the reader's number.
 *
 * @param clients The table of their names; see `DraftClients`.
 */
export async function writePlaces(
  clients: string,
  finder: PlaceFinder,
  {engine, workspace}: {readonly engine: FactStore; readonly workspace: Workspace},
): Promise<string> {
  const id = randomUUID().replaceAll("-", "");
  const tables = {found: `found_${id}`, place: `place_${id}`};
  const file = join(workspace.store.work, `${randomUUID()}.parquet`);
  try {
    const places = new PlaceNumbers();
    const found = await engine.draftTable(tables.found, shapes.found);
    await engine.texts(`select distinct name from ${clients} where name is not null`, (names) => {
      found.add(names.map((name) => [name, places.numberOf(finder.find(name))]));
    });
    found.close();
    const writer = await engine.draftTable(tables.place, shapes.place);
    writer.add(places.rows());
    writer.close();
    // Sorted: the same input gives the same file.
    await engine.run(`copy (
        select reader, country, region, city, network
        from (select distinct reader, name from ${clients})
        left join ${tables.found} using (name)
        left join ${tables.place} using (place)
        order by reader)
      to ${engine.file(file)} (format parquet, compression zstd, parquet_version v2)`);
    return file;
  } catch (fault) {
    rmSync(file, {force: true});
    throw fault;
  } finally {
    await engine.run(`drop table if exists ${tables.found}; drop table if exists ${tables.place}`);
  }
}

/** The places found so far, by what they are; each has its number. */
class PlaceNumbers {
  readonly #places = new Map<string, {readonly number: number; readonly place: Location}>();

  numberOf(place: Location): number {
    const key = [place.country, place.region, place.city, place.network].join("\n");
    const known = this.#places.get(key);
    if (known) return known.number;
    const number = this.#places.size;
    this.#places.set(key, {number, place});
    return number;
  }

  rows(): [number, string | null, string | null, string | null, string | null][] {
    return [...this.#places.values()].map(({number, place: {country, region, city, network}}) => {
      return [number, country, region, city, network];
    });
  }
}
