import type {z} from "zod";
import {nearest} from "../../base/nearest.ts";

/** What may part the cells of a row. */
export type Separator = "," | ";" | "\t";

/** Which columns a sheet has, and where. */
export interface Header {
  /** How many cells a row has, further columns included. */
  readonly width: number;
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  /** From 0; -1 where the sheet has no such column. */
  readonly place: number;
  /** True where the column may be missing and its cells empty. */
  readonly isOptional: boolean;
}

/** How many lines are looked at for the names of columns. */
const mostLines = 100;

/** No more of a line is looked at for them. */
const longestHeader = 1 << 16;

/**
 * What parts the cells: the separator with which the first line that names columns names the most.
 *
 * @param text Its lines end in `\n`.
 * @returns The first of the separators where no line names a column.
 */
export function findSeparator(text: string, names: readonly string[], separators: readonly Separator[]): Separator {
  let start = 0;
  for (let line = 0; line < mostLines && start < text.length; line++) {
    const end = text.indexOf("\n", start);
    const header = text.slice(start, Math.min(end === -1 ? text.length : end, start + longestHeader));
    start = end === -1 ? text.length : end + 1;
    const counts = separators.map((separator) => {
      const found = new Set(header.split(separator).map((name) => nameOf(name.replaceAll('"', ""))));
      return names.filter((name) => found.has(name)).length;
    });
    const most = Math.max(...counts);
    if (most > 0 && !header.trimStart().startsWith("#")) return separators[counts.indexOf(most)]!;
  }
  return separators[0]!;
}

/**
 * Where are the columns of a sheet, by the names in its first row?
 *
 * @param columns One schema a column; one that takes `undefined` makes its column optional.
 * @param refuse Told of the first fault: a column that is missing, or that is there twice.
 */
export function readHeader(
  cells: readonly string[],
  columns: Readonly<Record<string, z.core.$ZodType>>,
  refuse: (what: string, help: string) => never,
): Header {
  const found = cells.map(nameOf);
  const names = Object.keys(columns);
  return {
    width: cells.length,
    columns: names.map((name) => {
      const place = found.indexOf(name);
      const isOptional = "value" in columns[name]!["~standard"].validate(undefined);
      if (place !== found.lastIndexOf(name)) {
        refuse(`the column "${name}" is there twice`, "delete one of the two, or name it differently");
      }
      if (place === -1 && !isOptional) {
        const misspelt = nearest(
          name,
          found.filter((other) => other !== "" && !names.includes(other)),
        );
        const rename = `call the column "${misspelt}" ${name}`;
        refuse(`there is no column "${name}"`, misspelt === null ? `begin the file with ${names.join(",")}` : rename);
      }
      return {name, place, isOptional};
    }),
  };
}

function nameOf(cell: string): string {
  return cell.trim().toLowerCase();
}
