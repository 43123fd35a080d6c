import {type BookColumns, columnsOfBook, isOptional} from "../book.ts";
import {type BookName, books} from "../books.ts";
import {plainLetters} from "../spelling.ts";
import {columnWords} from "./column-words.ts";
import type {GridRow, SheetGrid} from "./grid.ts";

/** Where a column of a book stands in a grid. */
export interface ColumnMatch {
  readonly column: string;
  /** As the grid calls it. */
  readonly header: string;
  /** From 0. */
  readonly place: number;
}

/** How the columns of a grid go into a book. */
export interface GridMatch {
  readonly grid: SheetGrid;
  readonly book: BookName;
  /** The row that names the columns. */
  readonly header: GridRow;
  readonly columns: readonly ColumnMatch[];
  /** Columns of the grid that the book has no use for. */
  readonly unused: readonly Omit<ColumnMatch, "column">[];
  /** Columns that the book needs, and the grid does not have. */
  readonly missing: readonly string[];
  /** Pairs of the grid's columns that are both the same of the book. */
  readonly twice: readonly (readonly [column: string, one: string, other: string])[];
}

/** Nobody calls a column by a longer name. */
const longestName = 200;

/** How many rows are looked at for the names of columns: reports begin with a title or two. */
const mostHeaders = 20;

/** How do the columns of a grid go into a book? By the row that names the most; null where none names any. */
export function matchColumns(grid: SheetGrid, book: BookName): GridMatch | null {
  const matches = grid.rows.slice(0, mostHeaders).map((header) => matchHeader(grid, header, book));
  const best = matches.reduce(
    (most, match) => (match.columns.length > most.columns.length ? match : most),
    matches[0]!,
  );
  return best === undefined || best.columns.length === 0 ? null : best;
}

/** Every name that a column of the books may have. */
export function columnNames(names: readonly BookName[]): string[] {
  return names.flatMap((name) =>
    Object.entries(books[name].columns).flatMap(([column, {also = []}]) => [
      column,
      column.replaceAll("_", " "),
      ...also,
      ...columnWords(column).map((name) => name.toLowerCase()),
    ]),
  );
}

function matchHeader(grid: SheetGrid, header: GridRow, book: BookName): GridMatch {
  const columns: BookColumns = books[book].columns;
  const headers = header.cells.map((cell) => (typeof cell === "string" && cell.length <= longestName ? cell : ""));
  const plainHeaders = headers.map(plainLetters);
  const found = new Map<string, ColumnMatch>();
  const twice: [column: string, one: string, other: string][] = [];
  const taken = new Set<number>();
  const isTaken = (place: number): boolean => taken.has(place);
  const look = (column: string, names: readonly string[]): void => {
    const known = names.map(plainLetters);
    for (const [place, name] of headers.entries()) {
      if (name === "" || isTaken(place) || !known.includes(plainHeaders[place]!)) continue;
      const before = found.get(column);
      if (before === undefined) {
        found.set(column, {column, header: name, place});
        taken.add(place);
      } else twice.push([column, before.header, name]);
    }
  };
  // A column's own name goes before what else it may be called.
  for (const column of columnsOfBook({columns})) look(column, [column]);
  for (const [column, {also = []}] of Object.entries(columns)) if (!found.has(column)) look(column, also);
  for (const column of Object.keys(columns)) if (!found.has(column)) look(column, columnWords(column));
  return {
    grid,
    book,
    header,
    columns: [...found.values()].toSorted((a, b) => a.place - b.place),
    unused: headers.flatMap((name, place) => (name === "" || isTaken(place) ? [] : [{header: name, place}])),
    missing: Object.keys(columns).filter((column) => !found.has(column) && !isOptional(columns[column]!)),
    twice,
  };
}
