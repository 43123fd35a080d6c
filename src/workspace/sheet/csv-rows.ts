import {CsvError, parse} from "csv-parse/sync";
import {plural} from "../../base/text.ts";
import type {Separator} from "./header.ts";

/** Where reading stopped, and why. */
export interface BadRow {
  /** The line that the row begins in. */
  readonly line: number;
  /** What was found. No full stop. */
  readonly what: string;
  /** One thing to try where it is not the row's quotes that are wrong; null where it is. */
  readonly help: string | null;
}

/** What spreadsheet programs have in rows, and more than any table of ours in columns and in one line. */
const mostRows = 2 ** 20;
const mostColumns = 1000;
const longestLine = 2 ** 20;

/**
 * Takes a CSV text apart: each row's cells, trimmed, with the line it begins in; the first line is 1.
 *
 * Passed over are blank lines, lines that begin with `#`, and what spreadsheets make of both: separators alone, and a
 * comment in quotes. A file that is no table (of one endless line, of a million columns) is not read to its end.
 *
 * @param text Its lines end in `\n`.
 * @param take Is told of each row; after `false` no more is read.
 * @returns The row where reading stopped; null when all was read.
 */
export function eachRow(
  text: string,
  separator: Separator,
  take: (row: readonly string[], line: number) => unknown,
): BadRow | null {
  const longLine = findLongLine(text);
  if (longLine !== null) return bad(longLine, "the line is longer than a megabyte");
  let lastLine = 0;
  let rowCount = 0;
  let found: BadRow | null = null;
  let isEnough = false;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: "\n",
      relax_column_count: true,
      trim: true,
      skip_empty_lines: true,
      comment: "#",
      comment_no_infix: true,
      max_record_size: longestLine,
      // Handing out each record here keeps a million of them from being in memory at once.
      on_record: (record: readonly string[], {lines}) => {
        lastLine = lines;
        const line = lines - countBreaks(record);
        if (record.length > mostColumns) found = bad(line, `the row has ${plural(record.length, "cell", "cells")}`);
        if (++rowCount > mostRows) found = bad(line, `there are more than ${plural(mostRows, "row", "rows")}`);
        if (found !== null) throw new Stop();
        const row = record.map((cell) => cell.trim());
        if (isPassedOver(row) || take(row, line) !== false) return null;
        isEnough = true;
        throw new Stop();
      },
    });
    return null;
  } catch (fault) {
    if (found !== null || isEnough) return found;
    if (!(fault instanceof CsvError)) throw fault;
    // The parser notices it at the next quote, which may be far below.
    const line = nextRowAfter(lastLine, text);
    return {line, what: "a quote is opened and not closed, or stands in the middle of a cell", help: null};
  }
}

class Stop extends Error {}

function bad(line: number, what: string): BadRow {
  return {line, what, help: "check that it is the right file, a table with a row a line"};
}

/** The first line that is longer than any row; null where there is none. */
function findLongLine(text: string): number | null {
  for (let line = 1, from = 0; from < text.length; line++) {
    const end = text.indexOf("\n", from);
    if ((end === -1 ? text.length : end) - from > longestLine) return line;
    if (end === -1) return null;
    from = end + 1;
  }
  return null;
}

function isPassedOver(row: readonly string[]): boolean {
  return row.every((cell, place) => cell === "" || (place === 0 && cell.startsWith("#")));
}

function countBreaks(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}

/** The next line that holds a row. */
function nextRowAfter(line: number, text: string): number {
  let number = 1;
  for (let from = 0; from < text.length; number++) {
    const end = text.indexOf("\n", from);
    const row = text.slice(from, end === -1 ? undefined : end).trim();
    if (number > line && row !== "" && !row.startsWith("#")) return number;
    if (end === -1) break;
    from = end + 1;
  }
  return Math.max(number, line + 1);
}
