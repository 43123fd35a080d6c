import {type CellObject, type Range, read, utils, type WorkSheet} from "@e965/xlsx";
import type {GridCell, GridRow, SheetGrid} from "./grid.ts";
import {flatDocument, mostCells, mostColumns, mostRows, uncalculated} from "./open-document.ts";
import {checkXml} from "./xml-tags.ts";
import {entriesOf, tooLarge, ZipRefused} from "./zip.ts";

/**
 * The sheets of a workbook: .xlsx, .xlsm, .xlsb, .xls or .ods.
 *
 * A formula counts as what it came to when the file was saved. Days come out right in both of Excel's systems and in any
 * time zone.
 *
 * @throws {ZipRefused} where the file is none of these, is damaged, or has a password.
 */
export function sheetsOf(bytes: Buffer): SheetGrid[] {
  const {SheetNames, Sheets} = isZip(bytes) ? readZipped(bytes) : readOle(bytes);
  let cellCount = 0;
  return SheetNames.map((name) => {
    // The library passes over what it cannot read, and names it all the same.
    const sheet = Object.hasOwn(Sheets, name) ? Sheets[name] : undefined;
    if (sheet === undefined) throw noSheet();
    const rows = rowsOf(sheet, mostCells - cellCount);
    fillMerged(rows, sheet["!merges"] ?? []);
    cellCount += rows.reduce((sum, {cells}) => sum + cells.length, 0);
    return {name: String(name), rows};
  });
}

const options = {dense: true, cellDates: true, UTC: true, cellText: false, cellHTML: false} as const;

function isZip(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "PK\x03\x04";
}

function readOle(bytes: Buffer): ReturnType<typeof read> {
  try {
    return read(bytes, options);
  } catch (fault) {
    if (/password|encrypt/i.test(fault instanceof Error ? fault.message : String(fault)))
      throw new ZipRefused("the file has a password", "save it without one");
    throw noSheet();
  }
}

function readZipped(bytes: Buffer): ReturnType<typeof read> {
  let content: Buffer | null = null;
  let isWorkbook = false;
  // Every file is unpacked here once: whatever reads them next finds no more than the ZIP says.
  for (const entry of entriesOf(bytes)) {
    const unpacked = entry.read();
    checkXml(unpacked);
    if (entry.name === "content.xml") content = unpacked;
    if (entry.name === "[Content_Types].xml") isWorkbook = true;
  }
  if (content === null && !isWorkbook)
    throw new ZipRefused("the ZIP holds no spreadsheet", "name an .xlsx, .ods or .csv file");
  try {
    if (content !== null)
      return read(flatDocument(content.toString("utf8")), {...options, type: "string", cellFormula: false});
    // Without stubs a formula that was never calculated would be an empty cell.
    return read(bytes, {...options, sheetStubs: true});
  } catch (fault) {
    // It throws texts, too.
    throw fault instanceof ZipRefused ? fault : noSheet();
  }
}

/** The fault of a file that is no workbook. */
export function noSheet(): ZipRefused {
  return new ZipRefused("the file is no spreadsheet, or damaged", "save it again, as .xlsx or .ods");
}

/** @param most How many cells there may be. */
function rowsOf(sheet: WorkSheet, most: number): ReadRow[] {
  const rows: ReadRow[] = [];
  const data: readonly (CellObject[] | undefined)[] = sheet["!data"] ?? [];
  let cellCount = 0;
  // By the rows that there are: the number of the last may be any.
  for (const place of Object.keys(data).map(Number)) {
    const row = data[place];
    if (row === undefined || !Number.isInteger(place) || place < 0) continue;
    cellCount += row.length;
    if (place >= mostRows || row.length > mostColumns || cellCount > most) throw tooLarge();
    const cells = Array.from(row, cellOf);
    if (cells.some((cell) => cell !== "")) rows.push({line: place + 1, cells, merged: []});
  }
  return rows;
}

/** A row while its sheet is read. */
interface ReadRow extends GridRow {
  readonly cells: GridCell[];
  readonly merged: number[];
}

/** What stands in a cell that is merged over several rows stands in each of these that has something else, too. */
function fillMerged(rows: readonly ReadRow[], merges: readonly Range[]): void {
  const rowAt = new Map(rows.map((row) => [row.line - 1, row]));
  let looked = 0;
  for (const {s: start, e: end} of merges) {
    const above = rowAt.get(start.r)?.cells[start.c] ?? "";
    if (above === "") continue;
    for (let place = start.r + 1; place <= Math.min(end.r, mostRows); place++) {
      // Merges may overlap in a hostile file.
      if (++looked > mostCells) throw tooLarge();
      const row = rowAt.get(place);
      if (row === undefined || (row.cells[start.c] ?? "") !== "") continue;
      while (row.cells.length < start.c) row.cells.push("");
      row.cells[start.c] = above;
      row.merged.push(start.c);
    }
  }
}

function cellOf(cell: CellObject | undefined): GridCell {
  if (cell === undefined || (cell.t === "z" && cell.f === undefined)) return "";
  if (cell.t === "z" || cell.v === uncalculated) {
    const help = "open the file in a spreadsheet program, and save it when it has calculated";
    return {what: "the cell holds a formula that was never calculated", help};
  }
  if (cell.t === "e") return {what: `the cell holds the error ${utils.format_cell(cell)}`, help: "correct its formula"};
  if (cell.v instanceof Date && Number.isNaN(cell.v.getTime())) {
    return {what: "the cell holds a day that no calendar has", help: "write the day like 2005-12-31"};
  }
  if (cell.v instanceof Date) return dayText(cell.v);
  if (typeof cell.v === "number") return numberText(cell.v);
  return String(cell.v ?? "").trim();
}

/** The day; the time of day where there is no day. */
function dayText(instant: Date): string {
  // A time of day is a fraction of a number, and may come out a millisecond short.
  const text = new Date(Math.round(instant.getTime() / 1000) * 1000).toISOString();
  return text < "1900-01-01T" ? text.slice(11, 16) : text.slice(0, 10);
}

/** In plain digits; spreadsheets keep fifteen of them, and what follows is noise. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}
