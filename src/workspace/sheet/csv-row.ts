import type {Separator} from "./header.ts";

/** How is a row written so that the same cells are read from it? Without its line end. */
export function csvRow(cells: readonly string[], separator: Separator = ","): string {
  return cells.map((cell, place) => (needsQuotes(cell, place, separator) ? quoted(cell) : cell)).join(separator);
}

function needsQuotes(cell: string, place: number, separator: Separator): boolean {
  return (
    /["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim() || (place === 0 && cell.startsWith("#"))
  );
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
