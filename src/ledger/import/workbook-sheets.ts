import {type CellObject, read, utils, type WorkSheet} from "@e965/xlsx";
import type {Grid, GridCell, GridRow} from "./grid.ts";
import {entriesOf, ZipRefused} from "./zip.ts";

/**
 * The sheets of a workbook: .xlsx, .xlsm, .xlsb, .xls or .ods.
 *
 * A formula counts as what it came to when the file was saved. Days come out right in both of Excel's systems and in any
 * time zone.
 *
 * @throws {ZipRefused} where the file is none of these, is damaged, or has a password.
 */
export function sheetsOf(bytes: Buffer): Grid[] {
  const {SheetNames, Sheets} = isZip(bytes) ? readZipped(bytes) : readOle(bytes);
  return SheetNames.map((name) => ({name, rows: rowsOf(Sheets[name]!)}));
}

const options = {dense: true, cellDates: true, UTC: true, cellText: false, cellHTML: false} as const;

function isZip(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "PK\x03\x04";
}

function readOle(bytes: Buffer): ReturnType<typeof read> {
  try {
    return read(bytes, options);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    if (/password|encrypt/i.test(fault.message)) throw new ZipRefused("the file has a password", "save it without one");
    throw new ZipRefused("the file is no spreadsheet, or damaged", "save it again, as .xlsx or .ods");
  }
}

function readZipped(bytes: Buffer): ReturnType<typeof read> {
  let content: Buffer | null = null;
  let isWorkbook = false;
  // Every file is unpacked here once: whatever reads them next finds no more than the ZIP says.
  for (const entry of entriesOf(bytes)) {
    const unpacked = entry.read();
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
    if (!(fault instanceof Error)) throw fault;
    throw new ZipRefused("the file is no spreadsheet, or damaged", "save it again, as .xlsx or .ods");
  }
}

/** Stands in the text of a formula that was never calculated; no text of a person has it. */
const uncalculated = "\ue000formula";

/** A cell with a formula and no value. */
const bareFormula =
  /<table:table-cell\b(?=[^>]*\stable:formula=)(?![^>]*\soffice:value-type=)([^>]*?)(?:\/>|><\/table:table-cell>)/g;
/** A cell with a value that is no text, and nothing printed in it. */
const bareValue = /<table:table-cell\b(?=[^>]*\soffice:value-type="(?!string))([^>]*)\/>/g;
/** A cell with a text that is not printed in it. */
const bareText = /<table:table-cell\b(?=[^>]*\soffice:string-value=)([^>]*[^>/])><\/table:table-cell>/g;

/**
 * The content of an OpenDocument spreadsheet as a document of one file, so that nothing of it is passed over.
 *
 * The library leaves out a cell that has a value and nothing printed in it, and takes a formula without a value for an
 * empty cell.
 */
function flatDocument(content: string): string {
  return [
    [/<style:map\b[^>]*>/g, ""],
    [bareFormula, `<table:table-cell$1 office:value-type="string" office:string-value="${uncalculated}"/>`],
    [bareValue, "<table:table-cell$1></table:table-cell>"],
    [bareText, "<table:table-cell$1/>"],
    [/<(\/?)office:document-content\b/g, "<$1office:document"],
  ].reduce((text, [form, instead]) => text.replace(form as RegExp, instead as string), content);
}

function rowsOf(sheet: WorkSheet): GridRow[] {
  const rows: GridRow[] = [];
  for (const [place, row] of (sheet["!data"] ?? []).entries()) {
    if (row === undefined) continue;
    const cells = Array.from(row, cellOf);
    if (cells.some((cell) => cell !== "")) rows.push({line: place + 1, cells});
  }
  return rows;
}

function cellOf(cell: CellObject | undefined): GridCell {
  if (cell === undefined || (cell.t === "z" && cell.f === undefined)) return "";
  if (cell.t === "z" || cell.v === uncalculated) {
    const help = "open the file in a spreadsheet program, and save it when it has calculated";
    return {what: "the cell holds a formula that was never calculated", help};
  }
  if (cell.t === "e") return {what: `the cell holds the error ${utils.format_cell(cell)}`, help: "correct its formula"};
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
