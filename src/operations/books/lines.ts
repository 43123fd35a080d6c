import {columnsOfBook} from "../../ledger/book.ts";
import {type BookName, books} from "../../ledger/books.ts";
import {BookFile} from "../../ledger/import/book-file.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import type {KeptText} from "../files/text.ts";

/** A row of a book's text. */
export interface BookLine {
  /** The line that it begins in; the file's first is 1. */
  readonly line: number;
  /** By the names of columns; a cell that the row lacks is empty. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The file of a book, from the workspace. */
export function bookFileName(name: BookName): string {
  return `ledger/${books[name].file}`;
}

/** The rows of a book's text, the one that names the columns left out; as far as it can be read. */
export function linesIn(text: string, name: BookName): BookLine[] {
  const {columns, separator} = BookFile.of<unknown>(text, bookFileName(name), books[name]);
  const known = new Set(columnsOfBook(books[name]));
  const places = columns.flatMap((column, place) => (known.has(column) ? [[column, place] as const] : []));
  const rows: BookLine[] = [];
  let isHeader = true;
  eachRow(withPlainEnds(text), separator, (row, line) => {
    if (!isHeader)
      rows.push({line, cells: Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? ""]))});
    isHeader = false;
  });
  return rows;
}

/** The lines of the rows that were corrected, each with that of its correction. */
export function replacedIn(rows: readonly BookLine[]): ReadonlyMap<number, number> {
  const newest = new Map<string, number>();
  const replaced = new Map<number, number>();
  for (const {line, cells} of rows) {
    const {id = "", corrects = ""} = cells;
    const before = newest.get(corrects);
    if (corrects !== "" && before !== undefined) replaced.set(before, line);
    const own = id || corrects;
    if (own !== "") newest.set(own, line);
    // Its name is that of a row no more: only the newest can be corrected.
    if (corrects !== "" && own !== corrects) newest.delete(corrects);
  }
  return replaced;
}

/** Where the rows of a book stand, so that a page of them is read without the others. */
export interface BookIndex {
  readonly rowCount: number;
  readonly replaced: ReadonlyMap<number, number>;
  /** The rows from one place to before another; the first row is at 0. */
  readonly rows: (from: number, until: number) => BookLine[];
  /** The place of the last row that begins in a line or before it; -1 where none does. */
  readonly placeOf: (line: number) => number;
}

type Places = Pick<BookIndex, "rowCount" | "replaced"> & {readonly begins: Uint32Array};

const known = new Map<string, Places>();
const mostKnown = 20;

/** The index of a book; kept in memory by what the book says. */
export function indexOf({text, state}: Pick<KeptText, "text" | "state">, name: BookName): BookIndex {
  const key = `${name} ${state.sha256}`;
  const places = known.get(key) ?? placesIn(text, name);
  known.delete(key);
  known.set(key, places);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  const {begins, rowCount, replaced} = places;
  const plain = withPlainEnds(text);
  return {
    rowCount,
    replaced,
    placeOf: (line) => lastUpTo(begins, line),
    rows: (from, until) => {
      const [first, next] = [begins[from], begins[until]];
      if (first === undefined) return [];
      const head = plain.slice(0, offsetOf(plain, begins[0]!));
      const piece = plain.slice(offsetOf(plain, first), next === undefined ? undefined : offsetOf(plain, next));
      return linesIn(`${head}${piece}`, name).map(({line, cells}) => ({line: line - begins[0]! + first, cells}));
    },
  };
}

function placesIn(text: string, name: BookName): Places {
  const rows = linesIn(text, name);
  return {
    rowCount: rows.length,
    replaced: replacedIn(rows),
    begins: Uint32Array.from(rows, ({line}) => line),
  };
}

function lastUpTo(begins: Uint32Array, line: number): number {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a line begins. */
function offsetOf(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}

function withPlainEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
