import {CsvError, parse} from "csv-parse/sync";
import type {Separator} from "./sheet-header.ts";

/**
 * Takes a CSV text apart: each row's cells, trimmed, with the line it begins in; the first line is 1.
 *
 * Passed over are blank lines, lines that begin with `#`, and what spreadsheets make of both: separators alone, and a
 * comment in quotes.
 *
 * @param text Its lines end in `\n`.
 * @returns The line of a row whose quotes are wrong, where reading stopped; null when all was read.
 */
export function eachRow(
  text: string,
  separator: Separator,
  take: (row: readonly string[], line: number) => void,
): number | null {
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: "\n",
      relax_column_count: true,
      trim: true,
      skip_empty_lines: true,
      comment: "#",
      comment_no_infix: true,
      // Handing out each record here keeps a million of them from being in memory at once.
      on_record: (record: readonly string[], {lines}) => {
        lastLine = lines;
        const row = record.map((cell) => cell.trim());
        if (!isPassedOver(row)) take(row, lines - countBreaks(record));
        return null;
      },
    });
    return null;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    // The parser notices it at the next quote, which may be far below.
    return nextRowAfter(lastLine, text);
  }
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

function nextRowAfter(line: number, text: string): number {
  const lines = text.split("\n");
  const offset = lines.slice(line).findIndex((row) => row.trim() !== "" && !row.trimStart().startsWith("#"));
  return line + offset + 1;
}
