import {padEnd, widthOf, wrap} from "../text/wrap.ts";

const gap = 2;
/** A column that is narrower breaks every word. */
const leastColumn = 10;

/**
 * The cells of a table as lines of at most `width` columns, the first row its heads.
 *
 * The widest columns give way first, and their cells take several lines. Where there is no room for all columns side by side, each
 * row is a few lines of its own, each with its head.
 */
export function layCells(rows: readonly (readonly string[])[], width: number): string[] {
  const [heads = []] = rows;
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ""))));
  const room = width - gap * (heads.length - 1);
  if (heads.length * leastColumn > room) return layRecords(rows, width);
  for (let over = sum(widths) - room; over > 0; over--) widths[widths.indexOf(Math.max(...widths))]! -= 1;
  const laid = rows.map((row) => layRow(row, widths));
  const hasLong = laid.some((lines) => lines.length > 1);
  const rule = widths.map((columns) => "─".repeat(columns)).join(" ".repeat(gap));
  return laid.flatMap((lines, at) => {
    if (at === 0) return [...lines, rule];
    return hasLong && at < laid.length - 1 ? [...lines, ""] : lines;
  });
}

function layRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((columns, at) => wrap(row[at] ?? "", columns));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({length: height}, (_, line) =>
    cells
      .map((lines, at) => padEnd(lines[line] ?? "", widths[at]!))
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

function layRecords([heads = [], ...rows]: readonly (readonly string[])[], width: number): string[] {
  return rows.flatMap((row, at) => {
    const lines = row.flatMap((cell, place) => (cell === "" ? [] : wrap(`${heads[place]}: ${cell}`, width)));
    return at === 0 ? lines : ["", ...lines];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
