import type {Row, Value} from "../values.ts";
import {OddAnswer} from "./answers.ts";

/*
 * Rows as ClickHouse writes and reads them: TabSeparatedWithNamesAndTypes and TabSeparated, which all its versions know.
 */

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  r: "\r",
  n: "\n",
  t: "\t",
  "0": "\0",
  "'": "'",
  "\\": "\\",
};

const toEscape = /[\\\t\n\r\0]/g;
const escaped: Readonly<Record<string, string>> = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0"};

/** The row as a line of an insert, with its newline. */
export function writeRow(row: readonly Value[]): string {
  return `${row.map(cellOf).join("\t")}\n`;
}

function cellOf(value: Value): string {
  if (value === null) return "\\N";
  return typeof value === "string" ? value.replaceAll(toEscape, (found) => escaped[found]!) : String(value);
}

/** No line of an answer is longer: an entry of the journal with all that was refused of a large log is far below. */
const longestLine = 1 << 28;

/** Reads an answer piece by piece. */
export class RowReader {
  readonly #decoder = new TextDecoder();
  #rest = "";
  #names: readonly string[] | null = null;
  #reads: readonly ((cell: string) => string | number)[] | null = null;

  /** The rows that the piece completes. */
  read(piece: Uint8Array): Row[] {
    const lines = `${this.#rest}${this.#decoder.decode(piece, {stream: true})}`.split("\n");
    this.#rest = lines.pop()!;
    if (this.#rest.length > longestLine) throw new OddAnswer("a line without an end");
    const rows: Row[] = [];
    for (const line of lines) {
      const cells = line.split("\t");
      if (this.#names === null) this.#names = cells.map(textOf);
      else if (this.#reads === null) this.#reads = cells.map(readerFor);
      else rows.push(this.#toRow(cells));
    }
    return rows;
  }

  /** @throws {Error} where the answer breaks off. */
  end(): void {
    if (this.#rest !== "" || this.#reads === null) throw new Error("the answer breaks off");
  }

  #toRow(cells: readonly string[]): Row {
    const row: Record<string, string | number | null> = {};
    if (cells.length !== this.#names!.length) throw new OddAnswer("a row with more or fewer columns than there are");
    for (const [place, name] of this.#names!.entries()) {
      const cell = cells[place]!;
      row[name] = cell === "\\N" ? null : this.#reads![place]!(cell);
    }
    return row;
  }
}

function readerFor(type: string): (cell: string) => string | number {
  if (/^(Nullable\()?U?Int(8|16|32|64)\b/.test(textOf(type))) return numberOf;
  return /^(Nullable\()?Float(32|64)\b/.test(textOf(type)) ? Number : textOf;
}

function numberOf(cell: string): number {
  const number = cell === "" ? Number.NaN : Number(cell);
  if (!Number.isFinite(number)) throw new OddAnswer("a number that is none");
  if (!Number.isSafeInteger(number))
    throw new RangeError(`the engine answered ${cell}, beyond what is counted exactly`);
  return number;
}

function textOf(cell: string): string {
  return cell.includes("\\") ? cell.replaceAll(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter) : cell;
}
