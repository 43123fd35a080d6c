import {csvRow} from "../../workspace/sheet/csv-row.ts";
import type {Separator} from "../../workspace/sheet/header.ts";
import {type BookColumns, columnsOfBook, isOptional} from "../book.ts";
import {type BookName, bookNames, books} from "../books.ts";
import {tidyRow} from "../cell-text.ts";
import {type AddedRows, addRows, type NewRow} from "./add-rows.ts";
import {type Choice, type ChosenBook, chooseBook} from "./choose-book.ts";
import {readCsvGrid} from "./csv-grid.ts";
import {type DayUnderstood, daysUnderstood} from "./days-understood.ts";
import {type BadCell, type GridCell, type GridRow, gridPlace} from "./grid.ts";
import {columnNames, type GridMatch, matchColumns} from "./match-columns.ts";
import {readGrids} from "./read-grids.ts";

/** Told which column goes where, and which other sheets could go into a book, before anything is written. */
export type OnMatch = (match: GridMatch, others: readonly GridMatch[]) => void;

/**
 * Adds the rows of a spreadsheet to a book of the ledger.
 *
 * @param folder The folder of the books.
 * @param where What the file is called in messages.
 * @throws {UserError} IMPORT_REFUSED, LEDGER_REFUSED or LEDGER_IMPOSSIBLE; nothing was written then.
 */
export async function importGrid(
  folder: string,
  path: string,
  {where, onMatch, onDays, isFixed = false, ...choice}: Choice & ImportManner & {readonly where: string},
): Promise<AddedRows> {
  const {match, others} = await matchFile(path, {where, ...choice});
  onMatch(match, others);
  const days = daysUnderstood(match);
  onDays?.(days);
  return addRows(folder, match.book, newRows(match, where, isFixed ? days : []));
}

/** What is told while a file is added, and what is done about days that are not written as days. */
export interface ImportManner {
  readonly onMatch: OnMatch;
  /** Told which days would be read how, before anything is written. */
  readonly onDays?: (days: readonly DayUnderstood[]) => void;
  /** Are they read so? Else they are refused. */
  readonly isFixed?: boolean;
}

/**
 * How would the rows of a spreadsheet go into a book? Nothing is added.
 *
 * @param where What the file is called in messages.
 * @throws {UserError} IMPORT_REFUSED
 */
export async function matchFile(
  path: string,
  {where, ...choice}: Choice & {readonly where: string},
): Promise<ChosenBook> {
  const named = choice.book === undefined ? bookNames : [choice.book];
  return chooseBook(await readGrids(path, where, columnNames(named)), where, choice);
}

/**
 * How would rows that were copied from a spreadsheet go into a book? Where their first line names no columns, they are taken in the order of
 * the book's.
 *
 * @param where What they are called in messages.
 * @throws {UserError} IMPORT_REFUSED
 */
export function matchText(text: string, book: BookName, where: string): ChosenBook & {readonly isByOrder: boolean} {
  const names = columnNames([book]);
  const grid = readCsvGrid(Buffer.from(text), where, names);
  const isByOrder = grid.rows.length > 0 && matchColumns(grid, book) === null;
  if (!isByOrder) return {...chooseBook([grid], where, {book}), isByOrder};
  const header = csvRow(columnsOfBook(books[book]), separatorIn(text));
  const named = readCsvGrid(Buffer.from(`${header}\n${text}`), where, names);
  const lines = named.rows.map(({line, cells}) => ({line: line - 1, cells}));
  return {...chooseBook([{name: null, rows: lines}], where, {book}), isByOrder};
}

/** What parts the cells of rows without heads: what spreadsheets copy, else what their first line has most of. */
function separatorIn(text: string): Separator {
  if (text.includes("\t")) return "\t";
  const [line = ""] = text.split("\n");
  return line.split(";").length > line.split(",").length ? ";" : ",";
}

/** Columns of months, of which spreadsheets make the first day of each. */
const monthsOnly = new Set(["month", "period"]);

/** The rows below the header that have something in a column of the book, and are no comment. */
export function newRows(match: GridMatch, where: string, days: readonly DayUnderstood[] = []): NewRow[] {
  const {grid, header, columns} = match;
  return grid.rows
    .filter(({line, cells}) => line > header.line && !isComment(cells[0]))
    .filter(({cells}) => columns.some(({place}) => (cells[place] ?? "") !== ""))
    .map((row) => newRow(row, match, {where, days}));
}

function newRow(
  {line, cells, merged = []}: GridRow,
  {grid, book, columns}: GridMatch,
  {where, days}: {readonly where: string; readonly days: readonly DayUnderstood[]},
): NewRow {
  const text: Record<string, string | undefined> = {};
  const bad: Record<string, BadCell> = {};
  for (const column of Object.keys(books[book].columns)) text[column] = mayBeEmpty(book, column) ? undefined : "";
  for (const {column, place} of columns) {
    const cell = cells[place] ?? "";
    if (typeof cell !== "string") bad[column] = cell;
    else if (merged.includes(place) && isOfNumbers(books[book].columns, column)) bad[column] = ofAllRows;
    else if (cell !== "") {
      const day = days.find((one) => one.column === column && one.text === cell)?.day ?? cell;
      text[column] = monthsOnly.has(column) ? day.replace(/^(\d{4}-\d\d)-01$/, "$1") : day;
    }
  }
  return {
    cells: tidyRow(text),
    bad,
    placeOf(column) {
      const match = columns.find((one) => one.column === column);
      return gridPlace(where, grid, line, match?.place ?? null, match?.header ?? null);
    },
  };
}

const ofAllRows: BadCell = {
  what: "the cell is one with those above it, whose number may be that of all these rows together",
  help: "undo the merging, and write into each row the number of its own",
};

/** Does the column hold numbers, and nothing else? */
function isOfNumbers(columns: BookColumns, column: string): boolean {
  const cell = columns[column]?.cell;
  return cell?.safeParse("1").success === true && !cell.safeParse("one").success;
}

function isComment(cell: GridCell | undefined): boolean {
  return typeof cell === "string" && cell.startsWith("#");
}

function mayBeEmpty(book: BookName, column: string): boolean {
  const found = (books[book].columns as BookColumns)[column];
  return found === undefined || isOptional(found);
}
