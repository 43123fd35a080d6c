import {readKeptFile} from "../../workspace/kept-file.ts";
import {isWorkbook} from "../../workspace/text-file.ts";
import {readCsvGrid} from "./csv-grid.ts";
import type {SheetGrid} from "./grid.ts";
import {readWorkbook} from "./workbook.ts";

/**
 * The sheets of a spreadsheet, or the one of a CSV file.
 *
 * @param where What the file is called in messages.
 * @param names What columns may be called.
 * @throws {UserError} IMPORT_REFUSED
 */
export async function readGrids(path: string, where: string, names: readonly string[]): Promise<readonly SheetGrid[]> {
  const bytes = readImport(path, where);
  return isWorkbook(bytes) ? readWorkbook(bytes, where) : [readCsvGrid(bytes, where, names)];
}

/** The bytes of a file that was named; see {@link readGrids}. */
export function readImport(path: string, where: string): Buffer {
  return readKeptFile(path, {code: "IMPORT_REFUSED", name: "file", help: "check its name", where});
}
