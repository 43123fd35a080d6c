import {UserError} from "../../base/error.ts";
import {columnsOfBook, type RowText} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import {freshRows} from "../../ledger/import/add-rows.ts";
import type {ChosenBook} from "../../ledger/import/choose-book.ts";
import {matchFile, matchText, newRows} from "../../ledger/import/import-grid.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {LedgerRefused, type LedgerWarning, placeText} from "../../ledger/ledger-fault.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import type {FileState} from "../files/state.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {addBookRows} from "./add.ts";
import type {BookChange} from "./change.ts";
import {bookFileName} from "./lines.ts";

/** A column of what is to be added, and where it goes. */
export interface PlannedColumn {
  /** As the sheet calls it. */
  readonly header: string;
  /** Of the book; null where the book has no use for it. */
  readonly column: string | null;
}

/** What would come of rows of a spreadsheet. Nothing was added. */
export interface GridPlan {
  /** What they were taken from: a file's name, or what was copied. */
  readonly where: string;
  /** Null where there is no sheet of a name. */
  readonly sheet: string | null;
  readonly columns: readonly PlannedColumn[];
  /** Did no line name the columns, so that they were taken in the order of the book's? */
  readonly isByOrder: boolean;
  /** Other sheets that could go into a book, by their names. */
  readonly others: readonly string[];
  /** The rows that the book does not have yet. */
  readonly rows: readonly RowText[];
  /** Rows that the book has already. */
  readonly knownCount: number;
  /** Why rows cannot be used, the first of them; nothing can be added then. */
  readonly faults: readonly (Pick<LedgerWarning, "what" | "help"> & {readonly where: string})[];
  readonly faultCount: number;
}

/** Of what rows are taken: what was copied, or a file that lies somewhere for the moment. */
export type GridSource =
  | {readonly text: string; readonly where: string}
  | {readonly path: string; readonly where: string; readonly sheet?: string | undefined};

/** What would come of rows of a spreadsheet in a book? @throws {UserError} IMPORT_REFUSED, or LEDGER_REFUSED for what is in the book already */
export async function planGrid(store: Store, name: BookName, source: GridSource): Promise<GridPlan> {
  const {where} = source;
  const {match, others, isByOrder} = await matchOf(name, source);
  const rows = newRows(match, where);
  const taken = match.columns.map(({header, column, place}) => ({header, column, place}));
  const unused = match.unused.map(({header, place}) => ({header, column: null, place}));
  const columns = [...taken, ...unused]
    .toSorted((a, b) => a.place - b.place)
    .map(({header, column}) => ({header, column}));
  const plan = {where, sheet: match.grid.name, columns, isByOrder, others: others.flatMap(({grid}) => grid.name ?? [])};
  try {
    const fresh = freshRows(ledgerFolder(store.workspace.folder), name, rows);
    return {
      ...plan,
      rows: fresh.map(({cells}) => cells),
      knownCount: rows.length - fresh.length,
      faults: [],
      faultCount: 0,
    };
  } catch (fault) {
    if (!(fault instanceof LedgerRefused)) throw fault;
    const faults = fault.faults.map(({what, help, ...place}) => ({what, help, where: placeText(place)}));
    return {...plan, rows: [], knownCount: 0, faults, faultCount: fault.faultCount};
  }
}

async function matchOf(name: BookName, source: GridSource): Promise<ChosenBook & {readonly isByOrder: boolean}> {
  const {where} = source;
  if ("text" in source) return matchText(source.text, name, where);
  return {...(await matchFile(source.path, {where, book: name, sheet: source.sheet})), isByOrder: false};
}

/** Rows as a text that `addGrid` takes: CSV that begins with the names of the columns. */
export function gridText(name: BookName, rows: readonly RowText[]): string {
  const columns = columnsOfBook(books[name]);
  return [columns, ...rows.map((cells) => columns.map((column) => cells[column] ?? ""))]
    .map((row) => `${csvRow(row)}\n`)
    .join("");
}

/**
 * Adds rows that were planned to a book, each that it does not have yet.
 *
 * @param request `made`: what the form was made of. `text`: of `gridText`.
 * @throws {UserError} IMPORT_REFUSED or LEDGER_REFUSED, or as `saveText`
 */
export async function addGrid(
  store: Store,
  name: BookName,
  {made, text}: {readonly made: FileState; readonly text: string},
  attendance: Attendance = {},
): Promise<BookChange & {readonly addedCount: number}> {
  const {rows, faults, faultCount} = await planGrid(store, name, {text, where: bookFileName(name)});
  if (faultCount > 0) {
    const refused = faults.map(({where, what, help}) => ({row: null, column: null, what, help, where}));
    return {kind: "refused", faults: refused, faultCount, addedCount: 0};
  }
  if (rows.length === 0)
    throw new UserError("IMPORT_REFUSED", "the book has all of these rows already", "add others", bookFileName(name));
  return {...(await addBookRows(store, name, {made, rows}, attendance)), addedCount: rows.length};
}
