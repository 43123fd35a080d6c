import {refusedImport} from "./collect.ts";

/** A row of a table in a dump, by the names of its columns; null where there is nothing. */
export type DumpRow = Readonly<Record<string, string | null>>;

/** A row as long as this is of no post. */
const longestLine = 1 << 25;

/** Text in lines. @throws {UserError} FORUM_REFUSED where a line has no end. */
async function* dumpLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, {stream: true})).split("\n");
    rest = lines.pop()!;
    if (rest.length > longestLine) throw refusedImport("a line of it has no end");
    yield* lines;
  }
  if (rest !== "") yield rest;
}

const written: Readonly<Record<string, string>> = {b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v"};

/**
 * The rows of some tables of PostgreSQL's dump in plain text: what stands between `COPY table (columns) FROM stdin;` and `\.`.
 *
 * @param tables Without the schema: `posts` for `public.posts`.
 * @throws {UserError} FORUM_REFUSED where a table breaks off.
 */
export async function* copyRows(
  bytes: AsyncIterable<Uint8Array>,
  tables: ReadonlySet<string>,
): AsyncGenerator<{readonly table: string; readonly row: DumpRow}> {
  let table: {readonly name: string; readonly columns: readonly string[]} | null = null;
  for await (const line of dumpLines(bytes)) {
    if (table === null) {
      const [, name = "", columns = ""] =
        /^COPY (?:"?[a-z_]+"?\.)?"?([a-z_]+)"? \(([a-z0-9_", ]{1,20000})\) FROM stdin;\r?$/.exec(line) ?? [];
      if (name !== "") table = {name, columns: columns.split(",").map((one) => one.trim().replaceAll('"', ""))};
    } else if (/^\\\.\r?$/.test(line)) table = null;
    else if (tables.has(table.name)) {
      const cells = line.replace(/\r$/, "").split("\t");
      if (cells.length !== table.columns.length)
        throw refusedImport(`a row of its table ${table.name} has not as many values as columns`);
      yield {
        table: table.name,
        row: Object.fromEntries(table.columns.map((column, at) => [column, cellOf(cells[at]!)])),
      };
    }
  }
  if (table !== null) throw refusedImport(`it breaks off within its table ${table.name}`);
}

function cellOf(cell: string): string | null {
  if (cell === "\\N") return null;
  if (!cell.includes("\\")) return cell;
  return cell.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([\s\S]))/g, (_, octal, hex, sign) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return written[sign] ?? sign;
  });
}
