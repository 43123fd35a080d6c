/** How long the number is that stands before a reader's name. */
const idLength = 16;

/** A reader's number, hexadecimal, and behind it the name that is hashed: a line that the engine takes apart again. */
export function namedReader(id: bigint, name: string): string {
  return id.toString(16).padStart(idLength, "0") + name;
}

/** The number and the name that stand in a line of {@link namedReader}. */
export function takeApart(line: string): {readonly id: string; readonly name: string} {
  return {id: line.slice(0, idLength), name: line.slice(idLength)};
}

/** The relation with one column, `line`, that the lines of the parameter `$lines` are, one text for all. */
export const linesInText = "(select unnest(string_split($lines, chr(10))) as line)";

/** SQL that takes apart the named readers in a relation's column `line`. */
export function namedReadersSql(lines: string): string {
  return `select ('0x' || line[1:${idLength}])::ubigint as reader, line[${idLength + 1}:] as name from ${lines}`;
}
