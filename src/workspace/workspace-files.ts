import {existsSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";

/** The name of the file that makes a folder a workspace. */
export const configName = "broadsheet.yaml";

/** What the copy of the JSON Schema is called that lies beside it, so that an editor finds it without a network. */
export const schemaName = "broadsheet.schema.json";

/**
 * The folder with the nearest `broadsheet.yaml`, from `start` upwards.
 *
 * @throws {UserError} WORKSPACE_MISSING
 */
export function findWorkspace(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new UserError(
    "WORKSPACE_MISSING",
    `there is no ${configName} in this folder or above it`,
    advise("make-or-name-workspace"),
    resolve(start),
  );
}

/** The places of a store. */
export interface StorePaths {
  readonly folder: string;
  readonly key: string;
  /** The secret key with which editions are signed; made when the first is. */
  readonly signing: string;
  readonly catalogue: string;
  readonly lock: string;
  /** The lock of who changes what was published; held for moments. */
  readonly publishing: string;
  /** The lock of who changes a file that people edit; held for moments. */
  readonly editing: string;
  /** The lock of who builds the public archive. */
  readonly building: string;
  /** Parquet files, each written once. */
  readonly facts: string;
  /** Sealed books of clients' addresses, apart from the facts: throwing them away costs no figure. */
  readonly addresses: string;
  /** Which files were found whole today; gone without harm. */
  readonly checked: string;
  /** What one report has worked out and the next may use; empty without harm. */
  readonly retained: string;
  /** What an ingest that is going on has not finished; empty between two. */
  readonly work: string;
  /** What was found out of what needs a person, by what it was found out from; gone without harm. */
  readonly today: string;
  /** By which lists of robots the last report of each period was made, with its figures, and those lists. */
  readonly lists: string;
  /** What was read of editions when the public archive was built; gone without harm. */
  readonly archive: string;
}

/** Where a workspace's store is. */
export function storePaths(folder: string): StorePaths {
  const store = join(folder, "store");
  return {
    folder: store,
    key: join(store, "key"),
    signing: join(store, "signing-key"),
    catalogue: join(store, "catalogue.sqlite"),
    lock: join(store, "lock.sqlite"),
    publishing: join(store, "publishing.sqlite"),
    editing: join(store, "editing.sqlite"),
    building: join(store, "building.sqlite"),
    facts: join(store, "facts"),
    addresses: join(store, "addresses"),
    checked: join(store, "checked"),
    retained: join(store, "retained"),
    work: join(store, "work"),
    today: join(store, "today"),
    lists: join(store, "lists"),
    archive: join(store, "archive"),
  };
}

/** Everything in a store that is reached by its name: none of it may be a link. */
export function storeEntries(store: StorePaths): string[] {
  const beside = ["-wal", "-shm", "-journal"].map((ending) => `${store.catalogue}${ending}`);
  const holders = [store.lock, store.publishing, store.editing, store.building].map((lock) => holderNote({lock}));
  return [...Object.values(store), ...beside, ...holders];
}

/** Where it says who holds the lock. */
export function holderNote({lock}: Pick<StorePaths, "lock">): string {
  return `${lock}.holder`;
}

/** A path as a person in `cwd` would write it. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("../../") ? path : short;
}
