import {join} from "node:path";
import type {Catalogue, PartRow} from "./catalogue/catalogue.ts";
import type {StoredFile} from "./checked-files.ts";
import type {StorePaths} from "./workspace-files.ts";

/** The files of these parts, with what they held when they were written. */
export function storedFiles(parts: readonly PartRow[], store: StorePaths, catalogue: Catalogue): StoredFile[] {
  const seals = catalogue.seals();
  return parts.flatMap(({file, places}): StoredFile[] => [
    {path: join(store.facts, file), holds: "facts", seal: seals.get(file) ?? null},
    ...(places === null ? [] : [placesFile(places)]),
  ]);

  function placesFile(places: string): StoredFile {
    return {path: join(store.facts, places), holds: "places", seal: seals.get(places) ?? null};
  }
}

/** The books of addresses that the catalogue names. */
export function storedBooks(store: StorePaths, catalogue: Catalogue): StoredFile[] {
  const seals = catalogue.seals();
  return catalogue.books().map(({file}) => {
    return {path: join(store.addresses, file), holds: "addresses", seal: seals.get(file) ?? null};
  });
}
