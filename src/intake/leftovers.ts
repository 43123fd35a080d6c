import {mkdirSync} from "node:fs";
import {deleteOwn, deleteOwnFolder, ownForms} from "../base/own-files.ts";
import type {Catalogue} from "../workspace/catalogue/catalogue.ts";
import type {StorePaths} from "../workspace/workspace-files.ts";

/**
 * Takes away what ingests that were killed have left: unfinished work, and files that no row of the catalogue counts.
 * Only who holds the workspace's lock may ask for it.
 */
export function clearLeftovers(store: StorePaths, catalogue: Catalogue): void {
  clearWork(store);
  const counted = catalogue.files().union(catalogue.placesFiles());
  // A report that began before may still read a file that was replaced since: those go an hour later.
  const hourAgo = Date.now() - 3_600_000;
  deleteOwn(store.facts, ownForms.facts, (name, {mtimeMs}) => !counted.has(name) && mtimeMs < hourAgo);
  deleteOwn(store.folder, ownForms.spill, (_, {mtimeMs}) => mtimeMs < hourAgo);
  clearBooks(store, catalogue);
}

/** Takes away the books of addresses that no row counts. At once: what is shown from them can do without. */
export function clearBooks({addresses}: StorePaths, catalogue: Catalogue): void {
  const counted = new Set(catalogue.books().map(({file}) => file));
  deleteOwn(addresses, ownForms.addresses, (name) => !counted.has(name));
}

/** Takes away what an ingest works with until it is done. */
export function clearWork({work}: StorePaths): void {
  mkdirSync(work, {recursive: true, mode: 0o700});
  deleteOwn(work, ownForms.work);
}

/**
 * Takes away what an ingest works with while it may still be at work, because the process ends: with the folder gone, what
 * other threads have begun to write finds no place.
 */
export function removeWork({work}: StorePaths): void {
  deleteOwnFolder(work, ownForms.work);
}
