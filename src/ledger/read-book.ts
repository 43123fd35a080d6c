import {existsSync} from "node:fs";
import {z} from "zod";
import {UserError} from "../base/error.ts";
import {cellFault, SheetRefused} from "../workspace/sheet/fault.ts";
import {parseSheet, readSheet, type SheetKind, type SheetPlace} from "../workspace/sheet/sheet.ts";
import {type Book, correctionColumns, isOptional, type RowText} from "./book.ts";
import {isFormula, tidyRow} from "./cell-text.ts";
import {CorrectedRows, type RowName} from "./corrections.ts";
import {Findings, type LedgerFault, type LedgerWarning} from "./ledger-fault.ts";
import {OddTexts} from "./odd-texts.ts";

/** A row that counts, with the line it stands in. */
export interface KeptRow<Row> {
  readonly row: Row;
  readonly line: number;
}

/** What a book says, and what is wrong with it. */
export interface BookReading<Row> {
  readonly book: Book<Row>;
  readonly path: string;
  /** False where there is no such file. */
  readonly isKept: boolean;
  /** Those that count, corrections carried out. */
  readonly rows: readonly KeptRow<Row>[];
  /** How many rows correct others. */
  readonly correctionCount: number;
  readonly faults: readonly LedgerFault[];
  readonly faultCount: number;
  readonly warnings: readonly LedgerWarning[];
}

/** What a reader of a book may ask for. */
export interface ReadBookOptions<Row> {
  /** The text to read in place of the file's. */
  readonly text?: string;
  /** Told of every row as it is written, corrected ones too; null is one that says nothing but what it withdraws. */
  readonly onWritten?: (row: Row | null, name: RowName) => void;
}

/** Reads a book. Faults are in what is given back; nothing is thrown for them. */
export function readBook<Row>(
  book: Book<Row>,
  path: string,
  {text, onWritten}: ReadBookOptions<Row> = {},
): BookReading<Row> {
  const corrected = new CorrectedRows<Row>();
  const odd = new OddTexts();
  const faults = new Findings<LedgerFault>();
  const refuse = (line: number | null, what: string, help: string, column: string | null = null): void => {
    faults.add({code: "LEDGER_REFUSED", path, line, column, what, help});
  };
  let correctionCount = 0;
  const take = (written: RowText, place: SheetPlace): void => {
    const cells = tidyRow(written);
    const name = {line: place.line, id: cells["id"] ?? null, corrects: cells["corrects"] ?? null};
    if (name.corrects !== null) correctionCount++;
    const isEmpty = isEmptyCorrection(cells);
    const row = isEmpty ? null : readRow(book, cells, place);
    if (isEmpty || row !== null) {
      odd.look(cells, place.line);
      onWritten?.(row, name);
    }
    const isWithdrawn = row !== null && name.corrects !== null && isNothing(book, row);
    corrected.take(isWithdrawn ? null : row, name, place.refuse);
  };
  const isGuessed = catchFaults(path, faults, () => {
    if (text === undefined) return readSheet(path, kindOf(book), take).isGuessed;
    parseSheet(text, path, kindOf(book), take);
    return false;
  });
  corrected.tellUnfound(refuse);
  const rows = corrected.rows();
  tellTwins(book, rows, refuse);
  return {
    book,
    path,
    isKept: text !== undefined || existsSync(path),
    rows,
    correctionCount,
    faults: faults.kept,
    faultCount: faults.count,
    warnings: [...(isGuessed ? [guessWarning(path)] : []), ...odd.warnings(path)],
  };
}

type TextShape = Record<string, z.ZodType<string | undefined, string | undefined>>;

function kindOf<Row>(book: Book<Row>): SheetKind<TextShape> {
  // Here cells are no more than text: what they mean is read once it is known that the row withdraws nothing.
  const columns: TextShape = {};
  for (const [name, column] of Object.entries(book.columns)) {
    columns[name] = isOptional(column) ? z.string().optional() : z.string();
  }
  for (const name of correctionColumns) columns[name] = z.string().optional();
  return {
    code: "LEDGER_REFUSED",
    name: `book of ${book.name}`,
    help: "check who may read it",
    mayBeMissing: true,
    columns: z.object(columns),
  };
}

/** Reads the cells of a row; null where something in them is refused. */
function readRow<Row>(book: Book<Row>, cells: RowText, {line, refuse}: SheetPlace): Row | null {
  const result = book.schema.safeParse(cells);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const {what, help, column} = cellFault(issue, cells, line);
    if (column !== null && isFormula(cells[column] ?? "")) {
      refuse("the cell holds a formula, not what it comes to", "write what it comes to", column);
    } else refuse(what, help, column ?? undefined);
  }
  return null;
}

/** Does the row say nothing but what it corrects? It then withdraws that. */
export function isEmptyCorrection({id: _, corrects, ...cells}: RowText): boolean {
  return corrects !== undefined && Object.values(cells).every((text) => text === undefined || text === "");
}

function isNothing<Row>(book: Book<Row>, row: Row): boolean {
  return book.amountsOf?.(row).every((amount) => amount === 0) ?? false;
}

/** Reads, and takes down what is thrown for faults of the file; false where there are some. */
function catchFaults(path: string, faults: Findings<LedgerFault>, read: () => boolean): boolean {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof SheetRefused) {
      const found = fault.faults.map((one) => ({code: fault.code, path, ...one}));
      faults.addAll(found, fault.faultCount);
    } else if (fault instanceof UserError) {
      faults.add({code: fault.code, path, line: null, column: null, what: fault.message, help: fault.help});
    } else throw fault;
    return false;
  }
}

function tellTwins<Row>(
  {nameOf, twinHelp}: Book<Row>,
  rows: readonly KeptRow<Row>[],
  refuse: (line: number, what: string, help: string) => void,
): void {
  if (nameOf === undefined) return;
  const help = `delete one of the two lines${twinHelp === undefined ? "" : `, or ${twinHelp}`}`;
  const lines = new Map<string, number>();
  for (const {row, line} of rows) {
    const name = nameOf(row);
    const twin = lines.get(name);
    if (twin === undefined) lines.set(name, line);
    else refuse(Math.max(line, twin), `${name} is there already, in line ${Math.min(line, twin)}`, help);
  }
}

function guessWarning(path: string): LedgerWarning {
  const what = "the file is not in UTF-8, and was read as Windows-1252";
  const help = "look whether its letters are right, and save it as CSV in UTF-8";
  return {path, line: null, column: null, what, help};
}
