import {advise} from "../../base/advice.ts";
import type {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {joinAnd} from "../../base/text.ts";
import {quoted} from "../../workspace/sheet/cell.ts";
import {type BookName, bookNames, books} from "../books.ts";
import {gridPlace, type SheetGrid} from "./grid.ts";
import {importFault} from "./import-fault.ts";
import {type GridMatch, matchColumns} from "./match-columns.ts";

/** What was said of the book and of the sheet, if anything. */
export interface Choice {
  readonly book?: BookName | undefined;
  readonly sheet?: string | undefined;
}

/** What was chosen. */
export interface ChosenBook {
  readonly match: GridMatch;
  /** Other sheets that could go into a book. */
  readonly others: readonly GridMatch[];
}

/**
 * Which sheet goes into which book? That of which the most columns fit.
 *
 * @throws {UserError} IMPORT_REFUSED where none fits, or several fit alike.
 */
export function chooseBook(grids: readonly SheetGrid[], path: string, {book, sheet}: Choice): ChosenBook {
  const within = sheet === undefined ? grids : [gridNamed(sheet, grids, path)];
  const matches = within
    .flatMap((grid) => (book === undefined ? bookNames : [book]).map((name) => matchColumns(grid, name)))
    .filter((match) => match !== null)
    .toSorted((a, b) => b.columns.length - a.columns.length || a.missing.length - b.missing.length);
  const [best, next] = matches;
  if (best === undefined) {
    throw importFault("no row names the columns of a book", likeColumnsOf(book ?? "deliveries"), path);
  }
  const where = gridPlace(path, best.grid, best.header.line, null, null);
  if (book === undefined && isOfNoBook(best)) throw ofNoBook(best, where);
  // A column or two fit many a book: that another one lacks something is no reason to take this one.
  if (next !== undefined && next.columns.length === best.columns.length) throw alike(best, next, where);
  if (best.missing.length > 0) throw incomplete(best, where, book !== undefined);
  const [twice] = best.twice;
  if (twice === undefined) return {match: best, others: otherSheets(matches, best)};
  const [column, one, other] = twice;
  const what = `${quoted(one)} and ${quoted(other)} may both be the column ${column} of ${best.book}`;
  throw importFault(what, `call the right one ${column}`, where);
}

function likeColumnsOf(book: BookName): string {
  return `name its columns like those of a book: ${Object.keys(books[book].columns).join(", ")}`;
}

/** The best matches of other sheets, of those that have all that the book needs. */
function otherSheets(matches: readonly GridMatch[], chosen: GridMatch): GridMatch[] {
  const whole = matches.filter(({grid, missing}) => grid !== chosen.grid && missing.length === 0);
  return whole.filter(({grid}, place) => whole.findIndex((one) => one.grid === grid) === place);
}

function gridNamed(name: string, grids: readonly SheetGrid[], path: string): SheetGrid {
  const names = grids.flatMap((grid) => grid.name ?? []);
  if (names.length === 0) throw importFault("the file has no sheets", advise("leave-sheet-out"), path);
  const found = grids.find((grid) => grid.name === name) ?? grids.find((grid) => same(grid.name, name));
  if (found !== undefined) return found;
  const near = nearest(name, names);
  const help =
    near === null ? `name one of ${names.map(quoted).join(", ")}` : advise("name-sheet", {sheet: quoted(near)});
  throw importFault(`there is no sheet ${quoted(name)}`, help, path);
}

function same(one: string | null, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Does the sheet lack as much of the book as it has, or is most of it of no use to the book? What fits by a word or two is ascribed to none. */
function isOfNoBook({columns, missing, unused}: GridMatch): boolean {
  return (
    missing.length >= columns.length || (missing.length === 0 && columns.length < 3 && unused.length > columns.length)
  );
}

function ofNoBook({book, columns, missing, unused}: GridMatch, where: string): UserError {
  const names = joinAnd(columns.map(({header}) => quoted(header)));
  const what = `the sheet fits no book: of its ${columns.length + unused.length} columns ${book} has ${names} alone`;
  return importFault(what, missing.length === 0 ? advise("name-book", {book}) : likeColumnsOf(book), where);
}

function alike(best: GridMatch, next: GridMatch, where: string): UserError {
  if (best.grid !== next.grid) {
    const sheets = [best, next].map(({grid}) => quoted(grid.name ?? ""));
    return importFault(`the sheets ${joinAnd(sheets)} fit alike`, advise("name-one-sheet", {sheet: sheets[0]!}), where);
  }
  const what = `the columns fit ${best.book} and ${next.book} alike`;
  return importFault(what, advise("name-book", {book: best.book}), where);
}

function incomplete({book, missing, columns, unused}: GridMatch, where: string, isNamed: boolean): UserError {
  const lacks = `${missing.length === 1 ? "a column" : "columns"} of ${isNamed ? book : "it"}: ${joinAnd(missing)}`;
  const names = joinAnd(columns.map(({header}) => quoted(header)));
  const what = isNamed ? "the sheet lacks" : `the columns ${names} are those of ${book}, and the sheet lacks`;
  const near = nearest(
    missing[0]!,
    unused.map(({header}) => header),
  );
  const call = near === null ? `add a column ${missing[0]}` : `call the column ${quoted(near)} ${missing[0]}`;
  return importFault(`${what} ${lacks}`, isNamed ? call : advise("call-column-or-name-book", {call}), where);
}
