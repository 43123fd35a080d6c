import {eachRow} from "../../workspace/csv-rows.ts";
import {findSeparator} from "../../workspace/sheet-header.ts";
import {decodeText} from "../../workspace/text-file.ts";
import {tidyText} from "../cell-text.ts";
import type {Grid, GridRow} from "./grid.ts";
import {importFault} from "./import-fault.ts";

/**
 * Reads a CSV file of any columns.
 *
 * @param names What columns may be called, from which is told what parts the cells.
 * @throws {UserError} IMPORT_REFUSED
 */
export function readCsvGrid(bytes: Uint8Array, path: string, names: readonly string[]): Grid {
  const text = decodeText(bytes)?.text.replace(/\r\n?/g, "\n");
  if (text === undefined || text.includes("\0")) {
    throw importFault("the file is no text and no spreadsheet", "name an .xlsx, .ods or .csv file", path);
  }
  const rows: GridRow[] = [];
  const badLine = eachRow(text, findSeparator(text, names, [",", ";", "\t"]), (cells, line) => {
    rows.push({line, cells: cells.map(tidyText)});
  });
  if (badLine !== null) {
    const what = "a quote is opened and not closed, or stands in the middle of a cell";
    throw importFault(what, "put text that holds a quote in quotes, and write its quotes twice", `${path}:${badLine}`);
  }
  return {name: null, rows};
}
