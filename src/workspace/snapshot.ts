import {backup} from "node:sqlite";
import {openCatalogueFile} from "./catalogue/file.ts";

/**
 * Copies a database as it is at one moment, whoever writes in it meanwhile.
 *
 * @param to A file that is not there.
 * @throws What SQLite and the file system say.
 */
export async function snapshotDatabase(path: string, to: string): Promise<void> {
  const {database} = openCatalogueFile(path);
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
}
