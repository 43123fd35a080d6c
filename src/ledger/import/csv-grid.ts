import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import {findSeparator} from "../../workspace/sheet/header.ts";
import {decodeText} from "../../workspace/text-file.ts";
import {tidyText} from "../cell-text.ts";
import type {GridRow, SheetGrid} from "./grid.ts";
import {importFault} from "./import-fault.ts";
import {mostCells} from "./open-document.ts";

/**
 * Reads a CSV file of any columns.
 *
 * @param names What columns may be called, from which is told what parts the cells.
 * @throws {UserError} IMPORT_REFUSED
 */
export function readCsvGrid(bytes: Uint8Array, path: string, names: readonly string[]): SheetGrid {
  const text = decodeText(bytes)?.text.replace(/\r\n?/g, "\n");
  if (text === undefined || text.includes("\0")) {
    throw importFault("the file is no text and no spreadsheet", "name an .xlsx, .ods or .csv file", path);
  }
  const rows: GridRow[] = [];
  let cellCount = 0;
  const badRow = eachRow(text, findSeparator(text, names, [",", ";", "\t"]), (cells, line) => {
    cellCount += cells.length;
    if (cellCount > mostCells) throw importFault("the table is too large to be read", "add it in parts", path);
    rows.push({line, cells: cells.map(tidyText)});
  });
  if (badRow !== null) {
    const {what, line, help} = badRow;
    throw importFault(
      what,
      help ?? "put text that holds a quote in quotes, and write its quotes twice",
      `${path}:${line}`,
    );
  }
  return {name: null, rows};
}
