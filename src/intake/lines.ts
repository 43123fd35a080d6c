import type {Row} from "../engine/contract.ts";
import type {PreparedRows} from "../engine/prepared-rows.ts";
import type {Packing} from "./scan.ts";

/** The relation with one column, `line`, that the lines of the parameter `$lines` are, one text for all. */
export const linesInText = "(select unnest(string_split($lines, chr(10))) as line)";

/** How much text goes to the engine at once. */
const textAtOnce = 1 << 22;

/** The rows that a statement over {@link linesInText} gives for these lines, one a line. */
export async function askOfLines(statement: PreparedRows, lines: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < lines.length; ) {
    let until = from;
    for (let length = 0; until < lines.length && length < textAtOnce; until++) length += lines[until]!.length + 1;
    for (const row of await statement.rows({lines: lines.slice(from, until).join("\n")})) rows.push(row);
    from = until;
  }
  return rows;
}

/** A line longer than this makes the engine stop; such inputs are spooled first. */
const longestForEngine = 2 << 20;

/**
 * The relation with one column, `line`, that a file's lines are for the engine.
 *
 * Read as lines, never as CSV fields: one stray quote would swallow the good lines after it.
 *
 * @param file Literal of its path.
 */
export function linesOf(file: string, packing: Packing): string {
  const options = [
    file,
    `compression = '${packing}'`,
    "delim = '\x01', quote = '', escape = '', comment = '', header = false, auto_detect = false, hive_partitioning = false",
    `new_line = '\\n', strict_mode = false, max_line_size = ${longestForEngine}`,
    "columns = {'line': 'varchar'}",
  ];
  return `read_csv(${options.join(", ")})`;
}
