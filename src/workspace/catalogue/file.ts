import {existsSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {pathToFileURL} from "node:url";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {mayWrite} from "../may-write.ts";

/** The catalogue's database, and whether it may be written. */
export interface CatalogueFile {
  readonly database: DatabaseSync;
  readonly isReadOnly: boolean;
}

/**
 * Opens the file of a catalogue, to be written where it may be.
 *
 * A workspace that may only be read (a copy on a medium that takes no writes, files without the right to write) is read as it stands.
 * One that has no catalogue has read nothing so far.
 *
 * @throws {UserError} WORKSPACE_DENIED where the last changes have not found their place in the file, and it may not be written
 */
export function openCatalogueFile(path: string): CatalogueFile {
  if (path === ":memory:") return {database: new DatabaseSync(path), isReadOnly: false};
  const folder = dirname(path);
  if (!existsSync(folder) || (mayWrite(folder) && (!existsSync(path) || mayWrite(path)))) {
    return {database: new DatabaseSync(path, {timeout: 30_000}), isReadOnly: false};
  }
  if (!existsSync(path)) return {database: new DatabaseSync(":memory:"), isReadOnly: false};
  return {database: openAsItStands(path), isReadOnly: true};
}

function openAsItStands(path: string): DatabaseSync {
  const isInUse = existsSync(`${path}-shm`);
  const waiting = statSync(`${path}-wal`, {throwIfNoEntry: false})?.size ?? 0;
  const where = pathToFileURL(path);
  // Nobody else writes it: then it can be read without the files that several need to agree.
  if (!isInUse && waiting === 0) where.searchParams.set("immutable", "1");
  const database = new DatabaseSync(where, {readOnly: true, timeout: 30_000});
  try {
    database.prepare("pragma user_version").get();
    return database;
  } catch {
    database.close();
    throw new UserError(
      "WORKSPACE_DENIED",
      "the last changes of the catalogue wait to be taken over into it, and it may not be written",
      advise("update-catalogue"),
      path,
    );
  }
}
