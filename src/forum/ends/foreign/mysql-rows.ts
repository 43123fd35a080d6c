import {refusedImport} from "./collect.ts";
import type {DumpRow} from "./copy-rows.ts";

/** The longest statement of a dump: servers take none that is longer as they are set up. */
const longestStatement = 1 << 26;

/**
 * The rows of some tables of a dump of MySQL or MariaDB, as mysqldump, phpMyAdmin and phpBB's own backup write them.
 *
 * Nothing of it is carried out: statements that make and fill tables are read, all others are passed over.
 *
 * @param wanted What a table is called without the beginning that all of them share, `posts` for `phpbb_posts`; null where it is not wanted.
 * @throws {UserError} FORUM_REFUSED
 */
export async function* mysqlRows(
  bytes: AsyncIterable<Uint8Array>,
  wanted: (table: string) => string | null,
): AsyncGenerator<{readonly table: string; readonly row: DumpRow}> {
  const columns = new Map<string, readonly string[]>();
  for await (const statement of statementsOf(bytes)) {
    const created = /^create table (?:if not exists )?`?([\w$]+)`?\s*\(/i.exec(statement);
    if (created !== null) {
      if (wanted(created[1]!) !== null) columns.set(created[1]!, columnsOf(statement.slice(created[0].length)));
      continue;
    }
    const head = /^(?:insert|replace)(?: ignore)? into `?([\w$]+)`?\s*(?:\(([\w`$, \n]{1,20000})\))?\s*values\s*/i.exec(
      statement,
    );
    const table = head === null ? null : wanted(head[1]!);
    if (head === null || table === null) continue;
    const named = head[2]?.split(",").map((one) => one.trim().replaceAll("`", "")) ?? columns.get(head[1]!);
    if (named === undefined)
      throw refusedImport(`it names no columns of its table ${head[1]}`, "dump the tables with their structure");
    for (const cells of tuplesOf(statement, head[0].length)) {
      if (cells.length !== named.length)
        throw refusedImport(`a row of its table ${head[1]} has not as many values as columns`);
      yield {table, row: Object.fromEntries(named.map((column, at) => [column, cells[at]!]))};
    }
  }
}

function columnsOf(definition: string): string[] {
  return [...definition.matchAll(/^\s*`([\w$]+)`\s/gm)].map(([, name]) => name!);
}

/** Text up to each `;` that stands in no quotes and in no comment; without the comments before it. */
async function* statementsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const scan = new StatementScan();
  for await (const piece of bytes) yield* scan.add(decoder.decode(piece, {stream: true}));
  scan.end();
}

class StatementScan {
  #text = "";
  #at = 0;
  /** What ends where it is: a quote's sign, a comment's end; "" in neither. */
  #inside = "";

  *add(more: string): Generator<string> {
    this.#text += more;
    for (;;) {
      const found = this.#next();
      if (found === null) break;
      if (found !== ";") continue;
      const statement = withoutComments(this.#text.slice(0, this.#at - 1));
      this.#text = this.#text.slice(this.#at);
      this.#at = 0;
      if (statement !== "") yield statement;
    }
    if (this.#text.length > longestStatement)
      throw refusedImport("a statement of it has no end, or is longer than 64 MB");
  }

  end(): void {
    if (this.#inside !== "" && this.#inside !== "\n") throw refusedImport("it breaks off within a text");
    if (withoutComments(`${this.#text}\n`) !== "") throw refusedImport("it breaks off within a statement");
  }

  /** Goes behind the next sign that tells anything; null where the text so far has none. */
  #next(): string | null {
    const signs = telling[this.#inside]!;
    signs.lastIndex = this.#at;
    const found = signs.exec(this.#text);
    if (found === null) {
      // The last signs may be the beginning of something longer.
      this.#at = Math.max(this.#at, this.#text.length - 2);
      return null;
    }
    const [sign] = found;
    this.#at = found.index + sign.length;
    if (this.#inside !== "") {
      if (sign === this.#inside) this.#inside = "";
    } else if (sign !== ";") this.#inside = sign === "/*" ? "*/" : sign.startsWith("--") || sign === "#" ? "\n" : sign;
    return sign;
  }
}

/** The signs that are looked for where what ends is that: a backslash hides the sign behind it. */
const telling: Readonly<Record<string, RegExp>> = {
  "": /['"`;#]|--(?=[ \t\r\n])|\/\*/g,
  "'": /\\[\s\S]|'/g,
  '"': /\\[\s\S]|"/g,
  "`": /`/g,
  "*/": /\*\//g,
  "\n": /\n/g,
};

function withoutComments(statement: string): string {
  const comment = /\s+|--[ \t\r\n][^\n]*|--\n|#[^\n]*|\/\*(?!!)[\s\S]*?\*\/|\/\*![\s\S]*?\*\//y;
  let at = 0;
  for (;;) {
    comment.lastIndex = at;
    if (!comment.test(statement)) return statement.slice(at).trimEnd();
    at = comment.lastIndex;
  }
}

const escapes: Readonly<Record<string, string>> = {n: "\n", r: "\r", t: "\t", "0": "\0", b: "\b", Z: "\x1a"};
const plainValue = /\s*(?:null\b|0x[0-9a-f]*|-?[\d.]+(?:e[+-]?\d+)?|(?:_binary\s+|_utf8(?:mb[34])?\s+)?')/iy;

/** `(1,'a',NULL),(2,'b',3)`: the values of each row as text. */
function* tuplesOf(statement: string, from: number): Generator<(string | null)[]> {
  let at = from;
  for (;;) {
    while (/[\s,]/.test(statement.charAt(at))) at++;
    if (statement[at] !== "(") return;
    const cells: (string | null)[] = [];
    do {
      plainValue.lastIndex = at + 1;
      const [found] = plainValue.exec(statement) ?? [];
      if (found === undefined) throw badValue();
      at = plainValue.lastIndex;
      if (found.endsWith("'")) {
        const end = endOfText(statement, at);
        cells.push(unescaped(statement.slice(at, end)));
        at = end + 1;
      } else cells.push(plainOf(found.trim()));
      while (/\s/.test(statement.charAt(at))) at++;
    } while (statement[at] === ",");
    if (statement[at] !== ")") throw badValue();
    at++;
    yield cells;
  }
}

function badValue(): Error {
  return refusedImport("a value of it is written in no way that MySQL writes");
}

function plainOf(value: string): string | null {
  if (/^null$/i.test(value)) return null;
  return /^0x/i.test(value) ? Buffer.from(value.slice(2), "hex").toString("utf8") : value;
}

function endOfText(statement: string, from: number): number {
  const sign = /\\[\s\S]|''|'/g;
  sign.lastIndex = from;
  for (let found = sign.exec(statement); found !== null; found = sign.exec(statement)) {
    if (found[0] === "'") return found.index;
  }
  throw badValue();
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])|''/g, (_, sign?: string) => (sign === undefined ? "'" : (escapes[sign] ?? sign)));
}
