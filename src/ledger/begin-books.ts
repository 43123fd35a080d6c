import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {makeFolder} from "../base/make-folder.ts";
import {nearest} from "../base/nearest.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {csvRow} from "../workspace/sheet/csv-row.ts";
import {type Book, columnsOfBook, correctionColumns} from "./book.ts";
import {type BookName, bookNames, books} from "./books.ts";
import {checkWritable} from "./ledger.ts";

/** A book that was to be begun. */
export interface BegunBook {
  readonly name: BookName;
  readonly path: string;
  /** False where the file was there already, and was left as it is. */
  readonly isNew: boolean;
}

/**
 * Writes the templates of books. A file that is there already is never touched.
 *
 * @throws {UserError} OUTPUT_REFUSED, WORKSPACE_DENIED or DISK_FULL
 */
export function beginBooks(folder: string, names: readonly BookName[]): BegunBook[] {
  for (const name of names) checkWritable(folder, books[name].file);
  try {
    makeFolder(folder);
    return names.map((name) => {
      const path = join(folder, books[name].file);
      return {name, path, isNew: writeNew(path, templateOf<unknown>(books[name]))};
    });
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code !== "EEXIST" && code !== "ENOTDIR") throw asWriteFault(fault, folder) ?? fault;
    throw new UserError("OUTPUT_REFUSED", "the books cannot be begun: a file stands in their way", "move it", folder);
  }
}

/**
 * Which book is called so? By its name or that of its file.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function bookNamed(text: string, where?: string): BookName {
  const plain = text
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/\.csv$/, "");
  const found = bookNames.find((name) => name === plain || books[name].file === `${plain}.csv`);
  if (found !== undefined) return found;
  const near = nearest(plain, bookNames);
  const help = near === null ? `name one of ${bookNames.join(", ")}` : `write ${near}`;
  throw new UserError("COMMAND_INCOMPLETE", `there is no book "${text}"`, help, where);
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, {flag: "wx"});
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fault;
  }
}

/**
 * A book as it is begun: the row that names its columns and, as comments, rows that show how it is kept.
 *
 * With the marks of the comments taken away it is a book that can be read.
 */
export function templateOf<Row>(book: Book<Row>): string {
  const corrections = correctionColumns.map(() => "");
  const shown = book.examples.map((cells) => `# ${csvRow([...cells, ...corrections])}`);
  return `${[csvRow(columnsOfBook(book)), ...shown].join("\n")}\n`;
}
