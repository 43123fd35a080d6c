import {basename, dirname, join} from "node:path";
import {writablePath} from "../workspace/inside.ts";
import type {Book} from "./book.ts";
import {historyBook} from "./books/history.ts";
import {type BookName, bookNames, books} from "./books.ts";
import type {CheckListener, ReadBooks, Remark} from "./check.ts";
import {checkMeasures} from "./checks/measures.ts";
import {doubts, ledgerChecks} from "./checks.ts";
import {Findings, type LedgerFault, LedgerRefused, type LedgerWarning} from "./ledger-fault.ts";
import {type BookReading, readBook} from "./read-book.ts";
import type {Ledger} from "./rows.ts";

/** What a reader of the ledger may know beforehand, or want to try. */
export interface LedgerOptions {
  /** The ids that a measure of the older reports may have; any where it is left out. */
  readonly measures?: readonly string[];
  /** The ids of all measures, for the plan and the notes; `NAME` stands for any name. Not looked at where left out. */
  readonly allMeasures?: readonly string[];
  /** Texts to read in place of the files of these books, by name: what they would be after a change. */
  readonly instead?: ReadonlyMap<string, string>;
}

/** Everything there is to say of a ledger. */
export interface LedgerExamination {
  /** Every book as it was read, in the order of the table. */
  readonly books: ReadBooks;
  /** The first of them, book by book, in the order of lines. */
  readonly faults: readonly LedgerFault[];
  readonly faultCount: number;
  readonly warnings: readonly LedgerWarning[];
  readonly warningCount: number;
}

/** How many warnings are told one by one; the rest are counted. */
const mostWarnings = 100;

/** Where the books of a workspace are. */
export function ledgerFolder(workspaceFolder: string): string {
  return join(workspaceFolder, "ledger");
}

/**
 * May a book be written to, or does a link lead it out of the workspace?
 *
 * @throws {UserError} OUTPUT_REFUSED
 */
export function checkWritable(folder: string, file: string): void {
  writablePath(dirname(folder), join(basename(folder), file));
}

/**
 * All books of the ledger, corrections carried out.
 *
 * @param folder The folder of the books. A file that is missing is a book without rows.
 * @throws {LedgerRefused} LEDGER_REFUSED or LEDGER_IMPOSSIBLE, with the faults of all books.
 * @source docs/ledger.md
 */
export function readLedger(folder: string, options: LedgerOptions = {}): Ledger {
  const read = readBooks(folder, options);
  const {faults, count} = findFaults(read, () => {});
  if (count > 0) throw new LedgerRefused(faults, count);
  return {
    editions: rowsOf(read.editions),
    deliveries: rowsOf(read.deliveries),
    mailings: rowsOf(read.mailings),
    newsletters: rowsOf(read.newsletters),
    funds: rowsOf(read.funds),
    translations: rowsOf(read.translations),
    ranks: rowsOf(read.ranks),
    plan: rowsOf(read.plan),
    credits: rowsOf(read.credits),
    events: rowsOf(read.events),
  };
}

/** Everything that is wrong or doubtful in the ledger; nothing is thrown for it. */
export function examineLedger(folder: string, options: LedgerOptions = {}): LedgerExamination {
  const read = readBooks(folder, options);
  const warnings = new Findings<LedgerWarning>(mostWarnings);
  for (const name of bookNames) warnings.addAll(read[name].warnings);
  const warn: CheckListener["warn"] = (book, remark) => warnings.add({path: read[book].path, ...remark});
  const {faults, count} = findFaults(read, warn);
  const ofMeasures = options.allMeasures === undefined ? [] : [checkMeasures(options.allMeasures)];
  for (const doubt of [...ofMeasures, ...doubts]) doubt(read, {refuse: () => {}, warn});
  return {books: read, faults, faultCount: count, warnings: warnings.kept, warningCount: warnings.count};
}

function rowsOf<Row>({rows}: BookReading<Row>): readonly Row[] {
  return rows.map(({row}) => row);
}

/** Reads every book; what is wrong with each is in what is given back. */
export function readBooks(folder: string, {measures, instead}: LedgerOptions): ReadBooks {
  const read = <Row>(book: Book<Row>): BookReading<Row> => {
    const text = instead?.get(book.name);
    return readBook(book, join(folder, book.file), text === undefined ? {} : {text});
  };
  return {
    editions: read(books.editions),
    deliveries: read(books.deliveries),
    mailings: read(books.mailings),
    newsletters: read(books.newsletters),
    funds: read(books.funds),
    translations: read(books.translations),
    ranks: read(books.ranks),
    plan: read(books.plan),
    credits: read(books.credits),
    events: read(books.events),
    history: read(historyBook(measures)),
  };
}

function findFaults(read: ReadBooks, warn: CheckListener["warn"]): {faults: readonly LedgerFault[]; count: number} {
  const found = new Findings<LedgerFault>();
  for (const name of bookNames) found.addAll(inOrder(read[name].faults), read[name].faultCount);
  // What does not fit between books may only follow from a row that could not be read.
  if (found.count > 0) return {faults: found.kept, count: found.count};
  const between: {book: BookName; fault: LedgerFault}[] = [];
  const refuse: CheckListener["refuse"] = (code, book, remark: Remark) => {
    between.push({book, fault: {code, path: read[book].path, ...remark}});
  };
  for (const check of ledgerChecks) check(read, {refuse, warn});
  for (const name of bookNames) {
    found.addAll(inOrder(between.flatMap(({book, fault}) => (book === name ? [fault] : []))));
  }
  return {faults: found.kept, count: found.count};
}

function inOrder(faults: readonly LedgerFault[]): LedgerFault[] {
  return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
