import type {BookColumns} from "../book.ts";
import {books} from "../books.ts";
import {dayMeant} from "../cells/day.ts";
import type {GridMatch} from "./match-columns.ts";

/** A text that is not written as a day and can mean one day alone. */
export interface DayUnderstood {
  /** Of the book. */
  readonly column: string;
  /** As the sheet calls it. */
  readonly header: string;
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Which cells of the columns of days are written otherwise, and can be read in one way alone? Each text of a column once. */
export function daysUnderstood({grid, header, book, columns}: GridMatch): DayUnderstood[] {
  const ofDays = columns.filter(({column}) => isOfDays(books[book].columns, column));
  return ofDays.flatMap(({column, header: name, place}) => {
    const cells = grid.rows.flatMap(({line, cells}) => (line > header.line ? [cells[place] ?? ""] : []));
    return [...new Set(cells)].flatMap((text) => {
      const day = typeof text === "string" ? dayMeant(text.trim()) : null;
      return day === null || typeof text !== "string" ? [] : [{column, header: name, text, day}];
    });
  });
}

/** Does the column hold days, and neither months nor words? */
function isOfDays(columns: BookColumns, column: string): boolean {
  const cell = columns[column]?.cell;
  return (
    cell?.safeParse("2005-07-01").success === true &&
    !cell.safeParse("2005-07").success &&
    !cell.safeParse("one").success
  );
}
