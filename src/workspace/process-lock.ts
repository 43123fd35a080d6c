import {lstatSync} from "node:fs";
import {DatabaseSync} from "node:sqlite";

/** Something that this process holds; it ends with `close`, and with the process however that ends. */
export type ProcessLock = Pick<DatabaseSync, "close" | "isOpen">;

/**
 * Takes a lock file, which it makes; null where another process has it.
 *
 * The lock is the operating system's: nobody who was killed leaves it behind.
 *
 * @throws What the file system says.
 */
export function holdLock(path: string): ProcessLock | null {
  const database = new DatabaseSync(path);
  try {
    database.exec("begin exclusive");
    return database;
  } catch (fault) {
    database.close();
    if (/locked|busy/i.test((fault as Error).message)) return null;
    throw fault;
  }
}

/** Takes a lock file that is there; null where another has it, or it cannot be had for whatever reason. */
export function holdIfFree(path: string): ProcessLock | null {
  try {
    // A link would lead to somebody's file.
    return lstatSync(path).isFile() ? holdLock(path) : null;
  } catch {
    return null;
  }
}
