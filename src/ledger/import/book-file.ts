import {existsSync, readFileSync, realpathSync} from "node:fs";
import {dirname} from "node:path";
import {makeFolder} from "../../base/make-folder.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import {findSeparator, type Separator} from "../../workspace/sheet/header.ts";
import {decodeText} from "../../workspace/text-file.ts";
import {type Book, columnsOfBook, type RowText} from "../book.ts";
import {importFault} from "./import-fault.ts";

/** A book with rows added, as text. */
export interface BookText {
  readonly text: string;
  /** The line that each added row begins in. */
  readonly lines: readonly number[];
}

/** The file of a book, to which rows are added in the form that it has. */
export class BookFile {
  readonly #path: string;
  /** As it was read; null where there is none. */
  readonly #bytes: Buffer | null;
  readonly #text: string;
  readonly #separator: Separator;
  /** The names of its columns, in their order. */
  readonly #columns: readonly string[];

  private constructor(path: string, bytes: Buffer | null, text: string, names: readonly string[]) {
    this.#path = path;
    this.#bytes = bytes;
    this.#text = text;
    const lines = text.replace(/\r\n?/g, "\n");
    this.#separator = findSeparator(lines, names, [",", ";", "\t"]);
    let columns: readonly string[] | null = null;
    eachRow(lines, this.#separator, (row) => {
      columns = row.map((cell) => cell.toLowerCase());
      return false;
    });
    this.#columns = columns ?? names;
  }

  /** Reads the file of a book; one that is missing begins with the names of all columns. */
  static open<Row>(path: string, {columns}: Book<Row>): BookFile {
    const names = columnsOfBook({columns});
    if (!existsSync(path)) return new BookFile(path, null, withHead("", names), names);
    const help = "check which file it is, and who may read it";
    const bytes = readKeptFile(path, {code: "IMPORT_REFUSED", name: "book", help});
    const file = decodeText(bytes);
    if (file === null || file.encoding !== "utf-8") {
      throw importFault("the book is not in UTF-8, and cannot be added to", "save it as CSV in UTF-8", path);
    }
    return new BookFile(path, bytes, withHead(file.text, names), names);
  }

  /** A book whose file holds this text; it begins with the names of all columns where there are none. */
  static of<Row>(text: string, path: string, {columns}: Book<Row>): BookFile {
    const names = columnsOfBook({columns});
    return new BookFile(path, null, withHead(text, names), names);
  }

  /** The names of its columns, in small letters, in their order. */
  get columns(): readonly string[] {
    return this.#columns;
  }

  /** What parts the cells. */
  get separator(): Separator {
    return this.#separator;
  }

  /** The text with rows added at its end. */
  with(rows: readonly RowText[]): BookText {
    const lineEnd = this.#text.includes("\r\n") ? "\r\n" : "\n";
    const begin = /[\r\n]$/.test(this.#text) ? this.#text : `${this.#text}${lineEnd}`;
    let line = begin.replace(/\r\n?/g, "\n").split("\n").length;
    const lines: number[] = [];
    const added = rows.map((cells) => {
      this.#checkPlaces(cells);
      lines.push(line);
      const row = csvRow(
        this.#columns.map((name) => cells[name] ?? ""),
        this.#separator,
      );
      line += row.split("\n").length;
      return `${row}${lineEnd}`;
    });
    return {text: `${begin}${added.join("")}`, lines};
  }

  /** Writes the text in place of the file, as a whole or not at all. */
  replace(text: string): void {
    const target = existsSync(this.#path) ? realpathSync(this.#path) : this.#path;
    try {
      makeFolder(dirname(target));
      const isAsRead = this.#bytes === null ? !existsSync(target) : readFileSync(target).equals(this.#bytes);
      if (!isAsRead) throw importFault("the book was changed meanwhile", "run the same command again", this.#path);
      const mark = this.#bytes?.subarray(0, 3).equals(Buffer.from("\ufeff")) ? "\ufeff" : "";
      writeWhole(target, `${mark}${text}`);
    } catch (fault) {
      throw asWriteFault(fault, this.#path) ?? fault;
    }
  }

  #checkPlaces(cells: RowText): void {
    const homeless = Object.entries(cells).find(([name, text]) => text && !this.#columns.includes(name))?.[0];
    if (homeless === undefined) return;
    const what = `the book has no column ${homeless}, and the rows to be added have one`;
    throw importFault(what, `add the name ${homeless} to the first line of the book`, this.#path);
  }
}

/** The text, which begins with the names of the columns where no row of it does. */
function withHead(text: string, names: readonly string[]): string {
  const hasHeader = text.split(/[\r\n]+/).some((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  return hasHeader ? text : `${text}${csvRow(names)}\n`;
}
