import {readFile} from "node:fs/promises";
import {isWorkbook} from "../../workspace/text-file.ts";
import {readCsvGrid} from "./csv-grid.ts";
import type {Grid} from "./grid.ts";
import {importFault} from "./import-fault.ts";
import {readWorkbook} from "./workbook.ts";

/** More than any spreadsheet needs, and less than a text may have. */
const mostBytes = 2 ** 28;

/**
 * The sheets of a spreadsheet, or the one of a CSV file.
 *
 * @param where What the file is called in messages.
 * @param names What columns may be called.
 * @throws {UserError} IMPORT_REFUSED
 */
export async function readGrids(path: string, where: string, names: readonly string[]): Promise<readonly Grid[]> {
  const bytes = await readBytes(path, where);
  if (bytes.length > mostBytes) {
    throw importFault("the file has more than 256 megabytes", "add it in parts, as CSV in UTF-8", where);
  }
  return isWorkbook(bytes) ? readWorkbook(bytes, where) : [readCsvGrid(bytes, where, names)];
}

/** The bytes of a file that was named; see {@link readGrids}. */
export async function readBytes(path: string, where: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code === "ENOENT") throw importFault("there is no such file", "check its name", where);
    if (code === "EISDIR") throw importFault("it is a folder", "name a file in it", where);
    throw importFault("the file cannot be read", "check who may read it", where);
  }
}
